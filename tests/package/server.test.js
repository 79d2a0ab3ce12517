// The package in Node: what server rendering imports, and the command line.

import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { root } from "../../tasks/command.js";
import { execIn, pack, temporaryFolder } from "./packed.js";

const sentence = "The ferry crosses the lake again, eighty people on board, most of them pupils from the other shore. ";
const article = `<!doctype html><html lang="en"><title>Ferry</title><main><article><h1>The ferry is back</h1>${`<p>${sentence.repeat(4)}</p>`.repeat(6)}</article></main>`;
let folder, project;

before(async () => {
  folder = temporaryFolder();
  project = join(folder.path, "project");
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), JSON.stringify({ name: "site", private: true, type: "module" }));
  const { file } = await pack(folder.path);
  await execIn(project, "npm", ["install", "--offline", "--no-audit", "--no-fund", file]);
});

after(() => folder?.dispose());

async function inNode(code) {
  return JSON.parse(await execIn(project, process.execPath, ["--input-type=module", "--eval", code]));
}

test("Node gets node.js, with the names that the browser's entry has", async () => {
  const [names, namesOfIndex, address] = await inNode(`
    import * as node from "reading-widget";
    import * as index from "./node_modules/reading-widget/dist/index.js";
    console.log(JSON.stringify([Object.keys(node), Object.keys(index), import.meta.resolve("reading-widget")]));`);
  assert.match(address, /\/dist\/node\.js$/);
  assert.ok(
    names.includes("defineReadingWidget") && names.includes("analyze") && names.includes("analyzeHtml"),
    names.join(" "),
  );
  assert.deepEqual(names.sort(), namesOfIndex.sort());
});

test("the browser's entry can be imported where there is no page", async () => {
  const defined = await inNode(`
    import { defineReadingWidget } from "./node_modules/reading-widget/dist/index.js";
    defineReadingWidget();
    console.log(JSON.stringify("customElements" in globalThis));`);
  assert.equal(defined, false);
});

test("the installed package analyzes in Node", async () => {
  const { language, minutes, words } = await inNode(`
    import { analyzeHtml } from "reading-widget";
    console.log(JSON.stringify(await analyzeHtml(${JSON.stringify(article)})));`);
  assert.equal(language, "en");
  assert.ok(words > 400 && words < 500, `words: ${words}`);
  assert.equal(minutes, 2);
});

for (const [where, cwd] of /** @type {[string, () => string][]} */ ([
  ["in the checkout", () => root],
  ["where the package is installed", () => project],
])) {
  test(`npx reading-widget analyze FILE ${where}`, async () => {
    const file = join(folder.path, "article.html");
    writeFileSync(file, article);
    const lines = (await execIn(cwd(), "npx", ["--offline", "reading-widget", "analyze", file])).trim().split("\n");
    assert.equal(lines.length, 1, lines.join("\n"));
    const { file: named, minutes } = JSON.parse(lines[0]);
    assert.equal(named, file);
    assert.equal(minutes, 2);
  });
}
