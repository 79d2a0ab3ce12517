// The widget's words and numbers in the reader's language. Called by the view in Rust.

import type { Language } from "./languages.ts";

export class Words {
  readonly #language: Language;
  readonly #locale: string;
  /** The words are those of another language than the numbers. */
  readonly #borrowed: boolean;

  constructor(language: Language, locale: string, borrowed: boolean) {
    this.#language = language;
    this.#locale = locale;
    this.#borrowed = borrowed;
  }

  label(name: string): string {
    const label = this.#language.labels[name];
    return typeof label === "string" ? label : "";
  }

  /** "Lesezeit: 2 Minuten"; number and unit alone where the words are borrowed. */
  time(from: number, to: number): string {
    const minutes = this.#minutes(from, to);
    return this.#borrowed ? minutes : this.label("time").replace("{time}", () => minutes);
  }

  timeUnder(): string {
    return this.#borrowed ? `< ${this.#minutes(1, 1)}` : this.label("timeUnder");
  }

  /** A topic's label with the count of its mentions. */
  mentions(label: string, count: number): string {
    const forms = this.#language.labels["mentions"];
    const locale = this.#borrowed ? "en" : this.#locale;
    const form = typeof forms === "object" ? (forms[new Intl.PluralRules(locale).select(count)] ?? forms["other"]) : undefined;
    return fill(form ?? "{label}", { label, count: this.#number(count) });
  }

  /** "2 von 7". */
  position(index: number, count: number): string {
    return fill(this.label("position"), { index: this.#number(index), count: this.#number(count) });
  }

  #number(value: number): string {
    return new Intl.NumberFormat(this.#locale).format(value);
  }

  #minutes(from: number, to: number): string {
    const format = new Intl.NumberFormat(this.#locale, {
      style: "unit",
      unit: "minute",
      unitDisplay: this.#borrowed ? "long" : this.#language.unit,
    });
    return from === to ? format.format(from) : format.formatRange(from, to);
  }
}

function fill(pattern: string, values: Record<string, string>): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
