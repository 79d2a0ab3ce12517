// What the documents say is what was measured and tried.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { headlines } from "../../benches/figures.js";
import { root } from "../../tasks/command.js";

const read = (name) => readFileSync(join(root, name), "utf8");
const filesOf = (folder, ending) => readdirSync(join(root, folder)).filter((name) => name.endsWith(ending));

test("the README's ten figures are those of docs/figures.md", () => {
  const table = headlines(read("docs/figures.md"));
  assert.equal(table.split("\n").length, 2 + 10);
  assert.ok(
    read("README.md").includes(table),
    `README.md has other figures than docs/figures.md: type npm run bench -- --write, or put in\n${table}`,
  );
});

test("every relative link of the documents leads to a file", () => {
  for (const name of [
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    ...filesOf("docs", ".md").map((file) => `docs/${file}`),
  ]) {
    const links = [...read(name).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link]) => link);
    for (const link of links)
      assert.doesNotThrow(() => readFileSync(join(root, name, "..", link)), `${name} links to ${link}`);
  }
});

const tests = filesOf("tests/embedding", ".test.js");

test("docs/embedding.md names every file of tests of pages under other people's conditions", () => {
  const text = read("docs/embedding.md");
  // That one tests the tests' own servers.
  assert.deepEqual(
    tests.filter((name) => name !== "hosts.test.js" && !text.includes(name)),
    [],
  );
});

test("every page of tests/embedding/pages is visited by a test", () => {
  const all = tests.map((name) => read(`tests/embedding/${name}`)).join("\n");
  const unvisited = filesOf("tests/embedding/pages", ".html").filter(
    (file) => !all.includes(`"${file.replace(/\.html$/, "")}"`),
  );
  assert.deepEqual(unvisited, []);
});
