// One reading of the live page by the core: in slices, so that the page stays at its reader's hand.

import type { Analysis } from "./public.d.ts";
import { callOnce } from "./core.ts";
import { loadLanguage, loadedLanguage } from "./languages.ts";
import type { RawOptions } from "./options.ts";
import { Slices } from "./slices.ts";

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

/** Reads the page in slices; says whether it has changed since. */
export async function readPage(
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
