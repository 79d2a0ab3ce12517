// The passage of the article that the reader has selected. What makes a link of it is loaded when
// there is one for the first time, so that it is there when they reach for a button.

import type { Passage } from "./passage.ts";
import { moveTo, visible } from "./screen.ts";

type Maker = typeof import("./passage.ts");

let maker: Maker | undefined;
let loading: Promise<Maker | undefined> | undefined;

/** A passage, or that of a reader who was faster than the file that makes it. */
export type Taken = Passage | undefined | Promise<Passage | undefined>;

/** Without the file the article is shared as a whole. */
function load(): Promise<Maker | undefined> {
  loading ??= import("./passage.ts").then(
    (module) => (maker = module),
    () => (loading = undefined),
  );
  return loading;
}

/** A reader who is still selecting, in milliseconds. */
const pause = 250;

/** What a selection is watched for. */
export interface SelectionHost {
  readonly root: ShadowRoot;
  readonly article: Element | null;
}

export class Selected {
  readonly #host: SelectionHost;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Where quotations are off, no selection is looked at. */
  #isFollowing = false;
  /** Taken when the pointer went down: a tap ends the selection before it is a click. */
  #held: Range | undefined;

  constructor(host: SelectionHost) {
    this.#host = host;
  }

  follow(): void {
    this.#isFollowing = true;
    document.addEventListener("selectionchange", this.#changed);
    if (this.#button) this.#host.root.addEventListener("focusout", this.#changed);
  }

  stop(): void {
    this.#isFollowing = false;
    document.removeEventListener("selectionchange", this.#changed);
    document.removeEventListener("keydown", this.#key);
    this.#host.root.removeEventListener("focusout", this.#changed);
    clearTimeout(this.#timer);
  }

  /** The pointer goes down on something that will share. */
  hold(): void {
    this.#held = this.#range();
    if (this.#held) void load();
  }

  /** The passage for this click. */
  take(): Taken {
    const range = this.#range() ?? this.#held;
    this.#held = undefined;
    if (!range) return undefined;
    return maker ? maker.passage(range) : load().then((maker) => maker?.passage(range));
  }

  /** The selection, as far as it is in the article. */
  #range(): Range | undefined {
    const selection = getSelection();
    const { article } = this.#host;
    if (!this.#isFollowing || !article || !selection?.rangeCount || selection.isCollapsed) return undefined;
    const range = selection.getRangeAt(0).cloneRange();
    if (!range.intersectsNode(article)) return undefined;
    if (!article.contains(range.startContainer)) range.setStart(article, 0);
    if (!article.contains(range.endContainer)) range.setEnd(article, article.childNodes.length);
    return /[\p{L}\p{N}]/u.test(range.toString()) ? range : undefined;
  }

  readonly #changed = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#settled(), pause);
  };

  async #settled(): Promise<void> {
    if (this.#range()) await load();
    this.#offer();
  }

  /** The button beside the selection, if the publisher wants one. */
  #offer(): void {
    const button = this.#button;
    if (!button || !("popover" in button)) return;
    const range = maker && this.#range();
    const wasShown = !button.hidden;
    // A press on it may take the selection away: it stays until the focus has left it.
    if (!range && this.#host.root.activeElement === button) return;
    document.removeEventListener("keydown", this.#key);
    button.hidden = !range;
    if (!range) {
      if (wasShown) button.hidePopover();
      return;
    }
    if (!wasShown) button.showPopover();
    document.addEventListener("keydown", this.#key);
    const lines = range.getClientRects();
    const { right, bottom } = lines[lines.length - 1] ?? range.getBoundingClientRect();
    // Below the selection, and below the handles that a finger has there: the browser's own menu
    // stands above.
    const distance = matchMedia("(pointer: coarse)").matches ? 40 : 8;
    const { width } = button.getBoundingClientRect();
    moveTo(button, right - width / 2, bottom + distance, visible(button));
  }

  get #button(): HTMLElement | null {
    return this.#host.root.querySelector<HTMLElement>("[data-passage]");
  }

  /** The next stop of the Tab key is the button; Escape sends it away. */
  readonly #key = (event: KeyboardEvent): void => {
    const button = this.#button;
    if (!button || button.hidden || event.defaultPrevented) return;
    const hasFocus = this.#host.root.activeElement === button;
    if (event.key === "Escape") {
      button.hidden = true;
      button.hidePopover();
      document.removeEventListener("keydown", this.#key);
    } else if (event.key === "Tab" && !event.shiftKey && !hasFocus && document.activeElement === document.body) {
      button.focus();
      event.preventDefault();
    }
  };
}
