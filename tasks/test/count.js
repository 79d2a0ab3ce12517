// Running one suite with its output on ours, and counting what ran: `{ passed, failed, skipped }`.

import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { root } from "../command.js";

const reporter = fileURLToPath(new URL("reporter.js", import.meta.url));

/** A browser that hangs must not hold up the run for ever; node:test counts a file's whole run. */
const fileMinutes = 20;

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @returns {Counts} */
export const none = () => ({ passed: 0, failed: 0, skipped: 0 });

/**
 * Adds `counts` to `total`.
 * @param {Counts} total
 * @param {Counts} counts
 */
export function add(total, counts) {
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
}

/**
 * A command that is one test: it passes if it exits with 0.
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<Counts>}
 */
export async function runCheck(command, args) {
  console.log(`> ${[command === process.execPath ? "node" : command, ...args].join(" ")}`);
  const { code } = await watched(command, args);
  return { ...none(), [code === 0 ? "passed" : "failed"]: 1 };
}

/**
 * Every test of a `cargo test`.
 * @param {string[]} args
 */
export async function runCargoTest(args) {
  console.log(`> cargo ${args.join(" ")}`);
  const { code, output } = await watched("cargo", [...args, "--no-fail-fast"], { keep: true });
  const counts = none();
  const results = /^test result: \w+\. (\d+) passed; (\d+) failed; (\d+) ignored/gm;
  for (const [, passed, failed, ignored] of stripVTControlCharacters(output).matchAll(results)) {
    add(counts, { passed: Number(passed), failed: Number(failed), skipped: Number(ignored) });
  }
  return withExitCode(counts, code);
}

/**
 * Every test of these files of node:test, so many files `atOnce`. An engine crashes now and then
 * on its own: a file whose browser was lost runs once more, and only that run counts. What the
 * widget does to an engine it does again.
 * @param {string[]} files
 * @param {NodeJS.ProcessEnv} [env]
 * @param {number} [atOnce]
 */
export async function runNodeTest(files, env = {}, atOnce = 1) {
  const first = await runFiles(files, env, atOnce);
  const lost = Object.keys(first.files).filter((file) => first.files[file]?.lost);
  if (lost.length === 0) return sum(first);
  console.log(`The browser was lost in ${lost.map((file) => relative(root, file)).join(", ")}: once more.`);
  const again = await runFiles(lost, env, 1);
  const failedElsewhere = Object.entries(first.files).some(([file, { failed }]) => failed > 0 && !lost.includes(file));
  return sum({ code: again.code || (failedElsewhere ? 1 : 0), files: { ...first.files, ...again.files } });
}

/**
 * @typedef {{ code: number, files: Record<string, Counts & { lost: boolean }> }} Run `lost`: the browser crashed
 *
 * @param {string[]} files
 * @param {NodeJS.ProcessEnv} env
 * @param {number} atOnce
 * @returns {Promise<Run>}
 */
async function runFiles(files, env, atOnce) {
  if (files.length === 0) return { code: 0, files: {} };
  const folder = mkdtempSync(join(tmpdir(), "reading-widget-"));
  const countsFile = join(folder, "counts.json");
  const { code } = await watched(
    process.execPath,
    [
      ...["--test", `--test-concurrency=${atOnce}`, `--test-timeout=${fileMinutes * 60_000}`],
      ...["--test-reporter=spec", "--test-reporter-destination=stdout"],
      ...[`--test-reporter=${reporter}`, `--test-reporter-destination=${countsFile}`],
      ...files,
    ],
    { env },
  );
  const written = existsSync(countsFile) ? readFileSync(countsFile, "utf8") : "";
  rmSync(folder, { recursive: true });
  return { code, files: written ? JSON.parse(written) : {} };
}

/** @param {Run} run */
function sum({ code, files }) {
  const counts = none();
  for (const file of Object.values(files)) add(counts, file);
  return withExitCode(counts, code);
}

/**
 * A suite that ends badly without a failed test, a crash for one, is a failure too.
 * @param {Counts} counts
 * @param {number} code
 */
function withExitCode(counts, code) {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, keep?: boolean }} [how] `keep`: gives back what the command prints
 * @returns {Promise<{ code: number, output: string }>}
 */
function watched(command, args, { env = {}, keep = false } = {}) {
  return new Promise((resolve) => {
    /** @type {import("node:child_process").StdioOptions} */
    const stdio = ["ignore", keep ? "pipe" : "inherit", "inherit"];
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio });
    /** @type {Buffer[]} */
    const chunks = [];
    child.stdout?.on("data", (chunk) => {
      process.stdout.write(chunk);
      chunks.push(chunk);
    });
    child.on("error", (error) => {
      console.error(`${command} could not be started: ${error.message}.`);
      resolve({ code: 1, output: "" });
    });
    child.on("close", (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}
