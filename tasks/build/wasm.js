// Rust to the two wasm files and their glue: cargo, wasm-bindgen, wasm-opt; and to plain JavaScript: wasm2js.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Failure, read, root, run } from "../command.js";
import { step } from "./step.js";

/**
 * What `cargo metadata` says that is read here.
 * @typedef {{ packages: { source: string | null, manifest_path: string }[], target_directory: string, workspace_root: string }} Workspace
 */

const page = { folder: "page", name: "reading_widget", features: [], profile: "wasm", level: "-Oz" };

export const flavours = [
  page,
  { folder: "html", name: "reading_widget_html", features: ["--features", "html"], profile: "wasm-html", level: "-O3" },
];

/**
 * Builds both flavours, their wasm into `staging`, their glue into `target/glue/`; returns the wasm files.
 * @param {string} staging
 */
export async function buildWasm(staging) {
  const glue = (/** @type {{ folder: string }} */ { folder }) => join(root, "target", "glue", folder);
  for (const flavour of flavours) {
    const { folder, name } = flavour;
    const compiled = await compile(flavour);
    const outputs = [".js", ".d.ts", "_bg.wasm"].map((ending) => join(glue(flavour), name + ending));
    const inputs = [compiled, join(root, "Cargo.lock"), join(root, "xtask")];
    await step(`bindgen-${folder}`, { inputs, outputs }, () => bindgen(compiled, glue(flavour), name));
  }
  return Promise.all(
    flavours.map(async (flavour) => {
      const file = `${flavour.name}_bg.wasm`;
      const glued = join(glue(flavour), file);
      const optimized = join(staging, file);
      await step(`wasm-opt-${flavour.folder}`, { inputs: [glued], outputs: [optimized] }, () =>
        optimize(glued, optimized, flavour.level),
      );
      return optimized;
    }),
  );
}

/**
 * The page's code as JavaScript, for pages whose policy refuses wasm. Writes it into `target/glue/plain/`.
 *
 * What wasm2js doesn't understand is lowered first. One thing differs then: a number that a `u32` can't hold
 * becomes 0, where wasm gives the nearest that it can. None of the analysis comes near.
 */
export async function buildPlain() {
  const compiled = await compile(page);
  const folder = join(root, "target", "glue", "plain");
  const file = (/** @type {string} */ ending) => join(folder, `reading_widget${ending}`);
  const outputs = [".js", ".d.ts", "_bg.js", "_wasm.js"].map(file);
  await step(
    "bindgen-plain",
    { inputs: [compiled, join(root, "Cargo.lock"), join(root, "xtask")], outputs },
    async () => {
      const features = ["bulk-memory", "sign-ext", "nontrapping-float-to-int", "mutable-globals"];
      const lowered = ["--signext-lowering", "--llvm-nontrapping-fptoint-lowering", "--llvm-memory-copy-fill-lowering"];
      const binaryen = (/** @type {string} */ tool, /** @type {string[]} */ ...args) =>
        run(
          process.execPath,
          [join(root, "node_modules", "binaryen", "bin", tool), "--mvp-features", ...enabled(features), ...args],
          { failure: `${tool} failed.` },
        );
      // wasm-bindgen takes the module for one that was compiled without reference types, which are beyond wasm2js.
      mkdirSync(folder, { recursive: true });
      await binaryen(
        "wasm-opt",
        ...enabled(["reference-types", "multivalue"]),
        "--strip-target-features",
        compiled,
        "-o",
        file("_plain.wasm"),
      );
      await binaryen("wasm-opt", "--emit-target-features", file("_plain.wasm"), "-o", file("_plain.wasm"));
      await run("cargo", ["xtask", "bindgen-plain", file("_plain.wasm"), folder, "reading_widget"], {
        failure: "The glue of the JavaScript core could not be made.",
      });
      await binaryen("wasm-opt", "-Oz", ...lowered, file("_bg.wasm"), "-o", file("_low.wasm"));
      await binaryen("wasm2js", "-Oz", file("_low.wasm"), "-o", file("_wasm.js"));
      // Where wasm-bindgen's values that are never dropped end: its JSIDX_RESERVED, as long as no string is among them.
      const reserved = "__wbindgen_externref_xform__";
      if (readFileSync(join(root, "target", "glue", "page", "reading_widget.js"), "utf8").includes("table.set(1028,")) {
        throw new Failure(
          "wasm-bindgen keeps strings behind 1028 now: the JavaScript core must be told where they end.",
        );
      }
      const code = readFileSync(file("_wasm.js"), "utf8");
      writeFileSync(
        file("_wasm.js"),
        code.replace(
          `import * as ${reserved} from '${reserved}';`,
          `const ${reserved} = { __wbindgen_externref_statics_end: () => 1028 };`,
        ),
      );
      writeFileSync(
        file(".js"),
        readFileSync(file(".js"), "utf8").replace("./reading_widget_bg.wasm", "./reading_widget_wasm.js"),
      );
      // A memory of wasm that has grown leaves its old buffer empty, one of JavaScript as it was.
      const glue = readFileSync(file("_bg.js"), "utf8");
      const isStale = "$1.buffer !== wasm.memory.buffer";
      writeFileSync(
        file("_bg.js"),
        glue
          .replace(/(cached\w+Memory0)\.byteLength === 0/g, isStale)
          .replace(/(cached\w+Memory0)\.buffer\.detached === true \|\| \([^)]*\)/g, isStale),
      );
    },
  );
}

