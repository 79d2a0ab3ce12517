// What a page says of its text stops at the widget: every computed value of every element inside is the
// same as on a page that says nothing. Colour, size, direction of the language, visibility stay inherited.
import assert from "node:assert/strict";
import { test } from "node:test";
import { TEXT, TITLE, page } from "./article.js";
import { hosts } from "./hosts.js";

const shared = hosts();
const inPage = (act, ...values) => shared.browser.inPage(act, ...values);
const tag =
  '<script type="module" src="/dist/reading-widget.js" data-show="time sections topics share" data-quote="popover"></script>';
const story = (style = "", html = 'lang="en"') =>
  page({
    tag,
    style,
    html,
    article: `<h1>${TITLE}</h1><div class="around"><reading-widget></reading-widget></div>${TEXT}`,
  });

const said = [
  "text-indent:2em",
  "text-transform:uppercase",
  "text-transform:capitalize",
  "word-spacing:1em",
  "letter-spacing:.3em",
  "text-shadow:1px 1px 3px red",
  "white-space:nowrap",
  "white-space:pre-wrap",
  "hyphens:auto",
  "line-height:3",
  "line-height:0",
  "line-height:10px",
  "direction:rtl",
  "text-align:center",
  "text-align:justify;text-align-last:justify",
  "text-align:right",
  "font-variant:small-caps",
  "font-variant-numeric:oldstyle-nums",
  "font-feature-settings:'smcp'",
  "font-style:italic",
  "font-weight:900",
  "font-stretch:expanded",
  "font-kerning:none",
  "font-size-adjust:.8",
  "font-family:monospace",
  "font-synthesis:none",
  "quotes:'<' '>'",
  "tab-size:20",
  "text-wrap:balance",
  "text-wrap:nowrap",
  "word-break:break-all",
  "overflow-wrap:anywhere",
  "line-break:anywhere",
  "list-style:square inside",
  "cursor:none",
  "cursor:text",
  "user-select:none;-webkit-user-select:none",
  "-webkit-text-fill-color:transparent",
  "-webkit-text-stroke:2px red",
  "writing-mode:vertical-rl",
  "writing-mode:vertical-lr;text-orientation:upright",
  "border-collapse:collapse;border-spacing:9px",
  "text-emphasis:dot red",
  "hanging-punctuation:first",
  "text-underline-offset:1em",
  "text-decoration-skip-ink:none",
  "orphans:5;widows:5",
  "image-rendering:pixelated",
  "caret-color:red",
  "accent-color:red",
  "color-scheme:dark",
  "stroke:red;fill:red;stroke-width:9px",
  "paint-order:stroke",
  "text-rendering:geometricPrecision",
  "forced-color-adjust:none",
  "scrollbar-width:none",
  "font:italic 700 1em/2 monospace",
  "speak:never",
  "ruby-position:under",
  "caption-side:bottom",
  "empty-cells:hide",
  "font-optical-sizing:none",
];

/** Rules as themes have them, that reach the element itself. */
const reaching = [
  "*{text-indent:2em;line-height:1;letter-spacing:1px}",
  "*{box-sizing:content-box}*{word-spacing:.5em;text-transform:uppercase}",
  "article *{font-style:italic;text-align:right;white-space:nowrap}",
  "article>div,article>div>*{font:italic 1em/1 cursive;text-shadow:0 0 2px #000}",
  "reading-widget{text-indent:3em;text-align:center;writing-mode:horizontal-tb;line-height:4}",
  ":not(p){hyphens:auto;word-break:break-all;overflow-wrap:anywhere}",
  "html *{-webkit-text-fill-color:#0000;text-emphasis:dot}",
  "*{list-style:square;quotes:none;font-variant:small-caps;user-select:none;-webkit-user-select:none}",
];

