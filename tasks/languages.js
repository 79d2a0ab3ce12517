// Puts the words of tasks/languages/*.txt into the language files, sorted as the topic finder
// searches them. `--check` only says whether that has been done.

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Failure, main, root } from "./command.js";

const folder = join(root, "languages");
const sources = join(root, "tasks", "languages");

/** What the finder reads: words sorted by code point, endings the longest first. */
const order = {
  stop: byCodePoint,
  determiners: byCodePoint,
  endings: (a, b) => [...b].length - [...a].length || byCodePoint(a, b),
};

function byCodePoint(a, b) {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/** The sections of a source: `[name]` and below it words between white space; `#` begins a remark. */
export function topicWords(source) {
  const sections = {};
  let words;
  for (const line of source.normalize("NFC").split("\n")) {
    const name = /^\[(\w+)\]$/.exec(line)?.[1];
    if (name) words = sections[name] = new Set();
    else if (!line.startsWith("#")) for (const word of line.split(/\s+/).filter(Boolean)) words.add(word);
  }
  sections.stop = withoutInflections(sections.stop, sections.endings);
  const sorted = Object.keys(order).map((name) => [name, [...(sections[name] ?? [])].sort(order[name]).join(" ")]);
  return Object.fromEntries(sorted.filter(([name, words]) => words || name !== "endings"));
}

/** The finder takes a word for a stop word too where what is left without its ending is one: `produkten`, `produkt`. */
function withoutInflections(stop = new Set(), endings = new Set()) {
  const longestFirst = [...endings].sort(order.endings);
  const stem = (word) => {
    const ending = longestFirst.find((ending) => word.endsWith(ending) && [...word].length - [...ending].length >= 4);
    return ending ? word.slice(0, -ending.length) : word;
  };
  return new Set([...stop].filter((word) => stem(word) === word || !stop.has(stem(word))));
}

function languages(args) {
  const stale = [];
  for (const name of readdirSync(sources)) {
    const file = join(folder, `${basename(name, ".txt")}.json`);
    if (!existsSync(file)) throw new Failure(`tasks/languages/${name} has no language file beside it: write ${basename(file)} first.`);
    const before = readFileSync(file, "utf8");
    const { topics: _, ...language } = JSON.parse(before);
    const topics = topicWords(readFileSync(join(sources, name), "utf8"));
    const after = `${JSON.stringify({ ...language, topics }, null, 2)}\n`;
    if (after === before) continue;
    stale.push(basename(file));
    if (!args.includes("--check")) writeFileSync(file, after);
  }
  if (args.includes("--check") && stale.length > 0) throw new Failure(`Not made from tasks/languages: ${stale.join(", ")}. Type: node tasks/languages.js`);
  console.log(stale.length > 0 ? `Written: ${stale.join(", ")}` : "Every language file is up to date.");
}

await main(import.meta.url, languages);
