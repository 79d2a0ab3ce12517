// Wherever the place shrinks to fit, the widget has the width of what it shows; where the place is
// narrow, it wraps. Nothing sticks out.
import assert from "node:assert/strict";
import { test } from "node:test";
import { TEXT, TITLE, page } from "./article.js";
import { hosts } from "./hosts.js";

const shared = hosts();
const inPage = (act, ...values) => shared.browser.inPage(act, ...values);
const own = (show = "time topics") => `<reading-widget show="${show}"></reading-widget>`;
const tag = '<script type="module" src="/dist/reading-widget.js" data-topics="swing bridge,ferry terminal"></script>';
const story = (top, style = "") => page({ tag, style, article: `${top}${TEXT}` });
const title = `<h1>${TITLE}</h1>`;

/** `lines`: on how many the time and the chips stand together, on a desktop; one if not said. `free`: its room is the screen's, not its parent's. */
const places = [
  { name: "grid-justify-center" },
  { name: "flex-column-start" },
  { name: "inline-block-own" },
  {
    name: "a centred flex column",
    html: story(`<header>${title}${own()}</header>`, "header{display:flex;flex-direction:column;align-items:center}"),
  },
  {
    name: "a flex column at its end",
    html: story(`<header>${title}${own()}</header>`, "header{display:flex;flex-direction:column;align-items:flex-end}"),
  },
  {
    name: "a flex byline",
    html: story(
      `${title}<div class="byline"><span>By Anna Vester</span>${own("time")}<span>12 March</span></div>`,
      ".byline{display:flex;gap:1em}",
    ),
  },
  {
    name: "a flex byline with chips",
    html: story(`${title}<div class="byline"><span>By Anna</span>${own()}</div>`, ".byline{display:flex;gap:1em}"),
  },
  {
    name: "an inline-flex byline",
    html: story(
      `${title}<div class="byline"><span>By Anna</span>${own("time")}</div>`,
      ".byline{display:inline-flex;gap:1em}",
    ),
  },
  {
    name: "an inline element",
    html: story(`${title}<p>By Anna Vester · ${own("time")} · 12 March</p>`, "reading-widget{display:inline}"),
  },
  {
    name: "an inline-flex element",
    html: story(`${title}<p>By Anna Vester · ${own("time")}</p>`, "reading-widget{display:inline-flex}"),
  },
  { name: "an element without a box", html: story(`${title}<div>${own()}</div>`, "reading-widget{display:contents}") },
  { name: "a float", html: story(`${title}${own()}`, "reading-widget{float:left}") },
  { name: "a float at the end", html: story(`${title}<div style="float:right">${own()}</div>`) },
  { name: "a table cell", html: story(`${title}<table><tr><td>By Anna</td><td>${own()}</td></tr></table>`) },
  {
    name: "a table cell beside a long one",
    html: story(
      `${title}<table><tr><td>${own("time")}</td><td>${"A long text beside it. ".repeat(30)}</td></tr></table>`,
    ),
    lines: 2,
  },
  { name: "CSS table", html: story(`${title}<div style="display:table">${own()}</div>`) },
  {
    name: "a sticky header",
    html: page({
      tag,
      style: ".bar{position:sticky;top:0;display:flex;justify-content:space-between;align-items:center}",
      before: `<div class="bar"><b>News</b>${own("time")}</div>`,
    }),
  },
  {
    name: "a fixed rail",
    html: story(`${title}<aside style="position:fixed;left:0;top:0">${own()}</aside>`),
    free: true,
  },
  {
    name: "a narrow fixed rail",
    html: story(`${title}<aside style="position:fixed;left:0;top:0;width:4.5em">${own()}</aside>`),
    lines: 9,
  },
  {
    name: "a parent out of flow",
    html: story(
      `<div style="position:relative;height:6em">${title}<div style="position:absolute;bottom:0">${own()}</div></div>`,
    ),
  },
  {
    name: "justify-items: start",
    html: story(`<header>${title}${own()}</header>`, "header{display:grid;justify-items:start}"),
  },
  {
    name: "place-items: center",
    html: story(`<header>${title}${own()}</header>`, "header{display:grid;place-items:center}"),
  },
  {
    name: "an automatic grid track",
    html: story(`${title}<div style="display:grid;grid-template-columns:auto 1fr">${own()}<span>Text</span></div>`),
  },
  {
    name: "the smallest grid track",
    html: story(
      `${title}<div style="display:grid;grid-template-columns:min-content 1fr">${own()}<span>Text</span></div>`,
    ),
    lines: 9,
  },
  { name: "fit-content", html: story(`${title}${own()}`, "reading-widget{width:fit-content;margin-inline:auto}") },
  { name: "max-content", html: story(`${title}${own()}`, "reading-widget{width:max-content}") },
  { name: "an inline block around it", html: story(`${title}<div style="display:inline-block">${own()}</div>`) },
  { name: "two columns", html: story(`${title}${own()}`, "article{columns:2}"), lines: 2 },
  {
    name: "a vertical column",
    html: story(`${title}<div style="writing-mode:vertical-rl">${own()}</div>`),
    lines: 9,
    free: true,
  },
  {
    name: "the share actions in a centred flex column",
    html: story(
      `${title}<footer style="display:flex;flex-direction:column;align-items:center">${own("share")}</footer>`,
    ),
  },
  { name: "the contents in a float", html: story(`${title}<div style="float:right">${own("sections")}</div>`) },
  {
    name: "by itself in a flex column at its end",
    html: story(`<header>${title}</header>`, "header{display:flex;flex-direction:column;align-items:flex-end}"),
  },
];

