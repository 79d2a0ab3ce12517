// Accessibility: axe-core's rules up to WCAG 2.2 AA on the demo, and what axe can't see: reflow, text size, motion.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import { session } from "./session.js";
import { page, TAG } from "./site.js";
import { withVoices } from "./voices.js";

const AXE = "/axe.js";
const shared = session((site) => {
  const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  site.put(source, { path: AXE, headers: { "Content-Type": "text/javascript" } });
});
const inPage = (act, ...values) => shared.browser.inPage(act, ...values);

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const demoPages = ["de", "en", "ar", "ja"].map(
  (language) =>
    `/${language}/${readdirSync(new URL(`../../www/${language}/`, import.meta.url)).find((name) => name.endsWith(".html"))}`,
);

/** What axe finds wrong in our elements, one line each. */
async function violations() {
  return inPage(
    async (address, rules) => {
      // Half-way through a transition or a smooth scroll axe would measure the wrong colours.
      await witness.still();
      if (!window.axe) {
        await new Promise((resolve, reject) =>
          document.head.append(
            Object.assign(document.createElement("script"), { src: address, onload: resolve, onerror: reject }),
          ),
        );
      }
      const { violations, passes } = await axe.run(
        { include: [["reading-widget"]] },
        { runOnly: { type: "tag", values: rules }, resultTypes: ["violations", "passes"] },
      );
      if (passes.length < 5) throw new Error(`axe looked at too little: ${passes.map(({ id }) => id)}`);
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
      );
    },
    AXE,
    RULES,
  );
}

async function visit(path) {
  await shared.browser.visit(shared.site.origin + path);
  await inPage(async () => {
    await witness.settled(2);
    await witness.frames();
  });
}

const openList = async () => {
  await shared.browser.click(() => witness.part("share-button"));
  await shared.browser.until(() => witness.shown(witness.target("email")));
};

/** Makes the page dark as its own style sheet does, or by the inherited scheme where an engine can't be told. */
async function makeDark() {
  if (shared.browser.emulatesColorScheme) await shared.browser.preferColorScheme("dark");
  else
    await inPage(() => {
      document.documentElement.style.colorScheme = "dark";
    });
  const light = await inPage(() => {
    const context = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d");
    context.fillStyle = getComputedStyle(document.querySelector("article p")).color;
    context.fillRect(0, 0, 1, 1);
    return context.getImageData(0, 0, 1, 1).data[1];
  });
  assert.ok(light > 150, "the page's text is light now");
}

describe("axe finds nothing", () => {
  for (const path of demoPages) {
    test(`${path}, light and dark, closed and open`, async () => {
      await visit(path);
      const found = { light: await violations() };
      await openList();
      found.lightOpen = await violations();
      await shared.browser.click(() => witness.target("mastodon"));
      found.lightMastodon = await violations();
      await makeDark();
      found.darkOpen = await violations();
      await shared.browser.press("Escape");
      await shared.browser.click(() => witness.parts("topic")[0]);
      found.darkPressed = await violations();
      if (shared.browser.emulatesColorScheme) await shared.browser.preferColorScheme("light");
      else
        await inPage(() => {
          document.documentElement.style.colorScheme = "";
        });
      found.lightPressed = await violations();
      assert.deepEqual(found, {
        light: [],
        lightOpen: [],
        lightMastodon: [],
        darkOpen: [],
        darkPressed: [],
        lightPressed: [],
      });
    });
  }
});

test("axe finds nothing in the controls of reading aloud, resting, playing and paused, light and dark", async () => {
  const voices = withVoices([
    { name: "Anna", lang: "de-DE" },
    { name: "Cloud", lang: "de-DE", localService: false },
  ]);
  const body = `<reading-widget show="time listen"></reading-widget>${"<p>Die Stadt freut sich über den Verkehr auf der neuen Brücke. Die Schulen hoffen auf pünktliche Busse.</p>".repeat(6)}`;
  const found = {};
  for (const scheme of ["light", "dark"]) {
    const colors = scheme === "dark" ? "background: #14161a; color: #e9eaec" : "background: #fff; color: #16181d";
    await shared.browser.visit(
      shared.site.put(page({ head: voices, body, tag: TAG }).replace("<body", `<body style="${colors}"`)),
    );
    await inPage(() => witness.settled(1));
    found[`${scheme} resting`] = await violations();
    await shared.browser.click(() => witness.part("listen").querySelector(".play"));
    await shared.browser.until(() => witness.part("listen").classList.contains("playing"));
    found[`${scheme} playing`] = await violations();
    await shared.browser.click(() => witness.part("listen").querySelector(".play"));
    found[`${scheme} paused`] = await violations();
  }
  assert.deepEqual(Object.values(found).flat(), []);
});

test("axe does find what is wrong", async () => {
  await shared.browser.visit(
    shared.site.put(
      page({
        tag: "",
        before: `<reading-widget></reading-widget><script>
    const root = document.querySelector("reading-widget").attachShadow({ mode: "open" });
    root.innerHTML = '<p style="color: #999; background: #fff">blass</p><button></button><a href="#x">x</a><ul><li>eins</li></ul><p lang="de">gut</p>';
  </script>`,
      }),
    ),
  );
  const found = await violations();
  assert.ok(
    found.some((line) => line.startsWith("color-contrast")) && found.some((line) => line.startsWith("button-name")),
    String(found),
  );
});

describe("a narrow page and large text", () => {
  for (const path of demoPages) {
    test(`${path}: nothing is wider than a page of 320 pixels, also with text twice as large`, async () => {
      // A window can't be made that narrow, a frame can.
      await shared.browser.visit(
        shared.site.put(
          `<!doctype html><title>Rahmen</title><iframe title="Seite" src="${path}" style="width: 320px; height: 640px; border: 0"></iframe>`,
        ),
      );
      const wide = await inPage(async () => {
        const frame = document.querySelector("iframe");
        await new Promise((/** @type {(value?: unknown) => void} */ resolve) =>
          frame.contentDocument?.readyState === "complete" && frame.contentWindow.witness
            ? resolve()
            : frame.addEventListener("load", resolve),
        );
        const view = frame.contentWindow;
        await view.witness.settled(2);
        const wider = [];
        for (const size of ["100%", "200%"]) {
          view.document.documentElement.style.fontSize = size;
          for (const open of [false, true]) {
            if (open !== (view.witness.part("share-button").getAttribute("aria-expanded") === "true"))
              view.witness.part("share-button").click();
            await new Promise((resolve) => setTimeout(resolve, 200));
            for (const widget of view.witness.widgets()) {
              const box = widget.getBoundingClientRect();
              for (const element of widget.shadowRoot.querySelectorAll("*")) {
                const { left, right, width } = element.getBoundingClientRect();
                const hidden = view.getComputedStyle(element).clipPath !== "none" || width <= 1;
                if (!hidden && view.witness.shown(element) && (left < -1 || right > 321))
                  wider.push(
                    `${size} ${open ? "open" : "closed"}: ${Math.round(left)}–${Math.round(right)} of ${Math.round(box.width)} ${element.outerHTML.slice(0, 100)}`,
                  );
              }
            }
          }
        }
        return wider;
      });
      assert.deepEqual(wide, []);
    });
  }
});

test("a page without a main language still names the widget's", async () => {
  await shared.browser.visit(
    shared.site.put(page({ lang: "fr", tag: TAG.replace("<script", '<script data-lang="de"') })),
  );
  await inPage(async () => {
    await witness.settled(2);
  });
  assert.equal(
    await inPage(() => witness.part("time").closest("[lang]")?.lang),
    "de",
    "a screen reader speaks German words German",
  );
});
