// Puts the widget on a page that has no element: time and topics under the title, share at the end.

import { hydrated } from "./hydration.ts";
import { rawOptions } from "./options.ts";
import { isAnnounced } from "./article.ts";
import type { Reading } from "./reading.ts";
import { read, readChosen } from "./readings.ts";
import { putBehindText, putBelowTitle } from "./spot.ts";
import { warn } from "./warnings.ts";
import { onChange } from "./watch.ts";

/** Parts that belong at the article's end. */
const atEnd = ["share", "comments", "related"];

/** Ours, wherever a page that keeps copies of itself may bring it back. */
const own = "data-placed";

/** The elements that stand on the page by themselves, by their article. */
const placed = new Map<Element, HTMLElement[]>();
let failure = "";

/** Whether the publisher has said where the widget stands. */
export function hasElement(): boolean {
  return document.querySelector(`reading-widget:not([${own}])`) !== null;
}

/** Places the widget now, and again when the page has become another. */
export function placeByItself(): void {
  void place();
  onChange((isNewPage) => {
    // The article may come late, and a site may draw it anew with what stands in it.
    const isGone = [...placed].some(
      ([article, elements]) => !article.isConnected || elements.some((element) => !element.isConnected),
    );
    if (failure || isGone || placed.size === 0 || (isNewPage && !isGoingOn())) void place();
    else void placeFurther();
  });
}

async function place(): Promise<void> {
  for (const element of document.querySelectorAll(`reading-widget[${own}]`)) element.remove();
  placed.clear();
  try {
    const reading = await read(null, rawOptions(null, warn));
    await hydrated(reading.title ?? reading.article);
    // The publisher's own element may have come meanwhile.
    if (hasElement()) return;
    putInto(reading);
    failure = "";
  } catch (error) {
    const reason = (error as Error).message;
    if (reason === failure) return;
    failure = reason;
    warn(reason);
    document.dispatchEvent(new CustomEvent("reading-error", { detail: { reason }, bubbles: true, composed: true }));
  }
}

function putInto(reading: Reading): void {
  const options = rawOptions(null, warn);
  // Where only the beginning is there, or what goes on, its time would mislead whoever hasn't asked for it.
  const tells = (word: string) => word !== "" && (word !== "time" || reading.isTimed || Boolean(options.minutes));
  const words = (options.show || "time topics share").split(/[\s,]+/).filter(tells);
  const elements: HTMLElement[] = [];
  placed.set(reading.article, elements);
  for (const [show, put] of [
    [words.filter((word) => !atEnd.includes(word)), putBelowTitle],
    [words.filter((word) => atEnd.includes(word)), putBehindText],
  ] as const) {
    if (show.length === 0 || (put === putBelowTitle && !reading.title)) continue;
    const element = document.createElement("reading-widget");
    element.setAttribute("show", show.join(" "));
    element.setAttribute(own, "");
    if (put(element, reading, placed.size === 1)) elements.push(element);
    else
      warn(
        `there is no place for "${show.join(" ")}" that leaves the page's layout alone: put <reading-widget> where you want it`,
      );
  }
}

/** An article beside the first is as good as it with this share of its letters; a teaser has fewer. */
const equal = 0.4;

/** The articles that have come behind the first, as a page has that goes on and on. */
function further(): Element[] {
  const [first] = placed.keys();
  if (!first || !isAnnounced(first)) return [];
  const length = first.textContent!.length;
  return [...document.querySelectorAll(first.localName)].filter(
    (other) =>
      !placed.has(other) &&
      first.compareDocumentPosition(other) === Node.DOCUMENT_POSITION_FOLLOWING &&
      other.textContent!.length > equal * length &&
      isAnnounced(other),
  );
}

/** Whether the page's new address is only that of another article on it. */
function isGoingOn(): boolean {
  return placed.size > 1 || further().length > 0;
}

/** What comes later gets its own; a page that begins with several is no article. */
async function placeFurther(): Promise<void> {
  for (const article of further()) {
    // Once tried, whatever comes of it.
    placed.set(article, []);
    try {
      const reading = await readChosen(article, rawOptions(null, warn));
      await hydrated(reading.title ?? article);
      if (article.isConnected && !hasElement()) putInto(reading);
    } catch {
      // It may hold nothing yet but its place, or nothing to read at all: the first one's widget stays.
    }
  }
}
