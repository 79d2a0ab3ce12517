// Scores what an engine found on pages whose marked segments, titles, authors and dates are known.

const squashed = (text) => (text ?? "").normalize("NFC").replace(/[\u00ad\s]/gu, "");
const folded = (text) =>
  (text ?? "")
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replace(/[^\p{L}\p{N}_]+/gu, " ")
    .trim();

/**
 * Text: the segments that are in it, white space aside. Title: equal but for case and punctuation.
 * Byline: holds the first author. Date: the same day. Pages without the known answer don't count.
 */
export function score(gold, results) {
  const byFile = new Map(results.map((result) => [result.file, result]));
  const counts = { wanted: 0, found: 0, unwanted: 0, title: [0, 0], byline: [0, 0], date: [0, 0] };
  const count = (name, isRight) => {
    counts[name][0] += isRight ? 1 : 0;
    counts[name][1] += 1;
  };
  for (const page of gold) {
    const result = byFile.get(page.file) ?? {};
    const text = squashed(result.text);
    counts.wanted += page.with.length;
    counts.found += page.with.filter((segment) => text.includes(squashed(segment))).length;
    counts.unwanted += page.without.filter((segment) => text.includes(squashed(segment))).length;
    if (page.title) count("title", folded(result.title) === folded(page.title));
    if (page.author?.length > 0) {
      const authors = Array.isArray(page.author) ? page.author : page.author.split(/[;,]| und | and /);
      const first = authors.map(folded).find(Boolean) ?? "";
      count("byline", first !== "" && folded(result.byline).includes(first));
    }
    if (page.date) count("date", (result.published ?? "").slice(0, 10) === page.date.slice(0, 10));
  }
  const precision = counts.found / (counts.found + counts.unwanted || 1);
  const recall = counts.found / (counts.wanted || 1);
  /** @param {number[]} counts */
  const share = ([right, all]) => right / (all || 1);
  return {
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall || 1),
    title: share(counts.title),
    byline: share(counts.byline),
    date: share(counts.date),
  };
}
