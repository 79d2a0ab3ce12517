// The analysis of a text in the browser.

import type { Analysis, AnalyzeOptions } from "./public.d.ts";
import { loadCore, withCore } from "./core.ts";
import { isSettled, loadLanguage, loadedLanguage } from "./languages.ts";
import { callOptions } from "./call-options.ts";

export async function analyze(text: string, options: AnalyzeOptions = {}): Promise<Analysis> {
  await loadCore();
  for (;;) {
    let missing: string | undefined;
    const dictionary = (language: string) => {
      if (!isSettled(language)) missing = language;
      return loadedLanguage(language)?.topics;
    };
    const analysis = withCore((core) => core.analyze(String(text), callOptions(options), dictionary) as Analysis);
    if (missing === undefined) return analysis;
    await loadLanguage(missing);
  }
}

export function analyzeHtml(): Promise<Analysis> {
  return Promise.reject(
    new Error(
      "analyzeHtml needs Node or an edge runtime: in a browser the page is parsed already, use <reading-widget> or analyze(text)",
    ),
  );
}
