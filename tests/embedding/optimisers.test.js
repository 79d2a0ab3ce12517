// Optimisers combine, move, inline, encode, delay and retype the script. Where its own address can't
// be known, the option `base` says where the files are, and one warning tells so.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { page } from "./article.js";
import { hosts } from "./hosts.js";

const shared = hosts();
const classic = (await readFile(new URL("../../dist/reading-widget.classic.js", import.meta.url))).toString();
const module = (await readFile(new URL("../../dist/reading-widget.js", import.meta.url))).toString();
const base64 = (code) => Buffer.from(code).toString("base64");

const JSON_BASE = '<script type="application/json" data-reading-widget>{"base": "/dist/", "maxTopics": 2}</script>';
const TAG_BASE = '<script data-base="/dist"></script>';

async function assertWorks(html, { chips = 3 } = {}) {
  await shared.visit(html);
  const seen = await shared.browser.inPage(async () => {
    await witness.settled(2);
    return {
      time: witness.words(witness.part("time")),
      chips: witness.parts("topic").length,
      share: witness.words(witness.part("share-button")),
      warnings: witness.warnings,
      errors: witness.errors,
    };
  });
  assert.match(seen.time, /^[12] min read$/);
  assert.deepEqual({ ...seen, time: "" }, { time: "", chips, share: "Share", warnings: [], errors: [] });
}

/** Nothing is shown, nothing uncaught, and the warning names the option. */
async function assertTells(html, sentence = /data-base=.*"base"/) {
  await shared.visit(html);
  const seen = await shared.browser.inPage(async () => {
    await witness.event("reading-error");
    await new Promise((resolve) => setTimeout(resolve, 200));
    return {
      widgets: witness
        .widgets()
        .map((widget) => witness.words(widget))
        .join(""),
      warnings: witness.warnings,
      errors: witness.errors.filter((error) => !/did not load|integrity/i.test(error)),
      heading: document.querySelector("h1").textContent,
    };
  });
  assert.equal(seen.warnings.length, 1, String(seen.warnings));
  assert.match(seen.warnings[0], sentence);
  assert.deepEqual([seen.widgets, seen.errors], ["", []]);
}

/** What an optimiser makes of the one script tag, and has lost its address by. */
const lost = {
  "combined with others": '<script defer src="/cache/min/all.js"></script>',
  "combined, and asked for with a query": '<script async src="/cache/min/all.js?m=1700000000"></script>',
  "copied under another name": '<script defer src="/cache/min/rw.js"></script>',
  "copied under its own name": '<script defer src="/cache/min/reading-widget.classic.js"></script>',
  "a module, copied under another name": '<script type="module" src="/cache/min/module.js"></script>',
  "a module, copied under its own name": '<script type="module" src="/cache/min/reading-widget.js"></script>',
  inlined: `<script>${classic}</script>`,
  "inlined as a module": `<script type="module">${module}</script>`,
  "in a data: address": `<script defer src="data:text/javascript;base64,${base64(classic)}"></script>`,
  "a module in a data: address": `<script type="module" src="data:text/javascript;base64,${base64(module)}"></script>`,
  "in a blob: address": `<script>{const s=document.createElement("script");s.src=URL.createObjectURL(new Blob([${JSON.stringify(classic)}],{type:"text/javascript"}));document.head.append(s)}</script>`,
  "fetched and evaluated":
    '<script>fetch("/cache/min/rw.js").then((r)=>r.text()).then((code)=>(0,eval)(code))</script>',
  "fetched, and called as a function":
    '<script>fetch("/cache/min/rw.js").then((r)=>r.text()).then((code)=>new Function(code)())</script>',
  "evaluated after a reader's first move":
    '<script>addEventListener("load",()=>setTimeout(()=>fetch("/cache/min/rw.js").then((r)=>r.text()).then((code)=>{const s=document.createElement("script");s.text=code;document.body.append(s)}),100))</script>',
};

