// The table of contents: a link brings its heading into view and moves the focus there.

import type { Reading } from "./readings.ts";

/** A click on something in the widget. */
export function followSection(event: Event, clicked: Element, reading: Reading | null): void {
  const link = clicked.closest<HTMLElement>("[data-section]");
  if (!link) return;
  const heading = reading?.headings[Number(link.dataset["section"])];
  const { ctrlKey, metaKey, shiftKey, altKey } = event as MouseEvent;
  // Another tab or window is the browser's matter.
  if (!heading?.isConnected || ctrlKey || metaKey || shiftKey || altKey) return;
  const id = heading.id;
  if (id && link.getAttribute("href") === `#${encodeURIComponent(id)}`) {
    // The address takes the place, as with any link on the page, and the way back leads here again; the
    // scrolling to a heading without an id may still be under way.
    setTimeout(() => {
      heading.scrollIntoView();
      focus(heading);
    });
    return;
  }
  event.preventDefault();
  const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  heading.scrollIntoView({ behavior, block: "start" });
  focus(heading);
}

/** A heading takes the focus only while it has it: the publisher's markup stays as it was. */
function focus(heading: HTMLElement): void {
  if (!heading.hasAttribute("tabindex")) {
    heading.tabIndex = -1;
    heading.addEventListener("blur", () => heading.removeAttribute("tabindex"), { once: true });
  }
  heading.focus({ preventScroll: true });
}
