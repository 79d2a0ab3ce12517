// Pages whose libraries have changed built-ins, and whose forms have the names of the document's own properties.
import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "./article.js";
import { hosts } from "./hosts.js";

const shared = hosts();

const named = (name) => page({ before: `<form name="${name}"><input name="value"></form>` });

for (const [name, html] of [
  ["prototypejs-array-from"],
  ["mootools-array-from"],
  ["form-named-title"],
  ["a form named title", named("title")],
  ["a form named body", named("body")],
  ["additions to Object.prototype", page({ head: "<script>Object.prototype.extra = () => {}; Array.prototype.each = function () {};</script>" })],
]) {
  test(name, async () => {
    await shared.visit(html ?? name);
    const seen = await shared.browser.inPage(async () => {
      await witness.settled(2);
      const [chip] = witness.parts("topic");
      chip.click();
      await witness.frames(3);
      return { time: witness.words(witness.part("time")), pressed: chip.getAttribute("aria-pressed"), warnings: witness.warnings, errors: witness.errors };
    });
    assert.match(seen.time, /^[12] min read$/);
    assert.deepEqual({ ...seen, time: "" }, { time: "", pressed: "true", warnings: [], errors: [] });
  });
}
