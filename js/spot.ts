// Where on the page the widget stands: under the title that readers see, behind the text, in its column,
// and where the page's own selectors (`h1 + .lead`, `:last-child`) match as they did before.

import type { Reading } from "./readings.ts";

/** What holds words or parts of its own kind, and no block that comes from elsewhere. */
const closed = "a, button, label, summary, hgroup, figure, h1, h2, h3, h4, h5, h6, p, ul, ol, dl, table, thead, tbody, tfoot, tr";

/** How many levels of boxes are tried: each costs the page a layout. */
const deepest = 6;

/** How many of its neighbours a place is tried with. */
const most = 60;

/**
 * Puts `element` where what belongs to the title is looked for; false if there is no place. Only one
 * that is `alone` on its page may have its widget outside of it, and still be known as its own.
 */
export function putBelowTitle(element: HTMLElement, { article, title, first }: Reading, isAlone: boolean): boolean {
  const seen = title && seenTitle(title, article);
  const box = seen && inFlow(seen, first);
  const text = first && lineOfItsOwn(first, article);
  const spots: Spot[] = [];
  const behind = (place: Element | null) => place && spots.push({ place, where: "after" });
  if (box) {
    const place = lineOfItsOwn(box, article);
    behind(place);
    // Behind a byline or a lead, too.
    for (let next = place?.nextElementSibling; next && !next.contains(first) && spots.length < 5; next = next.nextElementSibling) {
      if (next.localName !== "reading-widget" && takesABlock(next.parentElement!, next)) behind(next);
    }
  }
  if (text) spots.push({ place: text, where: "before" });
  if (box && box === seen) {
    const place = lineOfItsOwn(box, article);
    if (place) spots.push({ place, where: "before" });
    if (isAlone && article.parentElement && takesABlock(article.parentElement, article)) spots.push({ place: article, where: "before" });
    align(element, box);
  }
  return put(element, spots, box === seen ? box : first);
}

/** Puts `element` behind the article's text; false if there is no place. */
export function putBehindText(element: HTMLElement, { article, last }: Reading, isAlone: boolean): boolean {
  const spots: Spot[] = [];
  const behind = (place: Element | null) => place && spots.push({ place, where: "after" });
  // From the outermost that ends there with the text to its last line itself.
  let line = last;
  for (let inner = last; inner && spots.length < deepest; inner = isLine(inner) ? null : inner.lastElementChild) {
    line = inner;
    behind(lineOfItsOwn(inner, article));
  }
  // What the text stands in, at last.
  for (let outer = last?.parentElement; outer && spots.length < 2 * deepest && article.contains(outer) && outer !== article; outer = outer.parentElement) behind(lineOfItsOwn(outer, article));
  if (isAlone && article.parentElement && takesABlock(article.parentElement, article)) behind(article);
  return put(element, spots, line);
}

/** Whether it has words of its own, not only boxes that have. */
function isLine(element: Element): boolean {
  return element.matches(closed) || [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim());
}

/** A place for an element: behind or in front of a neighbour. */
interface Spot {
  place: Element;
  where: "after" | "before";
}

/** At the first of the spots where nothing on the page changes, or where the least does; false where there are none. */
function put(element: HTMLElement, spots: Spot[], column: Element | null): boolean {
  let best: Spot | undefined;
  let least = Infinity;
  // Its own style comes with the first drawing.
  element.style.display = "block";
  for (const spot of spots) {
    const harm = harmOf(spot, element, column);
    if (harm < least) [best, least] = [spot, harm];
    if (harm === 0) break;
  }
  element.style.display = "";
  if (best && least > 0) insert(element, best);
  return best !== undefined;
}

/** A neighbour that looks otherwise is worse than a column that isn't the text's. Leaves the element at the spot. */
function harmOf(spot: Spot, element: HTMLElement, column: Element | null): number {
  // Prototype's remove() throws where there is no parent.
  element.parentNode?.removeChild(element);
  const neighbours = [...(spot.place.parentElement?.children ?? [])].slice(0, most);
  const before = neighbours.map(look);
  insert(element, spot);
  const changed = neighbours.filter((neighbour, index) => look(neighbour) !== before[index]).length;
  const box = element.getBoundingClientRect();
  const text = column?.getBoundingClientRect();
  const isBeside = text && (Math.abs(box.left - text.left) > 2 || box.right - text.right > 2);
  return 2 * changed + (isBeside ? 1 : 0);
}

function insert(element: HTMLElement, { place, where }: Spot): void {
  // What a page gives to a slot stays beside what it stands behind.
  if (place.slot) element.slot = place.slot;
  else element.removeAttribute("slot");
  // In a grid: as wide as its neighbour where that has columns of its own, else a row for itself.
  const { gridColumnStart, gridColumnEnd } = getComputedStyle(place);
  const isForItself = /^(auto|span)/.test(gridColumnStart);
  element.style.gridColumn = !isGrid(place.parentElement) ? "" : isForItself ? "1 / -1" : `${gridColumnStart} / ${gridColumnEnd}`;
  place[where](element);
}

