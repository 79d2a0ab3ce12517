// One analysis for each article of the page, shared by its elements.

import { chosenArticle, isAnnounced } from "./article.ts";
import { coreFailures, loadCore } from "./core.ts";
import { type Fingerprint, differs, fingerprint } from "./fingerprint.ts";
import { loadLanguage } from "./languages.ts";
import type { RawOptions } from "./options.ts";
import { parsed } from "./parsed.ts";
import { type Reading, readPage } from "./reading.ts";

interface Kept extends Reading {
  key: string;
  /** What the article said when it was read; nothing where it changed meanwhile. */
  fingerprint: Fingerprint | undefined;
}

let kept: Kept[] = [];

/** The page is parsed, the core loaded, and the language's file where the page declares one. */
async function prepare(options: RawOptions): Promise<void> {
  await Promise.all([loadCore(options.engine), loadLanguage(document.documentElement.lang), parsed()]);
}

/**
 * The reading of the article around `host`, or of the page's one article.
 * Throws an error with the reason where there is none.
 */
export function read(host: Element | null, options: RawOptions): Promise<Reading> {
  return inTurn(() => readOrShare(host, options, () => chosenArticle(options)));
}

/** The same for an article that is known. */
export function readChosen(article: Element, options: RawOptions): Promise<Reading> {
  return inTurn(() => readOrShare(null, options, () => article));
}

/** One after the other: what one element has read serves the next. */
function inTurn(work: () => Promise<Reading>): Promise<Reading> {
  const reading = last.then(work);
  last = reading.catch(() => {});
  return reading;
}

let last: Promise<unknown> = Promise.resolve();

async function readOrShare(
  host: Element | null,
  options: RawOptions,
  choose: () => Element | undefined,
): Promise<Reading> {
  await prepare(options);
  const chosen = choose();
  const key = ["wordsPerMinute", "topics", "maxTopics"].map((name) => options[name]).join("\n");
  kept = kept.filter((reading) => !isStale(reading));
  const shared = kept.find((reading) => reading.key === key && serves(reading, host, chosen));
  if (shared) return shared;
  const before = coreFailures();
  const { reading, isChanged } = await readPage(host, chosen, options).catch((error: unknown) => {
    // Once more where the wasm has failed, in this reading or beside it.
    if (coreFailures() === before) throw error;
    return readPage(host, chosen, options);
  });
  // Another element may have read the same article from elsewhere.
  const first = kept.find((other) => other.key === key && other.article === reading.article);
  if (first) return first;
  kept.push({ ...reading, key, fingerprint: isChanged ? undefined : fingerprint(reading.article) });
  return kept[kept.length - 1]!;
}

/** Lets go of what was read, of one article or of all. */
export function forget(article?: Element): void {
  kept = article ? kept.filter((reading) => reading.article !== article) : [];
}

/** Whether the article is gone, or says something else than when it was read. */
export function isStale(reading: Reading): boolean {
  const before = (reading as Kept).fingerprint;
  return !reading.article.isConnected || !before || differs(fingerprint(reading.article), before);
}

/** Whether an element of this place reads this article. */
function serves(reading: Reading, host: Element | null, chosen: Element | undefined): boolean {
  if (chosen) return reading.article === chosen;
  let around = host;
  while (around && !isAnnounced(around))
    around = around.assignedSlot ?? around.parentElement ?? (around.getRootNode() as ShadowRoot).host;
  return !around || reading.article === around || (reading.article.contains(around) && around.contains(reading.last));
}
