// Whatever `zoom` the page has, and however it is pinched, the list and the button beside a selection
// stand where they belong, on the screen. Where things are is asked by what lies at a point, too: under
// `zoom` a rectangle's pixels aren't the same in every engine.
import assert from "node:assert/strict";
import { test } from "node:test";
import { engine } from "../browser/browser.js";
import { TEXT, TITLE, page } from "./article.js";
import { hosts } from "./hosts.js";

const shared = hosts();
const inPage = (act, ...values) => shared.browser.inPage(act, ...values);
const tag = '<script type="module" src="/dist/reading-widget.js" data-quote="popover"></script>';
const story = (style, { html = 'lang="en"', after = "" } = {}) =>
  page({ tag, style, html, article: `<h1>${TITLE}</h1>${TEXT}${after}` });

/**
 * `isApart`: text and widget have a zoom each. Before rectangles were standardised under `zoom`, WebKit gave
 * each in its own pixels, which nothing tells apart: there the button beside a selection is off.
 */
const places = [
  { name: "zoom-html-1.25" },
  { name: "zoom-body-0.8" },
  { name: "no zoom", html: story("") },
  { name: "html 1.1", html: story("html{zoom:1.1}") },
  { name: "html 1.5", html: story("html{zoom:1.5}") },
  { name: "html 0.75", html: story("html{zoom:.75}") },
  { name: "html 90 %", html: story("html{zoom:90%}") },
  { name: "body 1.25", html: story("body{zoom:1.25}") },
  { name: "body 1.5 that is positioned", html: story("body{zoom:1.5;position:relative;margin:40px}") },
  { name: "main 1.3", html: story("main{zoom:1.3}") },
  { name: "article 0.9", html: story("article{zoom:.9}") },
  { name: "html and body", html: story("html{zoom:1.2}body{zoom:.8}") },
  { name: "body and article", html: story("body{zoom:.8}article{zoom:1.5}") },
  { name: "the element itself", html: story("reading-widget{zoom:1.4}"), isApart: true },
  { name: "html 1.25, right to left", html: story("html{zoom:1.25}", { html: 'lang="ar" dir="rtl"' }) },
  { name: "body 0.8, right to left", html: story("body{zoom:.8}", { html: 'lang="ar" dir="rtl"' }) },
  { name: "a body that is positioned, with a margin", html: story("body{position:relative;margin:60px 30px}") },
  { name: "a body that is moved", html: story("body{transform:translate(40px,-30px)}") },
  { name: "a main that is scaled", html: story("main{transform:scale(1.2);transform-origin:0 0}") },
  { name: "a body of its own scrolling", html: story("html,body{height:100%}body{overflow:auto}") },
  {
    name: "space below the article",
    html: story("body{zoom:1.25}", { after: '<p style="margin-top:100vh">More.</p>' }),
  },
];

/** Runs in the page: the box of an element in the screen's pixels, by asking what lies at its points. */
const boxOf = `(element) => {
  const root = element.getRootNode();
  const [width, height, step] = [document.documentElement.clientWidth, innerHeight, 12];
  const isAt = (x, y) => x >= 0 && y >= 0 && x < width && y < height && element.contains(root.elementFromPoint(x, y));
  const points = [];
  for (let y = 1; y < height; y += step) for (let x = 1; x < width; x += step) if (isAt(x, y)) points.push([x, y]);
  if (!points.length) return null;
  // From the middle: corners are round.
  const [x, y] = [0, 1].map((axis) => Math.round((Math.min(...points.map((point) => point[axis])) + Math.max(...points.map((point) => point[axis]))) / 2));
  const reach = (dx, dy) => { let far = 0; while (isAt(x + dx * (far + 1), y + dy * (far + 1))) far++; return far; };
  return { left: x - reach(-1, 0), right: x + reach(1, 0), top: y - reach(0, -1), bottom: y + reach(0, 1) };
}`;

/** The boxes of both, and the screen's size. */
async function boxes(opener, popover) {
  return inPage(
    `() => { const boxOf = ${boxOf}; return { opener: boxOf((${opener})()), popover: boxOf((${popover})()), width: document.documentElement.clientWidth, height: innerHeight }; }`,
  );
}

const button = () => witness.part("share-button");
const panel = () => witness.part("share").querySelector("#panel");

