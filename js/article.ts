// Which element of the page is meant by its publisher as the article.

import { withCore } from "./core.ts";
import type { RawOptions } from "./options.ts";
import { warn } from "./warnings.ts";

/** Whether its markup announces an article; src/article/candidate.rs says how. */
export function isAnnounced(element: Element): boolean {
  return withCore((core) => core.isAnnounced(element));
}

/** The element that the option `article` selects, if it is given; throws where there is none. */
export function chosenArticle(options: RawOptions): Element | undefined {
  const selector = options.article;
  if (!selector) return undefined;
  try {
    const chosen = document.querySelector(selector);
    if (chosen) return chosen;
  } catch {
    warn(`article does not take "${selector}": use a CSS selector, such as "#story" or "main > .text"`);
    return undefined;
  }
  throw new Error(`no article on this page: nothing matches the selector "${selector}"`);
}
