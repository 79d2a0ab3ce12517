// The chips: a press marks a topic's mentions, the arrows step through them, Escape ends it.

import { Marks, ranges } from "./marks.ts";
import type { Host, Part } from "./part.ts";
import { isStale } from "./readings.ts";
import { gap, scale } from "./screen.ts";
import type { Stepper } from "./stepper.ts";

/** At most one topic of a page is marked. */
let marking: Topics | undefined;

export class Topics implements Part {
  readonly #host: Host;
  #marks: Marks | undefined;
  #pressed: HTMLElement | undefined;
  /** While the chip is out of sight. */
  #stepper: Stepper | undefined;
  #label = "";
  /** What had the focus before a drawing, in words that outlast it. */
  #focused = "";

  constructor(host: Host) {
    this.#host = host;
  }

  click(event: Event, clicked: Element): void {
    const chip = clicked.closest<HTMLElement>("[data-topic]");
    if (chip) this.#press(event, chip);
    const step = clicked.closest<HTMLElement>("[data-step]")?.dataset.step;
    if (step === "end") this.released();
    else if (step && this.#marks) this.#show(this.#marks.index + Number(step));
  }

  /** Ends the marking, if this widget has one. */
  released(): void {
    if (marking === this) marking = undefined;
    document.removeEventListener("keydown", this.#onKey);
    removeEventListener("resize", this.#place);
    this.#marks?.clear();
    this.#marks = undefined;
    const pressed = this.#pressed;
    this.#pressed = undefined;
    const stepper = this.#stepper;
    this.#stepper = undefined;
    if (!pressed) return;
    pressed.setAttribute("aria-pressed", "false");
    const steps = stepsOf(pressed);
    const hadFocus = stepper?.hasFocus || steps?.contains(this.#host.root.activeElement);
    if (steps) steps.hidden = true;
    // The reader stays where they have come to.
    if (hadFocus) pressed.focus({ preventScroll: true });
    stepper?.end();
    this.#host.announce("");
  }

  #press(event: Event, chip: HTMLElement): void {
    const index = Number(chip.dataset.topic);
    const reading = this.#host.reading;
    const topic = reading?.analysis.topics[index];
    if (!reading || !topic) return;
    const wasPressed = chip === this.#pressed;
    if (wasPressed) {
      this.released();
      return;
    }
    if (!this.#host.dispatch("reading-topic", { topic, mentions: topic.mentions })) {
      event.preventDefault();
      return;
    }
    if (chip instanceof HTMLAnchorElement) return;
    marking?.released();
    if (!isStale(reading)) this.#mark(topic.label);
    // The article has changed since it was read: its mentions may stand elsewhere.
    else
      this.#host.refresh().then(
        () => this.#mark(topic.label),
        () => {},
      );
  }

  drawing(): void {
    const active = this.#host.root.activeElement as HTMLElement | null;
    const step = active?.dataset.step;
    this.#focused = step ? `[data-step="${step}"]` : active?.dataset.topic ? (active.textContent ?? "") : "";
  }

  /** The same topic is marked, at the same mention, in what is there now. */
  drawn(): void {
    const { root } = this.#host;
    const focused = this.#focused;
    if (this.#marks) this.#mark(this.#label, this.#marks.index, false);
    if (!focused || root.activeElement) return;
    const steps = this.#pressed && stepsOf(this.#pressed);
    (focused.startsWith("[data-step") ? steps?.querySelector<HTMLElement>(focused) : this.#chip(focused))?.focus({
      preventScroll: true,
    });
  }

  #chip(label: string): HTMLElement | undefined {
    return [...this.#host.root.querySelectorAll<HTMLElement>("[data-topic]")].find(
      (chip) => chip.textContent === label,
    );
  }

  /** Marks a topic's mentions and shows one; ends the marking where there are none. */
  #mark(label: string, index = 0, isWanted = true): void {
    const chip = this.#chip(label);
    const reading = this.#host.reading;
    const placesOf = (places: Uint32Array[]) =>
      ranges(reading!.texts, places[Number(chip!.dataset.topic)] ?? new Uint32Array());
    const found = chip && reading ? placesOf(reading.mentions) : [];
    if (!chip || found.length === 0) {
      this.released();
      return;
    }
    this.#marks?.clear();
    marking = this;
    this.#label = label;
    this.#pressed = chip;
    chip.setAttribute("aria-pressed", "true");
    this.#marks = new Marks(found, placesOf(reading!.related), getComputedStyle(chip).accentColor);
    const steps = stepsOf(chip);
    if (steps) steps.hidden = false;
    document.addEventListener("keydown", this.#onKey);
    addEventListener("resize", this.#place);
    this.#show(Math.min(index, found.length - 1), isWanted);
    // Without the bar the buttons beside the chip are all there is.
    if (!this.#stepper) void this.#follow().catch(() => {});
  }

  async #follow(): Promise<void> {
    const { Stepper } = await import("./stepper.ts");
    if (!this.#pressed || this.#stepper) return;
    this.#stepper = new Stepper(this.#host.root, this.#host.words?.label("close") ?? "");
    this.#stepper.follow(this.#pressed, stepsOf(this.#pressed)!, this.#marks!.range);
  }

  /** The buttons float below the chips, as near to the pressed one as the screen lets them. */
  readonly #place = (): void => {
    const steps = stepsOf(this.#pressed!)!;
    const list = steps.offsetParent?.getBoundingClientRect();
    if (!list) return;
    const { left, right } = this.#pressed!.getBoundingClientRect();
    const { width } = steps.getBoundingClientRect();
    const wanted = getComputedStyle(steps).direction === "rtl" ? right - width : left;
    const most = document.documentElement.clientWidth - width - gap;
    steps.style.left = `${(Math.max(0, Math.min(wanted, most)) - list.left) / scale(steps)}px`;
  };

  /** What the reader hasn't asked for neither moves the page nor is announced. */
  #show(index: number, isWanted = true): void {
    const marks = this.#marks!;
    marks.show(index, isWanted);
    const position = this.#host.words?.position(marks.index + 1, marks.count) ?? "";
    const steps = stepsOf(this.#pressed!)!;
    steps.querySelector(".position")!.textContent = position;
    this.#place();
    this.#stepper?.follow(this.#pressed!, steps, marks.range);
    if (isWanted) this.#host.announce(position);
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && !event.defaultPrevented) this.released();
  };
}

function stepsOf(chip: Element): HTMLElement | null {
  return chip.parentElement?.querySelector<HTMLElement>(".steps") ?? null;
}
