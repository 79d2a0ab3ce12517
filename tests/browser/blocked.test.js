// What readers' ad blockers hide and block: nothing of ours. The lists are those that uBlock Origin ships.
import assert from "node:assert/strict";
import { relative, sep } from "node:path";
import { describe, test } from "node:test";
import { FiltersEngine, Request } from "@ghostery/adblocker";
import { filesIn } from "../../tasks/build/step.js";
import { dist } from "../../tasks/build.js";
import { blocklists, selectorsOf } from "../blocklists.js";
import { session } from "./session.js";
import { page, TAG } from "./site.js";

const lists = blocklists();
const skip = !lists && "no lists on this machine";
const shared = session();
const inPage = (act, ...values) => shared.browser.inPage(act, ...values);

/** Light DOM as other widgets leave it in the page. */
const OTHERS =
  '<div id="others"><div class="share-bar">a</div><div class="shariff-button">b</div><div class="social-share">c</div><div class="article-share">d</div><a href="https://www.facebook.com/sharer/sharer.php?u=x">e</a></div>';

/**
 * Runs in the page: hides as a blocker does, and counts the rules that the browser took. A blocker's
 * sheet is the reader's, which reaches into shadow roots; the real one is in ublock.test.js.
 */
function block(selectors) {
  const sheet = new CSSStyleSheet();
  let taken = 0;
  for (const selector of selectors) {
    try {
      sheet.insertRule(`${selector} { display: none !important }`, taken);
      taken++;
    } catch {
      // What only the blocker itself understands (`:has-text()`).
    }
  }
  for (const root of [document, ...witness.widgets().map((widget) => widget.shadowRoot)])
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return taken;
}

/** Runs in the page: every element of every widget that can be seen. */
function seen() {
  return witness
    .widgets()
    .flatMap((widget) => [widget, ...widget.shadowRoot.querySelectorAll("*")])
    .filter(witness.shown)
    .map((element) => `${element.localName}.${element.getAttribute("class") ?? ""} ${element.dataset?.target ?? ""}`);
}

describe("a blocker's selectors", { skip }, () => {
  const selectors = lists ? selectorsOf(lists) : [];

  for (const [name, tag, elements] of [
    ["placed by itself, every target", TAG.replace("<script", '<script data-targets="all"'), ""],
    [
      "in the publisher's own elements",
      TAG,
      '<reading-widget show="time topics" class="reading"></reading-widget><reading-widget id="teilen" show="share" targets="all"></reading-widget>',
    ],
  ]) {
    test(`hide nothing of the widget: ${name}`, async (context) => {
      await shared.browser.visit(
        shared.site.put(
          page({ tag, body: `${elements}<p>${"Der Verkehr rollt wieder über die Brücke. ".repeat(30)}</p>${OTHERS}` }),
        ),
      );
      await inPage(async () => {
        await witness.settled(2);
      });
      await shared.browser.click(() => witness.part("share-button"));
      await shared.browser.click(() => witness.target("mastodon"));
      await shared.browser.until(() => witness.inputs().length);
      const before = await inPage(seen);
      assert.ok(before.length > 60, String(before.length));
      const taken = await inPage(block, selectors);
      context.diagnostic(`${taken} of ${selectors.length} selectors injected`);
      assert.ok(taken > 20_000);
      assert.deepEqual(await inPage(seen), before);
      const withoutSpace = await inPage(() => {
        const link = witness.target("facebook");
        link.setAttribute("href", link.getAttribute("href").trim());
        return witness.shown(link);
      });
      assert.equal(withoutSpace, false, "the sheet does reach into the shadow root");
      const others = await inPage(() => [...document.querySelectorAll("#others > *")].filter(witness.shown).length);
      assert.equal(others, 0, `what others leave in the page is hidden: ${others} of 5 are left`);
    });
  }
});

describe("a blocker's network rules", { skip }, () => {
  const engine = lists && FiltersEngine.parse(Object.values(lists).join("\n"));
  const page = "https://zeitung.example/hessen/bruecke-lahn";
  const isBlocked = (url, type, sourceUrl = page) =>
    engine.match(Request.fromRawDetails({ url, type, sourceUrl })).match;
  const files = filesIn(dist).map((file) => relative(dist, file).split(sep).join("/"));

  test("block no file, wherever it lies", () => {
    const places = [
      "https://zeitung.example/reading-widget/",
      "https://static.zeitung.example/assets/js/",
      "https://cdn.jsdelivr.net/npm/reading-widget@0.1.0/dist/",
      "https://unpkg.com/reading-widget@0.1.0/dist/",
    ];
    const blocked = places
      .flatMap((place) =>
        files.flatMap((file) => ["script", "xmlhttprequest", "other"].map((type) => [place + file, type])),
      )
      .filter(([url, type]) => isBlocked(url, type));
    assert.ok(files.length > 10);
    assert.deepEqual(blocked, []);
  });

  test("block no target that is left for", async () => {
    await shared.browser.visit(
      shared.site.put((await import("./site.js")).page({ tag: TAG.replace("<script", '<script data-targets="all"') })),
    );
    await inPage(async () => {
      await witness.settled(2);
    });
    const links = await inPage(() =>
      witness.parts("target").flatMap(({ href }) => (href?.startsWith("https:") ? [href] : [])),
    );
    assert.ok(links.length > 14, String(links.length));
    assert.deepEqual(
      links.filter((url) => isBlocked(url, "main_frame")),
      [],
    );
  });

  test("do block others", () => {
    for (const file of ["js/shareon.iife.js", "shariff/shariff.min.js", "js/sharebar.js"])
      assert.ok(isBlocked(`https://zeitung.example/${file}`, "script"), file);
  });
});
