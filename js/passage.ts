// From a selection to a quotation and a link that opens on it (URL Fragment Text Directives):
//
//   #:~:text=[prefix-,]start[,end][,-suffix]
//
// The words of the passage stand in the link as they stand on the page. A browser marks the first
// place that fits, so words from before and behind are added until there is only one: looked for in
// the text of the whole page, with case, accents and punctuation's variants made alike. Browsers make
// fewer alike, so what is unique here is unique there.

/** A passage that the reader has selected. */
export interface Passage {
  /** Its words, white space as a reader sees it. */
  quote: string;
  /** `text=…`; `undefined` where no such link would find it. */
  directive: string | undefined;
}

/** A part of the text in which a browser looks for one term: between two borders of blocks. */
interface Block {
  /** As it is shown: white space folded, without soft hyphens. */
  text: string;
  /** What of it is selected; `from` is -1 where nothing is. */
  from: number;
  to: number;
}

/** Longest passage that stands in the link as a whole, in UTF-16 units. */
const longest = 300;

/** Words of context, or of a long passage's ends, from few to many. */
const counts = [2, 4, 7, 11, 16];

/** What is never searched. */
const unsearched =
  "script,style,noscript,template,textarea,select,iframe,object,audio,video,canvas,svg,meter,progress,rt,rp";

/** The passage that a range of the page's text covers, widened to whole words; `undefined` where it covers none. */
export function passage(range: Range): Passage | undefined {
  const blocks = blocksOf(range);
  const first = blocks.findIndex((block) => block.from >= 0);
  const last = blocks.findLastIndex((block) => block.from >= 0);
  if (first < 0) return undefined;
  const selected = blocks.slice(first, last + 1).filter((block) => block.from >= 0);
  const [start, end] = [blocks[first]!, blocks[last]!];
  start.from = borders(start.text).findLast((border) => border <= start.from) ?? 0;
  end.to = borders(end.text).find((border) => border >= end.to) ?? end.text.length;
  trim(start);
  if (end !== start) trim(end);
  const quote = selected
    .map(({ text, from, to }) => text.slice(from, to))
    .join(" ")
    .trim();
  if (!quote) return undefined;
  try {
    return { quote, directive: directive(blocks, first, last) };
  } catch {
    // Half a surrogate pair is no part of an address.
    return { quote, directive: undefined };
  }
}

function directive(blocks: Block[], first: number, last: number): string | undefined {
  const page = blocks.map(({ text }) => alike(text)).join("\n");
  const [start, end] = [blocks[first]!, blocks[last]!];
  const isWhole = first === last && start.to - start.from <= longest;
  const forms: [string, string][] = isWhole
    ? [[start.text.slice(start.from, start.to), ""]]
    : counts.map((count) => [
        firstWords(start.text.slice(start.from, first === last ? start.from + longest / 2 : start.to), count),
        lastWords(end.text.slice(first === last ? end.to - longest / 2 : end.from, end.to), count),
      ]);
  // Where the passage ends, counted as the page's text is here.
  const before = blocks.slice(0, last).map(({ text }) => alike(text).length + 1);
  const goal = before.reduce((sum, length) => sum + length, 0) + alike(end.text.slice(0, end.to)).length;
  const contexts = counts.flatMap((count) => {
    const prefix = contextBefore(blocks, first, count);
    const suffix = contextBehind(blocks, last, count);
    return [
      [prefix, ""],
      ["", suffix],
      [prefix, suffix],
    ] as const;
  });
  for (const [prefix, suffix] of [["", ""] as const, ...contexts]) {
    for (const [from, to] of forms) {
      if (!finds(page, prefix, from, to, suffix, goal)) continue;
      const terms = [
        prefix && `${encoded(prefix)}-`,
        encoded(from),
        to && encoded(to),
        suffix && `-${encoded(suffix)}`,
      ];
      return `text=${terms.filter(Boolean).join(",")}`;
    }
  }
  return undefined;
}

/** Whether the terms fit in one place of the page alone, which ends at `goal`. */
function finds(page: string, prefix: string, from: string, to: string, suffix: string, goal: number): boolean {
  const term = (text: string) => alike(text.trim()).replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  const start = `${prefix && `${term(prefix)}\\s*`}${term(from)}`;
  const behind = suffix && `(?=\\s*${term(suffix)})`;
  const pattern = new RegExp(to ? `(?=(${start}[^]*?${term(to)})${behind})` : `(?=(${start})${behind})`, "gu");
  const places = page.matchAll(pattern);
  const place = places.next().value;
  return place !== undefined && place.index + place[1]!.length === goal && places.next().done === true;
}

