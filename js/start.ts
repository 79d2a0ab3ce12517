// What a script tag does by being on the page.

import { tagByName } from "./beside.ts";
import { defineReadingWidget } from "./define.ts";
import { hasOptions, readScriptTag } from "./options.ts";
import { parsed } from "./parsed.ts";
import { hasElement, placeByItself } from "./place.ts";
import { attempt, warn } from "./warnings.ts";

/** `address` is the script's own, empty where it has none; `running` the tag that it runs from, where that is known. */
export function start(address: string, running?: Element | null): void {
  // A server that renders the page may import the script too.
  if (globalThis.document) attempt(() => begin(address, running));
}

function begin(address: string, running: Element | null | undefined): void {
  const tags = [...document.querySelectorAll<HTMLScriptElement>("script[src]")].filter(
    (script) => address && script.src === address,
  );
  const isSecond = customElements.get("reading-widget") !== undefined;
  const ignored = isSecond ? tags : tags.slice(1);
  if (ignored.some(hasOptions))
    warn("the page loads the widget twice: the options of the second script tag are ignored");
  if (isSecond) return;
  const tag = [tags[0], running, tagByName()].find((tag) => tag && hasOptions(tag));
  if (tag) readScriptTag(tag);
  defineReadingWidget();
  void parsed().then(() => attempt(() => hasElement() || placeByItself()));
}
