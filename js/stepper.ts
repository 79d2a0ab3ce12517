// While a topic is marked and its chip is out of sight: a bar at the screen's foot that steps through the
// mentions as the chip's own buttons do.

import { barAt } from "./into-view.ts";
import { addSheet } from "./sheets.ts";
import css from "./stepper.css";

/** A cross, as in src/view/icons.rs. */
const cross = "m6 6 12 12M18 6 6 18";

/** Scrolling has ended when nothing has moved for this long, in milliseconds. */
const rest = 150;

export class Stepper {
  readonly #root: ShadowRoot;
  /** What the frame is to the parts: it has the colours and the direction. */
  readonly #around = document.createElement("div");
  readonly #bar = document.createElement("div");
  readonly #label = document.createElement("b");
  readonly #place = document.createElement("span");
  readonly #how = document.createElement("span");
  /** The reading aloud has its controls at the foot too. */
  readonly #players = new ResizeObserver(() => this.#stand());
  #sight: IntersectionObserver | undefined;
  #chip: HTMLElement | undefined;
  #steps: HTMLElement | undefined;
  #mention: Range | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(root: ShadowRoot, close: string) {
    this.#root = root;
    addSheet(root, css);
    const what = document.createElement("span");
    what.className = "what";
    this.#place.className = "position";
    what.append(this.#label, this.#place);
    this.#how.className = "how";
    const end = document.createElement("button");
    end.type = "button";
    end.className = "step end";
    end.dataset.step = "end";
    end.setAttribute("aria-label", close);
    end.append(drawing(cross));
    this.#how.append(end);
    const bar = this.#bar;
    bar.className = "stepper";
    bar.hidden = true;
    bar.setAttribute("part", "stepper");
    bar.setAttribute("role", "group");
    if ("popover" in bar) bar.popover = "manual";
    bar.append(what, this.#how);
    this.#around.style.display = "contents";
    this.#around.append(bar);
    root.append(this.#around);
    for (const widget of document.querySelectorAll("reading-widget")) {
      const player = widget.shadowRoot?.querySelector(".player");
      if (player) this.#players.observe(player);
    }
    document.addEventListener("keydown", this.#onKey);
    addEventListener("resize", this.#stand);
    addEventListener("scroll", this.#onScroll, { capture: true, passive: true });
  }

  /** Whether the focus is in it. */
  get hasFocus(): boolean {
    return this.#bar.contains(this.#root.activeElement);
  }

  /** The chip that is pressed, with its own buttons, and the mention that is shown. */
  follow(chip: HTMLElement, steps: HTMLElement, mention: Range): void {
    this.#mention = mention;
    this.#label.textContent = chip.textContent;
    this.#place.textContent = steps.querySelector(".position")!.textContent;
    this.#settle();
    if (chip === this.#chip) return;
    this.#chip = chip;
    this.#steps = steps;
    this.#bar.setAttribute("aria-label", chip.getAttribute("aria-label") ?? "");
    for (const step of this.#how.querySelectorAll("[data-step]:not(.end)")) step.remove();
    this.#how.prepend(...[...steps.querySelectorAll<HTMLElement>("[data-step]")].map((step) => step.cloneNode(true)));
    for (const step of this.#how.querySelectorAll<HTMLElement>("[data-step]")) step.tabIndex = 0;
    const frame = chip.closest<HTMLElement>(".frame")!;
    const around = this.#around;
    around.className = "frame";
    around.dir = frame.dir;
    around.lang = frame.lang;
    around.style.colorScheme = frame.style.colorScheme;
    this.#sight?.disconnect();
    this.#sight = new IntersectionObserver(
      (entries) => this.#show(entries[entries.length - 1]!.intersectionRatio < 0.5),
      {
        // Below the page's own bars it isn't seen either.
        rootMargin: `${-Math.round(this.#topEdge())}px 0px 0px`,
        threshold: 0.5,
      },
    );
    this.#sight.observe(chip);
  }

  end(): void {
    if (this.#steps) this.#reach(true);
    this.#sight?.disconnect();
    this.#players.disconnect();
    clearTimeout(this.#timer);
    document.removeEventListener("keydown", this.#onKey);
    removeEventListener("resize", this.#stand);
    removeEventListener("scroll", this.#onScroll, { capture: true });
    this.#around.remove();
  }

  #show(isWanted: boolean): void {
    const bar = this.#bar;
    const steps = this.#steps!;
    const focused = this.#root.activeElement as HTMLElement | null;
    this.#reach(!isWanted);
    if (bar.hidden !== isWanted) return;
    const hadFocus = (isWanted ? steps : bar).contains(focused);
    if (isWanted) {
      bar.hidden = false;
      bar.showPopover?.();
      this.#stand();
    }
    if (hadFocus) {
      const same = (isWanted ? bar : steps).querySelector<HTMLElement>(`[data-step="${focused!.dataset.step}"]`);
      (same ?? this.#chip)?.focus({ preventScroll: true });
    }
    if (isWanted) return;
    bar.hidePopover?.();
    bar.hidden = true;
  }

  /** Whether the Tab key stops at the chip's own buttons: out of sight they would only take the reader back up. */
  #reach(isWanted: boolean): void {
    for (const step of this.#steps!.querySelectorAll<HTMLElement>("[data-step]")) step.tabIndex = isWanted ? 0 : -1;
  }

  /** Above the controls of reading aloud where they float. */
  readonly #stand = (): void => {
    let foot = 0;
    for (const widget of document.querySelectorAll("reading-widget")) {
      const player = widget.shadowRoot?.querySelector<HTMLElement>(".player");
      if (player && getComputedStyle(player).position === "fixed") foot = Math.max(foot, player.offsetHeight);
    }
    this.#bar.style.setProperty("--_foot", `${foot}px`);
    this.#settle();
  };

  readonly #onScroll = (): void => {
    if (this.#timer) this.#settle();
  };

  /** Where the page ends, a mention can't be scrolled clear of the bar: then the bar gets out of its way. */
  #settle(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      const bar = this.#bar;
      if (bar.hidden) return;
      bar.classList.remove("above");
      const { top } = bar.getBoundingClientRect();
      const mention = this.#mention!.getBoundingClientRect();
      bar.classList.toggle("above", mention.bottom > top && mention.top < innerHeight);
    }, rest);
  }

  /** How far down the page's own bars reach over the chip. */
  #topEdge(): number {
    const { left, width } = this.#chip!.getBoundingClientRect();
    const { host } = this.#root;
    let edge = 0;
    for (let bars = 0; bars < 4; bars++) {
      const bar = barAt(host, left + width / 2, edge + 1);
      if (!bar) break;
      edge = bar.getBoundingClientRect().bottom;
    }
    return edge;
  }

  /** The next stop of the Tab key behind the chip, or where there is no focus, is the bar. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== "Tab" || event.shiftKey || event.defaultPrevented || this.#bar.hidden) return;
    if (this.#root.activeElement !== this.#chip && document.activeElement !== document.body) return;
    event.preventDefault();
    this.#bar.querySelector<HTMLElement>("[data-step]")!.focus();
  };
}

function drawing(path: string): SVGElement {
  const space = "http://www.w3.org/2000/svg";
  const icon = document.createElementNS(space, "svg");
  icon.setAttribute("viewBox", "0 0 24 24");
  icon.setAttribute("aria-hidden", "true");
  const line = document.createElementNS(space, "path");
  line.setAttribute("d", path);
  icon.append(line);
  return icon;
}
