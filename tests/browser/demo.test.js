// The demo as a publisher sees it: four newspapers' pages, one script tag each.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { session } from "./session.js";

const shared = session();

const demoPage = (language) => {
  const folder = new URL(`../../www/${language}/`, import.meta.url);
  return `/${language}/${readdirSync(folder).find((name) => name.endsWith(".html"))}`;
};

async function visitDemo(language) {
  await shared.browser.visit(shared.site.origin + demoPage(language));
  await shared.browser.inPage(async () => {
    await witness.settled(2);
  });
}

test("the German page: time and topics under the title, share at the article's end", async () => {
  await visitDemo("de");
  const seen = await shared.browser.inPage(() => {
    const [top, end] = witness.widgets();
    const last = [...document.querySelectorAll("article p")].at(-1);
    return {
      count: witness.widgets().length,
      before: top.previousElementSibling?.nodeName,
      title: top.previousElementSibling?.textContent.trim(),
      afterLastParagraph: Boolean(last.compareDocumentPosition(end) & Node.DOCUMENT_POSITION_FOLLOWING),
      beforeNews: Boolean(
        end.compareDocumentPosition(document.getElementById("neueste")) & Node.DOCUMENT_POSITION_FOLLOWING,
      ),
      time: witness.words(witness.part("time")),
      chips: witness.parts("topic").map((chip) => witness.words(chip)),
      top: ["time", "topics", "share"].map((name) => Boolean(top.shadowRoot.querySelector(`[part~=${name}]`))),
      end: ["time", "topics", "share"].map((name) => Boolean(end.shadowRoot.querySelector(`[part~=${name}]`))),
      heading: [...end.shadowRoot.querySelectorAll("h1, h2, h3, h4, [role=heading]")].map((heading) =>
        witness.words(heading),
      ),
      ready: witness.widgets().map((widget) => widget.hasAttribute("ready")),
      roots: witness.widgets().map((widget) => widget.shadowRoot.mode),
      problems: [...witness.warnings, ...witness.errors, ...witness.violations],
    };
  });
  assert.deepEqual(seen, {
    count: 2,
    before: "H1",
    title: "Russland-Besuch in Berlin: Drei Abkommen, viele offene Fragen",
    afterLastParagraph: true,
    beforeNews: true,
    time: "Lesezeit: 2 Minuten",
    chips: ["Tourismus", "Kultur", "Bildung"],
    top: [true, true, false],
    end: [false, false, true],
    heading: ["Diesen Artikel teilen"],
    ready: [true, true],
    roots: ["open", "open"],
    problems: [],
  });
});

test("the German page's analysis: one object for both elements, in the event and by the promise", async () => {
  await visitDemo("de");
  const seen = await shared.browser.inPage(async () => {
    const [top, end] = witness.widgets();
    const event = await witness.event("reading-ready");
    return {
      analysis: top.analysis,
      same: top.analysis === end.analysis && event.detail === top.analysis && (await top.ready) === top.analysis,
      event: { bubbles: event.bubbles, composed: event.composed, isWidget: witness.widgets().includes(event.target) },
      article: [top, end].map((widget) => widget.articleElement === document.querySelector("article")),
      text: top.text.split("\n"),
    };
  });
  const { topics, sections, ...analysis } = seen.analysis;
  assert.ok(seen.same, "both elements, the event and the promise share one analysis");
  assert.deepEqual(seen.event, { bubbles: true, composed: true, isWidget: true });
  assert.deepEqual(seen.article, [true, true]);
  assert.equal(analysis.language, "de");
  assert.ok(analysis.words >= 440 && analysis.words <= 520, `${analysis.words} words`);
  assert.equal(analysis.images, 1);
  assert.equal(analysis.minutes, 2);
  assert.equal(analysis.title, "Russland-Besuch in Berlin: Drei Abkommen, viele offene Fragen");
  assert.equal(analysis.byline, "Miriam Falkenau");
  assert.equal(analysis.section, "Politik");
  assert.equal(analysis.url, "https://lindenblatt.example/politik/russland-staatsbesuch");
  assert.match(analysis.published, /^2026-11-23T18:40/);
  assert.deepEqual(
    topics.map(({ label, source }) => [label, source]),
    [
      ["Tourismus", "list"],
      ["Kultur", "list"],
      ["Bildung", "list"],
    ],
  );
  for (const { label, mentions } of topics) assert.ok(mentions >= 3, `${label} is mentioned ${mentions} times`);
  assert.deepEqual(
    sections.map(({ heading, id }) => [heading, id]),
    [
      ["Ein Nachtzug und ein Wanderweg", "nachtzug"],
      ["Bilder auf Reisen", "museen"],
      ["Vierhundert Plätze, ausgelost", "schulen"],
    ],
  );
  assert.ok(
    seen.text.some((line) => line.startsWith("Berlin Die Bundespräsidentin")),
    "the dateline is a word of its own",
  );
  assert.ok(
    !seen.text.some(
      (line) => line.startsWith("Durch") || line.includes("Neueste Nachrichten") || line.includes("Kommentare"),
    ),
    "only the article is counted",
  );
});

test("the share list offers SURFACE's default targets in their order", async () => {
  await visitDemo("de");
  await shared.browser.click(() => witness.part("share-button"));
  const targets = await shared.browser.until(() => {
    const shown = witness.parts("target").filter(witness.shown);
    return shown.length > 3 && shown.map((target) => target.dataset.target);
  });
  // No engine here has a system sheet, and copying may stand as a button beside "share".
  assert.deepEqual(
    targets.filter((name) => name !== "copy"),
    ["email", "whatsapp", "mastodon", "bluesky", "facebook", "x", "linkedin"],
  );
  assert.ok(await shared.browser.inPage(() => witness.target("copy")), "there is a copy target");
});

for (const [language, time, direction] of /** @type {[string, RegExp, string][]} */ ([
  ["en", /^\d+ min(ute)?s? read$/, "ltr"],
  ["ar", /دقائق|دقيقة|دقيقتان/, "rtl"],
  ["ja", /\d+\s*分/, "ltr"],
])) {
  test(`the ${language} page speaks ${language}`, async () => {
    await visitDemo(language);
    const seen = await shared.browser.inPage(() => {
      const [top] = witness.widgets();
      return {
        language: top.analysis.language,
        time: witness.words(witness.part("time")),
        direction: getComputedStyle(witness.part("time")).direction,
        spoken: witness.part("time").closest("[lang]")?.lang,
        topics: witness.parts("topic").length,
        share: witness.words(witness.part("share-button")),
        minutes: top.analysis.minutes,
        problems: [...witness.warnings, ...witness.errors, ...witness.violations],
      };
    });
    assert.equal(seen.language, language);
    assert.match(seen.time, time);
    assert.equal(seen.direction, direction);
    assert.ok(seen.topics >= 3, `${seen.topics} topics`);
    assert.notEqual(seen.share, "");
    assert.ok(seen.minutes >= 1);
    assert.deepEqual(seen.problems, []);
  });
}

test("the index leads to every page", async () => {
  await shared.browser.visit(`${shared.site.origin}/`);
  const links = await shared.browser.inPage(() => [...document.links].map((link) => new URL(link.href).pathname));
  for (const language of ["de", "en", "ar", "ja"])
    assert.ok(links.includes(demoPage(language)), `the index has no link to ${demoPage(language)}`);
});
