// The table of contents: a link brings its heading into view and moves the focus there.

import { bringToTop } from "./into-view.ts";
import { type Host, type Part, on } from "./part.ts";

export class Sections implements Part {
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
    on(host.root, ["pointerdown", "focusin"], () => this.drawn());
  }

  /** The links' own addresses, for a new tab or copying: the page's, whatever its `<base>` says. */
  drawn(): void {
    const { href } = location;
    for (const link of this.#host.root.querySelectorAll<HTMLAnchorElement>("[data-section]")) {
      link.target = "_self";
      const address = isRoute() ? href : href.split("#", 1)[0] + link.hash;
      if (link.href !== address) link.href = address;
    }
  }

  click(event: Event, clicked: Element): void {
    const link = clicked.closest<HTMLAnchorElement>("[data-section]");
    if (!link) return;
    const heading = this.#host.reading?.headings[Number(link.dataset.section)];
    const { ctrlKey, metaKey, shiftKey, altKey } = event as MouseEvent;
    // Another tab or window is the browser's matter.
    if (!heading?.isConnected || ctrlKey || metaKey || shiftKey || altKey) return;
    // Neither the browser's nor a router's of the page.
    event.preventDefault();
    event.stopPropagation();
    if (heading.id && !isRoute()) takePlace(`#${encodeURIComponent(heading.id)}`);
    bringToTop(heading);
    focus(heading);
  }
}

/** The address takes the place, and the way back leads here again; no listener of the page's takes it for a route. */
function takePlace(fragment: string): void {
  const address = location.href.split("#", 1)[0] + fragment;
  try {
    if (location.href !== address) history.pushState(null, "", address);
  } catch {
    // A page in a frame without an origin keeps its address.
  }
}

/** Whether the fragment is the page's own way to say which page it is. */
function isRoute(): boolean {
  return /^#[!/]/.test(location.hash);
}

/** A heading takes the focus only while it has it: the publisher's markup stays as it was. */
function focus(heading: HTMLElement): void {
  if (!heading.hasAttribute("tabindex")) {
    heading.tabIndex = -1;
    heading.addEventListener("blur", () => heading.removeAttribute("tabindex"), { once: true });
  }
  heading.focus({ preventScroll: true });
}
