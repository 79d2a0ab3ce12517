// The place is chosen by what readers see, and where nothing else on the page looks otherwise for it.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { page, TEXT, TITLE } from "./article.js";
import { hosts } from "./hosts.js";

const shared = hosts();

/** Visits a page and says where its first widget is: behind what, and how it looks from the reader's side. */
async function head(nameOrHtml) {
  await shared.visit(nameOrHtml);
  return shared.browser.inPage(
    async (words) => {
      await witness.settled(2);
      await witness.frames(2);
      const [widget] = witness.widgets();
      const frame = widget.shadowRoot.querySelector(".frame").getBoundingClientRect();
      const first = [...document.querySelectorAll("p")]
        .find((p) => p.textContent.startsWith(words))
        .getBoundingClientRect();
      const time = witness.part("time").getBoundingClientRect();
      return {
        behind:
          widget.previousElementSibling?.id ||
          widget.previousElementSibling?.className ||
          widget.previousElementSibling?.localName,
        isSeen: frame.width > 100 && frame.height > 10 && witness.shown(witness.part("time")),
        isAboveText: frame.bottom <= first.top + 1,
        centre: Math.round(time.left - frame.left) > 20,
        warnings: witness.warnings,
        errors: witness.errors,
      };
    },
    TEXT.slice(3, 40),
  );
}

const sr = ".sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}";
const twin = `<p id="title" style="font-size:2rem">${TITLE}</p>`;
const heading = `<h1>${TITLE}</h1>`;
const byline = '<p class="byline">By Anna Vester</p>';

const svg = '<svg viewBox="0 0 800 300"><rect width="800" height="300" fill="#345"/></svg>';
const picture = ".hero svg{width:100%}";

const pages = [
  ["hidden-h1", undefined, "p"],
  ["hidden-h1-wrapper", undefined, "p"],
  ["hero-absolute-title", undefined, "hero"],
  ["centred-title", undefined, "h1"],
  [
    "a heading clipped away beside a visible title",
    page({ style: sr, article: `<h1 class="sr">${TITLE}</h1>${twin}${byline}${TEXT}` }),
    "title",
  ],
  [
    "a heading off the screen",
    page({ style: "h1{position:absolute;left:-9999px}", article: `${heading}${twin}${TEXT}` }),
    "title",
  ],
  [
    "a heading that can't be seen through",
    page({ style: "h1{opacity:0;height:1px;overflow:hidden}", article: `${heading}${twin}${TEXT}` }),
    "title",
  ],
  [
    "a picture that the title lies on",
    page({
      style: ".hero{position:relative;height:300px;background:#345}.hero div{position:absolute;inset:auto 0 0}",
      article: `<div class="hero"><div>${heading}</div></div>${byline}${TEXT}`,
    }),
    "hero",
  ],
  [
    "a bar that is fixed",
    page({
      style: ".bar{position:fixed;top:0;left:0;right:0;background:#eee}main{padding-top:90px}",
      article: `<div class="bar">${heading}</div>${byline}${TEXT}`,
    }),
    "bar",
  ],
  [
    "a picture that the title stands on in the flow",
    page({
      style: `.hero{position:relative;height:300px}${picture}.hero svg{position:absolute;inset:0;height:100%}.hero h1{position:relative;margin:0;padding-top:200px}`,
      article: `<div class="hero">${svg}${heading}</div>${byline}${TEXT}`,
    }),
    "hero",
  ],
  [
    "a background that the title stands on",
    page({
      style:
        ".hero{display:flex;flex-direction:column;justify-content:flex-end;height:300px;background:linear-gradient(#89a,#234)}",
      article: `<div class="hero">${heading}</div>${byline}${TEXT}`,
    }),
    "hero",
  ],
  [
    "one grid cell of title and picture",
    page({
      style: `.hero{display:grid}.hero>*{grid-area:1/1}${picture}`,
      article: `<div class="hero">${svg}${heading}</div>${byline}${TEXT}`,
    }),
    "hero",
  ],
  [
    "a ground that only the title's colour is for",
    page({
      style: ".dark{background:#123;padding:1rem}.dark h1{color:#fff}",
      article: `<header class="dark">${heading}</header>${byline}${TEXT}`,
    }),
    "dark",
  ],
  [
    "a box of a height",
    page({
      style: ".box{height:90px;overflow:hidden}h1{margin:0}",
      article: `<div class="box">${heading}</div>${byline}${TEXT}`,
    }),
    "box",
  ],
  [
    "a box of a greatest height",
    page({
      style: ".box{max-height:90px;overflow:hidden}h1{margin:0}",
      article: `<div class="box">${heading}</div>${byline}${TEXT}`,
    }),
    "box",
  ],
  [
    "a turned box",
    page({
      style: ".box{transform:rotate(-4deg);margin:2rem 0}",
      article: `<div class="box">${heading}</div>${byline}${TEXT}`,
    }),
    "box",
  ],
  [
    "moving pictures",
    page({
      style: ".box{overflow:hidden;height:160px}.s{display:flex;width:300%;transform:translateX(0)}.s>div{width:33.3%}",
      article: `<div class="box"><div class="s"><div>${heading}</div><div>Two</div></div></div>${byline}${TEXT}`,
    }),
    "box",
  ],
  [
    "a title on top of its article",
    page({
      style: "article{position:relative;padding-top:140px}h1{position:absolute;top:0}",
      article: `${heading}${byline}${TEXT}`,
    }),
    "byline",
  ],
  [
    "a picture before the article",
    page({
      style: ".hero{position:relative;height:300px;background:#345}.hero h1{position:absolute;bottom:0}",
      before: `<div class="hero">${heading}</div>`,
      article: `${byline}${TEXT}`,
    }),
    "byline",
  ],
  [
    "a second heading with the title's words",
    page({
      style: "h1{opacity:0;position:absolute}",
      article: `${heading}<h2 id="title">${TITLE}</h2>${byline}${TEXT}`,
    }),
    "title",
  ],
  [
    "a title that screen readers don't read",
    page({
      style: sr,
      article: `<h1 class="sr">${TITLE}</h1><div id="title" aria-hidden="true">${TITLE}</div>${byline}${TEXT}`,
    }),
    "title",
  ],
  [
    "a title of many parts",
    page({
      style: sr,
      article: `<h1><span class="sr">${TITLE}</span></h1><div id="title" aria-hidden="true">${TITLE.split(" ")
        .map((word) => `<span>${word}</span>`)
        .join(" ")}</div>${byline}${TEXT}`,
    }),
    "title",
  ],
  ["a heading of no size", page({ style: "h1{font-size:0;margin:0}", article: `${heading}${twin}${TEXT}` }), "title"],
  [
    "a heading that is skipped",
    page({ style: "h1{content-visibility:hidden;height:0;margin:0}", article: `${heading}${twin}${TEXT}` }),
    "title",
  ],
  [
    "a header without a box",
    page({ style: "header{display:contents}", article: `<header class="head">${heading}</header>${byline}${TEXT}` }),
    "head",
  ],
  [
    "a floated title",
    page({ style: ".f{float:left;width:40%}", article: `<div class="f">${heading}</div>${TEXT}` }),
    "f",
  ],
];

