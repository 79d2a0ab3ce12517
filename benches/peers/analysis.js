// Reading time and keywords of a text, as a publisher gets them from two packages.

// The package's main file asks for Node's streams, which a page doesn't have.
import readingTime from "reading-time/lib/reading-time.js";
import keywordExtractor from "keyword-extractor";

/** @type {Parameters<typeof keywordExtractor.extract>[1]} */
const german = { language: "german", remove_digits: true, return_changed_case: false, remove_duplicates: true };

/** Async as the widget's `analyze` is, so that both are called in the same way. */
export async function analyze(text) {
  return { minutes: readingTime(text).minutes, topics: keywordExtractor.extract(text, german).slice(0, 5) };
}
