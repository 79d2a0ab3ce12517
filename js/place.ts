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
  // Behind a heading that is a link, or grouped with its kicker, not within.
  const around = place.closest("a, hgroup");
  const sibling = around && article.contains(around) ? around : place;
  const element = document.createElement("reading-widget");
  element.setAttribute("show", show.join(" "));
  sibling.after(element);
  placed.push(element);
}
