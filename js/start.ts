// What a script tag does by being on the page.

import { defineReadingWidget } from "./define.ts";
import { hasOptions, readScriptTag } from "./options.ts";
import { hasElement, placeByItself } from "./place.ts";
import { warn } from "./warnings.ts";

/** `address` is the script's own. */
export function start(address: string): void {
  // A server that renders the page may import the script too.
  if (!globalThis.document) return;
  const tags = [...document.querySelectorAll<HTMLScriptElement>("script[src]")].filter((script) => script.src === address);
  const isSecond = customElements.get("reading-widget") !== undefined;
  const ignored = isSecond ? tags : tags.slice(1);
  if (ignored.some(hasOptions)) warn("the page loads the widget twice: the options of the second script tag are ignored");
  if (isSecond) return;
  if (tags[0]) readScriptTag(tags[0]);
  defineReadingWidget();
  whenParsed(() => {
    if (!hasElement()) placeByItself();
  });
}

function whenParsed(work: () => void): void {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", work, { once: true });
  else work();
}
