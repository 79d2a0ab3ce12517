// Scores what an engine found on the pages of the sets `zyte`, `wcxb` and `news`, whose whole texts are
// known, as each of the sets is scored by those who made it.

const words = (text) => (text ?? "").toLowerCase().match(/[\p{L}\p{N}\p{M}_]+/gu) ?? [];
const folded = (text) => words(text).join("");
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / (values.length || 1);

/** How often each of these occurs. */
function counted(items) {
  const counts = new Map();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return { counts, all: items.length };
}

/** Runs of four words, those that occur twice counted twice. */
function shingles(tokens) {
  return tokens.length <= 4
    ? tokens.length > 0
      ? [tokens.join(" ")]
      : []
    : tokens.slice(3).map((_, index) => tokens.slice(index, index + 4).join(" "));
}

/** Precision, recall and F1 of what was found, each item as often as it occurs. */
function compared(found, gold) {
  const [a, b] = [counted(found), counted(gold)];
  let same = 0;
  for (const [item, count] of a.counts) same += Math.min(count, b.counts.get(item) ?? 0);
  const [precision, recall] = [a.all ? same / a.all : 0, b.all ? same / b.all : 0];
  return { precision, recall, f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0 };
}

const firstAuthor = (authors) => folded(authors.split(/[;,]| and /)[0]);

/**
 * By set, the kinds of `wcxb` apart: `zyte`'s F1 is that of the mean precision and recall of shingles
 * over its pages, the others' the mean of each page's F1 of words, 0 where nothing was answered.
 * @returns {Record<string, { pages: number, answered: number, precision: number, recall: number, f1: number, title?: number, byline?: number, date?: number, topics?: number }>}
 */
export function scoreSets(gold, results) {
  const byFile = new Map(results.map((result) => [result.file, result]));
  const sets = {};
  for (const page of gold) {
    const result = byFile.get(page.file) ?? {};
    const isZyte = page.set === "zyte";
    const [found, wanted] = [result.text, page.text].map((text) => (isZyte ? shingles(words(text)) : words(text)));
    const set = isZyte || page.set === "news" ? page.set : page.type;
    sets[set] ??= [];
    sets[set].push({ page, result, ...compared(found, wanted) });
  }
  const share = (pages, holds) => (pages.length > 0 ? mean(pages.map((row) => (holds(row) ? 1 : 0))) : undefined);
  const scores = {};
  for (const [name, rows] of Object.entries(sets)) {
    const answered = rows.filter(({ result }) => result.text);
    const counting = name === "zyte" ? answered : rows;
    const [precision, recall] = [mean(counting.map((row) => row.precision)), mean(rows.map((row) => row.recall))];
    const known = (key) => rows.filter(({ page }) => page[key]?.length > 0);
    scores[name] = {
      pages: rows.length,
      answered: answered.length / rows.length,
      precision,
      recall,
      f1: name === "zyte" ? (2 * precision * recall) / (precision + recall || 1) : mean(rows.map((row) => row.f1)),
      ...((name === "article" || name === "news") && {
        title: share(known("title"), ({ page, result }) => folded(result.title) === folded(page.title)),
        byline: share(known("author"), ({ page, result }) => folded(result.byline).includes(firstAuthor(page.author))),
        date: share(
          known("date"),
          ({ page, result }) => (result.published ?? "").slice(0, 10) === page.date.slice(0, 10),
        ),
      }),
      ...(name === "news" && {
        topics: share(known("topics"), ({ page, result }) => {
          const own = new Set(page.topics.map(folded));
          return (result.topics ?? []).slice(0, 5).some((topic) => own.has(folded(topic)));
        }),
      }),
    };
  }
  return scores;
}

/**
 * How right a figure of confidence is: by tenths from the surest down, how sure the engine said it was
 * and how many of those pages had an article whose text it gave with an F1 of .8 or more.
 */
export function calibration(gold, results) {
  const byFile = new Map(gold.map((page) => [page.file, page]));
  const said = results
    .filter(({ confidence, text }) => text && confidence !== undefined)
    .map(({ file, confidence, text }) => {
      const page = byFile.get(file);
      const isArticle = !["listing", "collection"].includes(page.type);
      return { confidence, isRight: isArticle && compared(words(text), words(page.text)).f1 >= 0.8 };
    });
  return [0.95, 0.9, 0.8, 0.7, 0.5, 0]
    .map((least, index, bounds) => {
      const within = said.filter(
        ({ confidence }) => confidence >= least && (index === 0 || confidence < bounds[index - 1]),
      );
      return {
        least,
        pages: within.length,
        said: mean(within.map(({ confidence }) => confidence)),
        right: mean(within.map(({ isRight }) => (isRight ? 1 : 0))),
      };
    })
    .filter(({ pages }) => pages > 0);
}
