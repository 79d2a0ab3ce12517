// Modules that exist only while the build runs.

/** A stylesheet, minified, as text. */
declare module "*.css" {
  const css: string;
  export default css;
}

/** Written by the build from the files of `languages/`, see tasks/build/scripts.js. */
declare module "#languages" {
  /** The codes that there is a file for. */
  export const codes: readonly string[];
  /** The file of one of the codes; rejects or gives `undefined` if it can't be had. */
  export function loadFile(code: string): Promise<import("./languages.ts").Language | undefined>;
}

declare namespace Intl {
  interface PluralRules {
    /** Not in TypeScript's library yet (ECMA-402, 2023). */
    selectRange(start: number, end: number): LDMLPluralRule;
  }
}
