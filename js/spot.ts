// Where on the page the widget stands: under the title that readers see, behind the text, in its column,
// and where the page's own selectors (`h1 + .lead`, `:last-child`) match as they did before.

import type { Reading } from "./reading.ts";

/** What holds words or parts of its own kind, and no block that comes from elsewhere. */
const closed =
  "a, button, label, summary, hgroup, figure, h1, h2, h3, h4, h5, h6, p, ul, ol, dl, table, thead, tbody, tfoot, tr";

/** How many levels of boxes are tried: each costs the page a layout. */
const deepest = 6;

/** How many of its neighbours on either side a place is tried with. */
const most = 12;

/**
 * Puts `element` where what belongs to the title is looked for; false if there is no place. Only one
 * that is `alone` on its page may have its widget outside of it, and still be known as its own.
 */
export function putBelowTitle(element: HTMLElement, reading: Reading, isAlone: boolean): boolean {
  const { article, title } = reading;
  const seen = title && seenTitle(title, article);
  // The title's words a second time are counted as text.
  const first = seen?.contains(reading.first) ? seen.nextElementSibling : reading.first;
  const box = seen && inFlow(seen, first);
  const text = first && lineOfItsOwn(first, article);
  const spots: Spot[] = [];
  const behind = (place: Element | null) => place && spots.push({ place, where: "after" });
  const place = box && lineOfItsOwn(box, article);
  if (place) {
    behind(place);
    // Behind a byline or a lead, too.
    for (
      let next = place.nextElementSibling;
      next && !next.contains(first) && spots.length < 5;
      next = next.nextElementSibling
    ) {
      if (next.localName !== "reading-widget" && takesABlock(next.parentElement!, next)) behind(next);
    }
    // Behind the head that the title stands in.
    for (
      let outer = place.parentElement;
      outer && article.contains(outer) && !outer.contains(first) && spots.length < 2 * deepest;
      outer = outer.parentElement
    )
      behind(lineOfItsOwn(outer, article));
  }
  if (text) spots.push({ place: text, where: "before" });
  if (place && text && place.parentElement === text.parentElement && !isGrid(text.parentElement)) {
    // Behind the first lines, which are often a lead.
    behind(text);
    if (text.nextElementSibling && takesABlock(text.parentElement!, text)) behind(text.nextElementSibling);
  }
  if (place && box === seen) {
    spots.push({ place, where: "before" });
    if (isAlone && article.parentElement && takesABlock(article.parentElement, article))
      spots.push({ place: article, where: "before" });
  }
  const isPut = put(element, spots, { article, title: seen, text: first, line: box === seen ? box : first });
  if (isPut && box && box === seen) align(element, box);
  return isPut;
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
  for (
    let outer = last?.parentElement;
    outer && spots.length < 2 * deepest && article.contains(outer) && outer !== article;
    outer = outer.parentElement
  )
    behind(lineOfItsOwn(outer, article));
  if (isAlone && article.parentElement && takesABlock(article.parentElement, article)) behind(article);
  return put(element, spots, { article, title: null, text: line, line });
}

/** Whether it has words of its own, not only boxes that have. */
function isLine(element: Element): boolean {
  return (
    element.matches(closed) ||
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim())
  );
}

/** A place for an element: behind or in front of a neighbour. */
interface Spot {
  place: Element;
  where: "after" | "before";
}

/** What a place is judged by. */
interface Surroundings {
  article: Element;
  /** The title that is seen. */
  title: Element | null;
  /** A line of the text, whose column is wanted where it stands beside the place; else that of `line`. */
  text: Element | null;
  line: Element | null;
}

/** At the first of the spots where nothing on the page changes, or where the least does; false where there are none. */
function put(element: HTMLElement, spots: Spot[], surroundings: Surroundings): boolean {
  let best: Spot | undefined;
  let least = Infinity;
  // Its own style and its lines come with the first drawing.
  element.style.display = "block";
  element.style.blockSize = "3em";
  for (const spot of spots) {
    const harm = harmOf(spot, element, surroundings);
    if (harm < least) [best, least] = [spot, harm];
    if (harm === 0) break;
  }
  if (best && least > 0) insert(element, best, surroundings);
  element.style.display = element.style.blockSize = "";
  return best !== undefined;
}

