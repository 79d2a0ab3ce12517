// The share actions. Nothing leaves the page before a click, and every link's address is made fresh
// when the reader reaches for it: single-page sites change their address under us.

import { copyText } from "./clipboard.ts";
import { List } from "./list.ts";
import { type Host, type Part, on } from "./part.ts";
import type { Passage } from "./passage.ts";
import { Selected, type Taken } from "./selection.ts";
import { forget, recall, remember, serverName } from "./server.ts";
import { pageUrl, targetLink, targetUrl, title } from "./links.ts";

export class Share implements Part {
  readonly #host: Host;
  readonly #list: List;
  readonly #selected: Selected;
  /** What the open list shares, once it is known. */
  #passage: Passage | undefined;
  #taken: Taken;

  constructor(host: Host) {
    this.#host = host;
    this.#list = new List(host.root, (isOpen) => this.#listChanges(isOpen));
    this.#selected = new Selected({
      root: host.root,
      get article() {
        return host.reading?.article ?? null;
      },
    });
    on(host.root, ["change"], (event) => this.#change(event.target as HTMLInputElement));
    on(host.root, ["submit"], (event) => this.#submit(event));
    on(host.root, ["pointerdown", "focusin"], (event) => this.#approach(event));
    on(host.root, ["keydown"], (event) => {
      if ((event as KeyboardEvent).key === "Escape") this.#escape(event);
    });
    // The button beside a selection must not end it.
    on(host.root, ["mousedown"], (event) => {
      if ((event.target as Element).closest("[data-passage]")) event.preventDefault();
    });
  }

  drawn(): void {
    this.#selected.stop();
    if (this.#list.button && this.#host.options.quote !== "off") this.#selected.follow();
  }

  released(): void {
    this.#selected.stop();
    this.#list.close();
  }

  /** The reader reaches for something: a link gets its present address. */
  #approach(event: Event): void {
    const reached = event.target as Element;
    const isPointer = event.type === "pointerdown";
    if (isPointer && reached.closest("[data-open],[data-target=copy],[data-passage]")) this.#selected.hold();
    const link = reached.closest<HTMLAnchorElement>("a[data-target]");
    if (link) this.#refresh(link, pageUrl(this.#host));
  }

  click(event: Event, clicked: Element): void {
    if (clicked.closest("[data-open]")) this.#list.pressed();
    if (clicked.closest("[data-close]")) this.#list.close();
    const beside = clicked.closest<HTMLElement>("[data-passage]");
    if (beside) this.#list.openBeside(beside);
    const target = clicked.closest<HTMLElement>("[data-target]");
    if (!target) return;
    const name = target.dataset.target!;
    const place = this.#placeOf(target);
    if (place?.firstElementChild?.matches("form")) {
      this.#unfold(target, place);
      return;
    }
    if (target instanceof HTMLAnchorElement) this.#refresh(target, pageUrl(this.#host));
    if (place && !place.hidden) {
      this.#unfold(target, place);
      return;
    }
    const taken = this.#list.panel?.contains(target) ? (this.#passage ?? this.#taken) : this.#selected.take();
    const act = (passage: Passage | undefined) => this.#act(event, name, passage, target, place);
    // Not in the click any more, but soon enough for it to count as one.
    if (taken instanceof Promise && !(target instanceof HTMLAnchorElement)) void soon(taken).then(act);
    else act(taken instanceof Promise ? undefined : taken);
  }

  #act(event: Event, name: string, passage: Passage | undefined, target: HTMLElement, place: HTMLElement | null): void {
    if (!this.#announceLeaving(name, passage)) {
      event.preventDefault();
      return;
    }
    if (name === "copy") void this.#copy(passage);
    if (name === "system") this.#openSystemSheet();
    if (name === "print") {
      this.#list.close();
      print();
    }
    if (place) void this.#drawCode(target, place);
  }

  /** The reader has named a server. */
  #submit(event: Event): void {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const target = form.dataset.asks!;
    const { server: field, software, remember: box } = form.elements as unknown as Record<string, HTMLInputElement>;
    const problem = form.querySelector(".problem")!;
    const server = serverName(field!.value, !software);
    problem.textContent = server ? "" : (this.#host.words?.named("instanceUnknown", field!.placeholder) ?? "");
    field!.setAttribute("aria-invalid", String(!server));
    if (!server) {
      field!.focus();
      return;
    }
    if (box!.checked) remember(target, server, software?.value ?? "");
    const named = { server, software: software?.value ?? "" };
    const address = targetLink(this.#host, target, pageUrl(this.#host), this.#passage, named);
    if (!address || !this.#announceLeaving(target, this.#passage)) return;
    // A link of the reader's own: where their browser opens no new tab by itself, they can.
    const link = document.createElement("a");
    link.setAttribute("href", ` ${address}`);
    link.target = "_blank";
    link.rel = "noopener noreferrer";
    link.textContent = server;
    problem.append(link);
    link.click();
  }

  /** Escape closes what is open, the innermost first, and gives the focus back to what opened it. */
  #escape(event: Event): void {
    if (!this.#list.isOpen) return;
    event.preventDefault();
    const unfolded = this.#host.root.querySelector<HTMLElement>(".target[aria-expanded=true]");
    if (unfolded) {
      this.#unfold(unfolded, this.#placeOf(unfolded)!);
      unfolded.focus();
      return;
    }
    this.#list.close(true);
  }

  #listChanges(isOpen: boolean): void {
    const panel = this.#list.panel!;
    const taken = isOpen ? this.#selected.take() : undefined;
    this.#taken = taken;
    this.#passage = taken instanceof Promise ? undefined : taken;
    for (const field of panel.querySelectorAll(".by-hand")) field.remove();
    if (!isOpen) return;
    this.#say("");
    this.#fill(panel);
    if (!(taken instanceof Promise)) return;
    void taken.then((passage) => {
      if (this.#taken !== taken) return;
      this.#taken = this.#passage = passage;
      this.#fill(panel);
      this.#list.place();
    });
  }

  /** What will be shared, and where the links lead. */
  #fill(panel: HTMLElement): void {
    const page = pageUrl(this.#host);
    const find = (part: string) => panel.querySelector<HTMLElement>(part)!;
    find(".title").textContent = title(this.#host);
    find(".address").textContent = page.replace(/^https?:\/\//, "");
    const quote = find(".quote");
    quote.textContent = this.#passage ? (this.#host.words?.quotation(this.#passage.quote) ?? "") : "";
    quote.hidden = !this.#passage;
    const hasTouch = matchMedia("(pointer: coarse)").matches;
    for (const row of panel.querySelectorAll<HTMLElement>("[data-touch]")) row.hidden = !hasTouch;
    const system = panel.querySelector("[data-target=system]")?.parentElement;
    if (system) system.hidden = !canShare(this.#systemData());
    for (const link of panel.querySelectorAll<HTMLAnchorElement>("a[data-target]")) this.#refresh(link, page);
  }

  #refresh(link: HTMLAnchorElement, page: string): void {
    const address = targetLink(this.#host, link.dataset.target!, page, this.#passage);
    // The space: see src/view/share.rs.
    if (address) link.setAttribute("href", ` ${address}`);
  }

  /** What unfolds below a row. */
  #placeOf(target: HTMLElement): HTMLElement | null {
    return this.#host.root.querySelector<HTMLElement>(`#place-${CSS.escape(target.dataset.target!)}`);
  }

  #unfold(target: HTMLElement, place: HTMLElement): void {
    place.hidden = !place.hidden;
    target.setAttribute("aria-expanded", String(!place.hidden));
    this.#list.place();
    const form = place.querySelector("form");
    if (place.hidden || !form) return;
    const { server, software, remember: box } = form.elements as unknown as Record<string, HTMLInputElement>;
    const known = recall(form.dataset.asks!);
    if (known) {
      server!.value ||= known[0];
      if (software && known[1]) software.value = known[1];
      box!.checked = true;
    }
    server!.focus();
  }

  /** The box is unticked: what was kept is gone at once. */
  #change(box: HTMLInputElement): void {
    if (box.name === "remember" && !box.checked) forget(box.form!.dataset.asks!);
  }

  /** Straight in the click: a promise in between would lose the reader's gesture. */
  #openSystemSheet(): void {
    const failed = (error: unknown) => {
      // The reader has changed their mind. Anything else leaves them the list that is open.
      if ((error as DOMException)?.name === "AbortError") return;
      const row = this.#host.root.querySelector("[data-target=system]")?.parentElement;
      if (row) row.hidden = true;
      this.#say(this.#label("failed"));
    };
    try {
      navigator.share(this.#systemData()).catch(failed);
    } catch (error) {
      failed(error);
    }
  }

  async #copy(passage: Passage | undefined): Promise<void> {
    const url = targetUrl(this.#host, "copy", pageUrl(this.#host), passage);
    const panel = this.#list.isOpen ? this.#list.panel : null;
    const copied = await copyText(url, panel ?? this.#host.root);
    this.#say(this.#label(copied ? "copied" : "copyByHand"));
    if (!copied) this.#offerByHand(url);
  }

  /** The address in a field, selected: the last way that always works. */
  #offerByHand(url: string): void {
    const field = document.createElement("input");
    field.readOnly = true;
    field.value = url;
    field.dir = "ltr";
    field.className = "by-hand";
    field.setAttribute("aria-label", this.#label("copyByHand"));
    const place = this.#list.isOpen ? this.#list.panel : this.#host.root.querySelector("[role=status]");
    place?.append(field);
    field.focus();
    field.select();
  }

  async #drawCode(target: HTMLElement, place: HTMLElement): Promise<void> {
    const url = targetUrl(this.#host, "qr", pageUrl(this.#host), this.#passage);
    try {
      const { qrCode } = await import("./qr.ts");
      place.replaceChildren(qrCode(url, this.#label("qr")));
      this.#unfold(target, place);
      place.scrollIntoView?.({ block: "nearest" });
    } catch {
      // Not to be had, or an address that no code holds.
      this.#say(this.#label("failed"));
    }
  }

  #announceLeaving(target: string, passage: Passage | undefined): boolean {
    const url = targetUrl(this.#host, target, pageUrl(this.#host), passage);
    const detail = { target, url, title: title(this.#host) };
    return this.#host.dispatch("reading-share", passage ? { ...detail, quote: passage.quote } : detail);
  }

  #systemData(): ShareData {
    const url = targetUrl(this.#host, "system", pageUrl(this.#host), this.#passage);
    const quote = this.#passage && this.#host.words?.quotation(this.#passage.quote);
    return { title: title(this.#host), ...(quote && { text: quote }), url };
  }

  /** In the place that screen readers listen to, and at the foot of the list that hides it. */
  #say(message: string): void {
    this.#host.announce(message);
    const foot = this.#list.panel?.querySelector(".said");
    if (foot) foot.textContent = message;
  }

  #label(name: string): string {
    return this.#host.words?.label(name) ?? "";
  }
}

/** The passage if it comes within a moment: the browser lets a click count for little more than that. */
function soon(taken: Promise<Passage | undefined>): Promise<Passage | undefined> {
  return Promise.race([taken, new Promise<undefined>((resolve) => setTimeout(resolve, 900))]);
}

function canShare(data: ShareData): boolean {
  try {
    return typeof navigator.share === "function" && navigator.canShare?.(data) === true;
  } catch {
    return false;
  }
}
