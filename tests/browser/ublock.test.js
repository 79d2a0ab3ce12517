// The real uBlock Origin in Firefox, with the lists that it ships and, where this machine has them,
// those against share buttons, which its readers tick.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { ublockPath } from "../../tasks/install.js";
import { blocklists } from "../blocklists.js";
import { engine } from "./browser.js";
import { session } from "./session.js";
import { page, TAG } from "./site.js";

const source = engine === "firefox" && ublockPath();
if (engine === "firefox" && !source && process.env.CI === "true")
  throw new Error("uBlock Origin is not on this machine: type node tasks/install.js --tests.");
const skip =
  engine !== "firefox"
    ? "uBlock Origin runs in Firefox"
    : !source && "uBlock Origin is not on this machine: type node tasks/install.js --tests";

describe("uBlock Origin", { skip }, () => {
  const shared = session();
  const inPage = (act, ...values) => shared.browser.inPage(act, ...values);
  const lists = blocklists();
  let folder;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "ublock-"));
    const addon = join(folder, "addon");
    cpSync(source, addon, { recursive: true });
    if (lists) writeFileSync(join(addon, "assets/thirdparties/easylist/easylist.txt"), Object.values(lists).join("\n"));
    assert.match(readFileSync(join(addon, "manifest.json"), "utf8"), /uBlock Origin/);
    await shared.browser.installAddon(addon);
  });
  after(() => folder && rmSync(folder, { recursive: true, force: true }));

  test("hides what others leave in the page, and nothing of the widget", async () => {
    // The lists spare sites on 127.0.0.1.
    const address = shared.site
      .put(
        page({
          tag: TAG.replace("<script", '<script data-targets="all"'),
          body: `<p>${"Der Verkehr rollt wieder über die Brücke. ".repeat(30)}</p><div class="ads-banner">Anzeige</div><div class="article-share">Teilen</div><script src="/js/shareon.iife.js" onerror="window.refused = true"></script>`,
        }),
      )
      .replace("127.0.0.1", "zeitung.localhost");
    shared.site.put("window.refused = false;", {
      path: "/js/shareon.iife.js",
      headers: { "Content-Type": "text/javascript" },
    });
    // It compiles its lists first.
    const end = Date.now() + 60_000;
    for (;;) {
      await shared.browser.visit(address);
      const works = await inPage(async () => {
        await witness.settled(2);
        await new Promise((resolve) => setTimeout(resolve, 500));
        return [".ads-banner", ".article-share"]
          .map((part) => !witness.shown(document.querySelector(part)))
          .concat(window.refused === true);
      });
      // The last two are on the lists against share buttons alone.
      if (lists ? works.every(Boolean) : works[0]) break;
      assert.ok(Date.now() < end, `uBlock Origin doesn't work after a minute: ${works}`);
    }

    shared.site.takeRequests();
    await shared.browser.visit(address);
    await inPage(async () => {
      await witness.settled(2);
    });
    await shared.browser.click(() => witness.part("share-button"));
    await shared.browser.click(() => witness.target("qr"));
    await shared.browser.until(() => witness.part("share").querySelector("svg.qr path"));
    await inPage(async () => {
      getSelection().selectAllChildren(document.querySelector("article p"));
      await new Promise((resolve) => setTimeout(resolve, 600));
    });
    const hidden = await inPage(() => {
      const isOurs = (element) =>
        !element.closest("[hidden]") &&
        getComputedStyle(element).display === "none" &&
        !element.matches(":empty, option");
      return witness
        .widgets()
        .flatMap((widget) => [widget, ...widget.shadowRoot.querySelectorAll("*")])
        .filter(isOurs)
        .map((element) => element.outerHTML.slice(0, 120));
    });
    assert.deepEqual(hidden, []);
    assert.ok(await inPage(() => ["share-button", "time", "share"].every((part) => witness.shown(witness.part(part)))));
    assert.ok((await inPage(() => witness.parts("target").filter(witness.shown).length)) > 20);
    const loaded = shared.site
      .takeRequests()
      .map(({ path }) => path.split("?")[0])
      .filter((path) => path.startsWith("/reading-widget/"));
    for (const file of [
      "reading-widget.js",
      "reading_widget_bg.wasm",
      "languages/de.json",
      "reading-widget.qr.js",
      "reading-widget.passage.js",
    ])
      assert.ok(loaded.includes(`/reading-widget/${file}`), `${file} among ${loaded}`);
    assert.deepEqual(await inPage(() => witness.errors.filter((error) => !error.includes("shareon"))), []);
  });
});
