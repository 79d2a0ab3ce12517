// Sizes follow the page's text, not its root's; nothing is too small to be read or hit.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withVoices } from "../browser/voices.js";
import { TEXT, TITLE, page } from "./article.js";
import { hosts } from "./hosts.js";

const shared = hosts();
const inPage = (act, ...values) => shared.browser.inPage(act, ...values);
const tag = '<script type="module" src="/dist/reading-widget.js" data-quote="popover"></script>';
const all = '<reading-widget show="time progress sections topics listen share" targets="all"></reading-widget>';
const story = (style, { around = (inner) => inner, ...rest } = {}) =>
  page({
    tag,
    style,
    head: withVoices([{ name: "Anna", lang: "en-GB" }]),
    article: `<h1>${TITLE}</h1>${around(all)}${TEXT}`,
    ...rest,
  });

/** `text`: the size that the time then has, in pixels. */
const places = [
  { name: "root-1px", text: 15 },
  { name: "a page of 16 px", html: story(""), text: 15 },
  {
    name: "a root of 62.5 %",
    html: story("html{font-size:62.5%}body{font-size:1.6rem}main{max-width:74rem}"),
    text: 15,
  },
  { name: "a root of 10 px, text of 20 px", html: story("html{font-size:10px}body{font-size:2rem}"), text: 18.75 },
  { name: "a root of 1 px", html: story("html{font-size:1px}body{font-size:16px}main{max-width:740px}"), text: 15 },
  {
    name: "a root of 100 px",
    html: story("html{font-size:100px}body{font-size:.16rem}main{max-width:7rem}"),
    text: 15,
  },
  { name: "a fluid root", html: story("html{font-size:calc(1vw + 2px)}body{font-size:17px}"), text: 15.94 },
  { name: "text twice as large", html: story("body{font-size:200%}"), text: 30 },
  { name: "text of 3rem", html: story("body{font-size:3rem}"), text: 45 },
  { name: "small text", html: story("body{font-size:11px}"), text: 12 },
  {
    name: "font-size: 0 against gaps",
    html: story("", { around: (inner) => `<div style="font-size:0">${inner}</div>` }),
    text: 15,
  },
  {
    name: "a large line for the byline",
    html: story("", { around: (inner) => `<div style="font-size:24px">${inner}</div>` }),
    text: 22.5,
  },
  { name: "* { font-size } of the page's", html: story("*{font-size:18px}"), text: 16.88 },
  { name: "--reading-size", html: story("reading-widget{--reading-size:20px}"), text: 20 },
  { name: "--reading-size in em", html: story("reading-widget{--reading-size:1.25em}"), text: 20 },
  { name: "--reading-size too small", html: story("reading-widget{--reading-size:6px}"), text: 12 },
];

/** Everything that is too small, and how large the time's text is. */
function measure() {
  const found = [];
  for (const { shadowRoot } of witness.widgets()) {
    for (const element of shadowRoot.querySelectorAll(".frame *")) {
      if (!witness.shown(element) || element.localName === "option") continue;
      const size = parseFloat(getComputedStyle(element).fontSize);
      if (size < 11.99 && (element.childNodes[0]?.nodeType === Node.TEXT_NODE || element.value))
        found.push(`${element.className || element.localName}: text of ${size} px`);
      if (!element.matches("a, button, select, input")) continue;
      const { width, height } = element.getBoundingClientRect();
      const least = matchMedia("(pointer: coarse)").matches && element.type !== "checkbox" ? 44 : 24;
      if (width < least - 0.1 || height < least - 0.1)
        found.push(`${element.className || element.localName}: ${width} × ${height}`);
    }
  }
  return { found, text: Math.round(parseFloat(getComputedStyle(witness.part("time")).fontSize) * 100) / 100 };
}

for (const { name, html, text } of places) {
  test(`sizes: ${name}`, async () => {
    await shared.visit(html ?? name);
    await inPage(() => witness.settled(1));
    assert.deepEqual(await inPage(measure), { found: [], text });
    // What lies in the top layer follows too.
    await shared.browser.click(() => witness.parts("share-button").find(witness.shown));
    await shared.browser.until(() =>
      witness.parts("target").some((target) => target.dataset.target === "mastodon" && witness.shown(target)),
    );
    await shared.browser.click(() => witness.target("mastodon"));
    // The list finds its place anew when it has grown.
    const isOnScreen = await shared.browser.until(() => {
      const { left, right, top, bottom } = witness.parts("share")[0].querySelector("#panel").getBoundingClientRect();
      return left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight;
    });
    assert.ok(isOnScreen, "the list is on the screen");
    const size = await inPage(() =>
      parseFloat(getComputedStyle(witness.parts("share")[0].querySelector("#panel")).fontSize),
    );
    assert.ok(Math.abs(size - text) < 0.1, `${size}`);
    assert.deepEqual(await inPage(measure), { found: [], text });
  });
}

test("a finger has 44 px", async (t) => {
  if (!shared.browser.emulatesTouch) return t.skip("this engine can't be told");
  await shared.visit(story("html{font-size:62.5%}body{font-size:15px}"));
  await inPage(() => witness.settled(1));
  await shared.browser.touching(async () => {
    assert.deepEqual((await inPage(measure)).found, []);
    await inPage(() => witness.parts("share-button")[0].click());
    await shared.browser.until(() => witness.shown(witness.target("mastodon")));
    await inPage(() => witness.target("mastodon").click());
    assert.deepEqual((await inPage(measure)).found, []);
  });
});
