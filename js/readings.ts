// One analysis for each article of the page, shared by its elements.

import type { Analysis } from "./public.d.ts";
import { loadCore, withCore } from "./core.ts";
import { isSettled, loadLanguage, loadedLanguage } from "./languages.ts";
import type { RawOptions } from "./options.ts";
import { warn } from "./warnings.ts";

/** What `readPage` in src/wasm.rs gives. */
export interface Reading {
  analysis: Analysis;
  /** The language with the region that the page declares. */
  locale: string;
  article: Element;
  /** The heading that is its title. */
  title: Element | null;
  /** The headings of the analysis' sections. */
  headings: HTMLElement[];
  /** What the article's text ends with. */
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
  /** Of the article's text when it was read, in UTF-16 units. */
  length: number;
}

let kept: Kept[] = [];

/** The page is parsed, the wasm loaded, and the language's file where the page declares one. */
export async function prepare(): Promise<void> {
  await Promise.all([loadCore(), loadLanguage(document.documentElement.lang), parsed()]);
}

/**
 * The reading of the article around `host`, or of the page's one article.
 * Throws an error with the reason where there is none.
 */
export async function read(host: Element | null, options: RawOptions): Promise<Reading> {
  await prepare();
  const chosen = chosenArticle(options);
  const key = JSON.stringify(["wordsPerMinute", "topics", "maxTopics"].map((name) => options[name]));
  kept = kept.filter((reading) => !isStale(reading));
  const shared = kept.find((reading) => reading.key === key && serves(reading, host, chosen));
  if (shared) return shared;
  // The language is known only when the page has been read: where it isn't the declared one, its
  // file is loaded and the page read again, which happens once for a language.
  for (;;) {
    let missing: string | undefined;
    const dictionary = (language: string) => {
      if (!isSettled(language)) missing = language;
      return loadedLanguage(language)?.topics;
    };
    const reading = withCore((core) => core.readPage(document, host ?? undefined, chosen, options, dictionary) as Reading);
    if (missing === undefined) {
      // Another element may have been first meanwhile.
      const first = kept.find((other) => other.key === key && other.article === reading.article);
      if (first) return first;
      kept.push({ ...reading, key, length: textLength(reading.article) });
      return kept[kept.length - 1]!;
    }
    await loadLanguage(missing);
  }
}

/** Lets go of what was read, of one article or of all. */
export function forget(article?: Element): void {
  kept = article ? kept.filter((reading) => reading.article !== article) : [];
}

/** Whether the article is gone, or has more or less text than when it was read. */
export function isStale(reading: Reading): boolean {
  return !reading.article.isConnected || textLength(reading.article) !== (reading as Kept).length;
}

function textLength(article: Element): number {
  return article.textContent?.length ?? 0;
}

const announced = "article, [role=article], [itemprop~=articleBody]";

/** Whether an element of this place reads this article. */
function serves(reading: Reading, host: Element | null, chosen: Element | undefined): boolean {
  if (chosen) return reading.article === chosen;
  const around = host?.closest(announced);
  return !around || reading.article === around || (reading.article.contains(around) && around.contains(reading.last));
}

function chosenArticle(options: RawOptions): Element | undefined {
  const selector = options["article"];
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

function parsed(): Promise<void> {
  if (document.readyState !== "loading") return Promise.resolve();
  return new Promise((resolve) => document.addEventListener("DOMContentLoaded", () => resolve(), { once: true }));
}
