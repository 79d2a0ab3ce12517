// Every suite, one after the other, and a last line that sums them up.
// `node tasks/test.js SUITE…` runs only those.

import { existsSync, readdirSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { build } from "./build.js";
import { Failure, main, read, root } from "./command.js";
import { geckodriverPath, install } from "./install.js";
import { add, none, runCargoTest, runCheck, runNodeTest } from "./test/count.js";

/**
 * @typedef {object} Suite
 * @property {() => Promise<import("./test/count.js").Counts>} run
 * @property {boolean} [needsBuild] of dist/
 * @property {boolean} [needsBrowsers]
 * @property {boolean} [needsVoices] a speaking voice on this machine
 */

/**
 * In the order in which they run.
 * @type {Record<string, Suite>}
 */
const suites = {
  style: { run: style },
  rust: { run: rust },
  types: { run: types, needsBuild: true },
  node: { run: () => runNodeTest(testFiles("node")), needsBuild: true },
  package: { run: () => runNodeTest(testFiles("package"), browserPath()), needsBuild: true, needsBrowsers: true },
  chromium: browser("chromium"),
  firefox: browser("firefox"),
  webkit: browser("webkit"),
};

/**
 * Run only where they are named: what they install is of no use to the others, or they are part of one of them.
 * @type {Record<string, Suite>}
 */
const apart = {
  embedding: {
    run: async () => {
      const total = none();
      for (const engine of ["chromium", "firefox", "webkit"]) add(total, await browser(engine, ["embedding"]).run());
      return total;
    },
    needsBuild: true,
    needsBrowsers: true,
  },
  "same-answer": {
    run: () => runNodeTest(testFiles("same-answer"), browserPath()),
    needsBuild: true,
    needsBrowsers: true,
  },
  voice: {
    run: () => runNodeTest(testFiles("voice"), browserPath()),
    needsBuild: true,
    needsBrowsers: true,
    needsVoices: true,
  },
};

/** Too long for every run: what each tests, and what to type. */
const longer = [
  ["360 real pages natively, in Node and in Chromium", "npm test same-answer"],
  ["an article read by a real voice", "npm test voice"],
  ["the figures of docs/figures.md and the README", "npm run bench"],
];

/** @param {string[]} names */
async function test(names) {
  /** @type {Record<string, Suite>} */
  const all = { ...suites, ...apart };
  const unknown = names.find((name) => !Object.hasOwn(all, name));
  if (unknown) throw new Failure(`There is no suite "${unknown}": the suites are ${Object.keys(all).join(", ")}.`);
  const chosen = names.length > 0 ? names : Object.keys(suites);

  const some = (/** @type {"needsBuild" | "needsBrowsers" | "needsVoices"} */ need) =>
    chosen.some((name) => all[name]?.[need]);
  await install({ tests: some("needsBrowsers"), voices: some("needsVoices") });
  if (some("needsBuild")) await build();

  const total = none();
  const lines = [];
  for (const name of chosen) {
    console.log(`\n── ${name} ──`);
    const started = Date.now();
    const counts = (await all[name]?.run()) ?? none();
    add(total, counts);
    lines.push(`${name.padEnd(10)} ${inWords(counts)}, in ${Math.round((Date.now() - started) / 1000)} s`);
  }

  console.log(`\n${lines.join("\n")}`);
  for (const [what, command] of longer) console.log(`Not part of this run: ${what}: ${command}`);
  if (total.passed + total.failed === 0) throw new Failure("No test ran.");
  console.log(inWords(total));
  if (total.failed > 0) process.exitCode = 1;
}

/** How JavaScript, TypeScript and CSS are written: `npm run format` mends most of it. */
function style() {
  const colours = process.stdout.isTTY ? "force" : "off";
  const biome = nodeTool("@biomejs/biome/bin/biome");
  return runCheck(process.execPath, [biome, "ci", "--error-on-warnings", `--colors=${colours}`, "."]);
}

async function rust() {
  const total = await runCargoTest(["test", "--locked", "--workspace", "--features", "reading-widget/html"]);
  add(total, await component("rustfmt", ["fmt", "--all", "--", "--check", "--files-with-diff"]));
  // What only the browser's wasm contains is seen by no native run, and what only exists without the
  // HTML parser by no run with it.
  for (const configuration of [
    ["--workspace", "--all-targets"],
    ["--workspace", "--all-targets", "--features", "reading-widget/html"],
    ["--lib", "--target", "wasm32-unknown-unknown"],
    ["--lib", "--target", "wasm32-unknown-unknown", "--features", "html"],
  ]) {
    add(total, await component("clippy", ["clippy", "--locked", "--quiet", ...configuration, "--", "-D", "warnings"]));
  }
  return total;
}

/**
 * A check by a component of Rust's toolchain that a minimal one lacks.
 * @param {string} name
 * @param {string[]} args the first is cargo's command
 */
async function component(name, args) {
  if (read("cargo", [args[0] ?? "", "--version"]) !== undefined) return runCheck("cargo", args);
  console.log(`Skipped: cargo ${args.join(" ")} (to have it, type: rustup component add ${name})`);
  return { ...none(), skipped: 1 };
}

/** What is published strictly, and so what builds it; the tests, which take what they find, less so. */
async function types() {
  const total = none();
  for (const folder of [".", "tasks", "tests", "benches"]) {
    if (folder === "benches" && !existsSync(join(root, folder, "node_modules"))) {
      console.log(
        "Skipped: the types of benches/ (to have their packages, type: npm ci --prefix benches --ignore-scripts)",
      );
      total.skipped += 1;
      continue;
    }
    add(total, await runCheck(process.execPath, [nodeTool("typescript/bin/tsc"), "--project", folder]));
  }
  return total;
}

/**
 * A tool of the npm packages, by its path there.
 * @param {string} path
 */
function nodeTool(path) {
  return join("node_modules", ...path.split("/"));
}

/**
 * @param {string} engine
 * @param {string[]} [folders]
 * @returns {Suite}
 */
function browser(engine, folders = ["browser", "embedding"]) {
  return {
    // A browser mostly waits: two of them, on a machine of two cores, each as fast as one.
    run: () => runNodeTest(folders.flatMap(testFiles), { ENGINE: engine, ...browserPath() }, 2),
    needsBuild: true,
    needsBrowsers: true,
  };
}

/** selenium-webdriver looks for the drivers on PATH. */
function browserPath() {
  return { PATH: [process.env.PATH, dirname(geckodriverPath() ?? "")].join(delimiter) };
}

/** @param {string} folder */
function testFiles(folder) {
  const path = join(root, "tests", folder);
  if (!existsSync(path)) return [];
  const names = readdirSync(path).filter((name) => name.endsWith(".test.js"));
  return names.sort().map((name) => join("tests", folder, name));
}

/** @param {import("./test/count.js").Counts} counts */
function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

await main(import.meta.url, test);
