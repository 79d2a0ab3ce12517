// Which file of `languages/` a language tag means.

/** Names of the written standard that CLDR keeps apart from the language's. */
const written: Record<string, string> = { no: "nb", tl: "fil" };

/**
 * The most precise of `codes` that serves a tag: "zh-Hant" for "zh-TW", "pt-PT" for "pt_PT", "de" for
 * "de-AT", "sr-Latn" for "sh"; `undefined` where there is none or the tag isn't one.
 */
export function languageCode(tag: string, codes: readonly string[]): string | undefined {
  let locale;
  try {
    locale = new Intl.Locale(tag.trim().replaceAll("_", "-")).maximize();
  } catch {
    return undefined;
  }
  const language = written[locale.language] ?? locale.language;
  return [`${language}-${locale.script}`, `${language}-${locale.region}`, language].find((code) => codes.includes(code));
}
