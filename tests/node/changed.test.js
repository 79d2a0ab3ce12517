// `npm test -- --changed`: what a change of a file can touch.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { read, root } from "../../tasks/command.js";
import { touchedBy } from "../../tasks/test/changed.js";

const files = read("git", ["ls-files"])?.split("\n");

for (const [file, ...expected] of [
  ["src/share/targets.rs", "rust", "node", "tests/browser/share.test.js"],
  ["src/a-new-folder/mod.rs", "rust", "node", "tests/browser/readers.test.js"],
  ["js/part.ts", "style", "types", "tests/browser/lifecycle.test.js"],
  ["js/listen.ts", "style", "types", "tests/browser/listen.test.js"],
  ["tests/browser/place.test.js", "style", "types", "tests/browser/place.test.js"],
  ["tests/hostile.rs", "rust", "tests/hostile.rs"],
  ["languages/de.json", "rust", "node"],
  ["docs/options.md", "tests/package/docs.test.js"],
  ["biome.jsonc", "style"],
]) {
  test(file, () => {
    const touched = touchedBy([file]) ?? [];
    assert.deepEqual(
      expected.filter((name) => !touched.includes(name)),
      [],
      touched.join(" "),
    );
  });
}

test("what no rule knows may touch anything", () => {
  assert.equal(touchedBy(["docs/options.md", "an-unheard-of-file"]), undefined);
});

test("every file has a rule, but for those that change everything", { skip: !files && "not a clone of git" }, () => {
  assert.deepEqual(
    files.filter((file) => !touchedBy([file])),
    ["package-lock.json", "package.json"],
  );
});

test("every test that a rule names is there", { skip: !files && "not a clone of git" }, () => {
  const tests = touchedBy(files.filter((file) => touchedBy([file])));
  assert.deepEqual(
    tests.filter((name) => name.includes("/") && !existsSync(join(root, name))),
    [],
  );
});