/** How an element looks, apart from where it stands. */
function look(element: Element): string {
  const { display, fontSize, fontWeight, fontStyle, color, backgroundColor, marginTop, marginBottom, paddingTop, textIndent, borderTopWidth, float, textAlign } = getComputedStyle(element);
  const letter = getComputedStyle(element, "::first-letter");
  const { content } = getComputedStyle(element, "::before");
  const { left, width } = element.getBoundingClientRect();
  return [display, fontSize, fontWeight, fontStyle, color, backgroundColor, marginTop, marginBottom, paddingTop, textIndent, borderTopWidth, float, textAlign, letter.fontSize, letter.float, content, Math.round(left), Math.round(width)].join();
}

/** The title, or what shows its words where the heading itself is for search engines and screen readers. */
function seenTitle(title: Element, article: Element): Element | null {
  if (isSeen(title)) return title;
  const words = folded(title);
  const around = article.contains(title) ? article : (title.parentElement ?? article);
  for (const other of around.querySelectorAll("h1, h2, h3, h4, p, div, strong")) {
    if (other !== title && !other.contains(title) && folded(other) === words && isSeen(other)) return other;
  }
  return null;
}

function folded(element: Element): string {
  return element.textContent!.replace(/\s+/g, " ").trim().toLowerCase();
}

/** Whether there is anything of it on the page for eyes. */
function isSeen(element: Element): boolean {
  const { right, bottom } = element.getBoundingClientRect();
  if (right + scrollX <= 0 || bottom + scrollY <= 0) return false;
  for (let around: Element | null = element; around; around = around.parentElement) {
    const { width, height } = around.getBoundingClientRect();
    const { display, visibility, opacity, clip, clipPath, overflow } = getComputedStyle(around);
    if (display === "contents") continue;
    if (display === "none" || (around === element && visibility !== "visible") || opacity === "0") return false;
    if (overflow !== "visible" && (width <= 2 || height <= 2) && around !== document.body && around !== document.documentElement) return false;
    if (around === element && (width <= 2 || height <= 2)) return false;
    if (/rect\((0|1)(px)?[, ]+(0|1)/.test(clip) || /inset\((50|100)%/.test(clipPath)) return false;
  }
  return true;
}

/** What a title stands in that is in the flow: itself, or the box of the picture or bar that it lies on; `null` where that holds the text too. */
function inFlow(title: Element, text: Element | null): Element | null {
  let place: Element = title;
  for (let around: Element | null = title; around && around !== document.body && !around.contains(text); around = around.parentElement) {
    const { position, float, transform, overflowY, maxHeight, height } = getComputedStyle(around);
    const isFixed = /fixed|sticky/.test(position);
    if (position === "absolute") place = (around as HTMLElement).offsetParent ?? around;
    else if (isFixed || float !== "none" || (transform !== "none" && around !== title)) place = around;
    // What is as high as its style says and no higher would cut us off.
    else if (around !== title && overflowY === "hidden" && (maxHeight !== "none" || around.scrollHeight >= Number.parseFloat(height)) && (around as HTMLElement).style.height) place = around;
  }
  return place === document.body || place === document.documentElement || place.contains(text) ? null : place;
}

/** Under a title that isn't at its line's start the line isn't either; the style sheet reads it. */
function align(element: HTMLElement, title: Element): void {
  const { textAlign, direction } = getComputedStyle(title);
  if (textAlign.endsWith("center")) element.style.setProperty("--_align", "center");
  else if (textAlign === "end" || textAlign.endsWith(direction === "rtl" ? "left" : "right")) element.style.setProperty("--_align", "end");
}

/** The innermost of `place` and what it stands in that a block can follow; `null` if there is none within the article. */
function lineOfItsOwn(place: Element, article: Element): Element | null {
  for (let sibling = place; ; sibling = sibling.parentElement!) {
    const around = sibling.parentElement;
    if (!around || takesABlock(around, sibling)) return sibling;
    if (sibling === article || around === article || !article.contains(around)) return null;
  }
}

function takesABlock(around: Element, before: Element): boolean {
  if (around.matches(closed)) return false;
  const { display, flexDirection } = getComputedStyle(around);
  if (display.endsWith("flex")) return flexDirection.startsWith("column");
  // Rows of their own mean areas: whatever comes in besides lands in any of them.
  if (isGrid(around)) return getComputedStyle(before).gridRowStart === "auto";
  return ["block", "flow-root", "list-item", "table-cell"].includes(display);
}

function isGrid(element: Element | null): boolean {
  return element !== null && getComputedStyle(element).display.endsWith("grid");
}
