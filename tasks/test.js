// Every suite, one after the other, and a last line that sums them up. `node tasks/test.js SUITE…` runs only
// those, `--changed [REF]` what the changes since REF (by default the last commit) can touch.

import { existsSync, readdirSync } from "node:fs";
import { basename, delimiter, dirname, join } from "node:path";
import { build } from "./build.js";
import { Failure, main, read, root } from "./command.js";
import { geckodriverPath, install } from "./install.js";
import { changedFiles, touchedBy } from "./test/changed.js";
import { add, none, runCargoTest, runCheck, runNodeTest } from "./test/count.js";

/**
 * @typedef {object} Suite
 * @property {() => Promise<import("./test/count.js").Counts>} run
 * @property {boolean} [needsBuild] of dist/
 * @property {boolean} [needsBrowsers]
 * @property {boolean} [needsFirefox] its driver, which is compiled, and an extension
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
      for (const engine of ["chromium", "firefox", "webkit"])
        add(total, await browser(engine, testFiles("embedding")).run());
      return total;
    },
    needsBuild: true,
    needsBrowsers: true,
    needsFirefox: true,
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

/** @param {string[]} args */
async function test(args) {
  const isChanged = args[0] === "--changed";
  const chosen = isChanged ? ofChanges(args[1] ?? "HEAD") : named(args);
  if (isChanged && Object.keys(chosen).length === 0) {
    console.log("Nothing has changed that a test looks at.");
    return;
  }

  const some = (/** @type {Exclude<keyof Suite, "run">} */ need) => Object.values(chosen).some((suite) => suite[need]);
  await install({
    browsers: some("needsBrowsers"),
    firefox: some("needsFirefox"),
    voices: some("needsVoices"),
  });
  if (some("needsBuild")) await build();

  const total = none();
  const lines = [];
  for (const [name, { run }] of Object.entries(chosen)) {
    console.log(`\n── ${name} ──`);
    const started = Date.now();
    const counts = await run();
    add(total, counts);
    lines.push(`${name.padEnd(10)} ${inWords(counts)}, in ${Math.round((Date.now() - started) / 1000)} s`);
  }

  console.log(`\n${lines.join("\n")}`);
  if (isChanged) console.log("Not part of this run: whatever the changes since then hardly touch: npm test");
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

/**
 * The suites of these names; all of a usual run where there is none.
 * @param {string[]} names
 * @returns {Record<string, Suite>}
 */
function named(names) {
  const all = { ...suites, ...apart };
  if (names.length === 0) return suites;
  return Object.fromEntries(
    names.map((name) => {
      const suite = all[name];
      if (!suite) throw new Failure(`There is no suite "${name}": the suites are ${Object.keys(all).join(", ")}.`);
      return [name, suite];
    }),
  );
}

/**
 * What changes since `ref` can touch; the browsers' tests in Chromium alone.
 * @param {string} ref
 * @returns {Record<string, Suite>}
 */
function ofChanges(ref) {
  const files = changedFiles(ref);
  const touched = touchedBy(files);
  if (!touched) return suites;
  // A test that was deleted is changed too.
  const tests = touched.filter((name) => name.includes("/") && existsSync(join(root, name)));
  const native = tests.filter((file) => file.endsWith(".rs"));
  const browsers = tests.filter((file) => /^tests\/(?:browser|embedding)\//.test(file));
  const others = tests.filter((file) => !native.includes(file) && !browsers.includes(file));
  const node = [...new Set([...(touched.includes("node") ? testFiles("node") : []), ...others])];
  /** @type {Record<string, Suite>} */
  const chosen = {};
  if (touched.includes("style")) chosen.style = { run: style };
  if (touched.includes("rust") || native.length > 0) {
    chosen.rust = { run: () => quickRust(native.map((file) => basename(file, ".rs"))) };
  }
  if (touched.includes("types")) chosen.types = { run: types, needsBuild: true };
  if (node.length > 0) {
    chosen.node = {
      run: () => runNodeTest(node, browserPath()),
      needsBuild: node.some((file) => !file.endsWith("/docs.test.js")),
      needsBrowsers: node.some((file) => file.endsWith("/vite.test.js")),
    };
  }
  if (browsers.length > 0) chosen.chromium = browser("chromium", browsers);
  return chosen;
}

/**
 * The crate's unit tests, those of its files of tests that are named, and the linter once.
 * @param {string[]} files
 */
async function quickRust(files) {
  const chosen = ["--lib", ...files.flatMap((file) => ["--test", file])];
  const total = await runCargoTest(["test", "--locked", "--features", "html", ...chosen]);
  add(total, await rustfmt());
  add(total, await clippy("--all-targets", "--features", "html"));
  return total;
}

async function rust() {
  const total = await runCargoTest(["test", "--locked", "--workspace", "--features", "reading-widget/html"]);
  add(total, await rustfmt());
  // What only the browser's wasm contains is seen by no native run, and what only exists without the
  // HTML parser by no run with it.
  for (const configuration of [
    ["--workspace", "--all-targets"],
    ["--workspace", "--all-targets", "--features", "reading-widget/html"],
    ["--lib", "--target", "wasm32-unknown-unknown"],
    ["--lib", "--target", "wasm32-unknown-unknown", "--features", "html"],
  ]) {
    add(total, await clippy(...configuration));
  }
  return total;
}

function rustfmt() {
  return component("rustfmt", ["fmt", "--all", "--", "--check", "--files-with-diff"]);
}

/** @param {string[]} configuration */
function clippy(...configuration) {
  return component("clippy", ["clippy", "--locked", "--quiet", ...configuration, "--", "-D", "warnings"]);
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
 * @param {string[]} [files]
 * @returns {Suite}
 */
function browser(engine, files = ["browser", "embedding"].flatMap(testFiles)) {
  return {
    // A browser mostly waits: two of them, on a machine of two cores, each as fast as one.
    run: () => runNodeTest(files, { ENGINE: engine, ...browserPath() }, 2),
    needsBuild: true,
    needsBrowsers: true,
    needsFirefox: engine === "firefox",
  };
}

/** selenium-webdriver looks for the drivers on PATH. */
function browserPath() {
  const geckodriver = geckodriverPath();
  return { PATH: [process.env.PATH, ...(geckodriver ? [dirname(geckodriver)] : [])].join(delimiter) };
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
