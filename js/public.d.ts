// The public types, the same for every entry; published as index.d.ts.

/** Everything found out about an article. */
export interface Analysis {
  /** BCP 47, such as "de"; "und" if unknown. */
  language: string;
  /** Words read, as reading studies count them, in scripts that put spaces between words. */
  words: number;
  /** Letters read in scripts that don't (Han, kana), graphemes in Thai, Lao, Khmer, Burmese, Tibetan. */
  characters: number;
  /** Pictures that are looked at. */
  images: number;
  /** Audio and video of the article; not in the estimate. */
  media?: { kind: "audio" | "video"; seconds?: number }[];
  /** The estimate, unrounded. */
  seconds: number;
  /** Whole minutes, the nearest, at least 1. */
  minutes: number;
  /** Whole minutes of a quick and of a slow reader. */
  range: [number, number];
  /** The parts of the article below its headings. */
  sections: { heading: string; id?: string; level: number; words: number; seconds: number }[];
  /** What the article is about, the best first. */
  topics: Topic[];
  /**
   * 0 to 1: how sure it is that this is the page's article, calibrated on pages with known articles; 1 for plain text
   * and for an article named by the `article` selector.
   */
  confidence: number;
  title?: string;
  /** Names joined by ", ". */
  byline?: string;
  /** The section of the paper. */
  section?: string;
  /** The canonical URL. */
  url?: string;
  image?: string;
  /** ISO 8601, Gregorian. */
  published?: string;
  /** A live blog's minutes, seconds and range describe the text there is: no time is shown. Missing for a plain text. */
  kind?: "article" | "liveblog";
  /**
   * Only the beginning is on the page. Where that says how long the whole is, seconds, minutes and range are those of
   * the whole; words, sections and text are what is there.
   */
  partial?: boolean;
  /** When it was last changed, where that isn't when it was published. */
  modified?: string;
  /** How many comments the page says there are. */
  comments?: number;
  /** The counted text, one block a line, with `includeText`. */
  text?: string;
  /** What was done with each block, with `explain`. */
  blocks?: { text: string; kept: boolean; why: string }[];
}

/** Something that an article is about. */
export interface Topic {
  label: string;
  /** Who named it: the publisher's option, the editor's bullet list, the page's metadata, or nobody. */
  source: "option" | "list" | "metadata" | "text";
  /** 0 to 1. */
  relevance: number;
  /** How often the article's text mentions it. */
  mentions: number;
  /** The page's own link to more on it. */
  href?: string;
  /** Why it was chosen, with `explain`. */
  why?: string;
}

export interface AnalyzeOptions {
  /** BCP 47; by default what the page declares or the text shows. */
  language?: string;
  /** 50 to 1000; by default that of the language. */
  wordsPerMinute?: number;
  /** 1 to 20; 5 by default. */
  maxTopics?: number;
  includeText?: boolean;
  explain?: boolean;
}

/**
 * Analyses a plain text: line breaks separate blocks, all of them are counted; a first block of at
 * most 25 words, with more after it, is taken for the title by the topics.
 */
export function analyze(text: string, options?: AnalyzeOptions): Promise<Analysis>;

/** Finds the article of a page and analyses it. Node and the edge; rejects in a browser. */
export function analyzeHtml(html: string, options?: AnalyzeOptions & { url?: string }): Promise<Analysis>;

/** Defines `<reading-widget>`; does nothing on a server or where the name is taken. */
export function defineReadingWidget(name?: string): void;

/** The element `<reading-widget>`. Every attribute has a property of its name in camelCase. */
export interface ReadingWidgetElement extends HTMLElement {
  show: string;
  article: string;
  wordsPerMinute: string;
  minutes: string;
  time: string;
  topics: string;
  maxTopics: string;
  topicHref: string;
  targets: string;
  shareUrl: string;
  shareTitle: string;
  shareParameters: string;
  quote: string;
  theme: string;
  engine: string;
  /** Rejected with the reason if there is no article. */
  readonly ready: Promise<Analysis>;
  readonly analysis: Analysis | null;
  /** The element that the analysis was read from. */
  readonly articleElement: Element | null;
  /** The text that was counted, one block a line. */
  readonly text: string;
  /** Reads the page again. */
  refresh(): Promise<Analysis>;
}

/** All bubble and are composed. */
export interface ReadingWidgetEventMap {
  "reading-ready": CustomEvent<Analysis>;
  "reading-progress": CustomEvent<{ fraction: number; secondsLeft: number }>;
  /** Cancellable. */
  "reading-topic": CustomEvent<{ topic: Topic; mentions: number }>;
  /** Cancellable, before leaving. */
  "reading-share": CustomEvent<{ target: string; url: string; title: string; quote?: string }>;
  "reading-error": CustomEvent<{ reason: string }>;
}

declare global {
  interface HTMLElementTagNameMap {
    "reading-widget": ReadingWidgetElement;
  }
  interface GlobalEventHandlersEventMap extends ReadingWidgetEventMap {}
}
