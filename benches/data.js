// The pages and texts with known answers. They belong to others and lie outside of the repository, where
// READING_WIDGET_DATA says: as archives, which are unpacked once.

import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { root, run } from "../tasks/command.js";

export const dataFolder = process.env.READING_WIDGET_DATA || join(root, "..", "shared", "data");

/** The folder of an unpacked archive (`pages`, `topics`, `blocklists`); `undefined`, which is said, where it is missing. */
export async function unpacked(name) {
  const archive = join(dataFolder, `${name}.tar.xz`);
  const folder = join(root, "target", "data", name);
  if (existsSync(folder)) return folder;
  if (!existsSync(archive)) {
    console.log(`Not measured: ${name}.tar.xz is not in ${dataFolder} (READING_WIDGET_DATA names another folder).`);
    return undefined;
  }
  mkdirSync(folder, { recursive: true });
  await run("tar", ["-xJf", archive, "-C", folder]);
  return folder;
}