describe("the address is lost", () => {
  for (const name of ["combined-script", "inlined-script", "data-uri-script"]) {
    test(`page ${name}`, async () => assertTells(await shared.page(name)));
    test(`page ${name}, with base in the page's JSON`, async () =>
      assertWorks(
        (await shared.page(name)).replace("</body>", () => `${JSON_BASE}</body>`),
        { chips: 2 },
      ));
    test(`page ${name}, with base on a script tag`, async () =>
      assertWorks((await shared.page(name)).replace("</head>", () => `${TAG_BASE}</head>`)));
  }
  for (const [name, tag] of Object.entries(lost)) {
    // A replacement string would have its own meaning in the code.
    test(`${name}: one warning`, () => assertTells(page({ tag })));
    test(`${name}: base in JSON at the page's end`, () => assertWorks(page({ tag, after: JSON_BASE }), { chips: 2 }));
    test(`${name}: base on any script tag`, () => assertWorks(page({ head: TAG_BASE, tag })));
  }
});

describe("the address is still known", () => {
  const kept = {
    "async added": '<script async defer src="/dist/reading-widget.classic.js" data-max-topics="2"></script>',
    "injected after load":
      '<script>addEventListener("load",()=>{const s=document.createElement("script");s.src="/dist/reading-widget.classic.js";s.dataset.maxTopics=2;document.head.append(s)})</script>',
    "a module injected":
      '<script>addEventListener("load",()=>{const s=document.createElement("script");s.type="module";s.src="/dist/reading-widget.js?ver=3";s.dataset.maxTopics=2;document.body.append(s)})</script>',
    "type swapped, and made anew":
      '<script type="delayed" data-src="/dist/reading-widget.classic.js" data-max-topics="2"></script><script>addEventListener("load",()=>{const o=document.querySelector("[type=delayed]"),s=document.createElement("script");s.src=o.dataset.src;s.dataset.maxTopics=o.dataset.maxTopics;o.replaceWith(s)})</script>',
    "type swapped, fetched and evaluated":
      '<script type="delayed" src="/dist/reading-widget.classic.js?ver=2" data-max-topics="2"></script><script>fetch("/cache/min/rw.js").then((r)=>r.text()).then((code)=>(0,eval)(code))</script>',
    "its address in another attribute, and run from a blob:": `<script type="delayed" data-rocket-src="dist/reading-widget.classic.js" data-max-topics="2"></script><script>addEventListener("load",()=>{const s=document.createElement("script");s.src=URL.createObjectURL(new Blob([${JSON.stringify(classic)}],{type:"text/javascript"}));document.head.append(s)})</script>`,
    "a classic script made a module":
      '<script type="module" src="/dist/reading-widget.classic.js" data-max-topics="2"></script>',
    "inlined, with its options": `<script data-base="/dist/" data-max-topics="2">${classic}</script>`,
    "the tag removed while it runs":
      '<script>{const s=document.createElement("script");s.src="/dist/reading-widget.classic.js";s.dataset.maxTopics=2;s.async=true;s.onload=()=>s.remove();document.head.append(s)}</script>',
    "a query and a fragment":
      '<script type="module" src="/dist/reading-widget.js?ver=2#x" data-max-topics="2"></script>',
  };
  for (const [name, tag] of Object.entries(kept))
    test(`${name}: the files and the tag's options are found`, () => assertWorks(page({ tag }), { chips: 2 }));

  test("<base href> of another folder", () =>
    assertWorks(
      page({
        head: '<base href="/elsewhere/">',
        tag: '<script type="module" src="../dist/reading-widget.js" data-max-topics="2"></script>',
      }),
      { chips: 2 },
    ));

  test("base wins over the script's own address, and may be the script's address", async () => {
    for (const base of ["/dist/", "dist", "/dist/reading-widget.js", "http://127.0.0.1:8102/dist/"]) {
      await assertWorks(
        page({
          tag: `<script type="module" src="/c/wasm404+plain404/dist/reading-widget.js" data-base="${base}"></script>`,
        }),
      );
    }
  });
});

describe("base that is no address of a folder", () => {
  for (const base of [
    "javascript:alert(1)",
    "data:text/javascript,alert(1)//",
    "file:///etc/",
    "blob:x",
    "http://",
    "//",
    "mailto:a@b.example",
  ]) {
    test(base, async () => {
      await shared.visit(
        page({ tag: `<script type="module" src="/dist/reading-widget.js" data-base="${base}"></script>` }),
      );
      const seen = await shared.browser.inPage(async () => {
        await witness.settled(2);
        return { time: witness.words(witness.part("time")), warnings: witness.warnings, errors: witness.errors };
      });
      assert.match(seen.time, /^[12] min read$/);
      assert.equal(seen.warnings.length, 1, String(seen.warnings));
      assert.match(seen.warnings[0], /base does not take/);
      assert.deepEqual(seen.errors, []);
    });
  }
});
