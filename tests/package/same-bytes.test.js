// The same sources give the same bytes: from another folder, with another HOME, and from scratch.

import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { dist } from "../../tasks/build.js";
import { bundleAll } from "../../tasks/build/scripts.js";
import { filesIn } from "../../tasks/build/step.js";
import { bindgen, flavours, optimize } from "../../tasks/build/wasm.js";
import { root } from "../../tasks/command.js";
import { execIn, temporaryFolder } from "./packed.js";

let folder;

before(() => (folder = temporaryFolder()));
after(() => folder?.dispose());

// One flavour stands for both: they are compiled by the same call, and the other takes twice as long.
const { folder: flavour, name } = flavours[0];

test(`${name}_bg.wasm, compiled in another clone with another HOME`, async () => {
  const clone = join(folder.path, "elsewhere", "clone");
  copySources(clone);
  const script = `
    import { compile, flavours } from "./tasks/build/wasm.js";
    console.log("compiled: " + await compile(flavours[0]));`;
  const output = await execIn(clone, process.execPath, ["--input-type=module", "--eval", script], anotherHome());
  const compiled = /^compiled: (.*)$/m.exec(output)[1];
  assert.ok(compiled.startsWith(clone), compiled);

  const glue = join(folder.path, "glue");
  await bindgen(compiled, glue, name);
  const optimized = join(folder.path, `${name}_bg.wasm`);
  await optimize(join(glue, `${name}_bg.wasm`), optimized);
  assertSameFile(join(glue, `${name}.js`), join(root, "target", "glue", flavour, `${name}.js`));
  assertSameFile(optimized, join(dist, `${name}_bg.wasm`));
});

test("the scripts, bundled once more", async () => {
  const again = join(folder.path, "scripts");
  await bundleAll(again);
  const files = filesIn(again);
  assert.ok(files.length > 0);
  for (const file of files) assertSameFile(file, file.replace(again, dist));
});

function assertSameFile(file, other) {
  assert.ok(readFileSync(file).equals(readFileSync(other)), `${file} differs from ${other}`);
}

/** The sources alone: nothing that was built. */
function copySources(clone) {
  // Cargo.toml names the tests and the crate of the benches, so they must be there.
  for (const name of [
    "Cargo.toml",
    "Cargo.lock",
    ".cargo",
    "src",
    "languages",
    "xtask",
    "training",
    "tasks",
    "tests",
    "package.json",
    join("benches", "reading-time"),
  ]) {
    cpSync(join(root, name), join(clone, name), { recursive: true });
  }
}

/** An empty HOME, in which cargo finds the toolchain, its settings and the crates it has fetched, and nothing else. */
function anotherHome() {
  const home = join(folder.path, "home");
  const cargo = join(home, ".cargo");
  const ours = process.env.CARGO_HOME ?? join(homedir(), ".cargo");
  if (!existsSync(cargo)) {
    mkdirSync(cargo, { recursive: true });
    for (const name of ["registry", "config.toml"]) {
      if (existsSync(join(ours, name))) symlinkSync(join(ours, name), join(cargo, name));
    }
  }
  const toolchains = process.env.RUSTUP_HOME ?? join(homedir(), ".rustup");
  return { HOME: home, CARGO_HOME: cargo, RUSTUP_HOME: toolchains, CARGO_TARGET_DIR: "target" };
}
