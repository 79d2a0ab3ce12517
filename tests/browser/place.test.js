// Where the widget puts itself: on a line of its own, without breaking what the page has arranged.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { session } from "./session.js";
import { page } from "./site.js";

const shared = session();
const inPage = (act, ...values) => shared.browser.inPage(act, ...values);

const text =
  "<p>Die Stadt freut sich über den Verkehr auf der neuen Brücke, denn der Verkehr hatte drei Jahre lang einen Umweg genommen.</p>".repeat(
    4,
  );
const title = "<h1>Die Brücke ist wieder offen</h1>";
const article = (
  inner,
  style = "",
) => `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Die Brücke</title><style>${style}</style>
<script type="module" src="/reading-widget/reading-widget.js"></script></head><body><main><article>${inner}</article></main></body></html>`;

/** For each widget what stands before it and around it. */
async function places(html, count = 2) {
  await shared.browser.visit(shared.site.put(html));
  return inPage(async (count) => {
    await witness.settled(count);
    return witness.widgets().map((widget) => {
      const { width } = widget.getBoundingClientRect();
      return {
        behind: widget.previousElementSibling?.localName,
        within: widget.parentElement.className || widget.parentElement.localName,
        wide: width > 0.95 * widget.parentElement.getBoundingClientRect().width,
      };
    });
  }, count);
}

describe("the widget's own place", () => {
  test("under the title and at the end", async () => {
    assert.deepEqual(await places(article(title + text)), [
      { behind: "h1", within: "article", wide: true },
      { behind: "p", within: "article", wide: true },
    ]);
  });

  test("in no link, heading's group, figure or row", async () => {
    for (const [head, behind, style, within = "article"] of [
      [`<a href="/x">${title}</a>`, "a"],
      [`<hgroup><p>Verkehr</p>${title}</hgroup>`, "hgroup"],
      [`<figure>${title}</figure>`, "figure"],
      [`<header class="row">${title}<button>Merken</button></header>`, "header", ".row { display: flex }"],
      [
        `<header class="areas"><p>Verkehr</p>${title}</header>`,
        "header",
        ".areas { display: grid; grid-template: 'a b' } .areas p { grid-area: a } .areas h1 { grid-area: b }",
      ],
      [`<div><span>${title}</span></div>`, "span", "", "div"],
      [`<div class="t"><span>${title}</span></div>`, "div", "span { display: inline-block } .t { display: table-row }"],
    ]) {
      const [first] = await places(article(head + text, style));
      assert.deepEqual(first, { behind, within, wide: true }, head);
    }
  });

  test("in a grid a row for itself, as wide as its neighbour where that has columns of its own", async () => {
    const grid = "article { display: grid; grid-template-columns: 1fr [text] 3fr [side] 1fr }";
    // Behind the title it would move the cells that follow.
    assert.deepEqual(
      (await places(article(title + text, grid))).map(({ behind, wide }) => [behind, wide]),
      [
        [undefined, true],
        ["p", true],
      ],
    );
    await places(article(title + text, `${grid} article > * { grid-column: text / side }`));
    const [ours, theirs] = await inPage(() =>
      [witness.widgets()[0], document.querySelector("article p")].map((element) => {
        const { left, width } = element.getBoundingClientRect();
        return [Math.round(left), Math.round(width)];
      }),
    );
    assert.deepEqual(ours, theirs);
  });

  test("nowhere where the article itself is arranged in areas, and says so once", async () => {
    const areas = "article { display: grid; grid-template: 'h p' } h1 { grid-area: h } .text { grid-area: p }";
    await shared.browser.visit(
      shared.site.put(
        article(
          `${title}${text.replace("<p>", '<p class="text">')}`,
          `${areas} p { grid-row: 1 } main { display: flex }`,
        ),
      ),
    );
    await shared.browser.until(() => witness.warnings.length > 0);
    assert.equal(
      await inPage(() => witness.widgets().filter((widget) => widget.parentElement.localName === "article").length),
      0,
    );
    assert.deepEqual(await inPage(() => witness.errors), []);
  });

  test("the same place again after the site has drawn another article", async () => {
    const first = await places(page());
    await inPage(() => {
      history.pushState({}, "", "/zwei");
      document.querySelector("article").innerHTML =
        `<h1>Der Hafen schläft</h1>${"<p>Im Hafen liegen die Fähren still, und die Möwen haben den Kai für sich allein, sagt der Wärter.</p>".repeat(6)}`;
    });
    await shared.browser.until(
      () =>
        witness.widgets().length === 2 &&
        witness.widgets().every((widget) => widget.analysis?.title === "Der Hafen schläft"),
    );
    assert.deepEqual(
      await inPage(() => witness.widgets().map((widget) => widget.previousElementSibling.localName)),
      first.map(({ behind }) => behind),
    );
  });
});

describe("articles in shadow roots", () => {
  test("text in open roots and slots is read in the order in which it is seen, and marked", async () => {
    await shared.browser.visit(
      shared.site.put(`<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Die Brücke</title>
<script>customElements.define("news-story", class extends HTMLElement {
  connectedCallback() {
    this.attachShadow({ mode: "open" }).innerHTML = '<article><slot name="head"></slot><p>Am Rhein wächst der Wein seit zweitausend Jahren, und das Wetter meint es gut mit ihm.</p><slot></slot><slot name="none">Die Vorgabe eines leeren Platzes wird gelesen, denn man sieht sie ja auch.</slot></article>';
  }
});</script>
<script type="module" src="/reading-widget/reading-widget.js"></script></head><body><main>
<news-story><p>Der Wein dieses Jahres ist süß, und Kenner sagen, der Wein brauche noch Zeit, denn das Wetter war feucht.</p><h1 slot="head">Der Wein am Rhein</h1><p slot="nowhere">Das hier ist nicht zu sehen, denn niemand hat einen Platz dafür gemacht.</p></news-story>
<reading-widget topics="Wein"></reading-widget></main></body></html>`),
    );
    const seen = await inPage(async () => {
      await witness.settled(1);
      const [widget] = witness.widgets();
      witness.chip("Wein").click();
      return {
        text: widget.text.split("\n").map((line) => line.split(" ", 2).join(" ")),
        title: widget.analysis.title,
        marked: witness.marked()?.length ?? 3,
        sheets: document.querySelector("news-story").shadowRoot.adoptedStyleSheets.length,
        has: Boolean(CSS.highlights),
      };
    });
    assert.deepEqual(seen.text, ["Am Rhein", "Der Wein", "Die Vorgabe"]);
    assert.equal(seen.title, "Der Wein am Rhein");
    assert.equal(seen.marked, 3);
    assert.equal(seen.sheets, seen.has ? 1 : 0);
    assert.deepEqual(await inPage(() => witness.errors), []);
  });

  test("a widget of ours by another name isn't read", async () => {
    await shared.browser.visit(
      shared.site.put(
        page({
          tag: `<script type="module">import { defineReadingWidget } from "/reading-widget/index.js"; defineReadingWidget("lese-hilfe"); defineReadingWidget();</script>`,
          body: `<lese-hilfe></lese-hilfe>${text}<reading-widget></reading-widget>`,
        }),
      ),
    );
    await inPage(async () => {
      await witness.settled(1);
      const other = document.querySelector("lese-hilfe");
      await other.ready;
      await witness.widgets()[0].refresh();
    });
    assert.equal(await inPage(() => witness.widgets()[0].text.includes("Lesezeit")), false);
    assert.equal(await inPage(() => witness.widgets()[0].analysis.words), 21 * 4);
  });
});
