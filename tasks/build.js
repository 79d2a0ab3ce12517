// Everything that is published, into dist/. What hasn't changed isn't built again.

import {
  chmodSync,
  copyFileSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { alone } from "./build/lock.js";
import { buildManifest } from "./build/manifest.js";
import { buildLanguages, buildScripts } from "./build/scripts.js";
import { sizes, table } from "./build/sizes.js";
import { filesIn } from "./build/step.js";
import { buildPlain, buildWasm } from "./build/wasm.js";
import { main, root } from "./command.js";
import { install } from "./install.js";

/** Where the publishable files are. */
export const dist = join(root, "dist");

// Only a build that succeeded as a whole reaches dist/: what is served from there always fits together.
const staging = join(root, "target", "staging");

/** Brings dist/ up to date with the sources; one build of this checkout at a time. */
export function build() {
  return alone(async () => {
    const wasm = await buildWasm(staging);
    await buildPlain();
    const files = [
      ...wasm,
      ...(await buildScripts(staging)),
      ...(await buildLanguages(staging)),
      ...(await buildManifest(staging)),
      copyTypes(),
    ];
    publish(files);
    linkCommand();
  });
}

/** The public types are written by hand. */
function copyTypes() {
  const types = join(staging, "index.d.ts");
  copyFileSync(join(root, "js", "public.d.ts"), types);
  return types;
}

/**
 * Makes dist/ hold these files of `staging` and nothing else.
 * @param {string[]} files
 */
function publish(files) {
  const published = new Set(files.map((file) => join(dist, relative(staging, file))));
  for (const file of files) replace(join(dist, relative(staging, file)), file);
  for (const file of filesIn(dist)) if (!published.has(file)) rmSync(file);
}

/**
 * Puts a copy of `source` at `file` at once, so that nobody ever reads half of it.
 * @param {string} file
 * @param {string} source
 */
function replace(file, source) {
  const current = statSync(file, { throwIfNoEntry: false });
  if (current && readFileSync(file).equals(readFileSync(source))) return;
  mkdirSync(dirname(file), { recursive: true });
  const copy = join(root, "target", "publishing");
  copyFileSync(source, copy);
  chmodSync(copy, statSync(source).mode & 0o100 && !source.endsWith(".wasm") ? 0o755 : 0o644);
  renameSync(copy, file);
}

/** Lets `npx reading-widget` find the command inside the checkout, as npm does where the package is installed. */
function linkCommand() {
  const link = join(root, "node_modules", ".bin", "reading-widget");
  if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(join("..", "..", "dist", "cli.js"), link);
}

await main(import.meta.url, async () => {
  await install();
  await build();
  console.log(table(sizes(dist)));
});
