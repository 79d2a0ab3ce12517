// What is found on real pages with known answers: ours, other people's engines.

import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { root } from "../tasks/command.js";
import { score } from "./articles/score.js";
import { calibration, scoreSets } from "./articles/score-sets.js";
import { unpacked } from "./data.js";
import { milliseconds } from "./table.js";

const run = promisify(execFile);
const crate = join(root, "benches", "articles");

const engines = {
  "reading-widget, Rust": (pages) => inRust("reading-widget", pages),
  "reading-widget, Node": (pages) => inNode(pages, ours),
  "dom_smoothie 0.19, Rust": (pages) => inRust("dom_smoothie", pages),
  "rs-trafilatura 0.2.2, Rust": (pages) => inRust("rs-trafilatura", pages),
  "Readability 0.6 with linkedom, Node": (pages) => inNode(pages, readability),
  "trafilatura, Python": inPython,
};

const share = (value) => (value === undefined ? "" : value.toFixed(3).replace(/^0/, ""));
const time = (results) => milliseconds(results.reduce((sum, result) => sum + result.ms, 0) / results.length);

/** @returns {Promise<import("./table.js").Table[]>} none where the pages are missing */
export async function measureArticles({ progress }) {
  return [await measureSegments(progress), ...(await measureTexts(progress))].filter(Boolean);
}

/** What every engine finds on these pages, by its name, and in words which ones can't be had here. */
async function findAll(pages, progress) {
  const found = new Map();
  const missing = [];
  for (const [name, measure] of Object.entries(engines)) {
    progress(`finding the article on ${pages.gold.length} pages, ${name}`);
    try {
      found.set(name, await measure(pages));
    } catch (error) {
      // The last line says why; the others name places of this machine.
      const reason = String(error.stderr || error.message)
        .trim()
        .split("\n")
        .at(-1);
      missing.push(`${name} (${reason.replaceAll(root, "").slice(0, 120)})`);
    }
  }
  return { found, notMeasured: missing.length > 0 ? ` Not measured: ${missing.join(", ")}.` : "" };
}

/** The pages with marked segments. */
async function measureSegments(progress) {
  const folder = await unpacked("pages");
  if (!folder) return undefined;
  const gold = JSON.parse(readFileSync(join(folder, "gold.json"), "utf8"));
  const { found, notMeasured } = await findAll({ folder, gold }, progress);
  const rows = [...found].map(([name, results]) => {
    const figures = score(gold, results);
    return [
      name,
      ...[figures.precision, figures.recall, figures.f1, figures.title, figures.byline, figures.date].map(share),
      time(results),
    ];
  });
  return {
    title: `Finding the article on ${gold.length} real pages`,
    explanation:
      "Pages of trafilatura's evaluation set with their marked segments: precision, recall and F1 of the text, the share of titles, bylines and dates that are right, and the mean CPU time a page; " +
      `ours does the whole analysis in that time, topics and all.${notMeasured}`,
    head: ["", "P", "R", "F1", "title", "byline", "date", "ms a page"],
    rows,
  };
}

/** The sets whose pages come from anywhere, with their whole texts: one table of all, one of how sure ours is. */
async function measureTexts(progress) {
  const folder = await unpacked("articles");
  if (!folder) return [];
  const gold = readFileSync(join(folder, "gold.jsonl"), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const { found, notMeasured } = await findAll({ folder, gold }, progress);
  const names = {
    zyte: "zyte",
    article: "wcxb, articles",
    documentation: "wcxb, documentation",
    news: "news",
    listing: "wcxb, listings",
    collection: "wcxb, collections",
  };
  const scores = new Map([...found].map(([engine, results]) => [engine, scoreSets(gold, results)]));
  const rows = Object.entries(names).flatMap(([set, name]) =>
    [...scores].map(([engine, sets]) => {
      const { pages, answered, precision, recall, f1, title, byline, date, topics } = sets[set];
      const hasArticle = !/listing|collection/.test(set);
      return [
        `${name} (${pages})`,
        engine,
        ...(hasArticle ? [precision, recall, f1] : [undefined, undefined, undefined]).map(share),
        ...[answered, title, byline, date, topics].map(share),
      ];
    }),
  );
  const sure = calibration(gold, found.get("reading-widget, Rust") ?? []);
  return [
    {
      title: `Finding the article on ${gold.length} pages from anywhere`,
      explanation:
        "Three public sets with whole texts: zyte by runs of four words, the others by words (mean of each page's F1; a page without an answer has 0). Listings and collections have no article: the fewer are answered the better. " +
        `Topics: on so many pages one of the first five is the publisher's. Mean time a page: ${[...found].map(([engine, results]) => `${engine} ${time(results)} ms`).join(", ")}.${notMeasured}`,
      head: ["set (pages)", "", "P", "R", "F1", "answered", "title", "byline", "date", "topics"],
      rows,
    },
    sure.length > 0 && {
      title: "How sure it is that this is the article",
      explanation:
        "`confidence` on the same pages, all kinds of them, and the share that is right: there is an article, and its text has an F1 of .8 or more. These pages were trained on too; docs/reading.md has the table of pages that were not.",
      head: ["confidence", "pages", "said", "right"],
      rows: sure.map(({ least, pages, said, right }, index) => [
        index === 0
          ? `from ${share(least)}`
          : `${share(least) === ".000" ? "below" : "from"} ${share(least === 0 ? sure[index - 1].least : least)}`,
        String(pages),
        share(said),
        share(right),
      ]),
    },
  ].filter(Boolean);
}

async function inRust(engine, { folder }) {
  const target = join(root, "target", "bench", "articles");
  const options = { env: { ...process.env, CARGO_TARGET_DIR: target }, maxBuffer: 2 ** 30 };
  await run("cargo", ["build", "--release", "--locked", "--manifest-path", join(crate, "Cargo.toml")], options);
  return lines(await run(join(target, "release", "reading-widget-articles"), [folder, engine], options));
}

async function inPython({ folder }) {
  return lines(
    await run(process.env.PYTHON ?? "python3", [join(crate, "trafilatura_pages.py"), folder], { maxBuffer: 2 ** 30 }),
  );
}

function lines({ stdout }) {
  return stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

async function inNode({ folder, gold }, makeReader) {
  const [read, decode] = await Promise.all([makeReader(), decoder()]);
  const results = [];
  for (const { file, url } of gold) {
    const html = decode(readFileSync(join(folder, "pages", file)));
    const start = performance.now();
    let result;
    try {
      result = await read(html, url);
    } catch (error) {
      result = { error: String(error) };
    }
    results.push({ ...result, file, ms: performance.now() - start });
  }
  return results;
}

/** The command line's way from bytes to text. */
async function decoder() {
  const { build } = await import("esbuild");
  const outfile = join(root, "target", "bench", "decode.mjs");
  await build({ entryPoints: [join(root, "js", "decode.ts")], outfile, format: "esm", logLevel: "error" });
  return (await import(pathToFileURL(outfile).href)).decode;
}

async function ours() {
  const { analyzeHtml } = await import("../dist/node.js");
  return async (html, url) => {
    const { topics, ...rest } = await analyzeHtml(html, { url, includeText: true });
    return { ...rest, topics: topics.map(({ label }) => label) };
  };
}

async function readability() {
  const { Readability } = await import("@mozilla/readability");
  const { parseHTML } = await import("linkedom");
  return (html) => {
    const article = new Readability(parseHTML(html).document).parse();
    return {
      text: article?.textContent,
      title: article?.title,
      byline: article?.byline,
      published: article?.publishedTime,
    };
  };
}
