// Pages that go on changing: late and endless articles, advertisements, other texts under the same address.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { session } from "./session.js";
import { page } from "./site.js";

const shared = session();
const inPage = (act, ...values) => shared.browser.inPage(act, ...values);
const problems = () => inPage(() => [...witness.warnings, ...witness.errors]);
const paragraph =
  "<p>Die Stadt freut sich über den Verkehr auf der neuen Brücke, denn der Verkehr hatte drei Jahre lang einen Umweg genommen.</p>";

/** Counts the readings of every element of the page. */
const COUNTER =
  '<script>window.readings = 0; addEventListener("reading-ready", () => { window.readings += 1; });</script>';

async function visit(body, count = 1) {
  await shared.browser.visit(shared.site.put(page({ head: COUNTER, body })));
  await inPage(async (count) => {
    await witness.settled(count);
    await witness.frames();
  }, count);
}

/** Longer than the widget waits before it looks at a change. */
const rested = () => inPage(() => new Promise((resolve) => setTimeout(resolve, 1800)));

describe("a page that changes", () => {
  test("advertisements between paragraphs are no new text", async () => {
    await visit(`<reading-widget></reading-widget>${paragraph.repeat(8)}`);
    const [before, words] = await inPage(() => [readings, witness.widgets()[0].analysis.words]);
    for (let time = 0; time < 3; time++) {
      await inPage(() => {
        const advertisement = document.createElement("div");
        advertisement.innerHTML = "<span>Anzeige</span><iframe srcdoc='<p>Kaufen Sie jetzt'></iframe>";
        document.querySelector("article p").after(advertisement);
      });
      await rested();
    }
    assert.deepEqual(await inPage(() => [readings, witness.widgets()[0].analysis.words]), [before, words]);
    assert.deepEqual(await problems(), []);
  });

  test("another text of the same length is read", async () => {
    await visit(`<reading-widget></reading-widget>${paragraph.repeat(8)}`);
    const before = await inPage(() => readings);
    await inPage(() => {
      document.querySelector("article p").firstChild.data = document
        .querySelector("article p")
        .textContent.replaceAll("Verkehr", "Handels");
    });
    await shared.browser.until((before) => readings > before, before);
    assert.deepEqual(await problems(), []);
  });

  test("gone back to, it has its reading, and its chips work", async (t) => {
    // "no-store", which the site sends otherwise, forbids an engine to keep the page.
    const article = shared.site.put(
      page({ head: COUNTER, body: `<reading-widget topics="Verkehr"></reading-widget>${paragraph.repeat(8)}` }),
      { headers: { "Cache-Control": "no-cache" } },
    );
    await shared.browser.visit(article);
    await inPage(() => witness.settled(1));
    const words = await inPage(() => {
      window.kept = true;
      return witness.widgets()[0].analysis.words;
    });
    await shared.browser.visit(shared.site.put(page({ tag: "" })));
    await shared.browser.back();
    await inPage(() => witness.settled(1));
    t.diagnostic((await inPage(() => window.kept === true)) ? "the page was kept" : "the page was loaded anew");
    assert.deepEqual(await inPage(() => [readings, witness.widgets()[0].analysis.words]), [1, words]);

    await inPage(() => {
      document.querySelector("article p").append(" und drei Wörter mehr");
    });
    await shared.browser.until((words) => witness.widgets()[0].analysis.words === words + 4, words);
    const chip = () => witness.widgets()[0].shadowRoot.querySelector("[aria-pressed]");
    await shared.browser.click(chip);
    assert.equal(
      await inPage(() => witness.widgets()[0].shadowRoot.querySelector("[aria-pressed]").ariaPressed),
      "true",
    );
    assert.deepEqual(await problems(), []);
  });

  test("ten thousand changes are answered by few readings", async () => {
    await visit(`<reading-widget></reading-widget>${paragraph.repeat(8)}`);
    const before = await inPage(() => readings);
    await inPage(async () => {
      const last = [...document.querySelectorAll("article p")].at(-1);
      for (let change = 0; change < 10_000; change++) {
        last.append(` ${change}`);
        if (change % 500 === 0) await new Promise((resolve) => setTimeout(resolve));
      }
    });
    await rested();
    const times = (await inPage(() => readings)) - before;
    assert.ok(times >= 1 && times <= 4, `${times} readings`);
    assert.deepEqual(await problems(), []);
  });

  test("a text that arrives in pieces is read to its end", async () => {
    await visit(`<reading-widget></reading-widget>${paragraph.repeat(2)}`);
    const few = await inPage(() => witness.widgets()[0].analysis.words);
    for (let piece = 0; piece < 3; piece++) {
      await inPage(
        (html) => document.querySelector("article").insertAdjacentHTML("beforeend", html),
        paragraph.repeat(4),
      );
      await inPage(() => new Promise((resolve) => setTimeout(resolve, 200)));
    }
    await shared.browser.until((few) => witness.widgets()[0].analysis.words === few * 7, few);
    assert.deepEqual(await problems(), []);
  });

  test("“weiterlesen” puts the rest in, a paywall takes it out again", async () => {
    await visit(`<reading-widget></reading-widget>${paragraph.repeat(3)}<div id="rest"></div>`);
    const few = await inPage(() => witness.widgets()[0].analysis.words);
    await inPage((html) => {
      document.getElementById("rest").innerHTML = html;
    }, paragraph.repeat(6));
    await shared.browser.until((few) => witness.widgets()[0].analysis.words === few * 3, few);
    await inPage(() => document.getElementById("rest").remove());
    await shared.browser.until((few) => witness.widgets()[0].analysis.words === few, few);
    assert.deepEqual(await problems(), []);
  });

  test("each element of an endless page reads the article that it stands in", async () => {
    const article = (times) =>
      `<article><h1>Artikel mit ${times} Absätzen</h1><reading-widget></reading-widget>${paragraph.repeat(times)}</article>`;
    await shared.browser.visit(
      shared.site.put(
        `<!doctype html><html lang="de"><head><title>Endlos</title><script type="module" src="/reading-widget/reading-widget.js"></script></head><body><main>${article(4)}${article(8)}</main></body></html>`,
      ),
    );
    await inPage(async () => {
      await witness.settled(2);
    });
    await inPage((html) => document.querySelector("main").insertAdjacentHTML("beforeend", html), article(12));
    await inPage(async () => {
      await witness.settled(3);
    });
    const words = await inPage(() => witness.widgets().map((widget) => widget.analysis.words));
    assert.deepEqual(
      words.map((count) => Math.round(count / words[0])),
      [1, 2, 3],
    );
    assert.deepEqual(await problems(), []);
  });

  test("the browser's translation is read in its own language", async () => {
    await visit(`<reading-widget></reading-widget>${paragraph.repeat(8)}`);
    await inPage(() => {
      document.documentElement.lang = "en";
      document.documentElement.classList.add("translated-ltr");
      for (const text of document.querySelectorAll("article p")) {
        const outer = document.createElement("font");
        outer.innerHTML =
          "<font>The town is glad about the traffic on the new bridge, because the traffic had to take a detour for three years.</font>";
        text.replaceChildren(outer);
      }
    });
    await shared.browser.until(() => witness.widgets()[0].analysis?.language === "en");
    assert.deepEqual(await problems(), []);
  });

  test("the next article under the same address is told by its title", async () => {
    await visit(`<reading-widget></reading-widget>${paragraph.repeat(8)}`);
    const before = await inPage(() => readings);
    await inPage(() => {
      document.title = "(1) Die Brücke ist wieder offen";
    });
    await rested();
    assert.equal(await inPage(() => readings), before, "a counter before the title says nothing");
    await inPage(() => {
      document.title = "Der Hafen ist zu";
      document.querySelector("h1").textContent = "Der Hafen ist zu";
    });
    await shared.browser.until(() => witness.widgets()[0].analysis?.title === "Der Hafen ist zu");
    assert.deepEqual(await problems(), []);
  });
});
