import type { Analysis, ReadingWidgetEventMap } from "./public.d.ts";
import { withCore } from "./core.ts";
import { loadLanguage, primarySubtag } from "./languages.ts";
import { attributes, propertyName, rawOptions, type RawOptions } from "./options.ts";
import { hydrated } from "./hydration.ts";
import { Listen } from "./listen.ts";
import { type Host, type Part, on } from "./part.ts";
import { Progress } from "./progress.ts";
import type { Reading } from "./reading.ts";
import { forget, read } from "./readings.ts";
import { Sections } from "./sections.ts";
import { Share } from "./share.ts";
import { turn } from "./slices.ts";
import { styleSheet } from "./styles.ts";
import { colorScheme } from "./theme.ts";
import { Topics } from "./topics.ts";
import { attempt, warn } from "./warnings.ts";
import { type Watched, sharing, unwatch, watch } from "./watch.ts";
import { Words, wordless } from "./words.ts";

/** Attributes that change what is found out, not only what is shown of it. */
const analysed = ["article", "words-per-minute", "topics", "max-topics"];

/** A server has no elements; importing this must not fail there. */
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement;

/**
 * Reading time, topics and share actions of the article that it stands in.
 *
 * @summary A reading aid for news articles.
 * @tagname reading-widget
 *
 * @attr {string} show - Parts in their order: time progress sections topics share listen
 * @attr {string} article - CSS selector of the article; found by default
 * @attr {string} lang - Language of the widget's own words (BCP 47); the article's by default
 * @attr {number} words-per-minute - 50 to 1000; by language
 * @attr {number} minutes - The publisher's own figure, 1 to 999
 * @attr {"minutes"|"range"} time - How the reading time is given
 * @attr {string} topics - Comma-separated topics that win over the page's
 * @attr {number} max-topics - 1 to 20; 5 by default
 * @attr {string} topic-href - URL template with {topic} or {slug}: chips become links
 * @attr {string} targets - Share targets in order, or "all"
 * @attr {string} share-url - What is shared; the canonical URL by default
 * @attr {string} share-title - Its title; the article's by default
 * @attr {string} share-parameters - Query parameters added to what is shared, {target} allowed
 * @attr {"selection"|"popover"|"off"} quote - How a selected passage is shared
 * @attr {"auto"|"light"|"dark"} theme - Follows the page's text colour by default
 * @attr {"auto"|"js"} engine - Whether wasm is tried; JavaScript where a policy refuses it
 * @attr {boolean} ready - Set by the element after its first render
 *
 * @fires {CustomEvent<Analysis>} reading-ready - The article has been read and the widget drawn
 * @fires {CustomEvent} reading-progress - Another tenth of the article has been reached
 * @fires {CustomEvent} reading-topic - A topic was pressed; cancellable
 * @fires {CustomEvent} reading-share - A share target was pressed, before leaving; cancellable
 * @fires {CustomEvent} reading-error - There is no widget; detail.reason says why
 *
 * @slot time-icon - An icon in place of the clock
 *
 * @csspart time - The reading time
 * @csspart remaining - The time that is left
 * @csspart progress - The line at the screen's edge
 * @csspart sections - The table of contents
 * @csspart topics - The list of topics
 * @csspart topic - A topic
 * @csspart share - The share actions
 * @csspart share-button - A button beside the list
 * @csspart target - A share target
 * @csspart listen - The controls of reading aloud
 * @csspart stepper - The bar that steps through a topic's mentions while its chip is out of sight
 * @csspart status - Messages
 *
 * @cssprop --reading-accent - Colour of what is pressed or marked
 * @cssprop --reading-surface - Background of the list of targets
 * @cssprop --reading-gap - Space between chips and buttons
 * @cssprop --reading-radius - Rounding of chips and buttons
 * @cssprop --reading-font - Font family
 * @cssprop --reading-size - Font size
 */
export class ReadingWidget extends Base implements Host, Watched {
  static observedAttributes = [...attributes, "lang"];

  // First of all: what follows listens to it.
  readonly root: ShadowRoot = this.shadowRoot ?? this.attachShadow({ mode: "open" });
  reading: Reading | null = null;
  words: Words | null = null;
  options: RawOptions = {};