/** @param {string[]} features as binaryen's tools take them */
function enabled(features) {
  return features.map((feature) => `--enable-${feature}`);
}

// The standard library is built for size and without the words of its panics, which a reader never
// sees: together an eighth of the file.
const smallStandardLibrary = ["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"];
const flagsForSize = ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none", "-Zfmt-debug=none"];

/**
 * Compiles a flavour, or a crate of the benches, and returns its wasm, which nothing can load yet.
 * @param {{ folder: string, features: string[], crate?: string, profile?: string }} flavour
 */
export async function compile({ folder, features, crate = "reading-widget", profile = "wasm" }) {
  const workspace = askCargo();
  // A cdylib's file name has no hash in it: in one target folder the flavours would overwrite each other.
  const target = join(workspace.target_directory, `wasm-${folder}`);
  await run(
    "cargo",
    [
      // As a cdylib alone: beside an rlib the linker would not optimise across crates.
      ...[
        "rustc",
        "--locked",
        "--package",
        crate,
        "--lib",
        "--crate-type",
        "cdylib",
        "--profile",
        profile,
        "--target",
        "wasm32-unknown-unknown",
      ],
      ...["--target-dir", target, ...features, ...smallStandardLibrary],
    ],
    {
      env: {
        // The flags for size are unstable; this lets the stable toolchain take them.
        RUSTC_BOOTSTRAP: "1",
        // Only the target's code is compiled with these, not what runs during the build.
        CARGO_ENCODED_RUSTFLAGS: [flagsForSameBytes(workspace), ...flagsForSize].join("\x1f"),
      },
      failure: "The Rust code could not be built.",
    },
  );
  return join(target, "wasm32-unknown-unknown", profile, `${crate.replaceAll("-", "_")}.wasm`);
}

/**
 * Writes the glue of a compiled module into `folder`, with its types and a wasm that fits it.
 * @param {string} compiled
 * @param {string} folder
 * @param {string} name
 */
export async function bindgen(compiled, folder, name) {
  requireTargetFeatures(compiled);
  await run("cargo", ["xtask", "bindgen", compiled, folder, name], {
    failure: `The glue of ${name} could not be made.`,
  });
}

/**
 * Makes a wasm small, or fast, by what wasm-opt calls a level.
 * @param {string} glued
 * @param {string} optimized
 * @param {string} [level]
 */
export async function optimize(glued, optimized, level = "-Oz") {
  mkdirSync(dirname(optimized), { recursive: true });
  const wasmOpt = join(root, "node_modules", "binaryen", "bin", "wasm-opt");
  // Named, because --all-features writes compact imports, which browsers refuse.
  const features = [
    "bulk-memory",
    "sign-ext",
    "mutable-globals",
    "nontrapping-float-to-int",
    "reference-types",
    "multivalue",
  ];
  await run(
    process.execPath,
    [
      ...[wasmOpt, level, ...enabled(features)],
      ...["--strip-debug", "--strip-producers", "--strip-target-features", glued, "-o", optimized],
    ],
    { failure: `${basename(glued)} could not be optimized.` },
  );
}

/**
 * wasm-bindgen reads there what the compiler was allowed to use, and only guesses without.
 * @param {string} wasm
 */
function requireTargetFeatures(wasm) {
  const module = new WebAssembly.Module(readFileSync(wasm));
  if (WebAssembly.Module.customSections(module, "target_features").length === 0) {
    throw new Failure(
      "The compiled wasm has no section target_features: the profile wasm in Cargo.toml must not strip it.",
    );
  }
}

/**
 * What cargo knows of this workspace; fetches the crates it lacks.
 * @returns {Workspace}
 */
function askCargo() {
  const answer = read("cargo", ["metadata", "--locked", "--offline", "--format-version", "1"]) ?? fetchAndAskCargo();
  return JSON.parse(answer);
}

function fetchAndAskCargo() {
  console.log("Fetching the crates of Cargo.lock");
  const answer = read("cargo", ["metadata", "--locked", "--format-version", "1"], { stderr: "inherit" });
  if (answer === undefined)
    throw new Failure("cargo could not read the workspace or fetch its crates: its own words stand above.");
  return answer;
}

/**
 * Panic texts hold the paths of source files: the same ones from every HOME, clone and toolchain folder.
 * @param {Workspace} workspace
 */
function flagsForSameBytes(workspace) {
  const sysroot = read("rustc", ["--print", "sysroot"]) ?? "";
  const commit = /^commit-hash: (.*)$/m.exec(read("rustc", ["-vV"]) ?? "")?.[1];
  const registries = workspace.packages
    .filter(({ source }) => source)
    .map(({ manifest_path }) => dirname(dirname(manifest_path)));
  const paths = new Map(
    [sysroot, workspace.target_directory, workspace.workspace_root, ...registries].map((folder) => [folder, ""]),
  );
  // What the compiler calls the standard library's sources itself where the component rust-src isn't installed.
  paths.set(join(sysroot, "lib", "rustlib", "src", "rust"), `/rustc/${commit}`);
  // rustc takes the last that fits, so what lies inside another follows it.
  return [...paths]
    .sort(([a], [b]) => a.length - b.length)
    .map(([folder, name]) => `--remap-path-prefix=${folder}=${name}`)
    .join("\x1f");
}
