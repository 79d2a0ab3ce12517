// The README's tables, between two comments that nobody sees.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure, root } from "../tasks/command.js";

const start = "<!-- bench:start -->";
const end = "<!-- bench:end -->";

/** Puts `markdown` in the place of the README's tables. */
export function writeTables(markdown) {
  const file = join(root, "README.md");
  const text = readFileSync(file, "utf8");
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Failure(`README.md has no ${start} … ${end} to write the tables between: add both, and run again.`);
  writeFileSync(file, `${text.slice(0, from + start.length)}\n${markdown}\n${text.slice(to)}`);
}
