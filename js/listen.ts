// Reads the article aloud, a sentence at a time, so that pausing is stopping and going on is beginning
// the sentence again: engines' own pause is broken on Android. Nothing is stored.

import { withCore } from "./core.ts";
import { bringIntoView } from "./into-view.ts";
import { rangesOf, style } from "./marks.ts";
import { type Host, type Part, on } from "./part.ts";
import type { Reading } from "./reading.ts";
import { type Outcome, Speech, voicesOf } from "./speech.ts";
import type { Words } from "./words.ts";

interface Sentence {
  range: Range;
  /** What is spoken, a breath at a time. */
  breaths: string[];
  /** "" for the article's. */
  language: string;
  /** Letters before it. */
  start: number;
}

const highlight = "reading-widget-sentence";
const speeds = [0.75, 1, 1.25, 1.5, 1.75, 2];

/** At most one article of a page is read aloud. */
let speaking: Listen | undefined;

export class Listen implements Part {
  readonly #host: Host;
  readonly #speech = new Speech();
  #reading: Reading | undefined;
  #part: HTMLElement | null = null;
  /** Known once the reader has begun; the controls are out then. */
  #sentences: Sentence[] | undefined;
  #letters = 0;
  #index = 0;
  #speed = 1;
  /** The reader's choice, by its address. */
  #chosen = "";
  /** The reader lets voices have the text that aren't on the device. */
  #accepted = false;
  #message = "";
  #unstyle: (() => void) | undefined;
  /** When the page was last scrolled for a sentence. */
  #scrolled = 0;

