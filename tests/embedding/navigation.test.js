// Pages that become other pages, or go on and on.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { page, TEXT, TITLE } from "./article.js";
import { hosts } from "./hosts.js";

const shared = hosts();
const inPage = (act, ...values) => shared.browser.inPage(act, ...values);

describe("articles that come one after the other", () => {
  const second = `<article id="second"><h1>Lighthouse opens its lantern room</h1>${TEXT.replaceAll("bridge", "lighthouse").repeat(3)}</article>`;

  for (const [name, act] of [
    ["the address stays", () => {}],
    ["the address changes", () => history.pushState({}, "", "/lighthouse")],
  ]) {
    test(`the first keeps its widget, the second gets its own: ${name}`, async () => {
      await shared.visit(page());
      await inPage(() => witness.settled(2));
      await inPage((html) => {
        window.firstOnes = witness.widgets();
        document.querySelector("main").insertAdjacentHTML("beforeend", html);
      }, second);
      await inPage(act);
      await shared.browser.until(
        () => witness.widgets().length === 4 && witness.widgets().every((widget) => widget.hasAttribute("ready")),
      );
      const seen = await inPage(() => ({
        kept: window.firstOnes.every((widget) => widget.isConnected && widget.analysis),
        within: witness.widgets().map((widget) => widget.closest("article").id),
        titles: witness.widgets().map((widget) => widget.analysis.title),
        warnings: witness.warnings,
        errors: witness.errors,
      }));
      assert.deepEqual(seen, {
        kept: true,
        within: ["", "", "second", "second"],
        titles: [TITLE, TITLE, "Lighthouse opens its lantern room", "Lighthouse opens its lantern room"],
        warnings: [],
        errors: [],
      });
    });
  }

  test("a teaser that comes later gets none", async () => {
    await shared.visit(page());
    await inPage(() => witness.settled(2));
    await inPage(() =>
      document
        .querySelector("main")
        .insertAdjacentHTML(
          "beforeend",
          "<article><h2>Market moves</h2><p>From May on it is held on the pier, and there will be fish.</p></article>",
        ),
    );
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.deepEqual(await inPage(() => [witness.widgets().length, witness.errors]), [2, []]);
  });

  test("two articles announced by microdata: each element has the time of its own", async () => {
    const announced = (text) =>
      `<div itemscope itemtype="https://schema.org/NewsArticle"><h2 itemprop="headline">${TITLE}</h2><reading-widget show="time"></reading-widget>${text}</div>`;
    await shared.visit(page().replace(/<article>.*<\/article>/s, announced(TEXT) + announced(TEXT.repeat(4))));
    const words = await inPage(async () => {
      await witness.settled(2);
      return witness.widgets().map((widget) => widget.analysis.words);
    });
    assert.equal(words[1], 4 * words[0]);
  });
});

describe("Turbo", () => {
  test("turbo-cached-preview", async () => {
    shared.site.put(
      await readFile(new URL("../../node_modules/@hotwired/turbo/dist/turbo.es2017-umd.js", import.meta.url), "utf8"),
      { path: "/lib/turbo.js", headers: { "Content-Type": "text/javascript" } },
    );
    shared.site.put(await shared.page("turbo2"), { path: "/turbo2.html" });
    await shared.visit("turbo-cached-preview", { path: "/turbo1.html" });
    for (const [link, title] of [
      [undefined, "Swing bridge"],
      ["#two", "Lighthouse"],
      ["#one", "Swing bridge"],
      ["#two", "Lighthouse"],
    ]) {
      // At once: while a pointer is on its way Turbo may put the fresh page in the place of the kept one.
      if (link) await inPage((link) => document.querySelector(link).click(), link);
      await shared.browser.until((title) => {
        const widgets = witness.widgets();
        return (
          document.querySelector("h1").textContent.startsWith(title) &&
          widgets.length === 2 &&
          widgets.every(
            (widget) =>
              widget.hasAttribute("ready") &&
              widget.analysis?.title.startsWith(title) &&
              widget.shadowRoot.querySelector(".frame"),
          )
        );
      }, title);
    }
    assert.deepEqual(await inPage(() => witness.errors), []);
  });
});
