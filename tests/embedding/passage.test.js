// A reader who is faster than the file that makes a link of their passage gets the passage all the same.
import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "./article.js";
import { hosts } from "./hosts.js";

const shared = hosts();
const inPage = (act, ...values) => shared.browser.inPage(act, ...values);
const tag = (condition) => `<script type="module" src="/c/${condition}/dist/reading-widget.js"></script>`;

async function select(head = "") {
  await shared.visit(page({ head, tag: tag("slowlate") }));
  await inPage(async () => {
    await witness.settled(2);
    const text = document.querySelector("article p:not(.byline)").firstChild;
    getSelection().setBaseAndExtent(text, 4, text, 20);
  });
}

test("the open list has the passage once it can", async () => {
  await select();
  await shared.browser.inPage(() => {
    witness.part("share-button").dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, composed: true }));
    witness.part("share-button").click();
  });
  const quote = () => inPage(() => witness.words(witness.part("share").querySelector(".quote")));
  assert.equal(await quote(), "");
  await shared.browser.until(() =>
    witness.words(witness.part("share").querySelector(".quote")).includes("old swing bridge"),
  );
  assert.match(await inPage(() => decodeURIComponent(witness.target("facebook").href)), /:~:text=/);
});

test("a list that was closed meanwhile opens without it", async () => {
  await select();
  await inPage(() => {
    witness.part("share-button").click();
    getSelection().removeAllRanges();
    witness.part("share-button").click();
    witness.part("share-button").click();
  });
  await inPage(() => new Promise((resolve) => setTimeout(resolve, 2000)));
  assert.equal(await inPage(() => witness.words(witness.part("share").querySelector(".quote"))), "");
  assert.deepEqual(await inPage(() => witness.errors), []);
});

test("copying waits a moment for it", async () => {
  await select(
    '<script>window.copied = []; Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: (text) => { copied.push(text); return Promise.resolve(); } } })</script>',
  );
  await inPage(async () => {
    // The file has been on the way for a while.
    await new Promise((resolve) => setTimeout(resolve, 1100));
    witness
      .parts("share-button")
      .find(({ dataset }) => dataset.target === "copy")
      .click();
  });
  await shared.browser.until(() => copied.length > 0);
  assert.match((await inPage(() => copied))[0], /:~:text=/);
});