  constructor(host: Host) {
    this.#host = host;
    on(host.root, ["input", "change"], (event) => this.#change(event));
  }

  /** Offers to read the article of the reading, if the widget has the part; goes on in it if it is the same article. */
  drawn(reading: Reading): void {
    const before = this.#reading;
    this.#part = this.#host.root.querySelector(".listen");
    if (!this.#part) {
      if (before) this.released();
      return;
    }
    this.#reading = reading;
    if (before && before !== reading) this.#goOn(before);
    // Voices become known late.
    globalThis.speechSynthesis?.addEventListener("voiceschanged", this.#show);
    this.#show();
  }

  /** Silence, and the controls are folded away. */
  stop(): void {
    this.#pause();
    this.#sentences = undefined;
    this.#index = 0;
    this.#message = "";
    document.removeEventListener("keydown", this.#onKey);
    this.#show();
  }

  released(): void {
    this.stop();
    this.#reading = undefined;
    globalThis.speechSynthesis?.removeEventListener("voiceschanged", this.#show);
  }

  click(_: Event, clicked: Element): void {
    const action = clicked.closest<HTMLElement>("button[data-listen]")?.dataset.listen;
    if (!action || !this.#reading) return;
    if (action === "accept") this.#accepted = true;
    if (action === "play" && speaking === this) this.#pause();
    else if (action === "play" || action === "accept") this.#play();
    else this.#step(this.#index + Number(action));
    this.#show();
  }

  /** Something in the widget was set to another value. */
  #change({ type, target }: Event): void {
    const field = target as HTMLInputElement | HTMLSelectElement;
    if (!field.closest(".listen") || !this.#sentences) return;
    const setting = field.dataset.listen;
    if (!setting) {
      // While it is dragged only the mark moves.
      this.#step(Number(field.value), type === "change");
    } else {
      // Seen to again too early, the list would be set back to what was chosen before.
      if (type !== "change") return;
      if (setting === "speed") this.#speed = Number(field.value);
      else this.#chosen = field.value;
      if (speaking === this) this.#play();
    }
    this.#show();
  }

  #play(): void {
    this.#message = "";
    const voice = this.#voice("");
    if (!voice) return;
    if (!voice.localService && !this.#mayLeave(voice)) {
      this.#message = "voiceNotice";
      return;
    }
    if (!this.#sentences) {
      this.#sentences = this.#read();
      document.addEventListener("keydown", this.#onKey);
    }
    if (!this.#sentences?.length) {
      this.#sentences = undefined;
      this.#message = "listenFailed";
      return;
    }
    if (speaking && speaking !== this) speaking.#pause(true);
    this.#speech.stop();
    // Whatever else the page has in its queue, or has left standing paused, would come first.
    speechSynthesis.cancel();
    speechSynthesis.resume();
    speaking = this;
    addEventListener("pagehide", this.#onHide);
    this.#mark(true);
    this.#speak(0);
  }

  #pause(show = false): void {
    this.#speech.stop();
    if (speaking === this) speaking = undefined;
    removeEventListener("pagehide", this.#onHide);
    this.#unmark();
    if (show) this.#show();
  }

  /** Goes to a sentence; while nothing is read aloud it is only marked. */
  #step(index: number, speak = true): void {
    this.#index = Math.min(Math.max(index, 0), this.#sentences!.length - 1);
    if (speaking === this && speak) this.#play();
    else this.#mark(true);
  }

  #speak(breath: number): void {
    const sentence = this.#sentences![this.#index]!;
    const voice = this.#voice(sentence.language) ?? this.#voice("");
    if (!voice) {
      this.#done("failed", breath);
      return;
    }
    try {
      this.#speech.speak(sentence.breaths[breath]!, voice, this.#speed, (outcome) => this.#done(outcome, breath));
    } catch {
      this.#done("failed", breath);
    }
  }

  #done(outcome: Outcome, breath: number): void {
    const sentences = this.#sentences!;
    if (outcome !== "end") {
      if (outcome === "failed") this.#message = "listenFailed";
      this.#pause(true);
    } else if (breath + 1 < sentences[this.#index]!.breaths.length) {
      this.#speak(breath + 1);
    } else if (this.#index + 1 < sentences.length) {
      const follows = this.#isFollowed();
      this.#index += 1;
      this.#mark(follows);
      this.#show();
      this.#speak(0);
    } else {
      this.stop();
    }
  }

  /** The voice for a language; for the article's, "", the reader's choice. */
  #voice(language: string): SpeechSynthesisVoice | undefined {
    if (language) return voicesOf(language).find(({ localService }) => localService);
    const voices = voicesOf(this.#reading!.locale);
    return voices.find(({ voiceURI }) => voiceURI === this.#chosen) ?? voices[0];
  }

  /** Whether the reader has asked for this voice, or for any there is, knowing that it sends the text away. */
  #mayLeave({ voiceURI }: SpeechSynthesisVoice): boolean {
    return this.#accepted || voiceURI === this.#chosen;
  }

  /** The article's sentences as they are now. */
  #read(): Sentence[] | undefined {
    const { article, locale } = this.#reading!;
    const found = withCore((core) => core.spoken(document, this.#host, article, locale)) as
      | [Text[], Uint32Array, string[], string[]]
      | undefined;
    if (!found) return undefined;
    const [texts, places, speech, languages] = found;
    this.#letters = 0;
    return rangesOf(texts, places).flatMap((range, index) => {
      if (!range) return [];
      const start = this.#letters;
      const words = speech[index]!;
      this.#letters += words.length;
      return { range, breaths: words.split("\n"), language: languages[index]!, start };
    });
  }

  /** After the page was read again: at the same sentence, if there still is one with these words. */
  #goOn(before: Reading): void {
    const old = this.#sentences?.[this.#index];
    if (!old) return;
    const words = old.breaths.join("\n");
    const sentences = before.article === this.#reading!.article ? (this.#read() ?? []) : [];
    const same = sentences.flatMap(({ breaths }, index) => (breaths.join("\n") === words ? [index] : []));
    const nearest = same.sort((a, b) => Math.abs(a - this.#index) - Math.abs(b - this.#index))[0];
    if (nearest === undefined) {
      this.stop();
      return;
    }
    this.#sentences = sentences;
    this.#index = nearest;
    if (this.#unstyle) this.#mark(false);
  }

  #mark(scroll: boolean): void {
    const { range } = this.#sentences![this.#index]!;
    this.#unstyle ??= style(
      this.#sentences!.map(({ range }) => range),
      rules(getComputedStyle(this.#part!).accentColor),
    );
    if (this.#unstyle) CSS.highlights.set(highlight, new Highlight(range));
    if (!scroll || !range.startContainer.isConnected) return;
    this.#scrolled = performance.now();
    bringIntoView(range);
  }

  #unmark(): void {
    if (!this.#unstyle) return;
    CSS.highlights.delete(highlight);
    this.#unstyle();
    this.#unstyle = undefined;
  }

  /** Whether the reader's eyes are where the voice is: who has scrolled away from it isn't fetched back. */
  #isFollowed(): boolean {
    const { top, bottom } = this.#sentences![this.#index]!.range.getBoundingClientRect();
    return (bottom > 0 && top < innerHeight) || performance.now() - this.#scrolled < 1000;
  }

  /** Brings what is seen up to date with what is the case. */
  readonly #show = (): void => {
    const part = this.#part;
    const { words } = this.#host;
    if (!part || !this.#reading || !words) return;
    const voices = voicesOf(this.#reading.locale);
    part.hidden = voices.length === 0;
    if (part.hidden) {
      if (this.#sentences) this.stop();
      return;
    }
    const sentences = this.#sentences;
    const isOpen = sentences !== undefined;
    const seconds = this.#reading.spokenSeconds / this.#speed;
    const [length, clock] = part.querySelectorAll(".length");
    part.classList.toggle("open", isOpen);
    part.classList.toggle("playing", speaking === this);
    text(part.querySelector(".name"), words.label(speaking === this ? "pause" : isOpen ? "play" : "listen"));
    text(length, isOpen ? "" : words.length(seconds));
    text(part.querySelector(".problem"), words.label(this.#message));
    part.querySelector<HTMLElement>("[data-listen=accept]")!.hidden = this.#message !== "voiceNotice";
    part.querySelector<HTMLElement>(".controls")!.hidden = !isOpen;
    float(part.querySelector(".player")!, speaking === this);
    if (!sentences) return;
    const seek = part.querySelector<HTMLInputElement>(".seek")!;
    seek.max = String(sentences.length - 1);
    seek.value = String(this.#index);
    seek.setAttribute("aria-valuetext", words.position(this.#index + 1, sentences.length));
    const elapsed = seconds * (sentences[this.#index]!.start / Math.max(this.#letters, 1));
    text(clock, `${words.clock(elapsed)} / ${words.clock(seconds)}`);
    this.#choices(part, words, voices);
  };

  #choices(part: HTMLElement, words: Words, voices: SpeechSynthesisVoice[]): void {
    const [speed, voice] = part.querySelectorAll("select") as unknown as [HTMLSelectElement, HTMLSelectElement];
    if (!speed.length) speed.append(...speeds.map((factor) => new Option(words.speed(factor), String(factor))));
    speed.value = String(this.#speed);
    const isLocal = ({ localService }: SpeechSynthesisVoice) => localService;
    const options = (some: SpeechSynthesisVoice[]) => some.map(({ name, voiceURI }) => new Option(name, voiceURI));
    const online = document.createElement("optgroup");
    online.label = words.label("voicesOnline");
    online.append(...options(voices.filter((one) => !isLocal(one))));
    // An open list would close under the reader's finger.
    const known = voices.map(({ voiceURI }) => voiceURI).join("\n");
    if (voice.dataset.voices !== known) {
      voice.dataset.voices = known;
      voice.replaceChildren(...options(voices.filter(isLocal)), ...(online.children.length > 0 ? [online] : []));
    }
    voice.hidden = voices.length < 2;
    voice.value = this.#voice("")?.voiceURI ?? "";
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && !event.defaultPrevented) this.stop();
  };

  readonly #onHide = (): void => this.stop();
}

/** In the top layer, at the screen's foot, where the reader finds the pause wherever they have come to. */
function float(player: HTMLElement, wanted: boolean): void {
  if (!player.showPopover || !player.isConnected || player.matches(":popover-open") === wanted) return;
  if (wanted) player.showPopover();
  else player.hidePopover();
}

/** Writes only what differs: a live region or a selection is not disturbed. */
function text(place: Element | null | undefined, words: string): void {
  if (place && place.textContent !== words) place.textContent = words;
}

function rules(accent: string): string {
  return `::highlight(${highlight}){background-color:color-mix(in oklab,${accent} 26%,transparent)}
@media(forced-colors:active){::highlight(${highlight}){background-color:Mark;color:MarkText}}
@media print{::highlight(${highlight}){background-color:transparent}}`;
}
