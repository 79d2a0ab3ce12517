// What only one language needs: loaded for the languages of the page alone.

import { languageUrl } from "#languages";

/** A file of `languages/`. */
export interface Language {
  direction: "ltr" | "rtl";
  /** How Intl writes minutes. */
  unit: "long" | "short" | "narrow";
  labels: Record<string, string | Record<string, string>>;
  topics: { stop: string; determiners: string };
}

const files = new Map<string, Promise<Language | undefined>>();
const loaded = new Map<string, Language | undefined>();

/** "de" of "de-DE". */
export function primarySubtag(tag: string): string {
  return tag.split(/[-_]/, 1)[0]!.trim().toLowerCase();
}

/** The file of a language; `undefined` where there is none, or it can't be had. */
export function loadLanguage(tag: string): Promise<Language | undefined> {
  const code = primarySubtag(tag);
  const known = files.get(code);
  if (known) return known;
  const url = languageUrl(code);
  const file = url ? fetchLanguage(url) : Promise.resolve(undefined);
  const kept = file.then((language) => {
    loaded.set(code, language);
    return language;
  });
  files.set(code, kept);
  return kept;
}

/** The file of a language that has been asked for before. */
export function loadedLanguage(tag: string): Language | undefined {
  return loaded.get(primarySubtag(tag));
}

/** Whether asking for the language's file has been answered, or would be answered with nothing. */
export function isSettled(tag: string): boolean {
  const code = primarySubtag(tag);
  return loaded.has(code) || !languageUrl(code);
}

async function fetchLanguage(url: URL): Promise<Language | undefined> {
  try {
    const response = await fetch(url);
    return response.ok ? ((await response.json()) as Language) : undefined;
  } catch {
    // Without its words the widget speaks English and finds fewer topics: better than nothing.
    return undefined;
  }
}
