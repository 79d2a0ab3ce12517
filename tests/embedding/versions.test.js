// An update never meets an old file: caches keep what they once had for a year.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { createHash } from "node:crypto";
import { page } from "./article.js";
import { hosts } from "./hosts.js";

const shared = hosts();
const dist = (name) => readFile(new URL(`../../dist/${name}`, import.meta.url));
const build = async () => /export const build="(\w+)"/.exec((await dist("reading-widget.passage.js")).toString())[1];

const scripts = {
  module: (address) => `<script type="module" src="${address}"></script>`,
  classic: (address) =>
    `<script async src="${address.replace("reading-widget.js", "reading-widget.classic.js")}"></script>`,
};

/** Visits, selects a passage, asks for the QR code and a topic: everything that is loaded. */
async function useAll(html, how) {
  shared.site.takeRequests();
  await shared.visit(html, how);
  const seen = await shared.browser.inPage(async () => {
    await witness.settled(2);
    getSelection().selectAllChildren(document.querySelector("article p:nth-of-type(2)"));
    await new Promise((resolve) => setTimeout(resolve, 500));
    witness.part("topic").click();
    await witness.frames(3);
    witness.part("share-button").click();
    await witness.frames(3);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const labels = [...witness.widgets()[1].shadowRoot.querySelectorAll("button, a")]
      .filter(witness.shown)
      .map((element) => witness.words(element) || element.getAttribute("aria-label") || "");
    return {
      time: witness.words(witness.part("time")),
      share: witness.words(witness.part("share-button")),
      labels,
      pressed: witness.part("topic").getAttribute("aria-pressed"),
      warnings: witness.warnings,
      errors: witness.errors.filter((error) => !/did not load|integrity/i.test(error)),
      engine: performance.getEntriesByType("resource").some(({ name }) => name.includes("plain.js")) ? "js" : "wasm",
    };
  });
  return {
    ...seen,
    requests: shared.site
      .takeRequests()
      .map(({ path }) => path)
      .filter((path) => path.includes("/dist/") || path.includes("/cache/")),
  };
}

function assertWhole({ time, share, labels, pressed, warnings, errors }) {
  assert.match(time, /^[12] min read$/);
  assert.equal(share, "Share");
  assert.ok(labels.length > 5 && labels.every((label) => label !== ""), `each has words: ${labels.join(" | ")}`);
  assert.deepEqual({ pressed, warnings, errors }, { pressed: "true", warnings: [], errors: [] });
}

describe("all files are asked for with one query", () => {
  for (const [kind, tag] of Object.entries(scripts)) {
    for (const query of ["?ver=2", "?v=1.2.3&x=%20", "?ver=2#x"]) {
      test(`the script's own: ${query} (${kind})`, async () => {
        const seen = await useAll(page({ tag: tag(`/dist/reading-widget.js${query}`) }));
        assertWhole(seen);
        const [own] = query.split("#");
        const names = seen.requests.map((path) => path.replace("/dist/", "").replace(own, ""));
        assert.deepEqual(
          seen.requests.filter((path) => !path.endsWith(own)),
          [],
        );
        for (const name of ["reading_widget_bg.wasm", "languages/en.json", "reading-widget.passage.js"])
          assert.ok(names.includes(name), `${name} among ${names}`);
      });
    }
    test(`else the build's name (${kind})`, async () => {
      const seen = await useAll(page({ tag: tag("/dist/reading-widget.js") }));
      assertWhole(seen);
      const [script, ...others] = seen.requests;
      assert.ok(!script.includes("?"), script);
      assert.deepEqual([...new Set(others.map((path) => path.split("?")[1]))], [await build()]);
    });
  }

  test("by a script of its own that is asked for from a folder above, and by a protocol-relative one", async () => {
    const base = (tag) => page({ head: '<base href="/c/octet/">', tag });
    assertWhole(await useAll(base(scripts.module("dist/reading-widget.js?ver=7"))));
    assertWhole(
      await useAll(
        page({ tag: scripts.classic(`//127.0.0.1:${new URL(shared.site.origin).port}/dist/reading-widget.js?ver=7`) }),
      ),
    );
  });

  test("a late file's address can be known, and pinned by an import map", async () => {
    const pinned = (hash) =>
      `<script type="importmap">{"integrity": {"/dist/reading-widget.passage.js?v=1": "sha384-${hash}"}}</script>`;
    const hash = createHash("sha384")
      .update(await dist("reading-widget.passage.js"))
      .digest("base64");
    const seen = await useAll(page({ head: pinned(hash), tag: scripts.module("/dist/reading-widget.js?v=1") }));
    assertWhole(seen);
    assert.ok(seen.requests.includes("/dist/reading-widget.passage.js?v=1"), String(seen.requests));
  });
});

