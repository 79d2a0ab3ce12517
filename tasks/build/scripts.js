// TypeScript to the scripts in dist/, one bundle an entry.

import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Failure, root } from "../command.js";
import { step } from "./step.js";

const js = join(root, "js");
const languages = join(root, "languages");

// A classic script finds its own tag only while it is evaluated: kept here for what runs later.
const classicTag = "readingWidgetTag";
const classicAddress = "readingWidgetAddress";

/** What the script's other files must fit, see `nameBuild`. */
const wasmFile = join(root, "target", "staging", "reading_widget_bg.wasm");
const buildName = "thisbuild0";

/**
 * @typedef {typeof import("esbuild")} Esbuild
 * @typedef {(codes: string[]) => string} Files how an entry gets the other files: the code of `#files`
 * @typedef {{ source: string, out?: string, files: Files, settings?: import("esbuild").BuildOptions }} Entry
 */

/**
 * What only some readers need: loaded by every entry at that moment, from a file of its own.
 * @type {Record<string, string>}
 */
const late = {
  "passage.ts": "reading-widget.passage.js",
  "plain.ts": "reading-widget.plain.js",
  "qr.ts": "reading-widget.qr.js",
  "stepper.ts": "reading-widget.stepper.js",
};

/** @type {Entry[]} */
const entries = [
  { source: "index.ts", files: importedFiles },
  { source: "reading-widget.ts", files: filesBeside },
  {
    source: "classic.ts",
    out: "reading-widget.classic.js",
    files: filesBeside,
    settings: {
      format: "iife",
      define: { "import.meta.url": classicAddress },
      banner: {
        js: `(()=>{"use strict";const ${classicTag}=document.currentScript,${classicAddress}=${classicTag}?.src||"";`,
      },
      footer: { js: "})();" },
      // The page's encoding decides how a classic script is read.
      charset: "ascii",
    },
  },
  ...Object.entries(late).map(([source, out]) => ({ source, out, files: filesBeside })),
  // For compilers that check JavaScript: what is minified reads as errors.
  { source: "node.ts", files: filesBeside, settings: { platform: "node", banner: { js: "// @ts-nocheck" } } },
  { source: "cli.ts", files: filesBeside, settings: { platform: "node" } },
];

/**
 * Brings the bundles in `staging` up to date; returns them.
 * @param {string} staging
 */
export async function buildScripts(staging) {
  const inputs = [js, languages, join(root, "tsconfig.json"), join(root, "target", "glue"), wasmFile];
  const outputs = entries.map((entry) => join(staging, fileName(entry)));
  await step("scripts", { inputs, outputs }, () => bundleAll(staging));
  return outputs;
}

/**
 * Bundles every entry into `folder`.
 * @param {string} folder
 */
export async function bundleAll(folder) {
  // Only here: the tasks start before node_modules exists.
  const esbuild = await import("esbuild");
  for (const entry of entries) await bundle(esbuild, entry, join(folder, fileName(entry)));
  nameBuild(entries.map((entry) => join(folder, fileName(entry))));
  makeExecutable(join(folder, "cli.js"));
}

/**
 * Writes the build's name, a hash of all that has it or is loaded by what has it, where its place is kept.
 * @param {string[]} files
 */
function nameBuild(files) {
  const named = files
    .map((file) => ({ file, code: readFileSync(file, "utf8") }))
    .filter(({ code }) => code.includes(buildName));
  const hash = createHash("sha256").update(readFileSync(wasmFile));
  for (const { code } of named) hash.update(code);
  for (const code of languageCodes()) hash.update(JSON.stringify(parse(join(languages, `${code}.json`))));
  const name = hash.digest("hex").slice(0, buildName.length);
  for (const { file, code } of named) writeFileSync(file, code.replaceAll(buildName, name));
}

/** @param {Pick<Entry, "source" | "out">} entry */
function fileName({ source, out }) {
  return out ?? source.replace(".ts", ".js");
}

/**
 * An entry's bundle as it would be if `contents` stood in one of its sources: for measuring what that adds.
 * @param {string} entry
 * @param {string} source
 * @param {string} contents
 */
export async function withoutSource(entry, source, contents) {
  const esbuild = await import("esbuild");
  /** @type {import("esbuild").Plugin} */
  const replaced = {
    name: "replaced",
    setup: (build) =>
      build.onLoad({ filter: /\.ts$/ }, ({ path }) =>
        path === join(js, source) ? { contents, loader: "ts" } : undefined,
      ),
  };
  const settings = entries.find((known) => known.source === entry);
  if (!settings) throw new Failure(`${entry} is no entry.`);
  const { outputFiles } = await esbuild.build({
    ...common(esbuild, settings),
    plugins: [replaced, ...common(esbuild, settings).plugins],
    write: false,
  });
  const [{ contents: bundle }] = /** @type {[import("esbuild").OutputFile]} */ (outputFiles);
  return bundle;
}

/**
 * One source as a script of its own, as text: for tests that look behind the entries.
 * @param {string} source
 */
export async function bundled(source) {
  const esbuild = await import("esbuild");
  const { outputFiles } = await esbuild.build({ ...common(esbuild, { source, files: filesBeside }), write: false });
  const [{ text }] = /** @type {[import("esbuild").OutputFile]} */ (outputFiles);
  return text;
}

/**
 * @param {Esbuild} esbuild
 * @param {Entry} entry
 * @param {string} file
 */