/** What stands wrong, looked at in the page. */
function faults() {
  const found = [];
  for (const [index, widget] of witness.widgets().entries()) {
    const parts = [...widget.shadowRoot.querySelectorAll(".time, .topic, .button, .sections a")].filter(witness.shown);
    for (const part of parts) {
      const { left, right, width } = part.getBoundingClientRect();
      if (width < 24) found.push(`${index}: ${part.className || part.localName} is ${width} px wide`);
      if (left < -1 || right > document.body.getBoundingClientRect().right + 1)
        found.push(`${index}: ${part.textContent} sticks out: ${left} to ${right}`);
      if (part.scrollWidth > part.clientWidth + 1) found.push(`${index}: ${part.textContent} overflows`);
    }
    if (!parts.length && !widget.hidden) found.push(`${index} shows nothing`);
  }
  return found;
}

/** On how many lines the time and the chips of a widget stand. */
const lines = () =>
  inPage(() =>
    Math.max(
      ...witness.widgets().map(({ shadowRoot }) => {
        const middles = [...shadowRoot.querySelectorAll(".time, .topic")]
          .map((part) => part.getBoundingClientRect())
          .map(({ top, height }) => Math.round((top + height / 2) / 8));
        return new Set(middles).size;
      }),
    ),
  );

async function visit(name, html) {
  await shared.visit(html ?? name);
  await inPage(() => witness.settled(1));
}

for (const { name, html, lines: most = 1, free = false } of places) {
  test(`${name} has room for it`, async () => {
    await visit(name, html);
    assert.deepEqual(await inPage(faults), []);
    assert.ok((await lines()) <= most, `${await lines()} lines`);
    assert.deepEqual(await inPage(() => [...witness.warnings, ...witness.errors]), []);
  });

  if (free) continue;

  test(`${name} of 320 px, and with text twice as large`, async () => {
    await visit(name, html);
    for (const size of ["", "200%"]) {
      await inPage(
        (size) => Object.assign(document.body.style, { width: "320px", overflowX: "clip", fontSize: size }),
        size,
      );
      assert.deepEqual(await inPage(faults), [], size);
    }
  });
}

test("in a line of the page's it is not higher than the line", async () => {
  for (const display of ["inline-block", "inline", "inline-flex"]) {
    await visit(
      "",
      story(
        `${title}<p id="with">By Anna · ${own("time")}</p><p id="without">By Anna</p>`,
        `reading-widget{display:${display}}`,
      ),
    );
    const [high, low] = await inPage(() =>
      ["with", "without"].map((id) => document.getElementById(id).getBoundingClientRect().height),
    );
    assert.ok(high < low + 6, `${display}: ${high} and ${low}`);
  }
});

test("what is shown stays in its box when a place gets narrower", async () => {
  await visit("", story(`${title}${own()}`, "article{width:100%}"));
  for (const width of [700, 400, 240, 160, 110]) {
    await inPage((width) => {
      document.body.style.width = `${width}px`;
    }, width);
    assert.deepEqual(await inPage(faults), [], `${width} px`);
  }
});

test("Chinese and Japanese stand in words, not one letter a line", async () => {
  const head = '<reading-widget show="time topics" lang="ja" topics="霧ヶ沢登山鉄道,紅葉"></reading-widget>';
  await visit(
    "",
    story(`${title}<table><tr><td>${head}</td><td>${"A long text beside it. ".repeat(30)}</td></tr></table>`),
  );
  assert.deepEqual(
    await inPage(() =>
      witness
        .parts("topic")
        .filter((chip) => chip.getBoundingClientRect().height > 40)
        .map((chip) => chip.textContent),
    ),
    [],
  );
});

test("--_align says where the line begins", async () => {
  for (const [align, expected] of /** @type {[string, number][]} */ ([
    ["", 0],
    ["center", 0.5],
    ["end", 1],
  ])) {
    await visit("", story(`${title}${own()}`));
    const at = await inPage((align) => {
      const [widget] = witness.widgets();
      if (align) widget.style.setProperty("--_align", align);
      const box = widget.getBoundingClientRect();
      const boxes = [...widget.shadowRoot.querySelectorAll(".time, .chip")].map((part) => part.getBoundingClientRect());
      const [left, right] = [
        Math.min(...boxes.map(({ left }) => left)) - box.left,
        box.right - Math.max(...boxes.map(({ right }) => right)),
      ];
      return left / (left + right);
    }, align);
    assert.ok(Math.abs(at - expected) < 0.02, `${align}: ${at}`);
  }
});
