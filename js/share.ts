// The share actions. Nothing leaves the page before a click, and every link's address is made fresh
// when the reader reaches for it: single-page sites change their address under us.

import { copyText } from "./clipboard.ts";
import { withCore } from "./core.ts";
import { serverName } from "./mastodon.ts";
import type { RawOptions } from "./options.ts";
import type { Reading } from "./readings.ts";
import type { Words } from "./words.ts";

/** What the share actions need of their element. */
export interface ShareHost {
  readonly root: ShadowRoot;
  readonly reading: Reading | null;
  readonly words: Words | null;
  readonly options: RawOptions;
  announce(message: string): void;
  dispatch(type: "reading-share", detail: { target: string; url: string; title: string }): boolean;
}

export class Share {
  readonly #host: ShareHost;

  constructor(host: ShareHost) {
    this.#host = host;
  }

  /** The reader reaches for something: a link gets its present address. */
  approach(reached: Element): void {
    const link = reached.closest<HTMLAnchorElement>("a[data-target]");
    if (!link) return;
    const target = link.dataset["target"]!;
    const address = this.#address(target);
    if (address) link.href = address;
  }

  /** A click on something in the widget; prevented if the page wants it so. */
  click(event: Event, clicked: Element): void {
    if (clicked.closest("[data-open]")) this.#toggle();
    const target = clicked.closest<HTMLElement>("[data-target]");
    if (!target) return;
    const name = target.dataset["target"]!;
    if (name === "mastodon") {
      this.#toggleServer(target);
      return;
    }
    this.approach(target);
    if (!this.#announceLeaving(name)) {
      event.preventDefault();
      return;
    }
    if (name === "copy") void this.#copy();
    if (name === "system") this.#openSystemSheet();
  }

  /** The reader has named a server. */
  submit(event: Event): void {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const field = form.querySelector("input")!;
    const problem = form.querySelector(".problem")!;
    const server = serverName(field.value);
    problem.textContent = server ? "" : (this.#host.words?.label("instanceUnknown") ?? "");
    field.setAttribute("aria-invalid", String(!server));
    if (!server) {
      field.focus();
      return;
    }
    const address = this.#address("mastodon", server);
    if (address && this.#announceLeaving("mastodon")) open(address, "_blank", "noopener,noreferrer");
  }

  /** Escape closes what is open, the innermost first, and gives the focus back to what opened it. */
  escape(event: KeyboardEvent): void {
    for (const opener of ["[data-target=mastodon]", "[data-open]"]) {
      const button = this.#find(opener);
      if (button?.getAttribute("aria-expanded") !== "true") continue;
      if (opener === "[data-open]") this.#toggle();
      else this.#toggleServer(button);
      button.focus();
      event.preventDefault();
      return;
    }
  }

  #toggle(): void {
    const button = this.#find("[data-open]");
    const panel = this.#find("#panel");
    if (!button || !panel) return;
    panel.hidden = !panel.hidden;
    button.setAttribute("aria-expanded", String(!panel.hidden));
    if (panel.hidden) return;
    this.#host.announce("");
    const title = panel.querySelector(".title");
    const address = panel.querySelector(".address");
    if (title) title.textContent = this.#title;
    if (address) address.textContent = this.#url().replace(/^https?:\/\//, "");
    const row = panel.querySelector("[data-target=system]")?.parentElement;
    if (row) row.hidden = !canShare(this.#systemData());
  }

  #toggleServer(button: HTMLElement): void {
    const form = this.#find("#instance");
    if (!form) return;
    form.hidden = !form.hidden;
    button.setAttribute("aria-expanded", String(!form.hidden));
    if (!form.hidden) form.querySelector("input")?.focus();
  }

  /** Straight in the click: a promise in between would lose the reader's gesture. */
  #openSystemSheet(): void {
    navigator.share(this.#systemData()).catch((error: unknown) => {
      // The reader has changed his mind. Anything else leaves him the list that is open.
      if ((error as DOMException)?.name === "AbortError") return;
      const row = this.#find("[data-target=system]")?.parentElement;
      if (row) row.hidden = true;
    });
  }

  async #copy(): Promise<void> {
    const url = this.#sharedUrl("copy");
    const { words } = this.#host;
    const copied = await copyText(url, this.#host.root);
    this.#host.announce(words?.label(copied ? "copied" : "copyByHand") ?? "");
    if (!copied) this.#offerByHand(url);
  }

  /** The address in a field, selected: the last way that always works. */
  #offerByHand(url: string): void {
    const field = document.createElement("input");
    field.readOnly = true;
    field.value = url;
    field.dir = "ltr";
    field.className = "by-hand";
    const status = this.#find("[role=status]");
    field.setAttribute("aria-label", status?.textContent ?? "");
    status?.append(field);
    field.focus();
    field.select();
  }

  #announceLeaving(target: string): boolean {
    return this.#host.dispatch("reading-share", { target, url: this.#sharedUrl(target), title: this.#title });
  }

  #systemData(): ShareData {
    return { title: this.#title, url: this.#sharedUrl("system") };
  }

  get #title(): string {
    return this.#host.options["shareTitle"]?.trim() || this.#host.reading?.analysis.title || document.title;
  }

  /** What is shared, as the page says it now. */
  #url(): string {
    const known = this.#host.reading?.analysis.url ?? location.href;
    try {
      return withCore((core) => core.pageAddress(document, this.#host.options)) ?? known;
    } catch {
      return known;
    }
  }

  #sharedUrl(target: string): string {
    const url = this.#url();
    try {
      return withCore((core) => core.sharedAddress(target, url, this.#host.options));
    } catch {
      return url;
    }
  }

  #address(target: string, server?: string): string | undefined {
    try {
      return withCore((core) => core.targetAddress(target, this.#sharedUrl(target), this.#title, server));
    } catch {
      // The address from the last drawing stands.
      return undefined;
    }
  }

  #find(selector: string): HTMLElement | null {
    return this.#host.root.querySelector<HTMLElement>(selector);
  }
}

function canShare(data: ShareData): boolean {
  try {
    return typeof navigator.share === "function" && navigator.canShare?.(data) === true;
  } catch {
    return false;
  }
}
