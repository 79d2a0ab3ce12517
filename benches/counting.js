// Words as a person counts them: where the peers differ, how fast each counts, and what reading time
// alone weighs.

import { readFileSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { analyze } from "../dist/node.js";
import { sizes } from "../tasks/build/sizes.js";
import { bindgen, compile, optimize } from "../tasks/build/wasm.js";
import { read as output, root } from "../tasks/command.js";
import { bytes, milliseconds, ratio } from "./table.js";

const require = createRequire(import.meta.url);
const { countWords: ghost } = require("@tryghost/helpers").utils;
const { count: wordpress } = require("@wordpress/wordcount");
const { readingTime: estimator } = require("reading-time-estimator");
// Its types are those of a module.
/** @type {typeof import("reading-time").default} */
const readingTime = require("reading-time");
const { languageProcessing: yoast } = require("yoastseo");

/** Each gives how many units it counts in a text of a language. */
const peers = {
  "@wordpress/wordcount 4.55": (text, language) =>
    wordpress(text, ["zh", "ja", "ko", "th"].includes(language) ? "characters_excluding_spaces" : "words", {}),
  "reading-time 1.5": (text) => readingTime(text).words,
  "reading-time-estimator 2.13": (text, language) => estimator(text, language in spoken ? { language } : {}).words,
  "Hugo's rule": (text) => text.split(/\s+/u).filter(Boolean).length,
  "@tryghost/helpers": (text) => ghost(text),
  yoastseo: (text) => yoast.getWords(text).length,
  "Intl.Segmenter": (text, language) =>
    [...new Intl.Segmenter(language, { granularity: "word" }).segment(text)].filter(({ isWordLike }) => isWordLike)
      .length,
};

/** Of reading-time-estimator. */
const spoken = Object.fromEntries(
  require("reading-time-estimator").supportedLanguages?.map((language) => [language, true]) ?? [],
);

/** The strings with the count a reader would give, and why: the table that the tests use. */
function strings() {
  const [, ...rows] = readFileSync(join(root, "tests/cases/counts.tsv"), "utf8").trimEnd().split("\n");
  return rows
    .filter((row) => row && !row.startsWith("#"))
    .map((row) => {
      const [group, what, language, words, characters, , text] = row.split("\t");
      return {
        group,
        what,
        language,
        words: Number(words),
        characters: Number(characters),
        text: text.replace(/\\u(?:\{([0-9a-f]+)\}|([0-9a-f]{4}))/gi, (_, long, short) =>
          String.fromCodePoint(Number.parseInt(long ?? short, 16)),
        ),
      };
    });
}

const groups = ["latin", "spaced", "unspaced", "hostile"];

/** @returns {Promise<import("./table.js").Table>} */
export async function measureCounts({ progress }) {
  progress("strings counted");
  const table = strings();
  const ours = async ({ text, language, words, characters }) => {
    const found = await analyze(text, { language, maxTopics: 1 });
    return found.words === words && found.characters === characters;
  };
  const rows = [["reading-widget", ...(await differing(table, ours))]];
  for (const [name, count] of Object.entries(peers)) {
    const isSame = ({ text, language, words, characters }) =>
      [words, words + characters].includes(safely(() => count(text, language)));
    const cells = await differing(table, isSame);
    // What it counts there is another unit: the words of a dictionary.
    if (name === "Intl.Segmenter") cells.splice(2, 1, "–");
    rows.push([name, ...cells]);
  }
  const sizeOf = (group) => table.filter((row) => row.group === group).length;
  return {
    title: `${table.length} strings counted unlike a person`,
    explanation:
      `What a reader of each of ${new Set(table.map(({ language }) => language)).size} languages would count, with the reason, stands in \`tests/cases/counts.tsv\`: our own judgement. ` +
      "A peer agrees with words, or with words and letters together where the script has no spaces. Ours differs where markup is handed over as plain text and for the double hyphen of punycode.",
    head: [
      "",
      ...groups.map(
        (group) =>
          `${{ latin: "Latin", spaced: "other scripts with spaces", unspaced: "without spaces", hostile: "hostile" }[group]}, of ${sizeOf(group)}`,
      ),
    ],
    rows,
  };
}

async function differing(table, isSame) {
  const cells = [];
  for (const group of groups) {
    let differing = 0;
    for (const row of table) if (row.group === group && !(await isSame(row))) differing++;
    cells.push(String(differing));
  }
  return cells;
}

function safely(count) {
  try {
    return count();
  } catch {
    return NaN;
  }
}

/** Reading time as a wasm of its own, and a page that counts nothing: their folders. */
async function buildAlone() {
  const built = {};
  for (const [name, features] of /** @type {[string, string[]][]} */ ([
    ["bare", ["--features", "bare"]],
    ["alone", []],
  ])) {
    const folder = join(root, "target", "bench", "reading-time", name);
    const compiled = await compile({ folder: `reading-time-${name}`, features, crate: "reading-time-alone" });
    await bindgen(compiled, folder, "reading_time");
    await optimize(join(folder, "reading_time_bg.wasm"), join(folder, "small", "reading_time_bg.wasm"));
    built[name] = folder;
  }
  return built;
}

/** The fastest of some runs, in milliseconds. */
function fastest(act) {
  let best = Infinity;
  const end = performance.now() + 700;
  do {
    const started = performance.now();
    act();
    best = Math.min(best, performance.now() - started);
  } while (performance.now() < end);
  return best;
}

/** @returns {Promise<import("./table.js").Table[]>} */
export async function measureCounting({ progress }) {
  progress("bytes and speed of counting");
  const folders = await buildAlone();
  const wasmOf = (name) => sizes(join(folders[name], "small"))[0];
  const glue = await import(pathToFileURL(join(folders.alone, "reading_time.js")).href);
  glue.initSync({ module: readFileSync(join(folders.alone, "small", "reading_time_bg.wasm")) });
  return [weight(wasmOf("bare"), wasmOf("alone")), speed(glue), linearity(glue)];
}

function weight(bare, alone) {
  const labels = JSON.parse(readFileSync(join(root, "languages/de.json"), "utf8"));
  const { time, timeUnder } = labels.labels;
  const own = JSON.stringify({ direction: labels.direction, unit: labels.unit, labels: { time, timeUnder } });
  return {
    title: "Bytes of reading time alone",
    explanation:
      "Counting, rates and the language of every text, as a wasm of its own over one whose only function gives a text's length.",
    head: ["", "raw", "brotli 11"],
    rows: [
      ["a bare wasm-bindgen page", bytes(bare.raw), bytes(bare.brotli)],
      ["with reading time", bytes(alone.raw), bytes(alone.brotli)],
      ["the words of one language", bytes(own.length), "–"],
      ["reading time over the bare page", bytes(alone.raw - bare.raw), bytes(alone.brotli - bare.brotli)],
    ],
  };
}

function native(files) {
  return output(
    "cargo",
    ["run", "--quiet", "--release", "--locked", "--package", "reading-time-alone", "--bin", "count", "--", ...files],
    { stderr: "inherit" },
  )
    .split("\n")
    .map(Number);
}

/** Texts as files, for the native counter. */
function asFiles(texts) {
  const folder = join(root, "target", "bench", "texts");
  mkdirSync(folder, { recursive: true });
  return texts.map((text, number) => {
    const file = join(folder, `${number}.txt`);
    writeFileSync(file, text);
    return file;
  });
}

function repeated(text, size) {
  const whole = Buffer.byteLength(text);
  return text.repeat(Math.ceil(size / whole)).slice(0, size);
}

function speed(glue) {
  const german = repeated(readFileSync(join(root, "benches/article.txt"), "utf8"), 1_000_000);
  const megabytes = Buffer.byteLength(german) / 1e6;
  const into = new Uint8Array(4_000_000);
  const encoder = new TextEncoder();
  const times = {
    "words::count, native": native(asFiles([german]))[0],
    "readingTime, wasm in Node, the copy included": fastest(() => glue.readingTime(german, "de")),
    "TextEncoder's copy alone": fastest(() => encoder.encodeInto(german, into)),
  };
  for (const [name, count] of Object.entries(peers)) {
    // It is quadratic in the length of a text in Node 20.
    if (name !== "Intl.Segmenter") times[name] = fastest(() => count(german, "de"));
  }
  const base = times["reading-time 1.5"];
  return {
    title: "Counting 1 MB of German",
    explanation:
      "The fastest of the runs of 0.7 s each, in one process but for the native ones; how many times as fast as reading-time.",
    head: ["", "MB/s", "× reading-time"],
    rows: Object.entries(times)
      .sort((a, b) => a[1] - b[1])
      .map(([name, time]) => [name, milliseconds((megabytes / time) * 1000), ratio(base, time)]),
  };
}

function linearity(glue) {
  const table = strings();
  const scripts = [...new Map(table.map(({ language, text }) => [language, text])).values()].join(" ");
  const texts = {
    "one word": (size) => "a".repeat(size),
    "many words": (size) => repeated("Wort und Satz ", size),
    "digits alone": (size) => "7".repeat(size),
    "the strings of all languages": (size) => repeated(scripts, size),
  };
  const lengths = [10_000, 100_000, 1_000_000, 10_000_000];
  return {
    title: "Linear time",
    explanation:
      "`readingTime` in wasm in Node, ms, the copy included, by the letters of the text; the last column is the growth over the last step of 10 ×.",
    head: ["letters", ...lengths.map(bytes), "growth"],
    rows: Object.entries(texts).map(([name, make]) => {
      const times = lengths.map((length) =>
        fastest(
          (
            (text) => () =>
              glue.readingTime(text, "de")
          )(make(length)),
        ),
      );
      return [name, ...times.map(milliseconds), ratio(times.at(-1), times.at(-2))];
    }),
  };
}