function encoded(term: string): string {
  // A hyphen would part the terms; comma and ampersand are encoded anyway.
  return encodeURIComponent(term.trim()).replaceAll("-", "%2D");
}

/** What searching browsers take for the same, and more. */
function alike(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}\u0640]+/gu, "")
    .replace(/ß/g, "ss")
    .replace(/ς/g, "σ")
    .replace(/[„“”‟«»"]/g, '"')
    .replace(/[‚‘’‛‹›`´']/g, "'")
    .replace(/\p{Pd}/gu, "-");
}

/** The words before the passage: of its block, or of the block before where it begins one. */
function contextBefore(blocks: Block[], index: number, count: number): string {
  const { text, from } = blocks[index]!;
  return lastWords(text.slice(0, from), count) || lastWords(blocks[index - 1]?.text ?? "", count);
}

function contextBehind(blocks: Block[], index: number, count: number): string {
  const { text, to } = blocks[index]!;
  return firstWords(text.slice(to), count) || firstWords(blocks[index + 1]?.text ?? "", count);
}

/** The start of a text up to the end of a word. */
function firstWords(text: string, count: number): string {
  const ends = wordsOf(text).map(({ end }) => end);
  return text.slice(0, ends.length > count ? ends[count - 1] : text.length).trim();
}

function lastWords(text: string, count: number): string {
  const starts = wordsOf(text).map(({ start }) => start);
  return text.slice(starts.length > count ? starts[starts.length - count] : 0).trim();
}

function wordsOf(text: string): { start: number; end: number }[] {
  return segments(text)
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ start: index, end: index + segment.length }));
}

/** Where words and what is between them begin and end. */
function borders(text: string): number[] {
  return [...segments(text).map(({ index }) => index), text.length];
}

interface Segment {
  segment: string;
  index: number;
  isWordLike?: boolean | undefined;
}

function segments(text: string): Segment[] {
  if (Intl.Segmenter)
    return [...new Intl.Segmenter(document.documentElement.lang || undefined, { granularity: "word" }).segment(text)];
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+/gu)].map(({ 0: segment, index }) => ({
    segment,
    index,
    isWordLike: /[\p{L}\p{N}]/u.test(segment),
  }));
}

function trim(block: Block): void {
  const selected = block.text.slice(block.from, block.to);
  block.from += selected.length - selected.trimStart().length;
  block.to -= selected.length - selected.trimEnd().length;
}

/** The page's text as it is searched, with what of it the range covers. */
function blocksOf(range: Range): Block[] {
  const blocks: Block[] = [];
  let block: Block = { text: "", from: -1, to: -1 };
  const finish = () => {
    const { text, from, to } = block;
    block.text = text.trimEnd();
    if (from >= 0 && !text.slice(from, to).trim()) block.from = -1;
    if (block.text) blocks.push(block);
    block = { text: "", from: -1, to: -1 };
  };
  const add = (node: Text) => {
    const isTouched = range.intersectsNode(node);
    const start = isTouched ? (node === range.startContainer ? range.startOffset : 0) : Infinity;
    const end = node === range.endContainer ? range.endOffset : node.length;
    if (isTouched && block.from < 0 && start < end)
      block.from = block.text.length + shown(node.data.slice(0, start), block.text).length;
    if (isTouched && start < end) block.to = block.text.length + shown(node.data.slice(0, end), block.text).length;
    block.text += shown(node.data, block.text);
  };
  let node: Node | null = document.body;
  const open: boolean[] = [];
  while (node) {
    let inside = false;
    if (node instanceof Text) {
      if (getComputedStyle(node.parentElement!).visibility === "visible") add(node);
    } else if (node instanceof Element && !node.matches(unsearched)) {
      const { display } = getComputedStyle(node);
      const parts =
        !/^(?:inline|contents$|ruby)/.test(display) || display.startsWith("inline-") || node.localName === "br";
      if (parts) finish();
      inside = display !== "none" && node.firstChild !== null;
      if (inside) open.push(parts);
      else if (parts) finish();
    }
    if (inside) {
      node = node.firstChild;
      continue;
    }
    while (node && !node.nextSibling && node !== document.body) {
      node = node.parentNode;
      if (open.pop()) finish();
    }
    node = node === document.body ? null : (node?.nextSibling ?? null);
  }
  finish();
  return blocks;
}

/** A text as it is shown behind another: white space folded, without soft hyphens. */
function shown(text: string, before: string): string {
  const folded = text.replace(/[\u00ad\u200b]/g, "").replace(/\s+/g, " ");
  return !before || before.endsWith(" ") ? folded.replace(/^ /, "") : folded;
}
