// What is found on real pages with known answers: ours, dom_smoothie, Readability, trafilatura.

import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { root } from "../tasks/command.js";
import { score } from "./articles/score.js";
import { unpacked } from "./data.js";
import { milliseconds } from "./table.js";

const run = promisify(execFile);
const crate = join(root, "benches", "articles");

/** @returns {Promise<import("./table.js").Table | undefined>} nothing where the pages are missing */
export async function measureArticles({ progress }) {
  const folder = await unpacked("pages");
  if (!folder) return undefined;
  const gold = JSON.parse(readFileSync(join(folder, "gold.json"), "utf8"));
  const rows = [];
  const missing = [];
  const engines = {
    "reading-widget, Rust": () => inRust("reading-widget", folder),
    "reading-widget, Node": () => inNode(gold, folder, ours),
    "dom_smoothie 0.19, Rust": () => inRust("dom_smoothie", folder),
    "Readability 0.6 with linkedom, Node": () => inNode(gold, folder, readability),
    "trafilatura, Python": () => inPython(folder),
  };
  for (const [name, measure] of Object.entries(engines)) {
    progress(`finding the article on ${gold.length} pages, ${name}`);
    try {
      const results = await measure();
      const figures = score(gold, results);
      const time = results.reduce((sum, result) => sum + result.ms, 0) / results.length;
      const share = (value) => value.toFixed(3).replace(/^0/, "");
      rows.push([name, ...[figures.precision, figures.recall, figures.f1, figures.title, figures.byline, figures.date].map(share), milliseconds(time)]);
    } catch (error) {
      // The last line says why; the others name places of this machine.
      const reason = String(error.stderr || error.message).trim().split("\n").at(-1);
      missing.push(`${name} (${reason.replaceAll(root, "").slice(0, 120)})`);
    }
  }
  return {
    title: `Finding the article on ${gold.length} real pages`,
    explanation:
      "Pages of trafilatura's evaluation set with their marked segments: precision, recall and F1 of the text, the share of titles, bylines and dates that are right, and the mean CPU time a page; " +
      `ours does the whole analysis in that time, topics and all.${missing.length > 0 ? ` Not measured: ${missing.join(", ")}.` : ""}`,
    head: ["", "P", "R", "F1", "title", "byline", "date", "ms a page"],
    rows,
  };
}

async function inRust(engine, folder) {
  const target = join(root, "target", "bench", "articles");
  const options = { env: { ...process.env, CARGO_TARGET_DIR: target }, maxBuffer: 2 ** 30 };
  await run("cargo", ["build", "--release", "--locked", "--manifest-path", join(crate, "Cargo.toml")], options);
  return lines(await run(join(target, "release", "reading-widget-articles"), [folder, engine], options));
}

async function inPython(folder) {
  return lines(await run(process.env.PYTHON ?? "python3", [join(crate, "trafilatura_pages.py"), folder], { maxBuffer: 2 ** 30 }));
}

function lines({ stdout }) {
  return stdout.split("\n").filter(Boolean).map((line) => JSON.parse(line));
}

async function inNode(gold, folder, makeReader) {
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
  return (html, url) => analyzeHtml(html, { url, includeText: true });
}

async function readability() {
  const { Readability } = await import("@mozilla/readability");
  const { parseHTML } = await import("linkedom");
  return (html) => {
    const article = new Readability(parseHTML(html).document).parse();
    return { text: article?.textContent, title: article?.title, byline: article?.byline, published: article?.publishedTime };
  };
}
