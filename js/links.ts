// What is shared: address, title and passage, as the page says them at this moment.

import { withCore } from "./core.ts";
import { pageTitle } from "./page-title.ts";
import type { RawOptions } from "./options.ts";
import type { Passage } from "./passage.ts";
import type { Reading } from "./reading.ts";
import type { Words } from "./words.ts";

/** Where it is read from. */
export interface Source {
  readonly reading: Reading | null;
  readonly words: Words | null;
  readonly options: RawOptions;
}

/** Longest quotation that goes into a post or mail, in UTF-16 units. */
const longestQuote = 1000;

/** A title without what would break an address, or turn round what stands behind it. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\s]+/gu, " ").trim();
}

export function title({ options, reading }: Source): string {
  return plain(options.shareTitle || "") || plain(reading?.analysis.title || pageTitle());
}

/** The address that stands in the list: for no target in particular. */
export function pageUrl({ options, reading }: Source): string {
  try {
    const url = withCore((core) => core.pageAddress(document, options));
    if (url) return url;
  } catch {
    // As it was when the article was read.
  }
  return reading?.analysis.url ?? location.href;
}

/** The address for a target, with the publisher's parameters and the passage. */
export function targetUrl({ options }: Source, target: string, page: string, passage: Passage | undefined): string {
  let url = page;
  try {
    url = withCore((core) => core.sharedAddress(target, page, options));
  } catch {
    // Without the parameters, then.
  }
  return passage?.directive ? `${url}${url.includes("#") ? "" : "#"}:~:${passage.directive}` : url;
}

/** The link of a target, by its row in src/share/targets.rs; `undefined` if it has none. */
export function targetLink(
  source: Source,
  target: string,
  page: string,
  passage: Passage | undefined,
  server?: { server: string; software: string },
): string | undefined {
  const { analysis } = source.reading ?? {};
  const quote = passage?.quote.slice(0, longestQuote) ?? "";
  const quoted = quote && (source.words?.quotation(quote) ?? quote);
  const tags = analysis?.topics.map(({ label }) => label.replace(/[^\p{L}\p{N}_]+/gu, "")) ?? [];
  const account = document.querySelector<HTMLMetaElement>('meta[name="twitter:site"]')?.content ?? "";
  const facts = {
    url: targetUrl(source, target, page, passage),
    title: title(source),
    words: quoted || title(source),
    quote,
    quotation: quoted && `${quoted}\r\n\r\n`,
    via: /^@?(\w{1,15})$/.exec(account.trim())?.[1] ?? "",
    hashtags: tags.filter(Boolean).join(","),
    image: analysis?.image ?? "",
    host: location.hostname,
    ...server,
  };
  try {
    return withCore((core) => core.targetAddress(target, facts, source.options));
  } catch {
    // The address from the last drawing stands.
    return undefined;
  }
}