  readonly #listen = new Listen(this);
  readonly #parts: Part[] = [this.#listen, new Topics(this), new Progress(this), new Share(this), new Sections(this)];
  #ready: Promise<Analysis>;
  #settle: { resolve: (analysis: Analysis) => void; reject: (reason: unknown) => void } | undefined;
  /** Counts the attempts to read, so that an answer that comes late is known as such. */
  #attempt = 0;
  #drawing = 0;
  #drawn: Uint32Array<ArrayBufferLike> = new Uint32Array();
  #changed: "nothing" | "drawing" | "reading" = "nothing";
  #failure = "";

  constructor() {
    super();
    this.#ready = this.#pending();
    on(this.root, ["click"], (event) => {
      for (const part of this.#parts) part.click?.(event, event.target as Element);
    });
  }

  /** The analysis once it is there; rejected with the reason if there is no article. */
  get ready(): Promise<Analysis> {
    return this.#ready;
  }

  // Frameworks assign a property where the element has one; `ready` is an attribute of ours.
  set ready(_: unknown) {}

  get analysis(): Analysis | null {
    return this.reading?.analysis ?? null;
  }

  /** The element that the analysis was read from. */
  get articleElement(): Element | null {
    return this.reading?.article ?? null;
  }

  /** The text that was counted, one block a line. */
  get text(): string {
    return this.reading?.text ?? "";
  }

  /** Reads the page again, for all elements of the article. */
  refresh(): Promise<Analysis> {
    const others = sharing(this) as ReadingWidget[];
    for (const element of [this, ...others]) element.#listen.stop();
    if (this.reading) forget(this.reading.article);
    this.reread();
    for (const other of others) other.reread();
    return this.#ready;
  }

  connectedCallback(): void {
    attempt(() => this.#takeEarlyProperties());
    attempt(() => watch(this));
    // An element that moves within its article, as lists that are sorted do, has nothing to read.
    this.#change("reading");
  }

  disconnectedCallback(): void {
    unwatch(this);
    this.#release();
  }

  #release(): void {
    for (const part of this.#parts) part.released?.();
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before !== after && this.isConnected) this.#change(analysed.includes(name) ? "reading" : "drawing");
  }

  /** Says something to the reader, in the place that screen readers listen to. */
  announce(message: string): void {
    const status = this.root.querySelector("[role=status]");
    if (status && status.textContent !== message) status.textContent = message;
  }

  /** False if the page has cancelled what is about to happen. */
  dispatch<Type extends keyof ReadingWidgetEventMap>(
    type: Type,
    detail: ReadingWidgetEventMap[Type]["detail"],
  ): boolean {
    const cancelable = type === "reading-topic" || type === "reading-share";
    return (
      attempt(() => this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }))) ??
      true
    );
  }

  /** Colours by what the page's text has now. */
  recolor(): void {
    this.#frame();
    const scheme = colorScheme(this, this.options.theme);
    // The bar of js/stepper.ts has one of its own.
    for (const { style } of this.root.querySelectorAll<HTMLElement>(".frame"))
      if (style.colorScheme !== scheme) style.colorScheme = scheme;
  }

  /** What a script has set before the element was defined hides the property of that name. */
  #takeEarlyProperties(): void {
    for (const name of attributes.map(propertyName) as (keyof this)[]) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
  }

  /** Several changes at once are answered once. */
  #change(what: "drawing" | "reading"): void {
    if (this.#changed === "nothing") queueMicrotask(() => this.#answer());
    if (this.#changed !== "reading") this.#changed = what;
  }

  #answer(): void {
    const what = this.#changed;
    this.#changed = "nothing";
    if (!this.isConnected) return;
    if (what === "reading" || !this.reading) this.reread();
    else void this.#draw(this.reading).catch((error: unknown) => this.#fail(error));
  }

  /** A new promise for `ready`; whoever waits for the old one gets the new one's answer. */
  #pending(): Promise<Analysis> {
    const before = this.#settle;
    const promise = new Promise<Analysis>((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
    // Nobody need wait for it: a rejection isn't uncaught.
    promise.catch(() => {});
    if (before) promise.then(before.resolve, before.reject);
    return promise;
  }

  /** Asks for the article's reading, which may be a new one. */
  reread(): void {
    const attempt = ++this.#attempt;
    this.#ready = this.#pending();
    void (async () => {
      try {
        this.options = rawOptions(this, warn);
        const reading = await read(this, this.options);
        if (attempt !== this.#attempt || !this.isConnected) return;
        await this.#draw(reading);
        if (attempt !== this.#attempt) return;
        this.#failure = "";
        this.#settle?.resolve(reading.analysis);
        this.#settle = undefined;
        this.dispatch("reading-ready", reading.analysis);
      } catch (error) {
        if (attempt === this.#attempt) this.#fail(error);
      }
    })();
  }

  async #draw(reading: Reading): Promise<void> {
    const drawing = ++this.#drawing;
    if (reading.article !== this.reading?.article) this.#release();
    this.reading = reading;
    this.options = rawOptions(this, warn);
    const chosen = this.options.lang ?? "";
    const locale = isTag(chosen) ? chosen : reading.locale;
    const own = await loadLanguage(locale);
    const language = own ?? (await loadLanguage("en")) ?? wordless;
    if (language === wordless) {
      const reason = "the files of the widget's words could not be loaded: is the folder languages/ beside the script?";
      if (!(this.options.show || "time").includes("time")) throw new Error(reason);
      // The figure alone can be said: Intl has its unit in every language.
      warn(reason);
      this.options = { ...this.options, show: "time" };
    }
    const tag = supported(locale);
    const words = new Words(language, tag, !own);
    // The first time in tasks of their own: styles are computed, numbers formatted, code compiled.
    const isFirst = !this.words;
    if (isFirst) {
      await turn();
      if (!words.isPlain || this.options.show?.includes("listen")) {
        new Intl.NumberFormat(tag).format(1);
        await turn();
      }
    }
    // Something has changed meanwhile, and is being drawn.
    if (drawing !== this.#drawing) return;
    const problems = withCore((core) => core.warnings(this.options));
    if (problems) warn(problems);
    const frame = this.#frame();
    frame.lang = own ? tag : "en";
    frame.dir = language.direction;
    // What chooses the letters that Chinese and Japanese share: `all` has taken that of `lang` away.
    frame.style.setProperty("-webkit-locale", `"${frame.lang}"`);
    frame.classList.toggle("inline", getComputedStyle(this).display.startsWith("inline"));
    this.recolor();
    if (isFirst) await turn();
    if (drawing !== this.#drawing) return;
    for (const part of this.#parts) part.drawing?.();
    this.#drawn = withCore((core) => core.draw(frame, reading.analysis, this.options, words, this.#drawn));
    this.words = words;
    for (const part of this.#parts) attempt(() => part.drawn(reading));
    if (isFirst) {
      // To a framework that is to take the element over an attribute more is an error.
      await hydrated(this);
      if (drawing !== this.#drawing) return;
    }
    this.setAttribute("ready", "");
    // Some pages hide what is empty, as an element seems to be that has all in its shadow root.
    if (!this.firstChild && getComputedStyle(this).display === "none") this.append(" ");
  }

  /** There is no widget: nothing is shown, and the reason is told once. */
  #fail(error: unknown): void {
    this.#drawing++;
    const reason = error instanceof Error ? error.message : String(error);
    this.#release();
    this.reading = null;
    this.words = null;
    this.root.querySelector(".frame")?.remove();
    this.#drawn = new Uint32Array();
    this.removeAttribute("ready");
    this.#settle?.reject(new Error(reason));
    this.#settle = undefined;
    if (reason === this.#failure) return;
    this.#failure = reason;
    warn(reason);
    this.dispatch("reading-error", { reason });
  }

  /** What all parts stand in. */
  #frame(): HTMLElement {
    const frame = this.root.querySelector<HTMLElement>(".frame");
    if (frame) return frame;
    styleSheet(this.root);
    const made = document.createElement("div");
    made.className = "frame";
    this.root.append(made);
    return made;
  }
}

// Every attribute as a property: frameworks assign those.
for (const attribute of attributes) {
  Object.defineProperty(ReadingWidget.prototype, propertyName(attribute), {
    configurable: true,
    enumerable: true,
    get(this: ReadingWidget): string {
      return this.getAttribute(attribute) ?? "";
    },
    set(this: ReadingWidget, value: unknown) {
      if (value === null || value === undefined || value === false) this.removeAttribute(attribute);
      else this.setAttribute(attribute, Array.isArray(value) ? value.join(",") : String(value));
    },
  });
}

/** Whether it begins like a language tag; src/options/ warns of the others. */
function isTag(tag: string): boolean {
  return /^[a-z]{2,3}(?:[-_]|$)/i.test(tag.trim());
}

/** The locale if Intl takes it; templates contain many that it doesn't. */
function supported(locale: string): string {
  for (const candidate of [locale, locale.replaceAll("_", "-"), primarySubtag(locale)]) {
    try {
      return Intl.getCanonicalLocales(candidate)[0] ?? "en";
    } catch {
      // The next, plainer one.
    }
  }
  return "en";
}
