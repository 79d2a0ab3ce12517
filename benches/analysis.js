// The analysis of a text alone, in Chromium and in Node, beside reading-time and keyword-extractor.

import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../tasks/command.js";
import { timeAnalysis } from "./analysis/timing.js";
import { interleaved, medians } from "./samples.js";
import { milliseconds, ratio } from "./table.js";

const article = join(root, "benches", "article.txt");

const figures = [
  ["import to first result", "fromImport"],
  ["of it the first call", "first"],
  ["a warm call", "warm"],
  ["a warm call that is told the language", "told"],
];

/** @returns {Promise<import("./table.js").Table>} */
export async function measureAnalysis({ chromium, site, samples, progress }) {
  const text = await readFile(article, "utf8");
  const inChromium = (index) => () =>
    chromium.withFreshPage(async (page) => {
      await page.visit(site.empty);
      return page.inPage(timeAnalysis, index, text);
    });
  const places = {
    Chromium: { widget: inChromium(site.widget.index), peers: inChromium(site.peers.index) },
    Node: { widget: inNode("../../dist/node.js"), peers: inNode("../peers/analysis.js") },
  };
  const rows = [];
  for (const [place, subjects] of Object.entries(places)) {
    progress(`analysis of a text, ${place}`);
    const { widget, peers } = await interleaved(samples, subjects);
    const [ours, theirs] = [medians(widget), medians(peers)];
    for (const [what, key] of figures) {
      rows.push([
        `${place}: ${what}`,
        milliseconds(ours[key]),
        milliseconds(theirs[key]),
        ratio(theirs[key], ours[key]),
      ]);
    }
  }
  const words = text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return {
    title: `Analysis of ${words.toLocaleString("en")} German words`,
    explanation:
      `\`analyze(text)\` without a page, median of ${samples} fresh contexts or processes; the widget's first call counts from the instantiated ` +
      "wasm on, so it pays the lazy compilation and loads the language's file; a warm call is the median of 100 after that, in the same context; " +
      "the widget finds the language by itself unless it is told, the peers are always told.",
    head: ["ms", "widget", "reading-time + keyword-extractor", "ratio"],
    rows,
  };
}

/** A process of its own, with nothing compiled. */
function inNode(module) {
  return async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      join(root, "benches", "analysis", "in-node.js"),
      module,
      article,
    ]);
    return JSON.parse(stdout);
  };
}
