// What the package holds, and what its package.json promises.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { dist } from "../../tasks/build.js";
import { root } from "../../tasks/command.js";
import { pack, temporaryFolder } from "./packed.js";

const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
let folder, packed;

before(async () => {
  folder = temporaryFolder();
  packed = await pack(folder.path);
});

after(() => folder?.dispose());

test("the tarball holds dist/, the papers and nothing else", () => {
  const languages = readdirSync(join(root, "languages")).flatMap((name) => [name, name.replace(".json", ".js")]);
  const built = [
    ...["cli.js", "custom-elements.json", "index.d.ts", "index.js", "node.js", "reading-widget.classic.js"],
    ...[
      "reading-widget.js",
      "reading-widget.passage.js",
      "reading-widget.plain.js",
      "reading-widget.qr.js",
      "reading-widget.stepper.js",
      "reading_widget_bg.wasm",
      "reading_widget_html_bg.wasm",
    ],
    ...languages.map((name) => `languages/${name}`),
  ];
  const papers = ["CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT", "README.md", "package.json"];
  const expected = [...papers, ...built.map((name) => `dist/${name}`)];
  assert.deepEqual(packed.files.map(({ path }) => path).sort(), expected.sort());
});

test("the command can be executed", () => {
  const command = packed.files.find(({ path }) => path === manifest.bin["reading-widget"]);
  assert.equal(command.mode & 0o111, 0o111);
  assert.ok(readFileSync(join(dist, "cli.js"), "utf8").startsWith("#!/usr/bin/env node\n"));
});

test("publint finds nothing to say", async () => {
  const tarball = new Uint8Array(readFileSync(packed.file)).buffer;
  const { messages, pkg } = await publint({ pkgDir: "package", pack: { tarball }, strict: true });
  assert.deepEqual(
    messages.map((message) => formatMessage(message, pkg)),
    [],
  );
});

test("lock files name no registry host", () => {
  for (const file of ["package-lock.json", "tests/package/vite/package-lock.json"]) {
    assert.doesNotMatch(readFileSync(join(root, file), "utf8"), /"resolved":/, file);
  }
  const sources = readFileSync(join(root, "Cargo.lock"), "utf8").match(/^source = .*$/gm);
  assert.deepEqual([...new Set(sources)], ['source = "registry+https://github.com/rust-lang/crates.io-index"']);
});

test("no file in dist/ holds a path of the machine that built it", () => {
  const paths = [root, process.env.HOME, process.env.CARGO_HOME]
    .filter((path) => path && path.length > 1)
    .map((path) => path.replace(/\/$/, ""));
  for (const { path } of packed.files.filter(({ path }) => path.startsWith("dist/"))) {
    const text = readFileSync(join(root, path), "latin1");
    for (const found of paths) assert.ok(!text.includes(`${found}/`), `${path} holds ${found}/`);
  }
});