describe("what is of another build is known as such", () => {
  test("page old-wasm-in-cache-renumbered", async () => {
    const seen = await useAll(await shared.page("old-wasm-in-cache-renumbered"));
    assertWhole(seen);
    assert.equal(seen.engine, "js");
    assert.equal(
      seen.requests.filter((path) => path.includes(".wasm")).length,
      2,
      "asked for once more, past the cache",
    );
  });

  for (const [kind, tag] of Object.entries(scripts)) {
    for (const old of [".wasm", "languages", "passage.js", ".wasm+languages+passage.js+stepper.js+qr.js"]) {
      test(`${old}, without a query (${kind})`, async () => {
        // None of it can be had in this build: a label that an old language's file lacks is said by its name.
        const seen = await useAll(page({ tag: tag(`/old/${old}/dist/reading-widget.js`) }));
        assertWhole({ ...seen, share: seen.share === "share" && old.includes("languages") ? "Share" : seen.share });
      });
    }

    test(`where the new ones are under the new query, the old are never met (${kind})`, async () => {
      assertWhole(
        await useAll(
          page({ tag: tag("/old/.wasm+languages+passage.js+stepper.js+plain.js/dist/reading-widget.js?new") }),
        ),
      );
    });
  }

  test("a core in JavaScript of another build is not run", async () => {
    await shared.visit(page({ tag: scripts.module("/old/.wasm+plain.js/dist/reading-widget.js") }));
    const { reason, warnings, errors } = await shared.browser.inPage(async () => ({
      reason: (await witness.event("reading-error")).detail.reason,
      warnings: witness.warnings,
      errors: witness.errors.filter((error) => !/integrity/i.test(error)),
    }));
    assert.match(reason, /of another build than the script/);
    assert.equal(warnings.length, 1);
    assert.deepEqual(errors, []);
  });

  test("a year-old cache, then an update: the reload goes past it", async () => {
    // The first visit puts an old wasm into the browser's cache under the address that the second one asks for.
    let isOld = true;
    const wasm = await dist("reading_widget_bg.wasm");
    const { ofAnotherBuild } = await import("./other-build.js");
    const put = () => {
      for (const name of ["reading-widget.js", "languages/en.json", "reading_widget_bg.wasm"])
        shared.site.put("", { path: `/site/${name}` });
    };
    put();
    const serve = async (name, body, type) =>
      shared.site.put(body, {
        path: `/site/${name}`,
        headers: { "Content-Type": type, "Cache-Control": "public, max-age=31536000, immutable" },
      });
    for (const [name, type] of [
      ["reading-widget.js", "text/javascript"],
      ["languages/en.json", "application/json"],
    ])
      await serve(name, await dist(name), type);
    await serve("reading_widget_bg.wasm", ofAnotherBuild("reading_widget_bg.wasm", wasm), "application/wasm");
    await shared.visit("<!doctype html><title>earlier</title>", { path: "/earlier" });
    await shared.browser.inPage(async () =>
      (await fetch("/site/reading_widget_bg.wasm?ver=2")).arrayBuffer().then(({ byteLength }) => byteLength),
    );
    isOld = false;
    await serve("reading_widget_bg.wasm", wasm, "application/wasm");
    const seen = await useAll(page({ tag: scripts.module("/site/reading-widget.js?ver=2") }));
    assert.equal(isOld, false);
    assert.match(seen.time, /^[12] min read$/);
    assert.equal(seen.engine, "wasm");
  });
});
