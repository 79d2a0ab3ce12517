// One page, two readers: the element reads the live page, Node parses the same markup, and both see the same article.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { analyzeHtml } from "../../dist/node.js";
import { session } from "./session.js";
import { TAG } from "./site.js";

const shared = session();
const inPage = (act, ...values) => shared.browser.inPage(act, ...values);
const root = new URL("../../", import.meta.url);

const demo = ["de", "en", "ar", "ja"].flatMap((language) => htmlFiles(`www/${language}/`));

function htmlFiles(folder) {
  return readdirSync(new URL(folder, root))
    .filter((name) => name.endsWith(".html"))
    .map((name) => folder + name);
}

/** As JSON would carry it: what is `undefined` on one side and missing on the other is the same. */
const plain = (value) => JSON.parse(JSON.stringify(value));

/** What the page's own element read, or that it found nothing to read. */
async function readInBrowser(url) {
  await shared.browser.visit(url);
  return inPage(async () => {
    await Promise.race([witness.settled(1), witness.event("reading-error")]);
    const [widget] = witness.widgets();
    if (!widget?.analysis) return { article: false };
    return { article: true, text: widget.text.split("\n"), analysis: widget.analysis };
  });
}

async function readInNode(html, url) {
  try {
    const { text, ...analysis } = await analyzeHtml(html, { url, includeText: true });
    return { article: true, text: text.split("\n"), analysis: plain(analysis) };
  } catch {
    return { article: false };
  }
}

function sameForBoth(path, expectation) {
  test(path, async () => {
    const html = readFileSync(new URL(path, root), "utf8");
    // An absolute address, since a page may have a <base>.
    const tag = TAG.replace('src="', `src="${shared.site.origin}`);
    const tagged = html.includes(TAG) ? html : html.replace("</head>", `${tag}</head>`);
    assert.notEqual(tagged.indexOf("reading-widget.js"), -1, "the page has our tag");
    const url = shared.site.put(tagged, { path: `/${path}` });
    const [inBrowser, inNode] = [await readInBrowser(url), await readInNode(html, url)];
    // The text first: it shows where the two part.
    assert.deepEqual(inBrowser.text, inNode.text);
    assert.deepEqual(inBrowser, inNode);
    expectation(inNode);
  });
}

describe("the demo", () => {
  for (const path of demo) sameForBoth(path, ({ article }) => assert.ok(article));
});

describe("tests/pages", () => {
  for (const path of htmlFiles("tests/pages/")) {
    // What a person who has read the page says of it: fields of the analysis, and words in or out of its text.
    const {
      article = true,
      topics,
      noTopicFrom,
      sections,
      contains = [],
      lacks = [],
      ...fields
    } = JSON.parse(readFileSync(new URL(path.replace(".html", ".json"), root), "utf8"));
    sameForBoth(path, (read) => {
      assert.equal(read.article, article);
      if (!article) return;
      const { analysis, text } = read;
      const found = { ...analysis, text: text.join("\n") };
      for (const [name, value] of Object.entries(fields)) assert.deepEqual(found[name] ?? null, value, name);
      if (topics)
        assert.deepEqual(
          analysis.topics.map(({ label, source }) => `${label} (${source})`),
          topics,
        );
      if (noTopicFrom)
        assert.deepEqual(
          analysis.topics.filter(({ source }) => source === noTopicFrom),
          [],
        );
      if (sections)
        assert.deepEqual(
          analysis.sections.map(({ heading }) => heading),
          sections,
        );
      for (const words of contains)
        assert.ok(
          text.some((line) => line.includes(words)),
          `the text holds “${words}”`,
        );
      for (const words of lacks) assert.ok(!text.some((line) => line.includes(words)), `the text lacks “${words}”`);
    });
  }
});
