// TypeScript to the scripts in dist/, one bundle an entry.

import { chmodSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Failure, root } from "../command.js";
import { step } from "./step.js";

const js = join(root, "js");
const languages = join(root, "languages");

// A classic script finds its own address only while it is evaluated: kept here for what runs later.
const classicAddress = "readingWidgetAddress";

/** What only some readers need: loaded by every entry at that moment, from a file of its own. */
const late = { "passage.ts": "reading-widget.passage.js", "plain.ts": "reading-widget.plain.js", "qr.ts": "reading-widget.qr.js", "stepper.ts": "reading-widget.stepper.js" };

const entries = [
  { source: "index.ts", languages: importedFiles },
  { source: "reading-widget.ts", languages: fetchedFiles },
  {
    source: "classic.ts",
    out: "reading-widget.classic.js",
    languages: fetchedFiles,
    settings: {
      format: "iife",
      define: { "import.meta.url": classicAddress },
      banner: { js: `(()=>{"use strict";const ${classicAddress}=document.currentScript?.src||document.baseURI;` },
      footer: { js: "})();" },
      // The page's encoding decides how a classic script is read.
      charset: "ascii",
    },
  },
  ...Object.entries(late).map(([source, out]) => ({ source, out, languages: fetchedFiles })),
  { source: "node.ts", languages: fetchedFiles, settings: { platform: "node" } },
  { source: "cli.ts", languages: fetchedFiles, settings: { platform: "node" } },
];

/** Brings the bundles in `staging` up to date; returns them. */
export async function buildScripts(staging) {
  const inputs = [js, languages, join(root, "tsconfig.json"), join(root, "target", "glue")];
  const outputs = entries.map((entry) => join(staging, fileName(entry)));
  await step("scripts", { inputs, outputs }, () => bundleAll(staging));
  return outputs;
}

/** Bundles every entry into `folder`. */
export async function bundleAll(folder) {
  // Only here: the tasks start before node_modules exists.
  const esbuild = await import("esbuild");
  for (const entry of entries) await bundle(esbuild, entry, join(folder, fileName(entry)));
  makeExecutable(join(folder, "cli.js"));
}

function fileName({ source, out }) {
  return out ?? source.replace(".ts", ".js");
}

/** An entry's bundle as it would be if `contents` stood in one of its sources: for measuring what that adds. */
export async function withoutSource(entry, source, contents) {
  const esbuild = await import("esbuild");
  const replaced = {
    name: "replaced",
    setup: (build) => build.onLoad({ filter: /\.ts$/ }, ({ path }) => (path === join(js, source) ? { contents, loader: "ts" } : undefined)),
  };
  const settings = entries.find((known) => known.source === entry);
  const { outputFiles } = await esbuild.build({ ...common(esbuild, settings), plugins: [replaced, ...common(esbuild, settings).plugins], write: false });
  return outputFiles[0].contents;
}

/** One source as a script of its own, as text: for tests that look behind the entries. */
export async function bundled(source) {
  const esbuild = await import("esbuild");
  const { outputFiles } = await esbuild.build({ ...common(esbuild, { source, languages: fetchedFiles }), write: false });
  return outputFiles[0].text;
}

async function bundle(esbuild, entry, file) {
  const { source } = entry;
  try {
    await esbuild.build({ ...common(esbuild, entry), outfile: file });
  } catch (error) {
    if (!error.errors) throw error;
    throw new Failure(`js/${source} could not be bundled.`);
  }
}

function common(esbuild, { source, languages, settings }) {
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
    plugins: [languageAddresses(languages), lateFiles, minifiedStyles(esbuild)],
    ...settings,
  };
}

/** `#languages`: how an entry gets the file of a language. */
function languageAddresses(write) {
  return {
    name: "languages",
    setup(build) {
      build.onResolve({ filter: /^#languages$/ }, ({ path }) => ({ path, namespace: "languages" }));
      build.onResolve({ filter: /^\.\/languages\// }, ({ path }) => ({ path, external: true }));
      build.onLoad({ filter: /.*/, namespace: "languages" }, () => ({ contents: write(languageCodes()), loader: "js" }));
    },
  };
}

/** `import("./qr.ts")` stays an import, of the file that is built from it. */
const lateFiles = {
  name: "late",
  setup(build) {
    build.onResolve({ filter: /^\.\// }, ({ path, kind }) => {
      const file = kind === "dynamic-import" && late[path.slice(2)];
      return file ? { path: `./${file}`, external: true } : undefined;
    });
  },
};

/**
 * For bundlers, which carry a file along only where its name stands literally in the code. As modules:
 * of data files the small ones would be inlined, all languages into every page.
 */
function importedFiles(codes) {
  const cases = codes.map((code) => `case "${code}": return import("./languages/${code}.js");`);
  return `
    export const codes = ${stringList(codes)};
    const load = (code) => { switch (code) { ${cases.join(" ")} } };
    export const loadFile = async (code) => (await load(code)).default;`;
}

/** For pages without a bundler: data, which no policy on scripts can refuse. */
function fetchedFiles(codes) {
  return `
    export const codes = ${stringList(codes)};
    export async function loadFile(code) {
      const response = await fetch(new URL("languages/" + code + ".json", import.meta.url));
      return response.ok ? response.json() : undefined;
    }`;
}

function stringList(codes) {
  return `${JSON.stringify(codes.join(" "))}.split(" ")`;
}

function languageCodes() {
  return readdirSync(languages)
    .filter((name) => name.endsWith(".json"))
    .map((name) => basename(name, ".json"))
    .sort();
}

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

function makeExecutable(file) {
  const code = readFileSync(file, "utf8");
  if (!code.startsWith("#!")) writeFileSync(file, `#!/usr/bin/env node\n${code}`);
  chmodSync(file, 0o755);
}

/** The languages' files, as data and as modules; returns them. */
export async function buildLanguages(staging) {
  const codes = languageCodes();
  const file = (code, ending) => join(staging, "languages", `${code}${ending}`);
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

function parse(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Failure(`${file} is not JSON: ${error.message}`);
  }
}
