// The chips: a press marks a topic's mentions, the arrows step through them, Escape ends it.

import type { Topic } from "./public.d.ts";
import { Marks, ranges } from "./marks.ts";
import type { Reading } from "./readings.ts";
import type { Words } from "./words.ts";

/** What the chips need of their element. */
export interface TopicsHost {
  readonly root: ShadowRoot;
  readonly reading: Reading | null;
  readonly words: Words | null;
  announce(message: string): void;
  dispatch(type: "reading-topic", detail: { topic: Topic; mentions: number }): boolean;
}

/** At most one topic of a page is marked. */
let marking: Topics | undefined;

export class Topics {
  readonly #host: TopicsHost;
  #marks: Marks | undefined;
  #pressed: HTMLElement | undefined;

  constructor(host: TopicsHost) {
    this.#host = host;
  }

  /** A click on something in the widget; prevented if the page wants it so. */
  click(event: Event, clicked: Element): void {
    const chip = clicked.closest<HTMLElement>("[data-topic]");
    if (chip) this.#press(event, chip);
    const step = clicked.closest<HTMLElement>("[data-step]");
    if (step && this.#marks) this.#show(this.#marks.index + Number(step.dataset["step"]));
  }

  /** Ends the marking, if this widget has one. */
  clear(): void {
    if (marking === this) marking = undefined;
    document.removeEventListener("keydown", this.#onKey);
    this.#marks?.clear();
    this.#marks = undefined;
    if (!this.#pressed) return;
    this.#pressed.setAttribute("aria-pressed", "false");
    const steps = stepsOf(this.#pressed);
    const hadFocus = steps?.contains(this.#host.root.activeElement);
    if (steps) steps.hidden = true;
    if (hadFocus) this.#pressed.focus();
    this.#pressed = undefined;
    this.#host.announce("");
  }

  #press(event: Event, chip: HTMLElement): void {
    const index = Number(chip.dataset["topic"]);
    const reading = this.#host.reading;
    const topic = reading?.analysis.topics[index];
    if (!reading || !topic) return;
    const wasPressed = chip === this.#pressed;
    if (wasPressed) {
      this.clear();
      return;
    }
    if (!this.#host.dispatch("reading-topic", { topic, mentions: topic.mentions })) {
      event.preventDefault();
      return;
    }
    if (chip instanceof HTMLAnchorElement) return;
    marking?.clear();
    const found = ranges(reading.texts, reading.mentions[index] ?? new Uint32Array());
    if (found.length === 0) return;
    marking = this;
    this.#pressed = chip;
    chip.setAttribute("aria-pressed", "true");
    this.#marks = new Marks(found, getComputedStyle(chip).accentColor);
    const steps = stepsOf(chip);
    if (steps) steps.hidden = false;
    document.addEventListener("keydown", this.#onKey);
    this.#show(0);
  }

  #show(index: number): void {
    const marks = this.#marks!;
    marks.show(index);
    const position = this.#host.words?.position(marks.index + 1, marks.count) ?? "";
    const place = stepsOf(this.#pressed!)?.querySelector(".position");
    if (place) place.textContent = position;
    this.#host.announce(position);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && !event.defaultPrevented) this.clear();
  };
}

function stepsOf(chip: Element): HTMLElement | null {
  return chip.parentElement?.querySelector<HTMLElement>(".steps") ?? null;
}