describe("the place under the title that is seen", () => {
  for (const [name, html, behind] of pages) {
    test(name, async () => {
      const seen = await head(html ?? name);
      assert.deepEqual(
        {
          behind: seen.behind,
          isSeen: seen.isSeen,
          isAboveText: seen.isAboveText,
          warnings: seen.warnings,
          errors: seen.errors,
        },
        { behind, isSeen: true, isAboveText: true, warnings: [], errors: [] },
      );
    });
  }

  test("centred under a centred title alone", async () => {
    assert.equal((await head("centred-title")).centre, true);
    assert.equal((await head(page())).centre, false);
  });

  for (const [name, expected, options] of /** @type {[string, string, Parameters<typeof page>[0]][]} */ ([
    ["at its start", "", {}],
    ["centred text", "center", { style: "h1{text-align:center}" }],
    ["centred text from right to left", "center", { html: 'lang="ar" dir="rtl"', style: "h1{text-align:center}" }],
    ["a centred box", "center", { style: "h1{width:fit-content;margin:1rem auto}" }],
    [
      "a centred item",
      "center",
      {
        style: "header{display:flex;flex-direction:column;align-items:center}",
        article: `<header>${heading}${byline}</header>${TEXT}`,
      },
    ],
    ["text at its end", "end", { style: "h1{text-align:right}" }],
    ["text at its end from right to left", "end", { html: 'lang="ar" dir="rtl"', style: "h1{text-align:left}" }],
  ])) {
    test(`the line goes with the title: ${name}`, async () => {
      await head(page(options));
      assert.equal(
        await shared.browser.inPage(() => witness.widgets()[0].style.getPropertyValue("--_align")),
        expected,
      );
    });
  }

  for (const [name, style] of [
    [
      "each kind of line has the column's width",
      "main{max-width:none}article>:is(h1,h2,p){max-width:30rem;margin-inline:auto}",
    ],
    ["each kind of line has margins", "main{max-width:none}article>:is(h1,h2,p){margin-inline:15%}"],
    ["each kind of line has padding", "main{max-width:none}article>:is(h1,h2,p){padding-inline:120px}"],
    [
      "each kind of line has lines of the grid",
      "main{max-width:none}article{display:grid;grid-template-columns:1fr min(30rem,100%) 1fr}article>:is(h1,h2,p){grid-column:2}",
    ],
    ["all lines have the column's width", "main{max-width:none}article>*{max-width:30rem;margin-inline:auto}"],
  ]) {
    test(`in the text's column: ${name}`, async () => {
      await shared.visit(page({ style: `html{overflow-y:scroll}${style}` }));
      const columns = await shared.browser.inPage(async () => {
        await witness.settled(2);
        await witness.frames(2);
        const paragraph = document.querySelector("p:last-of-type");
        const { left, right } = paragraph.getBoundingClientRect();
        const { paddingLeft, paddingRight } = getComputedStyle(paragraph);
        return [
          [left + parseFloat(paddingLeft), right - parseFloat(paddingRight)],
          ...witness.widgets().map((widget) => {
            const box = widget.getBoundingClientRect();
            return [box.left, box.right];
          }),
        ].map((edges) => edges.map(Math.round));
      });
      for (const [left, right] of columns.slice(1)) {
        assert.ok(Math.abs(left - columns[0][0]) <= 2 && Math.abs(right - columns[0][1]) <= 2, JSON.stringify(columns));
      }
    });
  }
});

