// The widget's words and numbers in the reader's language. Called by the view in Rust.

import type { Language } from "./languages.ts";

/** Where no language's file can be had. */
export const wordless: Language = { direction: "ltr", unit: "long", labels: {} };

export class Words {
  readonly #language: Language;
  readonly #locale: string;
  /** The words are those of another language than the numbers. */
  readonly #borrowed: boolean;
  /** Small numbers need no formats of Intl, the first of which takes a browser longer than all else here. */
  readonly isPlain: boolean;

  constructor(language: Language, locale: string, borrowed: boolean) {
    this.#language = language;
    this.#locale = locale;
    this.#borrowed = borrowed;
    this.isPlain = !borrowed && language.minutes !== undefined && !locale.includes("-u-");
  }

  label(name: string): string {
    // A file of another build may lack it; its name is an English word.
    const label = this.#language.labels[name] ?? name;
    return typeof label === "string" ? label : "";
  }

  /** A label about something with a name of its own. */
  named(label: string, name: string): string {
    return fill(this.label(label), { name });
  }

  /** "„Der Weg“": in the marks of the language. */
  quotation(quote: string): string {
    return fill(this.label("quotation"), { quote });
  }

  /** "Lesezeit: 2 Minuten"; number and unit alone where the words are borrowed. */
  time(from: number, to: number): string {
    return this.#minutesIn("time", from, to);
  }

  timeUnder(): string {
    return this.#borrowed ? this.#underOne() : this.label("timeUnder");
  }

  /** "noch 2 Minuten". */
  remaining(seconds: number): string {
    if (seconds < 30) return this.#borrowed ? this.#underOne() : this.label("remainingUnder");
    const minutes = Math.max(1, Math.round(seconds / 60));
    return this.#minutesIn("remaining", minutes, minutes);
  }

  /** "2 Min.", or "20 Sek." where it is less than half a minute. */
  length(seconds: number): string {
    if (seconds >= 30) return this.#unit("minute", "short").format(Math.max(1, Math.round(seconds / 60)));
    return this.#unit("second", "short").format(Math.max(5, Math.round(seconds / 5) * 5));
  }

  /** A topic's label with the count of its mentions. */
  mentions(label: string, count: number): string {
    return fill(this.#form(this.#language.labels.mentions, count, count) || "{label}", {
      label,
      count: this.#number(count),
    });
  }

  /** "2 von 7". */
  position(index: number, count: number): string {
    return fill(this.label("position"), { index: this.#number(index), count: this.#number(count) });
  }

  /** "1:05", of seconds. */
  clock(seconds: number): string {
    const whole = Math.round(seconds);
    const two = new Intl.NumberFormat(this.#locale, { minimumIntegerDigits: 2 }).format(whole % 60);
    return `${this.#number(Math.floor(whole / 60))}:${two}`;
  }

  /** "1,25×", of what is usual. */
  speed(factor: number): string {
    return `${this.#number(factor)}×`;
  }

  /** Whether the number is written as it is. */
  #isSmall(value: number): boolean {
    return this.isPlain && value < 1000 && Number.isInteger(value);
  }

  #number(value: number): string {
    return this.#isSmall(value) ? `${value}` : new Intl.NumberFormat(this.#locale).format(value);
  }

  /** A sentence of the language around minutes. */
  #minutesIn(name: string, from: number, to: number): string {
    const time =
      from === to && this.#isSmall(from)
        ? fill(this.#form(this.#language.minutes, from, to), { count: this.#number(from) })
        : span(this.#unit("minute", this.#borrowed ? "long" : this.#language.unit), from, to);
    if (this.#borrowed) return time;
    const count = from === to ? this.#number(from) : span(new Intl.NumberFormat(this.#locale), from, to);
    return fill(this.#form(this.#language.labels[name], from, to) || "{time}", { time, count });
  }

  /** A label, or the one of its forms that the language's grammar asks for with these numbers. */
  #form(forms: string | Record<string, string> | undefined, from: number, to: number): string {
    if (typeof forms !== "object") return forms ?? "";
    const rules = new Intl.PluralRules(this.#borrowed ? "en" : this.#locale);
    const category = from === to ? rules.select(from) : rules.selectRange(from, to);
    return forms[category] ?? forms.other ?? "";
  }

  #underOne(): string {
    return `< ${this.#unit("minute", "long").format(1)}`;
  }

  #unit(unit: "minute" | "second", unitDisplay: "long" | "short" | "narrow"): Intl.NumberFormat {
    return new Intl.NumberFormat(this.#locale, { style: "unit", unit, unitDisplay });
  }
}

function span(format: Intl.NumberFormat, from: number, to: number): string {
  return from === to ? format.format(from) : format.formatRange(from, to);
}

function fill(pattern: string, values: Record<string, string>): string {
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
