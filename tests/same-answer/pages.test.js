// The same pages read three times: natively, by the Node entry, and by Chromium, which parses them itself,
// the pages' own scripts and everything they load turned off. All three give the same answer.
// The pages belong to others: READING_WIDGET_DATA names the folder of their archive.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import { unpacked } from "../../benches/data.js";
import { bundled } from "../../tasks/build/scripts.js";
import { root } from "../../tasks/command.js";
import { openBrowser } from "../browser/browser.js";
import { openSite } from "../browser/site.js";
import { analyzeHtml } from "../../dist/node.js";

const READER = "/reading-widget/same-answer.js";

/** What a reader or another program sees of the analysis. */
const fields = [
  "language",
  "title",
  "byline",
  "published",
  "section",
  "words",
  "characters",
  "minutes",
  "comments",
  "topics",
  "text",
];

/**
 * Pages on which a browser knows more than a parser, with the reason. What isn't named here must be equal.
 * @type {Record<string, string>}
 */
const reasons = JSON.parse(readFileSync(new URL("reasons.json", import.meta.url), "utf8"));

const folder = await unpacked("pages");
const isMissing = !folder && process.env.CI !== "true";
const work = mkdtempSync(join(tmpdir(), "same-answer-"));
let browser;
let site;

before(async () => {
  if (!folder) return;
  site = await openSite();
  site.put(await bundled("readings.ts"), { path: READER, headers: { "Content-Type": "text/javascript" } });
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
  await site?.close();
  rmSync(work, { recursive: true, force: true });
});

test("natively, in Node and in Chromium", {
  skip: isMissing && "the pages are missing",
  timeout: 30 * 60_000,
}, async () => {
  assert.ok(folder, "the pages are missing: READING_WIDGET_DATA names the folder with pages.tar.xz");
  const decode = await decoder();
  const gold = JSON.parse(readFileSync(join(folder, "gold.json"), "utf8"));
  const pages = gold.map(({ file }, number) => ({
    file,
    path: `/page-${number}/`,
    bytes: readFileSync(join(folder, "pages", file)),
  }));
  for (const { path, bytes } of pages)
    site.put(bytes, {
      path,
      headers: { "Content-Type": mediaType(bytes), "Content-Security-Policy": policy(site.origin) },
    });

  const native = nativeAnswers(pages);
  const differing = {};
  let equal = 0;
  for (const { file, path, bytes } of pages) {
    const url = site.origin + path;
    const inNode = await answer(() => analyzeHtml(decode(bytes), { url, includeText: true }));
    assert.deepEqual(difference(native.get(file), inNode), {}, `${file}: natively and in Node`);
    await browser.visit(url);
    const inBrowser = await answer(() => browser.inPage(readArticle, site.origin + READER));
    const different = difference(inNode, inBrowser);
    if (Object.keys(different).length === 0) equal += 1;
    else differing[file] = different;
  }
  console.log(
    `${equal} of ${pages.length} pages give the same answer; the others, with reasons: ${JSON.stringify(differing, null, 1)}`,
  );
  assert.deepEqual(
    Object.keys(differing).filter((file) => !reasons[file]),
    [],
    "pages that differ without a reason",
  );
  assert.deepEqual(
    Object.keys(reasons).filter((file) => !differing[file]),
    [],
    "reasons of pages that don't differ",
  );
});

/** With the charset that its server named, which is lost, where the page itself names none. */
function mediaType(bytes) {
  const isDeclared = /<meta[^>]+charset/i.test(bytes.subarray(0, 65_536).toString("latin1"));
  return isDeclared ? "text/html" : "text/html; charset=utf-8";
}

/** Nothing of the page's runs or is loaded; style attributes count, as a parser knows them too. */
function policy(origin) {
  return `default-src 'none'; script-src ${origin}/reading-widget/ 'wasm-unsafe-eval'; connect-src ${origin}/reading-widget/; style-src-attr 'unsafe-inline'; base-uri *`;
}

/** Runs in the page. */
async function readArticle(address) {
  const { read } = await import(address);
  const { analysis, text } = await read(null, {});
  return { ...analysis, text };
}

async function answer(ask) {
  try {
    return comparable(await ask());
  } catch (error) {
    return { error: /no article|several articles|has no text/.exec(error.message)?.[0] ?? error.message };
  }
}

function comparable(analysis) {
  const answer = Object.fromEntries(fields.map((field) => [field, analysis[field]]));
  answer.topics = analysis.topics?.map((topic) => topic.label ?? topic);
  return answer;
}

/** The fields that differ, shortened, with both values. */
function difference(one, other) {
  const short = (value) => (JSON.stringify(value) ?? "").slice(0, 300);
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const differing = names.filter((name) => JSON.stringify(one[name] ?? null) !== JSON.stringify(other[name] ?? null));
  return Object.fromEntries(
    differing.map((name) => [
      name,
      name === "text" ? around(one.text ?? "", other.text ?? "") : [short(one[name]), short(other[name])],
    ]),
  );
}

/** Where two texts part. */
function around(one, other) {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  return [one, other].map((text) => text.slice(Math.max(0, start - 40), start + 80));
}

function nativeAnswers(pages) {
  writeFileSync(
    join(work, "gold.json"),
    JSON.stringify(pages.map(({ file, path }) => ({ file, url: site.origin + path }))),
  );
  symlinkSync(join(folder, "pages"), join(work, "pages"));
  const target = join(root, "target", "bench", "articles");
  /** @type {import("node:child_process").ExecFileSyncOptionsWithStringEncoding} */
  const options = {
    env: { ...process.env, CARGO_TARGET_DIR: target },
    maxBuffer: 2 ** 30,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  };
  execFileSync(
    "cargo",
    ["build", "--quiet", "--release", "--locked", "--manifest-path", join(root, "benches", "articles", "Cargo.toml")],
    options,
  );
  const lines = execFileSync(join(target, "release", "reading-widget-articles"), [work, "reading-widget"], options);
  return new Map(
    lines
      .trim()
      .split("\n")
      .map((line) => {
        const { file, error, ...analysis } = JSON.parse(line);
        return [
          file,
          error ? { error: /no article|several articles|has no text/.exec(error)?.[0] ?? error } : comparable(analysis),
        ];
      }),
  );
}

async function decoder() {
  const file = join(work, "decode.mjs");
  writeFileSync(file, await bundled("decode.ts"));
  return (await import(pathToFileURL(file).href)).decode;
}
