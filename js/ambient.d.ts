// Modules that exist only while the build runs, and what it knows.

/** A stylesheet, minified, as text. */
declare module "*.css" {
  const css: string;
  export default css;
}

/** How an entry gets the other files, see tasks/build/scripts.js. */
declare module "#files" {
  /** The codes of the languages that there is a file for. */
  export const codes: readonly string[];
  /** The file of one of the codes; rejects or gives `undefined` if it can't be had. */
  export function loadFile(code: string): Promise<import("./languages.ts").Language | undefined>;
  /** The core; rejects if it can't be had. */
  export function fetchWasm(): Promise<Response>;
  /** Why it couldn't, nor the core as JavaScript. */
  export function whyNot(): Promise<string>;
}

/** The name of this build: a hash of all that a page loads. */
declare const build: string;
/** The hash of its reading_widget_bg.wasm, as `fetch` takes it. */
declare const integrity: string;
/** How long the names of a language's labels are, joined by commas. */
declare const lettersOfLabels: number;

declare namespace Intl {
  interface PluralRules {
    /** Not in TypeScript's library yet (ECMA-402, 2023). */
    selectRange(start: number, end: number): LDMLPluralRule;
  }
}
