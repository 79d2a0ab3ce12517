// A developer installs the package into an empty Vite project and builds it.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { root } from "../../tasks/command.js";
import { serve } from "../../tasks/serve.js";
import { openBrowser } from "../browser/browser.js";
import { execIn, projectWithPackage } from "./packed.js";

let project, dispose;

before(async () => {
  ({ project, dispose } = await projectWithPackage(fileURLToPath(new URL("vite", import.meta.url))));
  await execIn(project, "npx", ["vite", "build"]);
});

after(() => dispose?.());

test("Vite carries the wasm and every language along, each language in a file of its own", () => {
  const assets = readdirSync(join(project, "dist", "assets"));
  assert.equal(assets.filter((name) => name.endsWith(".wasm")).length, 1, `one wasm among ${assets.join(" ")}`);
  const scripts = assets
    .filter((name) => name.endsWith(".js"))
    .map((name) => readFileSync(join(project, "dist", "assets", name), "utf8").replaceAll("\\xA0", "\u00a0"));
  for (const name of readdirSync(join(root, "languages"))) {
    const { labels } = JSON.parse(readFileSync(join(root, "languages", name), "utf8"));
    const holders = scripts.filter(
      (script) =>
        script.includes(labels.copyByHand) && script.includes(labels.instance) && script.includes(labels.listen),
    );
    assert.equal(holders.length, 1, name);
    assert.ok(!holders[0].includes("reading-widget"), `${name} is not in the page's script`);
  }
});

test("the built page shows the widget in Chromium", async () => {
  const site = await serve({ mounts: { "/": join(project, "dist") } });
  let browser;
  try {
    browser = await openBrowser();
    await browser.visit(site.url);
    const shown = await browser.inPage(async () => {
      await customElements.whenDefined("reading-widget");
      const widget = document.querySelector("reading-widget");
      const { minutes, language, words } = await widget.ready;
      return { minutes, language, words, text: widget.shadowRoot.textContent };
    });
    assert.ok(shown.minutes >= 1, `minutes: ${shown.minutes}`);
    assert.equal(shown.language, "de");
    assert.ok(shown.words > 150 && shown.words < 200, `words: ${shown.words}`);
    assert.match(shown.text, /Minute/);
    const failed = await browser.inPage(() =>
      performance
        .getEntriesByType("resource")
        .filter(({ responseStatus }) => responseStatus !== 200)
        .map(({ name, responseStatus }) => `${responseStatus} ${name}`),
    );
    assert.deepEqual(
      failed.filter((line) => !line.includes("favicon")),
      [],
    );
  } finally {
    await browser?.close();
    await site.close();
  }
});
