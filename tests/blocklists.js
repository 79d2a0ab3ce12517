// The lists of readers' ad blockers, where the machine has them: they are data, not part of the repository.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = process.env.READING_WIDGET_DATA || fileURLToPath(new URL("../../shared/data/", import.meta.url));
const archive = join(folder, "blocklists.tar.xz");

/**
 * The lists by their names, or `undefined` where they aren't on this machine, which is said and, in
 * CI, an error: a test that is skipped there would be missed by nobody.
 */
export function blocklists() {
  if (!existsSync(archive)) {
    const sentence = `no blocklists.tar.xz in ${folder}: name its folder by READING_WIDGET_DATA`;
    if (process.env.CI === "true") throw new Error(`There is ${sentence}.`);
    console.log(`Skipped: there is ${sentence}.`);
    return undefined;
  }
  const unpacked = mkdtempSync(join(tmpdir(), "blocklists-"));
  try {
    execFileSync("tar", ["-xf", archive, "-C", unpacked]);
    const names = readdirSync(join(unpacked, "blocklists"));
    return Object.fromEntries(names.map((name) => [name, readFileSync(join(unpacked, "blocklists", name), "utf8")]));
  } finally {
    rmSync(unpacked, { recursive: true, force: true });
  }
}

/** The selectors that hide on every site. */
export function selectorsOf(lists) {
  const lines = Object.values(lists).flatMap((list) => list.split("\n"));
  return [
    ...new Set(
      lines.filter((line) => line.startsWith("##") && !line.startsWith("##^")).map((line) => line.slice(2).trim()),
    ),
  ];
}
