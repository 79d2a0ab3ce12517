// Topics of many documents in Node: node in-node.js keyword-extractor|widget INPUT OUTPUT

import { readFileSync, writeFileSync } from "node:fs";

const [subject, input, output] = process.argv.slice(2);
const most = 10;
const names = { de: "german", en: "english", fr: "french", pt: "portuguese", pl: "polish" };

const subjects = {
  // The package lists the words; the commonest are the topics.
  "keyword-extractor": async () => {
    const { default: extractor } = await import("keyword-extractor");
    return (text, lang) => {
      const words = extractor.extract(text, {
        language: names[lang],
        remove_digits: true,
        return_changed_case: true,
        remove_duplicates: false,
      });
      const counts = new Map();
      for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
      return [...counts]
        .sort((a, b) => b[1] - a[1])
        .slice(0, most)
        .map(([word]) => word);
    };
  },
  widget: async () => {
    const { analyze } = await import("../../dist/node.js");
    return async (text, language) =>
      (await analyze(text, { language, maxTopics: most })).topics.map(({ label }) => label);
  },
};

const topics = await subjects[subject]();
const documents = readFileSync(input, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
// What is compiled on the way isn't counted.
for (const { text, lang } of documents.slice(0, 20)) await topics(text, lang.slice(0, 2));
const rows = [];
for (const { id, text, lang } of documents) {
  const started = performance.now();
  const found = await topics(text, lang.slice(0, 2));
  rows.push(JSON.stringify({ id, topics: found, ms: performance.now() - started }));
}
writeFileSync(output, `${rows.join("\n")}\n`);