/** Styles by which a page looks at what stands beside each other, each with what would look otherwise. */
const styles = [
  ["adjacent-lead", undefined],
  ["the lead behind the title", "h1 + .lead{font-size:1.5rem;font-weight:bold}"],
  ["the second of its parent", "article > :nth-child(2){color:#a00}"],
  ["zebra rows", "article > :nth-child(even){background:#eee}article > :nth-child(n+5){background:none}"],
  ["the last line", "article > p:last-child{margin-bottom:0;color:#070}"],
  ["initials", "h1 + .lead{font-style:italic}.lead + p::first-letter{font-size:3em;float:left}"],
  ["what follows a title", "h1 + *{margin-top:0;text-indent:2em}"],
  ["the first line", "h1 + .lead::first-line{font-weight:bold;font-variant:small-caps}"],
  ["what a lead holds", "h1 + .lead em{color:#c00}"],
  [
    "ground, edge and letters of a lead",
    "h1 + .lead{background-image:linear-gradient(#eee,#fff);border-left:4px solid;letter-spacing:1px;text-transform:uppercase}",
  ],
  ["a mark at the end", "article > p:last-child::after{content:' ■'}"],
  ["a mark at the end of its kind", "article > p:last-of-type::after{content:' ■'}"],
  ["a sign before a line", "article > p:nth-child(4)::before{content:'★'}"],
  ["a title before a line", "h1:has(+ p){color:#800}"],
  ["the rows of one kind", "article > p:nth-child(odd){background:#eef}"],
  ["a margin between all", "article > *{margin:0}article > * + *{margin-top:2rem}"],
  ["a rule between paragraphs", "p + p{text-indent:1.5em}"],
];

/** Runs in the page: how everything but the widget looks. */
function looks() {
  const type = ["fontSize", "fontWeight", "fontStyle", "color", "letterSpacing", "textTransform", "textIndent"];
  const box = ["backgroundColor", "backgroundImage", "borderLeftWidth", "marginTop", "marginBottom"];
  return [...document.querySelectorAll("article *")]
    .filter((element) => !element.closest("reading-widget"))
    .map((element) => {
      const own = getComputedStyle(element);
      const setOff = ["::before", "::after", "::first-letter", "::first-line"].map((part) => {
        const { content, fontSize, fontWeight } = getComputedStyle(element, part);
        return [content, fontSize, fontWeight];
      });
      return [element.localName, ...[...type, ...box].map((property) => own[property]), ...setOff.flat()].join(" ");
    });
}

describe("the page looks as it did", () => {
  for (const [name, style] of styles) {
    test(name, async () => {
      const html = style
        ? page({
            style,
            article: `${heading}<p class="lead">The rollers of the swing bridge <em>are</em> cracked, and the ferry terminal loses its short way into town.</p>${TEXT}`,
          })
        : await shared.page(name);
      await shared.visit(html.replace(/<script type="module".*?<\/script>/, ""));
      const before = await shared.browser.inPage(looks);
      await shared.visit(html);
      await shared.browser.inPage(() => witness.settled(2));
      assert.deepEqual(await shared.browser.inPage(looks), before);
    });
  }

  test("empty-hidden-in-article", async () => {
    const seen = await head("empty-hidden-in-article");
    assert.deepEqual([seen.isSeen, seen.errors], [true, []]);
  });

  for (const [name, style, isShown] of /** @type {[string, string, boolean][]} */ ([
    ["hidden as empty", "article > *:empty{display:none}", true],
    ["hidden on purpose", "reading-widget{display:none}", false],
  ])) {
    test(`the publisher's own element, ${name}`, async () => {
      await shared.visit(page({ style, article: `${heading}<reading-widget show="time"></reading-widget>${TEXT}` }));
      const shown = await shared.browser.inPage(async () => {
        await witness.settled(1);
        await witness.frames(2);
        return witness.shown(witness.part("time"));
      });
      assert.equal(shown, isShown);
    });
  }
});
