// The table of contents: times, links, focus.
import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { session } from "./session.js";
import { page } from "./site.js";

const shared = session();
const inPage = (act, ...values) => shared.browser.inPage(act, ...values);

const text =
  "<p>Die Stadt freut sich über den Verkehr auf der neuen Brücke, denn der Verkehr hatte drei Jahre lang einen Umweg genommen.</p>";
const article = page({
  body: `<reading-widget show="sections"></reading-widget>${text}
<h2 id="weg">Der lange Weg</h2>${text.repeat(24)}
<h3>Die E-Busse, endlich</h3>${text}
<h2 id="zwei wörter">Wie es weitergeht</h2>${text.repeat(12)}`,
});

const links = () =>
  inPage(() =>
    [...witness.part("sections").querySelectorAll("a")].map((link) => ({
      words: witness.words(link),
      href: link.getAttribute("href"),
    })),
  );

describe("sections", () => {
  beforeEach(async () => {
    await shared.browser.visit(shared.site.put(article, { path: "/abschnitte" }));
    await inPage(() => witness.settled(1));
  });

  test("each heading with its time", async () => {
    const sections = await inPage(() => witness.widgets()[0].analysis.sections);
    assert.deepEqual(
      sections.map(({ heading, level, id }) => [heading, level, id]),
      [
        ["Der lange Weg", 2, "weg"],
        ["Die E-Busse, endlich", 3, undefined],
        ["Wie es weitergeht", 2, "zwei wörter"],
      ],
    );
    assert.deepEqual(
      (await links()).map(({ words }) => words),
      ["Der lange Weg 2 Min.", "Die E-Busse, endlich 5 Sek.", "Wie es weitergeht 1 Min."],
    );
  });

  test("a named list of links", async () => {
    assert.deepEqual(
      await inPage(() => {
        const nav = witness.part("sections");
        return [
          nav.localName,
          nav.getRootNode().getElementById(nav.getAttribute("aria-labelledby")).textContent,
          nav.querySelector("ol").children.length,
        ];
      }),
      ["nav", "In diesem Artikel", 3],
    );
  });

  test("links lead to the heading, also without an id", async () => {
    assert.deepEqual(
      (await links()).map(({ href }) => href),
      ["#weg", "#:~:text=Die%20E%2DBusse%2C%20endlich", "#zwei%20w%C3%B6rter"],
    );
    for (const [index, heading] of ["Der lange Weg", "Die E-Busse, endlich", "Wie es weitergeht"].entries()) {
      await inPage((index) => {
        scrollTo(0, 0);
        witness.part("sections").querySelectorAll("a")[index].focus();
      }, index);
      await shared.browser.press("Enter");
      await shared.browser.until((heading) => {
        const focused = document.activeElement;
        const { top, bottom } = focused.getBoundingClientRect();
        return focused.textContent === heading && top >= -1 && bottom <= innerHeight + 1;
      }, heading);
    }
    assert.equal(await inPage(() => decodeURIComponent(location.hash)), "#zwei wörter");
  });

  test("the headings are left as they were", async () => {
    const before = await inPage(() => document.querySelector("h3").outerHTML);
    await shared.browser.click(() => witness.part("sections").querySelectorAll("a")[1]);
    await shared.browser.until(() => document.activeElement.localName === "h3");
    await inPage(() => /** @type {HTMLElement} */ (document.activeElement).blur());
    assert.equal(await inPage(() => document.querySelector("h3").outerHTML), before);
  });

  test("nothing where there are no headings", async () => {
    await shared.browser.visit(
      shared.site.put(page({ body: `<reading-widget show="sections time"></reading-widget>${text.repeat(6)}` })),
    );
    await inPage(() => witness.settled(1));
    assert.equal(await inPage(() => witness.part("sections") ?? null), null);
  });
});
