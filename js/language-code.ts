// Which file of `languages/` a language tag means.

/** Names of the written standard that CLDR keeps apart from the language's. */
const written: Record<string, string> = { no: "nb", tl: "fil" };

/**
 * The most precise of `codes` that serves a tag: "zh-Hant" for "zh-TW", "pt-PT" for "pt_PT", "de" for
 * "de-AT", "sr-Latn" for "sh"; `undefined` where there is none or the tag isn't one.
 */
export function languageCode(tag: string, codes: readonly string[]): string | undefined {
  // Most tags need none of the browser's tables, which it loads when they are first asked for.
  const plain = /^([a-z]{2})(?:[-_][a-z]{2})?$/i.exec(tag)?.[1]?.toLowerCase();
  if (plain && codes.includes(plain) && !codes.some((code) => code.startsWith(`${plain}-`))) return plain;
  const full = locale(tag);
  if (!full) return undefined;
  const { language, script, region } = full;
  return [`${language}-${script}`, `${language}-${region}`, language].find((code) => codes.includes(code));
}

/** A tag's language with the script and region that it has most likely; `undefined` for what is no tag. */
export function locale(
  tag: string,
): { language: string; script: string | undefined; region: string | undefined } | undefined {
  try {
    const { language, script, region } = new Intl.Locale(tag.trim().replaceAll("_", "-")).maximize();
    return { language: written[language] ?? language, script, region };
  } catch {
    return undefined;
  }
}
