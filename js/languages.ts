// What only one language needs: loaded for the languages of the page alone.

import { codes, loadFile } from "#files";
import { languageCode } from "./language-code.ts";

/** A file of `languages/`. */
export interface Language {
  direction: "ltr" | "rtl";
  /** How Intl writes minutes. */
  unit: "long" | "short" | "narrow";
  /** The same by plural category, for fewer than a thousand; missing where digits aren't 0 to 9 everywhere. */
  minutes?: string | Record<string, string>;
  labels: Record<string, string | Record<string, string>>;
  /** Missing where the topics have no words for the language. */
  topics?: { stop: string; determiners: string; endings?: string };
}

const files = new Map<string, Promise<Language | undefined>>();
const loaded = new Map<string, Language | undefined>();

/** "de" of "de-DE". */
export function primarySubtag(tag: string): string {
  return tag.split(/[-_]/, 1)[0]!.trim().toLowerCase();
}

/** The file of a language; `undefined` where there is none, or it can't be had. */
export function loadLanguage(tag: string): Promise<Language | undefined> {
  const code = languageCode(tag, codes);
  if (!code) return Promise.resolve(undefined);
  const known = files.get(code);
  if (known) return known;
  // Without its words the widget speaks English and finds fewer topics: better than nothing.
  const kept = loadFile(code)
    .catch(() => undefined)
    .then((language) => {
      loaded.set(code, language);
      return language;
    });
  files.set(code, kept);
  return kept;
}

/** The file of a language that has been asked for before. */
export function loadedLanguage(tag: string): Language | undefined {
  return loaded.get(languageCode(tag, codes) ?? "");
}

/** Whether asking for the language's file has been answered, or would be answered with nothing. */
export function isSettled(tag: string): boolean {
  const code = languageCode(tag, codes);
  return !code || loaded.has(code);
}
