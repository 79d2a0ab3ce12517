// Modules that exist only while the build runs.

/** A stylesheet, minified, as text. */
declare module "*.css" {
  const css: string;
  export default css;
}

/** Written by the build from the files of `languages/`, see tasks/build/scripts.js. */
declare module "#languages" {
  /** The address of a language's file; `undefined` if there is none for this code. */
  export function languageUrl(code: string): URL | undefined;
}
