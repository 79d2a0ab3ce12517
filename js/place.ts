// Puts the widget on a page that has no element: time and topics under the title, share at the end.

import { rawOptions } from "./options.ts";
import { read } from "./readings.ts";
import { warn } from "./warnings.ts";
import { onChange } from "./watch.ts";

/** Parts that belong at the article's end. */
const atEnd = ["share", "comments", "related"];

let placed: Element[] = [];
let failure = "";

/** Places the widget now, and again when the page has become another. */
export function placeByItself(): void {
  void place();
  onChange((isNewPage) => {
    // The article may come late, and a site may draw it anew with what stands in it.
    const isGone = placed.some((element) => !element.isConnected);
    if (isNewPage || isGone || failure) void place();
  });
}

async function place(): Promise<void> {
  for (const element of placed) element.remove();
  placed = [];
  try {
    const options = rawOptions(null, warn);
    const { article, title, last } = await read(null, options);
    // The publisher's own element may have come meanwhile.
    if (document.querySelector("reading-widget")) return;
    const words = (options["show"] || "time topics share").split(/[\s,]+/).filter(Boolean);
    const head = words.filter((word) => !atEnd.includes(word));
    const end = words.filter((word) => atEnd.includes(word));
    if (title && head.length > 0) insertBehind(title, head, article);
    if (last && end.length > 0) insertBehind(last, end, article);
    failure = "";
  } catch (error) {
    const reason = (error as Error).message;
    if (reason === failure) return;
    failure = reason;
    warn(reason);
    document.dispatchEvent(new CustomEvent("reading-error", { detail: { reason }, bubbles: true, composed: true }));
  }
}

function insertBehind(place: Element, show: string[], article: Element): void {
  const sibling = lineOfItsOwn(place, article);
  if (!sibling) {
    warn(`there is no place for "${show.join(" ")}" that leaves the page's layout alone: put <reading-widget> where you want it`);
    return;
  }
  const element = document.createElement("reading-widget");
  element.setAttribute("show", show.join(" "));
  // What a page gives to a slot stays beside what it stands behind.
  if (sibling.slot) element.slot = sibling.slot;
  const { gridColumnStart, gridColumnEnd } = getComputedStyle(sibling);
  // In a grid: as wide as its neighbour where that has columns of its own, else a row for itself.
  if (isGrid(sibling.parentElement)) element.style.gridColumn = /^(auto|span)/.test(gridColumnStart) ? "1 / -1" : `${gridColumnStart} / ${gridColumnEnd}`;
  sibling.after(element);
  placed.push(element);
}

/** What holds words or parts of its own kind, and no block that comes from elsewhere. */
const closed = "a, button, label, summary, hgroup, figure, h1, h2, h3, h4, h5, h6, p, ul, ol, dl, table, thead, tbody, tfoot, tr";

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
