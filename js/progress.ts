// How far the reader is in the article, from its first line at the screen's top to its last at the
// bottom. Nothing runs on scroll and no layout is read: a scroll timeline moves the bar where the
// browser has one, and an IntersectionObserver tells the tenths.

import type { Host, Part } from "./part.ts";
import type { Reading } from "./reading.ts";
import { attempt } from "./warnings.ts";

/** The observer answers each hundredth of the article. */
const thresholds = [...Array(101).keys()].map((index) => index / 100);

/**
 * Reaches over all that has been scrolled away, so that the visible share of the article is all of
 * it above the screen's bottom; in CSS pixels, within what engines can count.
 */
const everything = "1000000px 1000000px 0px";

export class Progress implements Part {
  readonly #host: Host;
  #reading: Reading | undefined;
  #bar: HTMLElement | null = null;
  #animation: Animation | undefined;
  #resizes: ResizeObserver | undefined;
  #sight: IntersectionObserver | undefined;
  /** From the article's top to the end of its text, in CSS pixels. */
  #height = 0;
  #reached = 0;
  #shown = -1;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Follows the article of the reading, if the widget shows its progress. */
  drawn(reading: Reading): void {
    const bar = this.#host.root.querySelector<HTMLElement>(".progress");
    if (!bar) {
      this.released();
      return;
    }
    // In the top layer no ancestor's transform or containment can move it.
    if (!bar.hasAttribute("data-shown") || !bar.matches(":popover-open")) {
      bar.showPopover?.();
      bar.setAttribute("data-shown", "");
    }
    this.#shown = -1;
    if (bar === this.#bar && reading.article === this.#reading?.article && reading.last === this.#reading.last) {
      this.#measure();
      return;
    }
    this.released();
    this.#bar = bar;
    this.#reading = reading;
    this.#sight = new IntersectionObserver((entries) => attempt(() => this.#see(entries)), {
      root: scroller(reading.article) ?? document,
      rootMargin: everything,
      threshold: thresholds,
    });
    // Answers at once, and again when late content makes the article grow.
    this.#resizes = new ResizeObserver(() => this.#measure());
    this.#resizes.observe(reading.article);
    if (reading.last) this.#resizes.observe(reading.last);
  }

  released(): void {
    this.#resizes?.disconnect();
    this.#sight?.disconnect();
    this.#animation?.cancel();
    this.#resizes = this.#sight = this.#animation = this.#reading = undefined;
    this.#bar = null;
    this.#height = this.#reached = 0;
    this.#shown = -1;
  }

  /** Asks for both places anew: an observer answers whatever it begins to observe. */
  #measure(): void {
    const { article, last } = this.#reading!;
    this.#sight!.disconnect();
    this.#sight!.observe(article);
    if (last && last !== article) this.#sight!.observe(last);
  }

  #see(entries: IntersectionObserverEntry[]): void {
    const { article, last } = this.#reading!;
    const latest = (element: Element | null) => entries.findLast((entry) => entry.target === element);
    const whole = latest(article);
    if (!whole?.rootBounds) return;
    const { top, bottom, height } = whole.boundingClientRect;
    const end = latest(last);
    if (end || !last || last === article) this.#height = (end?.boundingClientRect.bottom ?? bottom) - top;
    // The root's own top lies far above the screen's.
    const screen = whole.rootBounds.height - Number.parseFloat(everything);
    const start = whole.rootBounds.bottom - screen;
    const way = this.#height - screen;
    const gone = way > 0 ? (start - top) / way : whole.rootBounds.bottom >= top + this.#height ? 1 : 0;
    if (end || !this.#animation) this.#draw(article, height, way);
    this.#tell(Math.min(Math.max(gone, 0), 1));
  }

  /** The bar moves with the scroller itself where the browser can do that. */
  #draw(article: Element, height: number, way: number): void {
    this.#animation?.cancel();
    this.#animation = undefined;
    const Timeline = (globalThis as { ViewTimeline?: new (options: object) => AnimationTimeline }).ViewTimeline;
    if (!Timeline || way <= 0 || height <= 0) return;
    const line = this.#bar!.firstElementChild!;
    try {
      this.#animation = line.animate({ transform: ["scaleX(0)", "scaleX(1)"] }, {
        // Without what sticks to the screen's edges: the observer doesn't know of that either.
        timeline: new Timeline({ subject: article, inset: CSS.px(0) }),
        rangeStart: "exit-crossing 0%",
        rangeEnd: `entry-crossing ${(this.#height / height) * 100}%`,
        fill: "both",
      } as KeyframeAnimationOptions);
    } catch {
      // Timelines are young, and engines differ in what they take: the observer moves the bar.
    }
  }

  #tell(fraction: number): void {
    if (!this.#animation) (this.#bar!.firstElementChild as HTMLElement).style.transform = `scaleX(${fraction})`;
    // An article's last pixel may be a fraction of one.
    const tenth = Math.floor(fraction * 10 + 0.01);
    if (tenth === this.#shown) return;
    this.#shown = tenth;
    const place = this.#host.root.querySelector<HTMLElement>(".remaining");
    const secondsLeft = Number(place?.dataset.seconds ?? 0) * (1 - tenth / 10);
    if (place) place.textContent = tenth < 10 ? (this.#host.words?.remaining(secondsLeft) ?? "") : "";
    if (tenth <= this.#reached) return;
    this.#reached = tenth;
    this.#host.dispatch("reading-progress", { fraction: tenth / 10, secondsLeft });
  }
}

/** What the article scrolls in, if that isn't the page itself. */
function scroller(article: Element): Element | null {
  for (let around = article.parentElement; around && around !== document.body; around = around.parentElement) {
    if (/auto|scroll|overlay/.test(getComputedStyle(around).overflowY))
      return around === document.documentElement ? null : around;
  }
  return null;
}
