// Every state of every control can be read: on light, dark and coloured pages, with a publisher's own
// colours, with the pointer where it really is. The numbers are WCAG's: 4.5:1 for text, 3:1 for the rest.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { engine } from "../browser/browser.js";
import { withVoices } from "../browser/voices.js";
import { TEXT, TITLE, page } from "./article.js";
import { hosts } from "./hosts.js";

const shared = hosts();
const inPage = (act, ...values) => shared.browser.inPage(act, ...values);
const script = await readFile(new URL("contrast.js", import.meta.url), "utf8");

/**
 * `edge`: that borders can be seen is promised for our own colours, not for a publisher's. `all`: seen in
 * every engine; the rest, which differs in its colours alone, in Chromium.
 */
const pages = [
  { name: "white", edge: true, all: true },
  { name: "paper, soft text", style: "body{background:#fbf9f4;color:#444}", edge: true },
  { name: "dark", style: "body{background:#14161a;color:#e9eaec}", edge: true, all: true },
  { name: "black, grey text", style: "body{background:#000;color:#aaa}", edge: true },
  { name: "blue, white text", style: "body{background:#0b4a8c;color:#fff}", edge: true },
  { name: "sand, brown text", style: "body{background:#f3e3c3;color:#3b2410}", edge: true },
  {
    name: "every control of the page's",
    style: "button,a,input,select{color:#fff!important;background:#fff!important}button:hover{color:red!important}",
    all: true,
  },
  ...[
    "#ffd400",
    "#00c2a8",
    "white",
    "black",
    "#0000ff",
    "#7f7f7f",
    "rgb(160 32 255)",
    "hsl(120 100% 27%)",
    "oklch(.7 .3 330)",
    "light-dark(#ff0, #005)",
  ].map((accent) => ({
    name: `accent ${accent}`,
    style: `reading-widget{--reading-accent:${accent}}`,
    all: accent.includes("(") && !accent.startsWith("rgb"),
  })),
  {
    name: "cream panels on a dark page",
    style: "body{background:#111;color:#eee}reading-widget{--reading-surface:#fff6d8;--reading-accent:#f60}",
  },
  { name: "navy panels on a white page", style: "reading-widget{--reading-surface:#0a1a3c;--reading-accent:#8cf}" },
];

const tag =
  '<script type="module" src="/dist/reading-widget.js" data-quote="popover" data-targets="all" data-topics="swing bridge,ferry terminal,Nowhere Land"></script>';
const links = '<reading-widget show="topics" topic-href="/topics/{slug}"></reading-widget>';
const rest = '<reading-widget show="time progress sections topics listen share"></reading-widget>';

/** How each control is found in the page. */
const controls = {
  chip: () => witness.parts("topic").find((chip) => chip.dataset.topic === "1" && !chip.href),
  "chip, a link": () => witness.parts("topic").find((chip) => chip.href),
  "chip, a word": () => witness.parts("topic").find((chip) => chip.textContent === "Nowhere Land"),
  time: () => witness.part("time"),
  section: () => witness.part("sections").querySelector("a"),
  listen: () => witness.part("listen").querySelector(".play"),
  share: () => witness.part("share-button"),
  copy: () => witness.target("copy"),
};
const inList = {
  target: () => witness.target("email"),
  "target, unfolded": () => witness.target("mastodon"),
  close: () => witness.part("share").querySelector("[data-close]"),
  server: () => witness.part("share").querySelector("#server-mastodon"),
  continue: () => witness.part("share").querySelector("#place-mastodon .button"),
  remember: () => witness.part("share").querySelector("#place-mastodon .remember"),
  preview: () => witness.part("share").querySelector(".preview"),
  "share, open": () => witness.part("share-button"),
};

async function open(style) {
  await shared.visit(
    page({
      style,
      tag,
      head: `${withVoices([
        { name: "Anna", lang: "en-GB" },
        { name: "Ben", lang: "en-US" },
      ])}<script>${script}</script>`,
      article: `<h1>${TITLE}</h1>${links}${rest}${TEXT}`,
      after: '<div style="height:120vh"></div>',
    }),
  );
  await inPage(async () => {
    await witness.settled(2);
    // What fades is looked at when it has faded.
    const still = new CSSStyleSheet();
    still.replaceSync("* { transition: none !important; animation: none !important; }");
    for (const { shadowRoot } of witness.widgets()) shadowRoot.adoptedStyleSheets.push(still);
    document.addEventListener(
      "click",
      (event) => {
        if (event.composedPath().some((node) => "href" in node)) event.preventDefault();
      },
      true,
    );
  });
  await shared.browser.until(() => witness.shown(witness.part("listen")));
}

