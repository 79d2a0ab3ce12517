// The place is chosen by what readers see, and where nothing else on the page looks otherwise for it.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { page, TEXT, TITLE } from "./article.js";
import { hosts } from "./hosts.js";

const shared = hosts();

/** Visits a page and says where its first widget is: behind what, and how it looks from the reader's side. */
async function head(nameOrHtml) {
  await shared.visit(nameOrHtml);
  return shared.browser.inPage(async (words) => {
    await witness.settled(2);
    await witness.frames(2);
    const [widget] = witness.widgets();
    const frame = widget.shadowRoot.querySelector(".frame").getBoundingClientRect();
    const first = [...document.querySelectorAll("p")].find((p) => p.textContent.startsWith(words)).getBoundingClientRect();
    const time = witness.part("time").getBoundingClientRect();
    return {
      behind: widget.previousElementSibling?.id || widget.previousElementSibling?.className || widget.previousElementSibling?.localName,
      isSeen: frame.width > 100 && frame.height > 10 && witness.shown(witness.part("time")),
      isAboveText: frame.bottom <= first.top + 1,
      centre: Math.round(time.left - frame.left) > 20,
      warnings: witness.warnings, errors: witness.errors,
    };
  }, TEXT.slice(3, 40));
}

const sr = ".sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}";
const twin = `<p id="title" style="font-size:2rem">${TITLE}</p>`;
const heading = `<h1>${TITLE}</h1>`;
const byline = '<p class="byline">By Anna Vester</p>';

const pages = [
  ["hidden-h1", undefined, "p"],
  ["hidden-h1-wrapper", undefined, "p"],
  ["hero-absolute-title", undefined, "hero"],
  ["centred-title", undefined, "h1"],
  ["a heading clipped away beside a visible title", page({ style: sr, article: `<h1 class="sr">${TITLE}</h1>${twin}${byline}${TEXT}` }), "title"],
  ["a heading off the screen", page({ style: "h1{position:absolute;left:-9999px}", article: `${heading}${twin}${TEXT}` }), "title"],
  ["a heading that can't be seen through", page({ style: "h1{opacity:0;height:1px;overflow:hidden}", article: `${heading}${twin}${TEXT}` }), "title"],
  ["a picture that the title lies on", page({ style: ".hero{position:relative;height:300px;background:#345}.hero div{position:absolute;inset:auto 0 0}", article: `<div class="hero"><div>${heading}</div></div>${byline}${TEXT}` }), "hero"],
  ["a bar that is fixed", page({ style: ".bar{position:fixed;top:0;left:0;right:0;background:#eee}main{padding-top:90px}", article: `<div class="bar">${heading}</div>${byline}${TEXT}` }), "bar"],
  ["a floated title", page({ style: ".f{float:left;width:40%}", article: `<div class="f">${heading}</div>${TEXT}` }), "f"],
];

describe("the place under the title that is seen", () => {
  for (const [name, html, behind] of pages) {
    test(name, async () => {
      const seen = await head(html ?? name);
      assert.deepEqual({ behind: seen.behind, isSeen: seen.isSeen, isAboveText: seen.isAboveText, warnings: seen.warnings, errors: seen.errors }, { behind, isSeen: true, isAboveText: true, warnings: [], errors: [] });
    });
  }

  test("centred under a centred title alone", async () => {
    assert.equal((await head("centred-title")).centre, true);
    assert.equal((await head(page())).centre, false);
  });
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
  ["a rule between paragraphs", "p + p{text-indent:1.5em}"],
];

/** Runs in the page: how everything but the widget looks. */
function looks() {
  return [...document.querySelectorAll("article *")].filter((element) => !element.closest("reading-widget")).map((element) => {
    const { fontSize, fontWeight, fontStyle, color, backgroundColor, marginTop, marginBottom, textIndent } = getComputedStyle(element);
    return [element.localName, fontSize, fontWeight, fontStyle, color, backgroundColor, marginTop, marginBottom, textIndent, getComputedStyle(element, "::first-letter").fontSize].join(" ");
  });
}

describe("the page looks as it did", () => {
  for (const [name, style] of styles) {
    test(name, async () => {
      const html = style ? page({ style, article: `${heading}<p class="lead">The rollers of the swing bridge are cracked, and the ferry terminal loses its short way into town.</p>${TEXT}` }) : await shared.page(name);
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

  for (const [name, style, isShown] of [["hidden as empty", "article > *:empty{display:none}", true], ["hidden on purpose", "reading-widget{display:none}", false]]) {
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
