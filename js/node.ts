// Node 20+.

import { readFileSync } from "node:fs";
import { initSync, analyze as analyzeText, analyzeHtml as analyzePage } from "#glue/html";
import { codes } from "#files";
import { callOptions } from "./call-options.ts";
import { languageCode } from "./language-code.ts";
import type { Analysis, AnalyzeOptions } from "./public.d.ts";
import type { Language } from "./languages.ts";

let isLoaded = false;

export async function analyze(text: string, options: AnalyzeOptions = {}): Promise<Analysis> {
  load();
  return analyzeText(String(text), callOptions(options), dictionary) as Analysis;
}

export async function analyzeHtml(html: string, options: AnalyzeOptions & { url?: string } = {}): Promise<Analysis> {
  load();
  return analyzePage(String(html), options.url ?? "", callOptions(options), dictionary) as Analysis;
}

/** A server has no elements to define. */
export function defineReadingWidget(): void {}

function load(): void {
  if (isLoaded) return;
  initSync({ module: readFileSync(new URL("reading_widget_html_bg.wasm", import.meta.url)) });
  isLoaded = true;
}

const languages = new Map<string, Language["topics"] | undefined>();

function dictionary(tag: string): Language["topics"] | undefined {
  const code = languageCode(tag, codes);
  if (code && !languages.has(code)) {
    const file = new URL(`languages/${code}.json`, import.meta.url);
    languages.set(code, (JSON.parse(readFileSync(file, "utf8")) as Language).topics);
  }
  return languages.get(code ?? "");
}