for (const { name, html, isApart = false } of places) {
  test(`the list stands beside its button: ${name}`, async () => {
    await shared.visit(html ?? name);
    await inPage(() => witness.settled(1));
    // Where the button is near the top there is room below it, else above.
    for (const block of ["start", "center", "end"]) {
      await inPage(`(block) => (${button})().scrollIntoView({ block })`, block);
      await inPage(() => witness.still());
      const { opener } = await boxes(button, panel);
      await inPage(`() => (${button})().click()`);
      await inPage(() => witness.frames(3));
      const { popover, width, height } = await boxes(button, panel);
      const foot = await inPage(
        `() => { const at = (${panel})().lastElementChild.previousElementSibling.lastElementChild; at.scrollIntoView({ block: "nearest" }); return witness.shown(at); }`,
      );
      assert.ok(foot);
      const isRtl = await inPage(`() => getComputedStyle((${panel})()).direction === "rtl"`);
      const [edge, at] = isRtl ? [popover.right, opener.right] : [popover.left, opener.left];
      assert.ok(
        Math.abs(edge - at) < 8 || popover.left < 16 || popover.right > width - 16,
        `${block}: ${JSON.stringify({ opener, popover, width })}`,
      );
      const gap = Math.min(Math.abs(popover.top - opener.bottom), Math.abs(opener.top - popover.bottom));
      const covers = popover.top < opener.bottom && popover.bottom > opener.top;
      // A low screen, or a large zoom, leaves no room beside it.
      assert.ok(
        (!covers && gap < 24) || popover.bottom - popover.top > height - 360,
        `${block}: ${JSON.stringify({ opener, popover, height })}`,
      );
      assert.ok(
        popover.left >= 4 && popover.top >= 4 && popover.right <= width - 4 && popover.bottom <= height - 4,
        `${block}: ${JSON.stringify({ popover, width, height })}`,
      );
      await inPage(`() => (${panel})().hidePopover()`);
    }
  });

  test(`the button beside a selection stands below it: ${name}`, async (t) => {
    if (isApart && engine === "webkit") return t.skip("each has pixels of its own");
    const source = (html ?? (await shared.page(name)))
      .replace("For the ferry terminal", "<mark>$&</mark>")
      .replace(/reading-widget.js"(?! data-quote)/, '$& data-quote="popover"');
    await shared.visit(source);
    await inPage(async () => {
      await witness.settled(1);
      const mark = document.querySelector("mark");
      mark.scrollIntoView({ block: "center" });
      await witness.still();
      getSelection().selectAllChildren(mark);
    });
    await shared.browser.until(() => witness.shown(witness.part("share").querySelector("#passage")));
    await inPage(() => witness.frames(3));
    const { popover } = await boxes(button, () => witness.part("share").querySelector("#passage"));
    const mark = await inPage(`() => (${boxOf})(document.querySelector("article mark"))`);
    assert.ok(popover.top > mark.bottom - 4 && popover.top < mark.bottom + 28, JSON.stringify({ mark, popover }));
    const middle = (popover.left + popover.right) / 2;
    assert.ok(Math.abs(middle - mark.right) < 24 || popover.left < 16, JSON.stringify({ mark, popover }));
  });
}

test("a pinched page has the list in the part that is seen", async (t) => {
  if (!shared.browser.emulatesTouch) return t.skip("this engine can't be told");
  await shared.visit(story(""));
  await inPage(() => witness.settled(1));
  await inPage(`() => (${button})().scrollIntoView({ block: "center" })`);
  await shared.browser.pinching(1.6, async () => {
    await inPage(`() => (${button})().click()`);
    await inPage(() => witness.frames(3));
    const { box, view } = await inPage(`() => {
      const { left, top, right, bottom } = (${panel})().getBoundingClientRect();
      const { offsetLeft, offsetTop, width, height, scale } = visualViewport;
      return { box: { left, top, right, bottom }, view: { left: offsetLeft, top: offsetTop, right: offsetLeft + width, bottom: offsetTop + height, scale } };
    }`);
    assert.ok(Math.abs(view.scale - 1.6) < 0.01);
    assert.ok(
      box.left >= view.left && box.top >= view.top && box.right <= view.right && box.bottom <= view.bottom,
      JSON.stringify({ box, view }),
    );
  });
});
