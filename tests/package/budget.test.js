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

for (const { file, brotli } of sizes(dist)) {
  test(`${file} keeps within its budget`, () => {
    const budget = budgets.find(([pattern]) => fits(pattern, file))?.[1];
    assert.ok(budget !== undefined, `${file} has no budget: give it one in budget.json (it has ${brotli} bytes now).`);
    assert.ok(brotli <= budget, `${file} has ${brotli} bytes (brotli), ${brotli - budget} more than its budget of ${budget}.`);
  });
}

test("every budget is for a file that exists", () => {
  const files = sizes(dist).map(({ file }) => file);
  const unused = budgets.filter(([pattern]) => !files.some((file) => fits(pattern, file)));
  assert.deepEqual(unused.map(([pattern]) => pattern), []);
});
