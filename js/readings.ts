// One analysis for each article of the page, shared by its elements.

import type { Analysis } from "./public.d.ts";
import { callOnce, coreFailures, loadCore, withCore } from "./core.ts";
import { loadLanguage, loadedLanguage } from "./languages.ts";
import type { RawOptions } from "./options.ts";
import { parsed } from "./parsed.ts";
import { Slices } from "./slices.ts";
import { warn } from "./warnings.ts";

/** What `PageReading` in src/dom/reading.rs gives. */
export interface Reading {
  analysis: Analysis;
  /** Whether the analysis' time is that of the whole text, which a reader may go by. */
  isTimed: boolean;
  /** How long a voice takes for it at its usual speed. */
  spokenSeconds: number;
  /** The language with the region that the page declares. */
  locale: string;
  article: Element;
  /** The heading that is its title. */
  title: Element | null;
  /** The headings of the analysis' sections. */
  headings: HTMLElement[];
  /** What the article's text begins with. */
  first: Element | null;
  /** What it ends with. */
  last: Element | null;
  /** The counted text, one block a line. */
  text: string;
  /** Text nodes that hold mentions. */
  texts: Text[];
  /** For each topic, four numbers a mention: node and offset of its start and of its end. */
  mentions: Uint32Array[];
  /** The same for places that are only related: compounds of the topic, parts of its name. */
  related: Uint32Array[];
}

interface Kept extends Reading {
  key: string;
  /** What the article said when it was read; nothing where it changed meanwhile. */
  said: Said | undefined;
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
  kept.push({ ...reading, key, said: isChanged ? undefined : said(reading.article) });
  return kept[kept.length - 1]!;
}

/** Reads the page in slices; says whether it has changed since. */
async function readPage(
  host: Element | null,
  chosen: Element | undefined,
  options: RawOptions,
): Promise<{ reading: Reading; isChanged: boolean }> {
  const changes = new MutationObserver(() => {});
  changes.observe(document, { childList: true, subtree: true, characterData: true });
  const isChanged = () => changes.takeRecords().length > 0;
  const begin = () => callOnce((core) => new core.PageReading(document, host ?? undefined, chosen, options));
  const slices = new Slices();
  let work = begin();
  try {
    let attempts = 1;
    while (!callOnce(() => work.read(slices.end))) {
      await slices.pause();
      if (!isChanged()) continue;
      // A page that changes while it is read is read anew; one that never rests, without a pause at last.
      work = begin();
      if (++attempts > 3) callOnce(() => work.read(Infinity));
    }
    const words = (locale: string) => loadedLanguage(locale)?.topics;
    let step: Reading | string | undefined;
    while (typeof step !== "object") {
      await slices.pause();
      step = callOnce(() => work.advance(words)) as typeof step;
      if (typeof step === "string") await loadLanguage(step);
    }
    // Only now: after a failure it may lie in an instance that is gone, and the browser's own clearing knows that.
    work.free();
    return { reading: step, isChanged: isChanged() };
  } finally {
    changes.disconnect();
  }
}

/** Whether its markup announces an article; src/article/candidate.rs says how. */
export function isAnnounced(element: Element): boolean {
  return withCore((core) => core.isAnnounced(element));
}

/** Lets go of what was read, of one article or of all. */
export function forget(article?: Element): void {
  kept = article ? kept.filter((reading) => reading.article !== article) : [];
}

/** Whether the article is gone, or says something else than when it was read. */
export function isStale(reading: Reading): boolean {
  /** What an advertisement says of itself is shorter, in UTF-16 units. */
  const aside = 120;
  const before = (reading as Kept).said;
  if (!reading.article.isConnected || !before) return true;
  const now = said(reading.article);
  return now.paragraphs !== before.paragraphs || Math.abs(now.length - before.length) > aside;
}

/** What an article says: a fingerprint of its paragraphs, and the length of all its text. */
interface Said {
  paragraphs: number;
  length: number;
}

function said(article: Element): Said {
  const all = article.textContent ?? "";
  const paragraphs = [...article.querySelectorAll("p,li,h1,h2,h3,h4,h5,h6,blockquote,pre,td,dd")];
  // FNV-1a, of everything where there are no paragraphs; lists in lists say the same again and again.
  let hash = 0x811c9dc5;
  let left = 1e6;
  for (const { textContent } of paragraphs.length > 0 ? paragraphs : [article]) {
    for (let place = 0; place < textContent!.length; place++)
      hash = Math.imul(hash ^ textContent!.charCodeAt(place), 0x01000193);
    left -= textContent!.length;
    if (left < 0) break;
  }
  return { paragraphs: hash, length: all.length };
}

/** Whether an element of this place reads this article. */
function serves(reading: Reading, host: Element | null, chosen: Element | undefined): boolean {
  if (chosen) return reading.article === chosen;
  let around = host;
  while (around && !isAnnounced(around))
    around = around.assignedSlot ?? around.parentElement ?? (around.getRootNode() as ShadowRoot).host;
  return !around || reading.article === around || (reading.article.contains(around) && around.contains(reading.last));
}

function chosenArticle(options: RawOptions): Element | undefined {
  const selector = options.article;
  if (!selector) return undefined;
  try {
    const chosen = document.querySelector(selector);
    if (chosen) return chosen;
  } catch {
    warn(`article does not take "${selector}": use a CSS selector, such as "#story" or "main > .text"`);
    return undefined;
  }
  throw new Error(`no article on this page: nothing matches the selector "${selector}"`);
}