/** Not to be read is worst, then a neighbour that looks otherwise, then a column that isn't the text's. Leaves the element at the spot. */
function harmOf(spot: Spot, element: HTMLElement, surroundings: Surroundings): number {
  // Prototype's remove() throws where there is no parent.
  element.parentNode?.removeChild(element);
  const { place } = spot;
  const siblings = [...(place.parentElement?.children ?? [])];
  const index = siblings.indexOf(place);
  const neighbours = siblings.slice(Math.max(0, index - most), index + most);
  // What stands right beside it may be looked at by what it holds, too.
  for (const beside of [place, place.nextElementSibling])
    neighbours.push(...[...(beside?.querySelectorAll("*") ?? [])].slice(0, most));
  const { clientWidth } = document.documentElement;
  const before = neighbours.map(look);
  insert(element, spot, surroundings);
  // A page that is now high enough for a scroll bar is narrower, wherever the element stands.
  const compared = document.documentElement.clientWidth === clientWidth ? 2 : 1;
  const changed = neighbours
    .map(look)
    .filter((now, index) => now.slice(0, compared).some((part, i) => part !== before[index]![i])).length;
  // Its lines will make way for what floats; its column is that behind it.
  element.style.display = "flow-root";
  const isHidden = isCovered(element, element.getBoundingClientRect(), surroundings);
  element.style.display = "block";
  const box = element.getBoundingClientRect();
  const text = surroundings.line?.getBoundingClientRect();
  const isBeside = text && (Math.abs(box.left - text.left) > 2 || box.right - text.right > 2);
  return (isHidden ? 1000 : 0) + 2 * changed + (isBeside ? 1 : 0);
}

/** Whether it is cut off there, or lies on a picture, or on a ground that only the title's own colour is made for. */
function isCovered(element: HTMLElement, box: DOMRect, { article, title, text }: Surroundings): boolean {
  const { color } = getComputedStyle(element);
  for (
    let around = element.parentElement;
    around && around !== document.body && around !== document.documentElement;
    around = around.parentElement
  ) {
    const { overflowY, backgroundImage, backgroundColor } = getComputedStyle(around);
    if (/hidden|clip/.test(overflowY) && box.bottom > around.getBoundingClientRect().bottom + 1) return true;
    // The page's own ground is what the text is on as well.
    if (around.contains(text)) continue;
    if (backgroundImage !== "none") return true;
    if (title && color !== getComputedStyle(title).color && !/^(transparent|rgba\(.*, 0\))$/.test(backgroundColor))
      return true;
  }
  return [...article.querySelectorAll("img, picture, video, svg, canvas")].slice(0, most).some((picture) => {
    const { left, right, top, bottom } = picture.getBoundingClientRect();
    return (
      Math.min(right, box.right) - Math.max(left, box.left) > 8 &&
      Math.min(bottom, box.bottom) - Math.max(top, box.top) > 8
    );
  });
}

function insert(element: HTMLElement, { place, where }: Spot, { text }: Surroundings): void {
  // What a page gives to a slot stays beside what it stands behind.
  if (place.slot) element.slot = place.slot;
  else element.removeAttribute("slot");
  // In a grid: as wide as its neighbour where that has columns of its own, else a row for itself.
  const { gridColumnStart, gridColumnEnd } = getComputedStyle(place);
  const isForItself = /^(auto|span)/.test(gridColumnStart);
  element.style.gridColumn = !isGrid(place.parentElement)
    ? ""
    : isForItself
      ? "1 / -1"
      : `${gridColumnStart} / ${gridColumnEnd}`;
  place[where](element);
  element.style.marginInline = element.style.maxInlineSize = "";
  if (text && text.parentElement === element.parentElement && !isGrid(element.parentElement)) fit(element, text);
}

