// What the widget tells anybody before a click: nothing. Two witnesses, the server's log and a proxy that sees
// everything that leaves the machine; and a page that does each bad thing shows that they would see it.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { engine } from "./browser.js";
import { session } from "./session.js";
import { page, TAG } from "./site.js";

const shared = session();
const inPage = (act, ...values) => shared.browser.inPage(act, ...values);

/** All that a page could have left on the reader's device. */
const traces = () =>
  inPage(async () => ({
    cookies: document.cookie,
    localStorage: Object.keys(localStorage),
    sessionStorage: Object.keys(sessionStorage),
    databases: ((await indexedDB.databases?.()) ?? []).map(({ name }) => name),
    caches: (await globalThis.caches?.keys()) ?? [],
    workers: ((await navigator.serviceWorker?.getRegistrations()) ?? []).length,
  }));
const NONE = { cookies: "", localStorage: [], sessionStorage: [], databases: [], caches: [], workers: 0 };

const later = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test("a German page loads three files of ours, from its own host, and nothing else", async () => {
  const path = `/de/${readdirSync(new URL("../../www/de/", import.meta.url)).find((name) => name.endsWith(".html"))}`;
  shared.site.takeRequests();
  await shared.browser.visit(shared.site.origin + path);
  await inPage(async () => {
    await witness.settled(2);
  });
  await later(500);
  const requests = shared.site.takeRequests();
  const ours = requests.filter(({ path }) => path.startsWith("/reading-widget/")).map(({ path }) => path.split("?")[0]);
  assert.deepEqual(ours.sort(), [
    "/reading-widget/languages/de.json",
    "/reading-widget/reading-widget.js",
    "/reading-widget/reading_widget_bg.wasm",
  ]);
  assert.deepEqual(
    requests.filter(({ cookie }) => cookie),
    [],
    "no request carried a cookie",
  );
  assert.deepEqual(shared.browser.outsideHosts, []);
  assert.deepEqual(await traces(), NONE);

  await shared.browser.click(() => witness.part("share-button"));
  await shared.browser.until(() => witness.shown(witness.target("email")));
  for (const name of ["facebook", "x"]) await inPage((name) => witness.target(name).focus(), name);
  await later(300);
  assert.deepEqual(shared.site.takeRequests(), [], "opening the list asks nobody");
  assert.deepEqual(shared.browser.outsideHosts, [], "nor does going through it");
  assert.deepEqual(await traces(), NONE);
});

test("a page with foreign links, images in its metadata and a foreign canonical makes us ask nobody", async () => {
  await shared.browser.visit(
    shared.site.put(
      page({
        head: '<link rel="canonical" href="https://zeitung.example/a"><meta property="og:image" content="https://bilder.example/b.jpg"><script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","image":"https://bilder.example/c.jpg"}</script>',
        tag: TAG.replace("<script", '<script data-share-url="https://kurz.example/1"'),
      }),
    ),
  );
  await inPage(async () => {
    await witness.settled(2);
  });
  await later(300);
  assert.deepEqual(shared.browser.outsideHosts, []);
  assert.deepEqual(await traces(), NONE);
});

test("the witnesses see a page that does what we must not", async () => {
  await shared.browser.visit(
    shared.site.put(
      page({
        tag: "",
        body: `<p>Text</p><img src="http://bild.example/zaehler.gif"><script>
    document.cookie = "spur=1; max-age=60";
    localStorage.setItem("spur", 1);
    sessionStorage.setItem("spur", 1);
    fetch("/reading-widget/languages/de.json?spur");
    indexedDB.open("spur").onsuccess = ({ target }) => { target.result.close(); window.opened = true; };
    caches.open("spur").then(() => { window.cached = true; });
  </script>`,
      }),
    ),
  );
  try {
    await shared.browser.until(() => window.opened && window.cached);
    await later(300);
    assert.deepEqual(await traces(), {
      cookies: "spur=1",
      localStorage: ["spur"],
      sessionStorage: ["spur"],
      databases: ["spur"],
      caches: ["spur"],
      workers: 0,
    });
    assert.ok(shared.browser.outsideHosts.includes("bild.example"), String(shared.browser.outsideHosts));
    assert.ok(shared.site.takeRequests().some(({ path }) => path.endsWith("?spur")));
  } finally {
    await inPage(async () => {
      // biome-ignore lint/suspicious/noDocumentCookie: any way to set one must be found.
      document.cookie = "spur=; max-age=0";
      localStorage.clear();
      sessionStorage.clear();
      indexedDB.deleteDatabase("spur");
      await caches.delete("spur");
    });
  }
});

test("the proxy sees a connection that no list of requests names", async (context) => {
  if (engine === "firefox") return context.skip("Firefox opens no preconnect through a proxy");
  await shared.browser.visit(
    shared.site.put(page({ tag: "", head: '<link rel="preconnect" href="https://schrift.example">' })),
  );
  for (let tries = 0; tries < 20 && shared.browser.outsideHosts.length === 0; tries++) await later(100);
  assert.notDeepEqual(shared.browser.outsideHosts, []);
  assert.deepEqual(
    await inPage(() => performance.getEntriesByType("resource").filter(({ name }) => name.includes("schrift")).length),
    0,
  );
});
