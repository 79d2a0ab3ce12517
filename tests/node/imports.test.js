// The scripts' imports, those of types among them, go in no circle: each file can be read by what it imports.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const folder = new URL("../../js/", import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith(".ts"));

/** By file what it imports, late files too. */
const imports = new Map(
  names.map((name) => {
    const code = readFileSync(new URL(name, folder), "utf8");
    return [name, [...code.matchAll(/(?:\bfrom|\bimport\() ?"\.\/([\w.-]+\.ts)"/g)].map(([, imported]) => imported)];
  }),
);

/** Files from which no circle can be reached. */
const fine = new Set();

/** The circle that can be reached from the last of `way`, if there is one. */
function circle(way) {
  const name = way.at(-1);
  if (fine.has(name)) return undefined;
  for (const next of imports.get(name) ?? []) {
    if (way.includes(next)) return [...way.slice(way.indexOf(next)), next];
    const found = circle([...way, next]);
    if (found) return found;
  }
  fine.add(name);
  return undefined;
}

test("no circle", () => {
  assert.ok(imports.get("element.ts").length > 10, "imports are found");
  for (const name of names) assert.equal(circle([name])?.join(" → "), undefined);
});
