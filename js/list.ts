// The list of targets: a popover where the browser has them, else a part of the page that unfolds.

const hasPopover = "popover" in (globalThis.HTMLElement?.prototype ?? {});

/** Between the list and what it belongs to, or the screen's edge, in pixels. */
const gap = 8;

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
    root.addEventListener("beforetoggle", (event) => {
      if (event.target === this.panel) this.#change((event as ToggleEvent).newState === "open");
    }, true);
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
    const { style } = panel;
    // Where it is not yet placed it may give the page scroll bars.
    style.top = style.left = "0";
    style.maxBlockSize = "";
    const { left, right, top, bottom } = opener.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const [below, above] = [clientHeight - bottom - 2 * gap, top - 2 * gap];
    const goesUp = panel.offsetHeight > below && above > below;
    // On a screen that is low it may cover what it belongs to.
    const room = Math.max(goesUp ? above : below, Math.min(clientHeight - 2 * gap, 320));
    style.maxBlockSize = `${room}px`;
    const { offsetHeight: height, offsetWidth: width } = panel;
    const y = goesUp ? top - gap - height : bottom + gap;
    const x = getComputedStyle(panel).direction === "rtl" ? right - width : left;
    style.top = `${between(gap, y, clientHeight - gap - height) + scrollY}px`;
    style.left = `${between(gap, x, clientWidth - gap - width) + scrollX}px`;
  };
}

function between(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
