// The list of targets: a popover where the browser has them, else a part of the page that unfolds.

import { gap, moveTo, scale, visible } from "./screen.ts";
import { attempt } from "./warnings.ts";

const hasPopover = "popover" in (globalThis.HTMLElement?.prototype ?? {});

export class List {
  readonly #root: ShadowRoot;
  readonly #changes: (isOpen: boolean) => void;
  /** What it was opened by, if not by its button. */
  #opener: HTMLElement | undefined;

  /** `changes` is told before it opens and before it closes. */
  constructor(root: ShadowRoot, changes: (isOpen: boolean) => void) {
    this.#root = root;
    this.#changes = changes;
    // The event doesn't bubble, and the panel is drawn anew at times.
    root.addEventListener(
      "beforetoggle",
      (event) => {
        if (event.target === this.panel) attempt(() => this.#change((event as ToggleEvent).newState === "open"));
      },
      true,
    );
  }

  get button(): HTMLElement | null {
    return this.#root.querySelector<HTMLElement>("[data-open]");
  }

  get panel(): HTMLElement | null {
    return this.#root.querySelector<HTMLElement>("#panel");
  }

  get isOpen(): boolean {
    return this.panel?.hidden === false;
  }

  /** A click on its button: the browser itself opens and closes a popover. */
  pressed(): void {
    if (hasPopover) return;
    if (this.isOpen) this.close();
    else this.open();
  }

  /** Opens it beside `opener`, and takes the focus there. */
  openBeside(opener: HTMLElement): void {
    this.#opener = opener;
    this.open();
    this.panel?.querySelector<HTMLElement>("li:not([hidden])>.target")?.focus();
  }

  open(): void {
    if (this.isOpen || !this.panel) return;
    if (hasPopover) this.panel.showPopover();
    else this.#change(true);
  }

  /** The focus goes back to what it was opened by, if it was inside or `takesFocus`. */
  close(takesFocus = false): void {
    const { panel } = this;
    if (!panel || !this.isOpen) return;
    const opener = this.#opener ?? this.button;
    const hadFocus = panel.contains(this.#root.activeElement);
    if (hasPopover) panel.hidePopover();
    else this.#change(false);
    if (hadFocus || takesFocus) opener?.focus();
  }

  #change(isOpen: boolean): void {
    const panel = this.panel!;
    panel.hidden = !isOpen;
    this.button?.setAttribute("aria-expanded", String(isOpen));
    this.#changes(isOpen);
    if (isOpen) {
      // Once it is shown, and before that is painted.
      requestAnimationFrame(this.place);
      addEventListener("resize", this.place);
    } else {
      this.#opener = undefined;
      removeEventListener("resize", this.place);
    }
  }

  /** Below what it belongs to, above it where there is more room; narrow screens have it at their foot. */
  readonly place = (): void => {
    const { panel } = this;
    const opener = this.#opener ?? this.button;
    if (!hasPopover || !panel || !opener || !this.isOpen) return;
    // The sheet at a narrow screen's foot.
    if (getComputedStyle(panel).position === "fixed") return;
    const screen = visible(panel);
    // Where it is put at first it could make the page higher, and with a scroll bar narrower.
    Object.assign(panel.style, { left: "0", top: "0", maxBlockSize: "" });
    const { left, right, top, bottom } = opener.getBoundingClientRect();
    const [below, above] = [screen.bottom - bottom - 2 * gap, top - screen.top - 2 * gap];
    const goesUp = panel.getBoundingClientRect().height > below && above > below;
    // On a screen that is low it may cover what it belongs to.
    const room = Math.max(goesUp ? above : below, Math.min(screen.height - 2 * gap, 320));
    panel.style.maxBlockSize = `${room / scale(panel)}px`;
    const { width, height } = panel.getBoundingClientRect();
    const x = getComputedStyle(panel).direction === "rtl" ? right - width : left;
    moveTo(panel, x, goesUp ? top - gap - height : bottom + gap, screen);
  };
}
