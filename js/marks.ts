// Marks a topic's mentions in the article with the CSS Custom Highlight API: the publisher's markup
// stays as it is. Where the API is missing the mentions are still stepped through.

import { bringIntoView } from "./into-view.ts";

const all = "reading-widget-topic";
const current = "reading-widget-topic-current";
const near = "reading-widget-topic-related";

/** The mentions of one topic, marked from construction until `clear`. */
export class Marks {
  readonly #ranges: Range[];
  readonly #unstyle: (() => void) | undefined;
  #index = 0;

  /** `related` are marked too, more faintly, and not stepped through. */
  constructor(ranges: Range[], related: Range[], accent: string) {
    this.#ranges = ranges;
    this.#unstyle = style([...ranges, ...related], rules(accent));
    if (this.#unstyle && related.length > 0) CSS.highlights.set(near, new Highlight(...related));
  }

  get count(): number {
    return this.#ranges.length;
  }

  /** Counted from 0. */
  get index(): number {
    return this.#index;
  }

  /** The mention that is shown. */
  get range(): Range {
    return this.#ranges[this.#index]!;
  }

  /** Goes to a mention, round at both ends, and brings it into view if the reader wants it. */
  show(index: number, isWanted: boolean): void {
    this.#index = (index + this.count) % this.count;
    const range = this.#ranges[this.#index]!;
    if (this.#unstyle) {
      // Overlapping highlights are painted over each other: each range stands in one.
      CSS.highlights.set(all, new Highlight(...this.#ranges.filter((other) => other !== range)));
      CSS.highlights.set(current, new Highlight(range));
    }
    if (isWanted) bringIntoView(range);
  }

  clear(): void {
    if (!this.#unstyle) return;
    CSS.highlights.delete(all);
    CSS.highlights.delete(current);
    CSS.highlights.delete(near);
    this.#unstyle();
  }
}

/** Ranges of places given as four numbers each, node and offset of start and end; those that can still be marked. */
export function ranges(texts: Text[], places: Uint32Array): Range[] {
  // Across the edge of a shadow root there are no ranges: the end would be the start too.
  return rangesOf(texts, places).filter((range): range is Range => range !== undefined && !range.collapsed);
}

/** The same, one for each place. */
export function rangesOf(texts: Text[], places: Uint32Array): (Range | undefined)[] {
  // Not by Array.from, which old libraries have replaced on many pages.
  return [...Array(places.length / 4).keys()].map((index) => {
    const [startNode, start, endNode, end] = places.subarray(4 * index, 4 * index + 4) as unknown as [
      number,
      number,
      number,
      number,
    ];
    const first = texts[startNode];
    const last = texts[endNode];
    // The text may have changed since it was read.
    if (!first?.isConnected || !last?.isConnected || start > first.length || end > last.length) return undefined;
    const range = document.createRange();
    range.setStart(first, start);
    range.setEnd(last, end);
    return range;
  });
}

function rules(accent: string): string {
  return `::highlight(${near}){background-color:color-mix(in oklab,${accent} 16%,transparent)}
::highlight(${all}){background-color:color-mix(in oklab,${accent} 34%,transparent)}
::highlight(${current}){background-color:color-mix(in oklab,${accent} 60%,transparent);text-decoration:underline 2px}
@media(forced-colors:active){::highlight(${all}){background-color:Mark;color:MarkText}::highlight(${current}){background-color:Highlight;color:HighlightText}}
@media print{::highlight(${near}),::highlight(${all}),::highlight(${current}){background-color:transparent;text-decoration:none}}`;
}

/**
 * Gives rules to the article's own roots, since one in our shadow root would not reach its text; hands
 * back how to take them away. `undefined` where the engine can't mark anything.
 */
export function style(ranges: Range[], css: string): (() => void) | undefined {
  if (typeof Highlight === "undefined" || !CSS.highlights) return undefined;
  const roots = new Set(ranges.map((range) => range.startContainer.getRootNode() as Document | ShadowRoot));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return () => {
    for (const root of roots) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}