/** Looks at a control in every state that a pointer and the keyboard bring it to. */
async function look(found, name, find, edge) {
  const see = async (state) => {
    const faint = await inPage(`(edge) => contrast.faint((${find})(), { edge })`, edge);
    found.push(...faint.map((what) => `${name}, ${state}: ${what}`));
  };
  await inPage(() => witness.focused()?.blur());
  await see("rest");
  await shared.browser.hover(find);
  await see("hover");
  await shared.browser.holding(() => see("active"), find);
  await inPage(`() => (${find})().focus({ focusVisible: true })`);
  await see("focus");
}

async function lookAtAll(edge) {
  const found = [];
  const see = async (name, find) =>
    found.push(...(await inPage(`() => contrast.faint((${find})())`)).map((what) => `${name}: ${what}`));
  for (const [name, find] of Object.entries(controls)) await look(found, name, find, edge);
  // The pointer stays where it has pressed.
  await shared.browser.click(controls.chip);
  assert.equal(await inPage(`() => (${controls.chip})().getAttribute("aria-pressed")`), "true");
  await see("chip, pressed, hover", controls.chip);
  await shared.browser.holding(() => see("chip, pressed, active", controls.chip), controls.chip);
  await see("chip, pressed", controls.chip);
  await inPage(`() => (${controls.chip})().scrollIntoView({ block: "center" })`);
  await see("steps", () => witness.steps()[0].parentElement);
  await look(found, "step", () => witness.steps()[1], edge);
  await inPage(() => scrollTo(0, document.documentElement.scrollHeight));
  await shared.browser.until(() => witness.shown(witness.part("stepper")));
  await see("stepper", () => witness.part("stepper"));
  await look(found, "stepper's button", () => witness.part("stepper").querySelector("button"), edge);
  await inPage(() => witness.part("stepper").querySelector(".end").click());
  await shared.browser.click(controls.listen);
  await shared.browser.until(() => witness.shown(witness.part("listen").querySelector(".choice")));
  for (const selector of [".play", ".choice", ".step"])
    await look(found, `player's ${selector}`, `() => witness.part("listen").querySelector("${selector}")`, edge);
  await inPage(() => {
    witness.part("listen").querySelector(".play").click();
  });
  await inPage(() => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector("article p"));
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  });
  const passage = () => witness.part("share").querySelector("#passage");
  await shared.browser.until(() => witness.shown(witness.part("share").querySelector("#passage")));
  await look(found, "passage", passage, edge);
  await inPage(() => {
    getSelection().removeAllRanges();
  });
  await shared.browser.click(controls.share);
  await shared.browser.click(() => witness.target("mastodon"));
  for (const [name, find] of Object.entries(inList)) await look(found, name, find, edge);
  return found;
}

for (const { name, style = "", edge = false } of engine === "chromium" ? pages : pages.filter(({ all }) => all)) {
  test(`every state of every control: ${name}`, async () => {
    await open(style);
    assert.deepEqual(await lookAtAll(edge), []);
  });
}

test("every state of every control: a phone's touch leaves no hover", async () => {
  // Where no pointer hovers, no rule is about hovering: a tapped chip would keep it.
  await open("");
  assert.deepEqual(
    await inPage(() => {
      const loose = [];
      const walk = (rules, inHover) => {
        for (const rule of rules) {
          if (rule.selectorText?.includes(":hover") && !inHover) loose.push(rule.selectorText);
          if (rule.cssRules) walk(rule.cssRules, inHover || /\(hover: ?hover\)/.test(rule.conditionText ?? ""));
        }
      };
      for (const sheet of witness.widgets()[0].shadowRoot.adoptedStyleSheets) walk(sheet.cssRules, false);
      return loose;
    }),
    [],
  );
});

test("every state of every control: the reader's forced colours", async (t) => {
  if (!shared.browser.emulatesForcedColors) return t.skip("this engine can't be told");
  await open("body{background:#0b4a8c;color:#fff}");
  await shared.browser.forcingColors(async () => {
    assert.deepEqual(await lookAtAll(true), []);
  });
});

test("the look can fail: a hover rule that outweighs the pressed state is seen", async () => {
  await open("");
  await inPage(() => {
    const worse = new CSSStyleSheet();
    worse.replaceSync(".chip:hover { background: #fff !important; }");
    for (const { shadowRoot } of witness.widgets()) shadowRoot.adoptedStyleSheets.push(worse);
  });
  await shared.browser.click(controls.chip);
  const faint = await inPage(`() => contrast.faint((${controls.chip})())`);
  assert.match(faint.join(), /text 1\.00/);
});
