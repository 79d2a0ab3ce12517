// The command line: one JSON line a file, and an exit code that a script can trust.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

const command = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
const sentence = "Die Stadt hofft auf kürzere Wege, das Land auf mehr Gäste, und die Schulen auf pünktliche Busse. ";
const page = (charset, body) =>
  `<!doctype html><html lang=de><meta charset=${charset}><title>T</title><article><h1>Brücke</h1><p>${body}</p></article>`;

let folder;

before(() => (folder = mkdtempSync(join(tmpdir(), "reading-widget-"))));
after(() => rmSync(folder, { recursive: true, force: true }));

function run(args, input = "") {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd: folder,
    input,
    encoding: "utf8",
  });
  return {
    status,
    stderr,
    lines: stdout
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  };
}

test("HTML and text, told by looking", () => {
  writeFileSync(join(folder, "page"), page("utf-8", sentence));
  writeFileSync(join(folder, "text.html.txt"), sentence);
  const { status, lines } = run(["analyze", "page", "text.html.txt"]);
  assert.equal(status, 0);
  assert.deepEqual(
    lines.map(({ file, words, title }) => [file, words, title]),
    [
      ["page", 17, "Brücke"],
      ["text.html.txt", 17, undefined],
    ],
  );
});

test("the page's charset, declared or not", () => {
  const latin = (charset) => Buffer.from(page(charset, sentence), "latin1");
  writeFileSync(join(folder, "declared.html"), latin("iso-8859-1"));
  writeFileSync(
    join(folder, "undeclared.html"),
    Buffer.from(`<article><h1>Brücke</h1><p>${sentence}</p></article>`, "latin1"),
  );
  for (const { title } of run(["analyze", "declared.html", "undeclared.html"]).lines) assert.equal(title, "Brücke");
});

test("a directory means its HTML files, in order", () => {
  mkdirSync(join(folder, "archive", "2026"), { recursive: true });
  for (const name of ["b.html", "a.htm", "2026/c.html"])
    writeFileSync(join(folder, "archive", name), page("utf-8", sentence));
  writeFileSync(join(folder, "archive", "notes.txt"), "no page");
  const files = run(["analyze", "archive"]).lines.map(({ file }) => file);
  assert.deepEqual(
    files,
    ["2026/c.html", "a.htm", "b.html"].map((name) => join("archive", name)),
  );
});

test("standard input, with the text and the reasons", () => {
  const { lines } = run(["analyze", "-", "--text", "--explain"], page("utf-8", sentence));
  assert.equal(lines[0].file, "-");
  assert.equal(lines[0].text, sentence.trim());
  assert.ok(lines[0].blocks.some(({ kept, why }) => !kept && why === "the title"));
});

test("a page without an article is an answer, a file that can't be read a failure", () => {
  writeFileSync(join(folder, "front.html"), "<html><p>Kurz.</p></html>");
  const { status, lines } = run(["analyze", "front.html"]);
  assert.equal(status, 0);
  assert.match(lines[0].error, /no article/);
  const missing = run(["analyze", "missing.html", "front.html"]);
  assert.equal(missing.status, 1);
  assert.equal(missing.lines.length, 2);
});

test("a call that isn't understood says how it goes", () => {
  for (const args of [[], ["analyze"], ["analyse", "x"], ["analyze", "--fast", "x"]]) {
    const { status, stderr } = run(args);
    assert.equal(status, 2);
    assert.match(stderr, /usage: reading-widget analyze FILE/);
  }
});