/** Every computed value of every element inside; what the widget says itself, once it is opened, too. */
async function looks(html) {
  await shared.visit(html);
  return inPage(async () => {
    await witness.settled(1);
    const { shadowRoot } = witness.widgets()[0];
    shadowRoot.querySelector("[data-open]")?.click();
    await witness.frames();
    return [...shadowRoot.querySelectorAll(".frame, .frame *:not(option):not(path)")].map((element) => {
      const style = getComputedStyle(element);
      return [
        element.className || element.localName,
        Object.fromEntries(
          [...style].filter((name) => !name.startsWith("--")).map((name) => [name, style.getPropertyValue(name)]),
        ),
      ];
    });
  });
}

function differences(plain, seen) {
  const found = new Set();
  if (plain.length !== seen.length) found.add(`${plain.length} and ${seen.length} elements`);
  for (const [index, [name, values]] of plain.entries()) {
    for (const [property, value] of Object.entries(values)) {
      // Where the page's lines are higher or lower the list stands elsewhere, and goes up or down.
      if (name === "panel" && /^(top|bottom|left|right|inset|max-(height|block))/.test(property)) continue;
      const now = seen[index]?.[1][property];
      if (now !== value) found.add(`${property} of ${name}: ${now} instead of ${value}`);
    }
  }
  return [...found].slice(0, 12);
}

let plain;
for (const { name, style } of [
  ...said.map((declarations) => ({ name: declarations, style: `.around{${declarations}}` })),
  ...reaching.map((rule) => ({ name: rule, style: rule })),
]) {
  test(`inherited: ${name}`, async () => {
    // The place has one width, whatever the text says.
    const place = "reading-widget{display:block!important;width:640px!important;height:auto!important;direction:ltr}";
    plain ??= await looks(story(place));
    assert.deepEqual(differences(plain, await looks(story(style + place))), []);
  });
}

test("the comparison can fail", async () => {
  plain ??= await looks(story());
  const seen = structuredClone(plain);
  seen[3][1]["text-indent"] = "32px";
  assert.equal(differences(plain, seen).length, 1);
});

test("text-indent: the clock stands beside its words", async () => {
  await shared.visit("text-indent");
  assert.ok(
    await inPage(async () => {
      await witness.settled(2);
      const time = witness.part("time");
      const range = document.createRange();
      range.selectNodeContents(time.querySelector("time"));
      return range.getBoundingClientRect().left - time.querySelector("svg").getBoundingClientRect().right < 10;
    }),
  );
});

test("colour, size and visibility are the page's", async () => {
  await shared.visit(story(".around{color:rgb(120,20,20);font-size:24px;visibility:hidden}"));
  assert.deepEqual(
    await inPage(async () => {
      await witness.settled(1);
      const { color, fontSize, visibility } = getComputedStyle(witness.widgets()[0].shadowRoot.querySelector(".frame"));
      return { color, fontSize, visibility };
    }),
    { color: "rgb(120, 20, 20)", fontSize: "22.5px", visibility: "hidden" },
  );
});

for (const [lang, direction] of [
  ["ar", "rtl"],
  ["he", "rtl"],
  ["tr", "ltr"],
  ["ja", "ltr"],
]) {
  test(`language and direction are those of the widget's words: ${lang} on a page that goes the other way`, async () => {
    const other = direction === "rtl" ? "ltr" : "rtl";
    await shared.visit(story(`.around{direction:${other}}`).replace("<reading-widget", `$& lang="${lang}"`));
    assert.deepEqual(
      await inPage(async () => {
        await witness.settled(1);
        const frame = witness.widgets()[0].shadowRoot.querySelector(".frame");
        // The engine's own idea of the language chooses fonts and letters: a Turkish i has a dot in capitals too.
        const letter = document.createElement("span");
        letter.style.textTransform = "uppercase";
        letter.textContent = "i";
        frame.append(letter);
        // biome-ignore lint/performance/useDomNodeTextContent: as it is rendered.
        return [getComputedStyle(frame).direction, letter.innerText];
      }),
      [direction, lang === "tr" ? "İ" : "I"],
    );
  });
}
