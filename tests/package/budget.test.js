// No file outgrows its budget in budget.json: bytes, as brotli 11 sends them.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { dist } from "../../tasks/build.js";
import { sizes } from "../../tasks/build/sizes.js";
import { root } from "../../tasks/command.js";

const budgets = Object.entries(JSON.parse(readFileSync(join(root, "budget.json"), "utf8")));

/** `languages/*.json` stands for every file of that folder. */
function fits(pattern, file) {
  const [before, after] = pattern.split("*");
  return after === undefined ? file === pattern : file.startsWith(before) && file.endsWith(after);
}

const files = sizes(dist);

for (const [pattern, budget] of budgets) {
  test(`${pattern} keeps within its budget`, () => {
    const own = files.filter(({ file }) => fits(pattern, file));
    assert.notEqual(own.length, 0, `There is no ${pattern}: take its budget out of budget.json.`);
    for (const { file, brotli } of own) {
      assert.ok(
        brotli <= budget,
        `${file} has ${brotli} bytes (brotli), ${brotli - budget} more than its budget of ${budget}.`,
      );
    }
  });
}

test("every file has a budget", () => {
  const without = files.filter(({ file }) => !budgets.some(([pattern]) => fits(pattern, file)));
  assert.deepEqual(without, [], "give each of these a budget in budget.json");
});
