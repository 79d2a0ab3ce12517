// What a reader downloads: each file's bytes as they are, and as servers compress them.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { root } from "../command.js";
import { filesIn } from "./step.js";

const kept = join(root, "target", "sizes.json");

/** @typedef {{ gzip: number, brotli: number }} Compressed */

/**
 * What every file of `folder` weighs, by name.
 * @param {string} folder
 * @returns {({ file: string, raw: number } & Compressed)[]}
 */
export function sizes(folder) {
  // Brotli's best takes a second for a large file, so what was measured is kept by content.
  /** @type {Record<string, Compressed>} */
  const known = existsSync(kept) ? JSON.parse(readFileSync(kept, "utf8")) : {};
  /** @type {Record<string, Compressed>} */
  const measured = {};
  const rows = filesIn(folder)
    .sort()
    .map((path) => {
      const bytes = readFileSync(path);
      const hash = createHash("sha256").update(bytes).digest("hex");
      const weight = known[hash] ?? compressed(bytes);
      measured[hash] = weight;
      return { file: relative(folder, path).split(sep).join("/"), raw: bytes.length, ...weight };
    });
  writeFileSync(kept, JSON.stringify(measured));
  return rows;
}

/** @param {Buffer} bytes */
function compressed(bytes) {
  const best = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } };
  return { gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes, best).length };
}

/**
 * The rows as a table for a terminal.
 * @param {ReturnType<typeof sizes>} rows
 */
export function table(rows) {
  const width = Math.max(...rows.map(({ file }) => file.length));
  const line = (/** @type {string} */ file, /** @type {string[]} */ ...numbers) =>
    file.padEnd(width) + numbers.map((number) => number.padStart(10)).join("");
  const number = (/** @type {number} */ value) => value.toLocaleString("en");
  return [
    line("bytes", "raw", "gzip -9", "brotli 11"),
    ...rows.map(({ file, raw, gzip, brotli }) => line(file, number(raw), number(gzip), number(brotli))),
  ].join("\n");
}
