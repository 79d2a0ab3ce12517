// The files of words: each whole, grammatical for every number, and no bigger than a reader should pay.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../languages/", import.meta.url));
const codes = readdirSync(folder).map((name) => name.replace(/\.json$/, ""));
const read = (code) => JSON.parse(readFileSync(`${folder}${code}.json`, "utf8"));
const german = read("de");

/** Languages of the phrases that the field's tools have, and those with a rate of reading. */
const expected = (
  "af ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko ku lb lo lt lv mk " +
  "ml mn mr ms mt my nb ne nl nn pa pl pt pt-PT ro ru si sk sl sq sr sr-Latn sv sw ta te th tk tr uk ur uz vi zh zh-Hant"
).split(" ");

/** Languages with a rate of reading and no words of ours. */
const withoutWords = {
  bo: "no source for the phrases, and Intl writes minutes in English",
  yue: "papers in Cantonese label their pages in written Chinese",
};

const rightToLeft = ["ar", "fa", "he", "ur"];

const placeholders = (text) => (text.match(/\{\w+\}/g) ?? []).sort();

test("every language is there", () => {
  assert.deepEqual(
    expected.filter((code) => !codes.includes(code)),
    [],
  );
});

test("every language with a rate of reading has words, or a reason why not", () => {
  const source = readFileSync(new URL("../../src/count/rates.rs", import.meta.url), "utf8");
  const spaced = [...source.matchAll(/^ {4}words\("(\w+)"/gm)];
  const arms = source.match(/fn unspaced_script.*?\n\}/s)?.[0] ?? "";
  const unspaced = [...arms.matchAll(/"(\w+)"/g)];
  assert.ok(spaced.length >= 60 && unspaced.length >= 8, `${spaced.length} and ${unspaced.length} found`);
  const rated = [...spaced, ...unspaced].map(([, code]) => code);
  // "tl" is written as "fil".
  const missing = rated.filter((code) => !codes.includes(Intl.getCanonicalLocales(code)[0]));
  assert.deepEqual(missing.sort(), Object.keys(withoutWords));
});

test("French keeps its colons, and its question and exclamation marks, on their line", () => {
  const words = readFileSync(`${folder}fr.json`, "utf8");
  assert.match(words, /\u00a0:/);
  assert.doesNotMatch(words, /[^\u00a0\u202f"][:;?!»](?=[ "])/);
});

describe("languages", () => {
  for (const code of codes) {
    test(code, () => {
      const { direction, unit, labels, topics } = read(code);
      assert.equal(direction, rightToLeft.includes(code) ? "rtl" : "ltr");
      assert.ok(["long", "short", "narrow"].includes(unit));
      assert.deepEqual(Object.keys(labels), Object.keys(german.labels), "the same labels in the same order");
      if (topics)
        assert.deepEqual(
          Object.keys(topics).filter((name) => name !== "endings"),
          ["stop", "determiners"],
        );
      const { pluralCategories } = new Intl.PluralRules(code).resolvedOptions();
      for (const [name, label] of Object.entries(labels)) {
        const forms = typeof label === "string" ? { other: label } : label;
        const model = german.labels[name];
        const wanted = placeholders(typeof model === "string" ? model : model.other);
        if (typeof label !== "string")
          assert.deepEqual(
            Object.keys(forms).sort(),
            [...pluralCategories].sort(),
            `${name} has a form for each number`,
          );
        for (const [category, form] of Object.entries(forms)) {
          assert.equal(form, form.trim(), name);
          assert.notEqual(form, "", name);
          assert.equal(form, form.normalize("NFC"), name);
          assert.doesNotMatch(form, /[<>]|\.\.\./, name);
          const found = placeholders(form);
          // "1 Stelle" may be "eine Stelle" where the form stands for a single number.
          const isOneNumber = ["zero", "one", "two"].includes(category) && name === "mentions";
          const minutes = wanted.includes("{time}") && typeof label !== "string" ? ["{count}"] : wanted;
          if (!isOneNumber) assert.deepEqual(found, minutes, `${name}: ${form}`);
          else for (const placeholder of found) assert.ok(wanted.includes(placeholder), `${name}: ${form}`);
        }
      }
    });
  }
});

test("a minute, two minutes and a range are said in each", () => {
  for (const code of codes) {
    const { unit } = read(code);
    const format = new Intl.NumberFormat(code, { style: "unit", unit: "minute", unitDisplay: unit });
    assert.equal(format.resolvedOptions().locale.split("-")[0], code.split("-")[0], `Intl knows ${code}`);
  }
});

test("the minutes in the file are those of Intl, where digits are 0 to 9 in every region", async (t) => {
  const withoutMinutes = ["ar", "bn", "fa", "mr", "my", "ne", "ur"];
  assert.deepEqual(
    codes.filter((code) => !read(code).minutes),
    withoutMinutes,
  );
  const cldr = "48";
  if (process.versions.cldr?.split(".")[0] !== cldr)
    return t.skip(`the files are of CLDR ${cldr}, this Node has ${process.versions.cldr}`);
  for (const code of codes) {
    const { unit, minutes } = read(code);
    if (!minutes) continue;
    const format = new Intl.NumberFormat(code, { style: "unit", unit: "minute", unitDisplay: unit });
    const rules = new Intl.PluralRules(code);
    for (let count = 1; count < 1000; count++) {
      const form = typeof minutes === "string" ? minutes : minutes[rules.select(count)];
      assert.equal(form?.replace("{count}", count), format.format(count), code);
    }
  }
});

test("the topics' words are those of their sources", async () => {
  const { topicWords } = await import("../../tasks/languages.js");
  const sources = fileURLToPath(new URL("../../tasks/languages/", import.meta.url));
  const names = readdirSync(sources).map((name) => name.replace(/\.txt$/, ""));
  assert.deepEqual(
    codes.filter((code) => read(code).topics),
    names,
  );
  assert.ok(names.length >= 20);
  for (const name of names)
    assert.deepEqual(read(name).topics, topicWords(readFileSync(`${sources}${name}.txt`, "utf8")), name);
});
