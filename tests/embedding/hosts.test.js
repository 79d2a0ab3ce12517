// The servers of these tests do what their conditions' names say: else the tests could not fail.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hosts } from "./hosts.js";

const shared = hosts();

/** @type {[string, string, { status: number, type?: string }][]} */
const answers = [
  ["wasm404", "reading_widget_bg.wasm", { status: 404 }],
  ["wasm403", "reading_widget_bg.wasm", { status: 403, type: "text/html" }],
  ["wasmspa", "reading_widget_bg.wasm", { status: 200, type: "text/html" }],
  ["wasmcharset+json404", "reading_widget_bg.wasm", { status: 200, type: "application/wasm; charset=utf-8" }],
  ["wasmcharset+json404", "languages/de.json", { status: 404 }],
  ["json404", "reading_widget_bg.wasm", { status: 200, type: "application/wasm" }],
];

for (const [conditions, file, { status, type }] of answers) {
  test(`${conditions}: ${file}`, async () => {
    const response = await fetch(`${shared.site.origin}/c/${conditions}/dist/${file}`);
    assert.equal(response.status, status);
    if (type) assert.equal(response.headers.get("Content-Type"), type);
  });
}

test("only the server without CORS keeps other origins from reading", async () => {
  const allowed = async ({ origin }) =>
    (await fetch(`${origin}/dist/languages/de.json`)).headers.get("Access-Control-Allow-Origin");
  assert.deepEqual([await allowed(shared.cdn), await allowed(shared.nocors)], ["*", null]);
});

test("a page of the folder has the widget in it", async () => {
  await shared.visit("text-indent");
  assert.match(
    await shared.browser.inPage(async () => {
      await witness.settled(2);
      return witness.words(witness.part("time"));
    }),
    /2 min read/,
  );
});
