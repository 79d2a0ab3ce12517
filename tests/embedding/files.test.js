// Files that a server refuses, cuts off, mislabels or hides from other hosts: there is a way round, or
// one sentence that says what to change.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { page, TITLE } from "./article.js";
import { hosts } from "./hosts.js";

const shared = hosts();

/** What a page shows and says once the widget is there, or has failed. */
async function seen(nameOrHtml, how) {
  await shared.visit(nameOrHtml, how);
  return shared.browser.inPage(async () => {
    const end = Date.now() + 15_000;
    while (Date.now() < end && !witness.events.some(({ type }) => type === "reading-error")) {
      const all = witness.widgets();
      if (all.length > 1 && all.every((widget) => widget.hasAttribute("ready"))) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
    return {
      time: witness.words(witness.part("time")),
      isTimed: /^[12] min read$/.test(witness.words(witness.part("time"))),
      chips: witness.parts("topic").length,
      share: witness.shown(witness.part("share-button")),
      name: witness.words(witness.part("share-button")),
      warnings: witness.warnings,
      // What the browser itself says of a file is no fault of ours.
      errors: witness.errors.filter((error) => !/Content.Security.Policy|did not load|integrity/i.test(error)),
      wasm: performance.getEntriesByType("resource").filter(({ name }) => name.includes(".wasm")).length,
      plain: performance.getEntriesByType("resource").filter(({ name }) => name.includes("plain.js")).length,
    };
  });
}

const scripts = {
  module: (from) => `<script type="module" src="${from}/dist/reading-widget.js"></script>`,
  classic: (from) => `<script async src="${from}/dist/reading-widget.classic.js"></script>`,
};
const whole = { isTimed: true, chips: 3, share: true, warnings: [], errors: [] };

function assertWhole(result, expected = whole) {
  for (const [name, value] of Object.entries(expected))
    assert.deepEqual(result[name], value, `${name}: ${JSON.stringify(result)}`);
}

describe("the widget is whole", () => {
  for (const name of ["wasm-not-served-404", "wasm-not-served-403", "json-not-served", "csp-connect-src-self-cdn"]) {
    test(`page ${name}`, async () => assertWhole(await seen(name)));
  }

  const conditions = [
    "wasm404",
    "wasm403",
    "wasmspa",
    "wasmcut",
    "wasmzip",
    "wasmcharset",
    "octet",
    "text",
    "nomime",
    "jsmime",
    "gzip",
    "nosniff",
    "immutable",
    "slow",
    "json404",
    "json403",
    "jsonspa",
    "jsonempty",
    "jsonlist",
    "bom",
    "wasm404+json404",
    "wasmspa+jsonspa",
    "wasmcharset+bom+gzip",
    "octet+nosniff+gzip",
  ];
  for (const condition of conditions) {
    for (const [kind, tag] of Object.entries(scripts)) {
      test(`${condition} (${kind})`, async () => assertWhole(await seen(page({ tag: tag(`/c/${condition}`) }))));
    }
  }

  test("in German too, where the data are refused: its words come as a script", async () => {
    const result = await seen(page({ tag: scripts.module("/c/json404").replace("<script", '<script data-lang="de"') }));
    assert.match(result.time, /^Lesezeit: \d Minuten?$/);
    assert.deepEqual([result.warnings, result.errors], [[], []]);
  });

  test("no streaming where the media type says more: nothing is warned of, and no JavaScript core is fetched", async () => {
    const result = await seen(page({ tag: scripts.module("/c/wasmcharset") }));
    assert.deepEqual([result.warnings, result.plain], [[], 0]);
  });

  const policies = [
    ["connect-src 'none'", "script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline'; connect-src 'none'"],
    ["connect-src of another host", "script-src 'self' 'unsafe-inline'; connect-src https://api.example"],
    ["default-src and a nonce", "default-src 'none'; style-src 'unsafe-inline'; script-src 'self' 'unsafe-inline'"],
  ];
  for (const [name, policy] of policies) {
    for (const [kind, tag] of Object.entries(scripts)) {
      test(`a policy with ${name} (${kind})`, async () =>
        assertWhole(await seen(page({ tag: tag("") }), { headers: { "Content-Security-Policy": policy } })));
    }
  }

  test("from a CDN with CORS, by the classic script and with what a CDN may refuse", async () => {
    assertWhole(await seen(page({ tag: scripts.classic("http://127.0.0.1:8102/c/wasm404+json404") })));
  });
});

describe("less, and one sentence", () => {
  test("no languages at all: the figure by Intl", async () => {
    const result = await seen(
      page({ tag: scripts.module("/c/nolanguages").replace("<script", '<script data-lang="de"') }),
    );
    assert.match(result.time, /^[12] Minuten?$/);
    assert.equal(result.warnings.length, 1, String(result.warnings));
    assert.match(result.warnings[0], /languages\//);
    assert.deepEqual(result.errors, []);
  });

  test("no passage file: the article is shared as a whole", async () => {
    await shared.visit(page({ tag: scripts.module("/c/late404") }));
    const { warnings, errors, shown } = await shared.browser.inPage(async () => {
      await witness.settled(2);
      getSelection().selectAllChildren(document.querySelector("article p:nth-of-type(2)"));
      await new Promise((resolve) => setTimeout(resolve, 600));
      witness.part("share-button").click();
      await witness.frames(3);
      return {
        warnings: witness.warnings,
        errors: witness.errors.filter((error) => !/did not load/.test(error)),
        shown: witness.shown(witness.target("email")),
      };
    });
    assert.deepEqual({ warnings, errors, shown }, { warnings: [], errors: [], shown: true });
  });
});

describe("nothing, and one sentence that says what to change", () => {
  const cdn = "http://127.0.0.1:8103";
  /** @type {[string, string, RegExp, Record<string, string>?][]} */
  const cases = [
    [
      "page cdn-without-cors-classic",
      "cdn-without-cors-classic",
      /127\.0\.0\.1:\d+ must send the header Access-Control-Allow-Origin/,
    ],
    [
      "a CDN without CORS and with JavaScript asked for",
      page({ tag: scripts.classic(cdn).replace("<script", '<script data-engine="js"') }),
      /Access-Control-Allow-Origin/,
    ],
    [
      "neither core is there",
      page({ tag: scripts.module("/c/wasm404+plain404") }),
      /reading_widget_bg\.wasm\S* could not be loaded: status 404.*data-base/,
    ],
    ["neither core is there, 403", page({ tag: scripts.classic("/c/wasm403+plain404") }), /status 403/],
    ["neither core is of this build", page({ tag: scripts.module("/c/wasmspa+plain404") }), /another build/],
    [
      "a policy that lets neither be had",
      page({
        tag: `<script nonce="n" src="http://127.0.0.1:8102/c/plain404/dist/reading-widget.classic.js"></script>`,
      }),
      /Content-Security-Policy.*add http:\/\/127\.0\.0\.1:\d+ to its connect-src/,
      { "Content-Security-Policy": "script-src 'self' 'nonce-n' 'wasm-unsafe-eval'; connect-src 'self'" },
    ],
    [
      "a policy that lets wasm not run, nor JavaScript be had",
      page({ tag: `<script nonce="n" src="/c/plain404/dist/reading-widget.classic.js"></script>` }),
      /'wasm-unsafe-eval'/,
      { "Content-Security-Policy": "script-src 'self' 'nonce-n'" },
    ],
  ];
  for (const [name, html, sentence, headers] of cases) {
    test(name, async () => {
      const result = await seen(html, { headers });
      assert.equal(result.warnings.length, 1, JSON.stringify(result));
      assert.match(result.warnings[0], sentence);
      assert.deepEqual(result.errors, []);
      assert.equal(await shared.browser.inPage(() => document.querySelector("h1").textContent), TITLE);
    });
  }
});
