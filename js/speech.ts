// The system's voices: which there are for a language, and one utterance at a time.

import { locale } from "./language-code.ts";

/** How an utterance ended; "interrupted" by another speaker, of this page or another. */
export type Outcome = "end" | "interrupted" | "failed";

/** Engines take some seconds to start, in milliseconds. */
const patience = 8000;

/** Of a slow voice, in milliseconds a letter. */
const slowest = 200;

/**
 * The voices that speak a language, those on the device first; the others send the text to their
 * maker. Of each kind those of the article's region, then the reader's own.
 */
export function voicesOf(tag: string): SpeechSynthesisVoice[] {
  const wanted = locale(tag);
  const order = ({ localService, lang, default: own }: SpeechSynthesisVoice) =>
    (localService ? 0 : 4) + (locale(lang)?.region === wanted?.region ? 0 : 2) + (own ? 0 : 1);
  const voices = globalThis.speechSynthesis?.getVoices() ?? [];
  return voices
    .filter(({ lang }) => wanted && locale(lang)?.language === wanted.language)
    .sort((a, b) => order(a) - order(b));
}

/** Speaks one utterance at a time, and notices when an engine has fallen silent. */
export class Speech {
  /** Kept here: an utterance that nobody holds may be collected while it speaks, and never ends. */
  #current: SpeechSynthesisUtterance | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Speaks a text, which must be short: Chrome stops what takes longer than 15 seconds. */
  speak(text: string, voice: SpeechSynthesisVoice, rate: number, done: (outcome: Outcome) => void, attempts = 2): void {
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    // Android goes by the language alone.
    utterance.lang = voice.lang.replaceAll("_", "-");
    utterance.rate = rate;
    const finish = (outcome: Outcome) => {
      if (utterance !== this.#current) return;
      this.#current = undefined;
      clearTimeout(this.#timer);
      done(outcome);
    };
    const wait = (milliseconds: number, then: () => void) => {
      if (utterance !== this.#current) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(then, milliseconds);
    };
    const giveUp = (outcome: Outcome) => {
      this.stop();
      done(outcome);
    };
    // What has begun and says no more has been stopped by the engine, which tells nobody.
    utterance.onstart = utterance.onboundary = () =>
      wait(patience + (text.length * slowest) / rate, () => giveUp("end"));
    utterance.onend = () => finish("end");
    utterance.onerror = ({ error }) =>
      finish(error === "interrupted" || error === "canceled" ? "interrupted" : "failed");
    this.#current = utterance;
    speechSynthesis.speak(utterance);
    wait(patience, () => {
      if (attempts < 2) return giveUp("failed");
      this.stop();
      this.speak(text, voice, rate, done, attempts - 1);
    });
  }

  /** Silence; nothing more is heard of the utterance. */
  stop(): void {
    if (!this.#current) return;
    this.#current = undefined;
    clearTimeout(this.#timer);
    speechSynthesis.cancel();
  }
}
