// What a change can touch: `npm test -- --changed`. Small enough to be run after every change of a file;
// what it leaves out (Firefox, WebKit, the long tests) is for `npm test` before a merge.

import { Failure, read } from "../command.js";

/** Files of tests in Chromium, by their names. */
const browser = (/** @type {string[]} */ ...names) => names.map((name) => `tests/browser/${name}.test.js`);
const embedding = (/** @type {string[]} */ ...names) => names.map((name) => `tests/embedding/${name}.test.js`);
const bytes = "tests/package/budget.test.js";
const documents = "tests/package/docs.test.js";

/** A change of the core reaches everything; each folder has the tests that look at it from outside. */
const core = ["rust", "node", bytes];
const script = ["style", "types", bytes];
const sheet = ["style", bytes, ...embedding("sizes", "states")];
const pages = [
  "tests/pages.rs",
  "tests/what_is_read.rs",
  "tests/how_sure.rs",
  "tests/what_it_says.rs",
  "tests/parts_and_live.rs",
  "tests/no_article.rs",
];

/**
 * The first whose pattern fits a path says what is run for it: suites by their names, files of tests by their paths.
 * Nothing fits: everything is run.
 * @type {[RegExp, string[]][]}
 */
const rules = [
  // A test is what it can touch.
  [/^tests\/(?:browser|embedding|node|package)\/[\w-]+\.test\.js$/, ["style", "types", "itself"]],
  [/^tests\/\w+\.rs$/, ["itself", "rust"]],
  [/^tests\/browser\//, ["style", "types", ...browser("readers", "topics", "sections")]],
  [/^tests\/embedding\/pages\//, embedding("hosts", "builtins")],
  [/^tests\/embedding\/themes\//, embedding("themes")],
  [/^tests\/embedding\//, ["style", "types", ...embedding("hosts", "width")]],
  [/^tests\/(?:complaints\/|blocklists)/, ["style", "types", ...browser("complaints", "blocked")]],
  [/^tests\/(?:same-answer|voice)\/.*\.js$/, ["style", "types"]],
  [/^tests\/(?:same-answer|voice)\//, []],
  [/^tests\/package\//, ["style", "types", "tests/package/types.test.js"]],
  [/^tests\/cases\/reported\//, ["tests/what_is_read.rs", "tests/what_it_says.rs"]],
  [/^tests\/cases\//, ["rust", "node"]],
  [/^tests\/pages\//, [...pages, ...browser("readers")]],

  // The crate.
  [/^training\//, ["rust"]],
  [/^src\/(?:article|page)\//, [...core, ...pages, ...browser("readers")]],
  [/^src\/share\//, [...core, ...browser("share", "share-list")]],
  [/^src\/topics\//, [...core, ...pages, ...browser("topics")]],
  [/^src\/view\/share/, [...core, ...browser("share-list")]],
  [/^src\/view\//, [...core, ...browser("options", "sections", "topics")]],
  [/^src\/options\//, [...core, ...browser("options")]],
  [/^src\/dom\//, [...core, ...browser("place", "readers", "live")]],
  [/^src\//, [...core, ...pages, ...browser("readers", "options")]],
  [/^languages\//, ["rust", "node", ...browser("demo")]],

  // The scripts.
  [/^js\/(?:listen|speech)\.ts$/, [...script, ...browser("listen")]],
  [/^js\/(?:topics|marks|into-view|screen|stepper)\.ts$/, [...script, ...browser("topics"), ...embedding("stepper")]],
  [/^js\/(?:share|links|list|qr|clipboard)\.ts$/, [...script, ...browser("share", "share-list")]],
  [/^js\/(?:passage|selection|spot)\.ts$/, [...script, ...browser("passage"), ...embedding("passage")]],
  [/^js\/progress\.ts$/, [...script, ...browser("progress")]],
  [/^js\/sections\.ts$/, [...script, ...browser("sections"), ...embedding("sections")]],
  [/^js\/place\.ts$/, [...script, ...browser("place"), ...embedding("place")]],
  [
    /^js\/(?:readings?|article|fingerprint|watch|slices|page-title)\.ts$/,
    [...script, ...browser("live", "readers", "lifecycle")],
  ],
  [/^js\/(?:beside|core|plain|start|classic|parsed|reading-widget)\.ts$/, [...script, ...browser("failures")]],
  [/^js\/hydration\.ts$/, [...script, ...embedding("frameworks")]],
  [/^js\/(?:words|languages?|language-code)\.ts$/, [...script, ...browser("demo", "options")]],
  [/^js\/(?:analyze|analyze-files|call-options|cli|decode|node|server)\.ts$/, [...script, "node"]],
  [/^js\/public\.d\.ts$/, ["style", "types", "tests/package/types.test.js"]],
  [/^js\/.*\.css$/, sheet],
  [/^js\/.*\.ts$/, [...script, ...browser("lifecycle", "options")]],
  [/^www\//, ["style", ...browser("demo")]],

  // What builds, tests and measures.
  [/^tasks\/languages/, ["style", "types", "node"]],
  [/^tasks\/build\//, ["style", "types", "node", bytes, "tests/package/contents.test.js"]],
  [/^(?:tasks|benches)\/.*\.js$/, ["style", "types", "node"]],
  [/^benches\//, []],
  [/^(?:xtask\/|Cargo\.|\.cargo\/|rustfmt\.toml)/, ["rust", "node", bytes]],
  [/^(?:biome\.jsonc|\.editorconfig)$/, ["style"]],
  [/tsconfig\.json$/, ["types"]],
  [/^budget\.json$/, [bytes]],
  [/\.md$|^docs\//, [documents]],
  [/^(?:LICENSE-|\.gitignore$|\.ci\/)/, []],
];

/**
 * The files that differ from `ref` in git's eyes, new ones too.
 * @param {string} ref
 */
export function changedFiles(ref) {
  const known = read("git", ["diff", "--name-only", "--no-renames", ref, "--"]);
  const added = read("git", ["ls-files", "--others", "--exclude-standard"]);
  if (known === undefined || added === undefined) throw new Failure(`git can't compare this folder with "${ref}".`);
  return `${known}\n${added}`.split("\n").filter(Boolean);
}

/**
 * What the files' changes can touch: names of suites and paths of test files, each once; `undefined` for a
 * file that no rule knows: it may touch anything.
 * @param {string[]} files
 */
export function touchedBy(files) {
  /** @type {Set<string>} */
  const touched = new Set();
  for (const file of files) {
    const rule = rules.find(([pattern]) => pattern.test(file));
    if (!rule) return undefined;
    for (const name of rule[1]) touched.add(name === "itself" ? file : name);
  }
  return [...touched];
}
