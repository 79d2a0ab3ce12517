// The Node entry: what SURFACE promises of it, and what it says where it can't.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { analyze, analyzeHtml, defineReadingWidget } from "../../dist/node.js";

const demo = readFileSync(new URL("../../www/de/russland-staatsbesuch.html", import.meta.url), "utf8");

test("a plain text: lines are blocks, the first is its title for the topics", async () => {
  const analysis = await analyze(
    "Hafen wieder offen\nDer Hafen ist nach zwei Wintern wieder offen.\n\nDie Fähren fahren.",
    { includeText: true },
  );
  assert.equal(analysis.language, "de");
  assert.equal(analysis.words, 14);
  assert.equal(analysis.minutes, 1);
  assert.equal(analysis.text, "Hafen wieder offen\nDer Hafen ist nach zwei Wintern wieder offen.\nDie Fähren fahren.");
  assert.equal(analysis.topics[0].label, "Hafen");
  assert.equal(analysis.topics[0].source, "text");
});

test("the demo's article", async () => {
  const analysis = await analyzeHtml(demo, {
    url: "https://lindenblatt.example/politik/russland-staatsbesuch?ref=x#top",
  });
  assert.equal(analysis.words, 464);
  assert.equal(analysis.minutes, 2);
  assert.deepEqual(analysis.range, [2, 3]);
  assert.deepEqual(
    analysis.topics.map(({ label, source, mentions }) => [label, source, mentions]),
    [
      ["Tourismus", "list", 5],
      ["Kultur", "list", 5],
      ["Bildung", "list", 5],
    ],
  );
  assert.equal(analysis.byline, "Miriam Falkenau");
  assert.equal(analysis.section, "Politik");
  assert.equal(analysis.published, "2026-11-23T18:40:00+01:00");
  assert.equal(analysis.url, "https://lindenblatt.example/politik/russland-staatsbesuch");
  assert.equal(analysis.comments, 0);
  assert.equal("text" in analysis, false);
  assert.equal("blocks" in analysis, false);
});

test("explain says of every block why it was counted or not", async () => {
  const { blocks } = await analyzeHtml(demo, { explain: true });
  const why = (start) => blocks.find(({ text }) => text.startsWith(start));
  assert.deepEqual(why("Berlin Die Bundespräsidentin").kept, true);
  assert.equal(why("Durch Miriam").kept, false);
  assert.match(why("Russland-Besuch").why, /title/);
});

test("an option that isn't understood is a rejection that names it and what is allowed", async () => {
  await assert.rejects(
    analyze("Text", { wordsPerMinute: 20 }),
    /words-per-minute does not take "20": use a whole number from 50 to 1000/,
  );
  await assert.rejects(analyze("Text", { maxTopics: 0 }), /max-topics/);
});

test("the caller's options win", async () => {
  const text = "Wort ".repeat(600);
  assert.equal((await analyze(text, { language: "de", wordsPerMinute: 300 })).minutes, 2);
  assert.equal((await analyze(text, { language: "fr" })).language, "fr");
  assert.ok((await analyzeHtml(demo, { maxTopics: 2 })).topics.length <= 2);
});

test("no article is a rejection with a reason, and the next page is read all the same", async () => {
  await assert.rejects(
    analyzeHtml("<p>Kurz.</p>"),
    (error) => error instanceof Error && /too little running text/.test(error.message),
  );
  await assert.rejects(analyzeHtml("<article></article>"), /no text/);
  assert.equal((await analyzeHtml(demo)).words, 464);
});

test("unpaired surrogates, NUL and nothing", async () => {
  assert.equal((await analyze("\ud800 a\u0000b \udc00")).words, 1);
  assert.equal((await analyze("")).words, 0);
});

test("defineReadingWidget does nothing on a server", () => assert.equal(defineReadingWidget(), undefined));

test("absurd texts have a figure", async () => {
  const scripts =
    "Wort слово λέξη 词語 ことば คำ ຄຳ ពាក្យ စကား 단어 كلمة מילה शब्द শব্দ சொல் సఫ ಪದ വാക്ക് වචනය ბარათი բառ ቃል ཚིག";
  for (const [text, words, characters] of /** @type {[string, number, number][]} */ ([
    ["", 0, 0],
    ["Wort", 1, 0],
    ["a".repeat(10_000_000), 1, 0],
    ["Wort ".repeat(1_000_000), 1_000_000, 0],
    ["\ud800 \udc00", 0, 0],
    ["\0\0", 0, 0],
    ["… — ?! „“ ()", 0, 0],
    ["123 4567", 2, 0],
    ["7".repeat(1_000_000), 1, 0],
    [`${scripts} `.repeat(50), 16 * 50, (2 + 3 + 1 + 1 + 2 + 4 + 2) * 50],
  ])) {
    const analysis = await analyze(text, { language: "nonsense", maxTopics: 1 });
    assert.ok(analysis.minutes >= 1 && Number.isFinite(analysis.seconds), text.slice(0, 20));
    assert.deepEqual([analysis.words, analysis.characters], [words, characters], text.slice(0, 20));
  }
});
