// A step of the build is skipped while what it read and what it wrote are still the same, byte for byte.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "../command.js";

const stamps = join(root, "target", "steps");
const theBuildItself = fileURLToPath(new URL(".", import.meta.url));

/**
 * Does `work` unless `inputs` (files or folders) and `outputs` (files) are as it left them.
 * @param {string} name
 * @param {{ inputs: string[], outputs: string[] }} files
 * @param {() => unknown} work
 */
export async function step(name, { inputs, outputs }, work) {
  const stamp = join(stamps, name);
  const read = fingerprint([theBuildItself, join(root, "package-lock.json"), ...inputs]);
  const state = () => `${read} ${fingerprint(outputs)}`;
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === state()) return;
  await work();
  const absent = outputs.find((file) => !existsSync(file));
  if (absent) throw new Error(`The build's step ${name} should have written ${relative(root, absent)}.`);
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, state());
}

/** @param {string[]} paths */
function fingerprint(paths) {
  const hash = createHash("sha256");
  for (const file of paths.flatMap(filesIn).sort()) {
    const bytes = readFileSync(file);
    hash.update(`${relative(root, file)} ${bytes.length}\n`).update(bytes);
  }
  return hash.digest("hex");
}

/**
 * Every file under `path`; the path itself if it is one; none if it doesn't exist.
 * @param {string} path
 * @returns {string[]}
 */
export function filesIn(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return [path];
  return readdirSync(path).flatMap((name) => filesIn(join(path, name)));
}
