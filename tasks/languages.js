// Puts into the language files the words of tasks/languages/*.txt, sorted as the topic finder searches
// them, and the minutes as CLDR writes them. `--check` only says whether that has been done with the
// words: another Node has another CLDR.

import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Failure, main, root } from "./command.js";

const folder = join(root, "languages");
const sources = join(root, "tasks", "languages");

/**
 * What the finder reads: words sorted by code point, endings the longest first.
 * @type {Record<string, (a: string, b: string) => number>}
 */
const order = {
  stop: byCodePoint,
  determiners: byCodePoint,
  endings: (a, b) => [...b].length - [...a].length || byCodePoint(a, b),
};

/**
 * @param {string} a
 * @param {string} b
 */
function byCodePoint(a, b) {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

/**
 * The sections of a source: `[name]` and below it words between white space; `#` begins a remark.
 * @param {string} source
 */
export function topicWords(source) {
  /** @type {Record<string, Set<string>>} */
  const sections = {};
  /** @type {Set<string> | undefined} */
  let words;
  for (const line of source.normalize("NFC").split("\n")) {
    const name = /^\[(\w+)\]$/.exec(line)?.[1];
    if (name) {
      words = new Set();
      sections[name] = words;
    } else if (!line.startsWith("#")) {
      for (const word of line.split(/\s+/).filter(Boolean)) {
        if (!words) throw new Failure(`"${word}" stands before the first section.`);
        words.add(word);
      }
    }
  }
  sections.stop = withoutInflections(sections.stop, sections.endings);
  const sorted = Object.keys(order).map((name) => [name, [...(sections[name] ?? [])].sort(order[name]).join(" ")]);
  return Object.fromEntries(sorted.filter(([name, words]) => words || name !== "endings"));
}

/**
 * The finder takes a word for a stop word too where what is left without its ending is one: `produkten`, `produkt`.
 * @param {Set<string>} [stop]
 * @param {Set<string>} [endings]
 */
function withoutInflections(stop = new Set(), endings = new Set()) {
  const longestFirst = [...endings].sort(order.endings);
  const stem = (/** @type {string} */ word) => {
    const ending = longestFirst.find((ending) => word.endsWith(ending) && [...word].length - [...ending].length >= 4);
    return ending ? word.slice(0, -ending.length) : word;
  };
  return new Set([...stop].filter((word) => stem(word) === word || !stop.has(stem(word))));
}

/**
 * The forms of "{count} minutes" by plural category, one string where they are the same; nothing where
 * the digits of some region aren't 0 to 9, as in Egypt's Arabic.
 * @param {string} code
 * @param {"long" | "short" | "narrow"} unitDisplay
 */
function minutes(code, unitDisplay) {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const [language, second] = code.split("-");
  const { script } = new Intl.Locale(code).maximize();
  const regions =
    second?.length === 2 ? [] : letters.flatMap((one) => letters.map((other) => `${language}-${one}${other}`));
  const same = [code, ...regions.filter((tag) => new Intl.Locale(tag).maximize().script === script)];
  if (same.some((tag) => new Intl.NumberFormat(tag).resolvedOptions().numberingSystem !== "latn")) return undefined;
  const format = new Intl.NumberFormat(code, { style: "unit", unit: "minute", unitDisplay });
  const rules = new Intl.PluralRules(code);
  /** @type {Record<string, string>} */
  const forms = {};
  for (let count = 1; count < 1000; count++) {
    const form = format
      .formatToParts(count)
      .map(({ type, value }) => (type === "integer" ? "{count}" : value))
      .join("");
    const category = rules.select(count);
    forms[category] ??= form;
    if (forms[category] !== form) throw new Failure(`${code}: ${count} minutes are not told by the plural category.`);
  }
  return new Set(Object.values(forms)).size === 1 ? Object.values(forms)[0] : forms;
}

/** @param {string[]} args */
function languages(args) {
  const stale = [];
  const named = readdirSync(sources).map((name) => basename(name, ".txt"));
  for (const code of named) {
    if (!existsSync(join(folder, `${code}.json`)))
      throw new Failure(`tasks/languages/${code}.txt has no language file beside it: write ${code}.json first.`);
  }
  for (const name of readdirSync(folder)) {
    const code = basename(name, ".json");
    const file = join(folder, name);
    const before = readFileSync(file, "utf8");
    const language = JSON.parse(before);
    const { direction, unit, labels } = language;
    const topics = named.includes(code) ? topicWords(readFileSync(join(sources, `${code}.txt`), "utf8")) : undefined;
    const written = args.includes("--check") ? language.minutes : minutes(code, unit);
    const after = `${JSON.stringify({ direction, unit, minutes: written, labels, topics }, null, 2)}\n`;
    if (after === before) continue;
    stale.push(basename(file));
    if (!args.includes("--check")) writeFileSync(file, after);
  }
  if (args.includes("--check") && stale.length > 0)
    throw new Failure(`Not made from tasks/languages: ${stale.join(", ")}. Type: node tasks/languages.js`);
  console.log(stale.length > 0 ? `Written: ${stale.join(", ")}` : "Every language file is up to date.");
}

await main(import.meta.url, languages);