/** Gives it the column of the text beside it, where the page gives that to each kind of its own. */
function fit(element: HTMLElement, text: Element): void {
  const box = element.getBoundingClientRect();
  const line = text.getBoundingClientRect();
  const { maxWidth, paddingLeft, paddingRight } = getComputedStyle(text);
  const start = line.left + Number.parseFloat(paddingLeft) - box.left;
  const end = box.right - line.right + Number.parseFloat(paddingRight);
  if (start < 0 || end < 0 || start + end < 4) return;
  if (maxWidth !== "none" && Math.abs(start - end) < 3) {
    element.style.maxInlineSize = `${box.width - start - end}px`;
    element.style.marginInline = "auto";
  } else {
    // In shares of what it stands in, so that a turned phone fits as well.
    element.style.marginLeft = `${(100 * start) / box.width}%`;
    element.style.marginRight = `${(100 * end) / box.width}%`;
  }
}

/** What can be seen of an element, and of what a style sheet puts in or sets off. */
const traits =
  "display color background-color background-image font-family font-size font-weight font-style font-variant-caps line-height letter-spacing text-transform text-align text-indent margin-top margin-bottom padding-top padding-left border-top-width border-left-width border-bottom-width float".split(
    " ",
  );
const setOff = ["::before", "::after", "::first-letter", "::first-line"];
const traitsSetOff = "content color font-size font-weight font-variant-caps float".split(" ");

/** How an element looks, and how it stands in the width of the page. */
function look(element: Element): [looks: string, stands: string] {
  const read = (names: string[], part?: string) => {
    const style = getComputedStyle(element, part);
    return names.map((name) => style.getPropertyValue(name));
  };
  const { left, width } = element.getBoundingClientRect();
  return [
    [read(traits), ...setOff.map((part) => read(traitsSetOff, part))].join(),
    `${Math.round(left)},${Math.round(width)}`,
  ];
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
    if (
      overflow !== "visible" &&
      (width <= 2 || height <= 2) &&
      around !== document.body &&
      around !== document.documentElement
    )
      return false;
    if (around === element && (width <= 2 || height <= 2)) return false;
    if (/rect\((0|1)(px)?[, ]+(0|1)/.test(clip) || /inset\((50|100)%/.test(clipPath)) return false;
  }
  return true;
}

/** What a title stands in that is in the flow: itself, or the box of the picture or bar that it lies on; `null` where that holds the text too. */
function inFlow(title: Element, text: Element | null): Element | null {
  let place: Element = title;
  for (
    let around: Element | null = title;
    around && around !== document.body && !around.contains(text);
    around = around.parentElement
  ) {
    const { position, float, transform, overflowY } = getComputedStyle(around);
    if (position === "absolute") place = (around as HTMLElement).offsetParent ?? around;
    else if (/fixed|sticky/.test(position) || float !== "none" || (transform !== "none" && around !== title))
      place = around;
    // The window that moving pictures are seen through.
    else if (place !== title && around.contains(place) && overflowY !== "visible") place = around;
  }
  return place === document.body || place === document.documentElement || place.contains(text) ? null : place;
}

/** Under a title that isn't at its line's start the line isn't either; the style sheet reads it. */
function align(element: HTMLElement, title: Element): void {
  const { textAlign, direction } = getComputedStyle(title);
  // Boxes are centred by other means than text.
  const words = document.createRange();
  words.selectNodeContents(title);
  const [line, box] = [words, element.parentElement!].map((place) => place.getBoundingClientRect()) as [
    DOMRect,
    DOMRect,
  ];
  const isCentred = line.left > box.left + 8 && Math.abs(line.left + line.right - box.left - box.right) < 4;
  if (isCentred || textAlign.endsWith("center")) element.style.setProperty("--_align", "center");
  else if (textAlign === "end" || textAlign.endsWith(direction === "rtl" ? "left" : "right"))
    element.style.setProperty("--_align", "end");
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
