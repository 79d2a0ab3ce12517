// "Copied" is said only if the clipboard has the address, whatever the page does with copying.
import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "./article.js";
import { hosts } from "./hosts.js";

const shared = hosts();
const inPage = (act, ...values) => shared.browser.inPage(act, ...values);
const ADDRESS = "https://news.example/harbour/swing-bridge";

/** Plain http has no clipboard, nor has this. */
const http = '<script>Object.defineProperty(navigator, "clipboard", { configurable: true, value: undefined })</script>';
const clipboard = (writeText) =>
  `<script>Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: ${writeText} } })</script>`;

/** What the page does, and whether the address is copied all the same. */
const cases = {
  "plain http": { head: http, copied: true },
  "a page that adds to what is copied": {
    head: `${http}<script>document.addEventListener("copy", (event) => { event.clipboardData.setData("text/plain", "Read more at The Quay"); event.preventDefault(); })</script>`,
    copied: true,
  },
  "a page that adds in the capturing phase of its document": {
    head: `${http}<script>document.addEventListener("copy", (event) => { event.clipboardData.setData("text/plain", "Read more"); event.preventDefault(); }, true)</script>`,
    copied: true,
  },
  "a page that forbids copying": {
    head: `${http}<script>document.addEventListener("copy", (event) => event.preventDefault()); document.oncopy = () => false; document.addEventListener("selectstart", (event) => event.preventDefault())</script><style>body,body *{-webkit-user-select:none;user-select:none}</style>`,
    copied: true,
  },
  "a page that stops the event before anybody": {
    head: `${http}<script>addEventListener("copy", (event) => { event.preventDefault(); event.stopImmediatePropagation(); }, true)</script>`,
    copied: false,
  },
  "a command that only says that it worked": {
    head: `${http}<script>document.execCommand = () => true</script>`,
    copied: false,
  },
  "a clipboard that refuses, a command that works": {
    head: clipboard('() => Promise.reject(new DOMException("no", "NotAllowedError"))'),
    copied: true,
    late: true,
  },
  "a clipboard without a promise, a command that fails": {
    head: `${clipboard("() => {}")}<script>document.execCommand = () => false</script>`,
    copied: false,
  },
  "a clipboard that is something else": {
    head: `<script>Object.defineProperty(navigator, "clipboard", { configurable: true, value: {} })</script>`,
    copied: true,
  },
};

async function copy() {
  await inPage(async () => {
    await witness.settled(2);
  });
  await shared.browser.click(
    () => witness.parts("share-button").find(({ dataset }) => dataset.target === "copy") ?? witness.target("copy"),
  );
  await shared.browser.until(() => witness.said());
  return inPage(() => ({
    said: witness.said(),
    field: witness.inputs().find(({ readOnly }) => readOnly)?.value,
    errors: witness.errors,
    warnings: witness.warnings,
  }));
}

for (const [name, { head, copied, late }] of Object.entries(cases)) {
  test(name, async () => {
    await shared.visit(page({ head, after: '<textarea id="pasted"></textarea>' }));
    const { said, field, errors } = await copy();
    assert.deepEqual(errors, []);
    // An engine may count the click no more once a promise has been refused: then the field is there.
    const isCopied = late ? !field : copied;
    assert.equal(/copied/i.test(said), isCopied, said);
    assert.equal(field, isCopied ? undefined : ADDRESS);
    if (!isCopied) return;
    await inPage(() => document.querySelector("#pasted").focus());
    await shared.browser.paste();
    assert.equal(await inPage(() => document.querySelector("#pasted").value), ADDRESS);
  });
}

test("copy-forbidden", async () => {
  const html = (await shared.page("copy-forbidden")).replace("<head>", `<head>${http}`);
  await shared.visit(html);
  const { said, field } = await copy();
  assert.ok(/copied/i.test(said) !== Boolean(field), `${said} ${field}`);
});