async function bundle(esbuild, entry, file) {
  const { source } = entry;
  try {
    await esbuild.build({ ...common(esbuild, entry), outfile: file });
  } catch (error) {
    if (!(error instanceof Error && "errors" in error)) throw error;
    throw new Failure(`js/${source} could not be bundled.`);
  }
}

/**
 * @param {Esbuild} esbuild
 * @param {Entry} entry
 * @returns {import("esbuild").BuildOptions & { plugins: import("esbuild").Plugin[] }}
 */
function common(esbuild, { source, files, settings }) {
  return {
    entryPoints: [join(js, source)],
    absWorkingDir: root,
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
    plugins: [otherFiles(files), lateFiles(files), minifiedStyles(esbuild)],
    // A late file tells whether it is of the same build.
    footer: late[source] ? { js: `export const build="${buildName}";` } : {},
    ...settings,
    define: {
      build: JSON.stringify(buildName),
      integrity: JSON.stringify(`sha256-${createHash("sha256").update(readFileSync(wasmFile)).digest("base64")}`),
      lettersOfLabels: String(Object.keys(parse(join(languages, "en.json")).labels).join().length),
      ...settings?.define,
    },
  };
}

/**
 * `#files`: how an entry gets the wasm and the file of a language.
 * @param {Files} write
 * @returns {import("esbuild").Plugin}
 */
function otherFiles(write) {
  return {
    name: "files",
    setup(build) {
      build.onResolve({ filter: /^#files$/ }, ({ path }) => ({ path, namespace: "files" }));
      build.onResolve({ filter: /^\.\/languages\// }, ({ path }) => ({ path, external: true }));
      build.onLoad({ filter: /.*/, namespace: "files" }, () => ({
        contents: write(languageCodes()),
        loader: "js",
        resolveDir: js,
      }));
    },
  };
}

/**
 * `import("./qr.ts")` stays an import, of the file that is built from it: for pages, by the address that js/beside.ts knows.
 * @param {Files} files
 * @returns {import("esbuild").Plugin}
 */
function lateFiles(files) {
  return {
    name: "late",
    setup(build) {
      build.onResolve({ filter: /^\.\// }, ({ path, kind }) => {
        const file = kind === "dynamic-import" && late[path.slice(2)];
        return file ? { path: `./${file}`, external: true } : undefined;
      });
      if (files !== filesBeside) return;
      build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const code = readFileSync(path, "utf8");
        const contents = code.replace(/(?<!typeof )\bimport\("\.\/([\w-]+\.ts)"\)/g, (whole, source) =>
          late[source] ? `importLate("${late[source]}")` : whole,
        );
        return contents === code
          ? undefined
          : { contents: `import { importLate } from "./beside.ts";\n${contents}`, loader: "ts" };
      });
    },
  };
}

/**
 * For bundlers, which carry a file along only where its name stands literally in the code. As modules:
 * of data files the small ones would be inlined, all languages into every page.
 * @type {Files}
 */
function importedFiles(codes) {
  const cases = codes.map((code) => `case "${code}": return import("./languages/${code}.js");`);
  return `
    export const codes = ${stringList(codes)};
    const load = (code) => { switch (code) { ${cases.join(" ")} } };
    export const loadFile = async (code) => (await load(code)).default;
    export const fetchWasm = () => fetch(new URL("reading_widget_bg.wasm", import.meta.url));
    export const whyNot = async () => "neither reading_widget_bg.wasm nor reading-widget.plain.js could be loaded";`;
}

/**
 * For pages without a bundler.
 * @type {Files}
 */
function filesBeside(codes) {
  return `
    export const codes = ${stringList(codes)};
    export { fetchWasm, loadFile, whyNot } from "./beside.ts";`;
}

/** @param {string[]} codes */
function stringList(codes) {
  return `${JSON.stringify(codes.join(" "))}.split(" ")`;
}

function languageCodes() {
  return readdirSync(languages)
    .filter((name) => name.endsWith(".json"))
    .map((name) => basename(name, ".json"))
    .sort();
}

/**
 * @param {Esbuild} esbuild
 * @returns {import("esbuild").Plugin}
 */
function minifiedStyles(esbuild) {
  return {
    name: "styles",
    setup(build) {
      build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
        const { code } = await esbuild.transform(readFileSync(path, "utf8"), { loader: "css", minify: true });
        return { contents: code.trim(), loader: "text" };
      });
    },
  };
}

/** @param {string} file */
function makeExecutable(file) {
  const code = readFileSync(file, "utf8");
  if (!code.startsWith("#!")) writeFileSync(file, `#!/usr/bin/env node\n${code}`);
  chmodSync(file, 0o755);
}

/**
 * The languages' files, as data and as modules; returns them.
 * @param {string} staging
 */
export async function buildLanguages(staging) {
  const codes = languageCodes();
  const file = (/** @type {string} */ code, /** @type {string} */ ending) =>
    join(staging, "languages", `${code}${ending}`);
  const outputs = codes.flatMap((code) => [file(code, ".json"), file(code, ".js")]);
  await step("languages", { inputs: [languages], outputs }, () => {
    mkdirSync(join(staging, "languages"), { recursive: true });
    for (const code of codes) {
      const content = JSON.stringify(parse(join(languages, `${code}.json`)));
      writeFileSync(file(code, ".json"), content);
      writeFileSync(file(code, ".js"), `export default ${content};\n`);
    }
  });
  return outputs;
}

/** @param {string} file */
function parse(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Failure(`${file} is not JSON: ${error}`);
  }
}
