// Stepping through mentions: nothing moves at a press, and whoever has lost the chip from sight has a bar.
import assert from "node:assert/strict";
import { test } from "node:test";
import { TEXT, TITLE, page } from "./article.js";
import { hosts } from "./hosts.js";

const shared = hosts();
const inPage = (act, ...values) => shared.browser.inPage(act, ...values);
const far = '<p style="margin-top:200vh">The swing bridge is far away here.</p>';
const story = (rest = {}) =>
  page({
    article: `<h1>${TITLE}</h1><p class="byline">By Anna Vester</p>${TEXT}${far}${"<p>More text.</p>".repeat(40)}`,
    ...rest,
  });

async function open(html = story()) {
  await shared.visit(html);
  await inPage(async () => {
    await witness.settled(2);
  });
}

/** Presses the chip; the last mention is far below. */
async function press() {
  await inPage(() => {
    const chip = witness.chip("swing bridge");
    chip.focus({ preventScroll: true });
    chip.click();
    witness.steps()[0].click();
  });
  await shared.browser.until(() => witness.shown(witness.part("stepper")));
  await inPage(() => witness.still());
}

for (const [width, lang] of /** @type {[number, string][]} */ ([
  [320, "en"],
  [360, "en"],
  [1200, "en"],
  [360, "ar"],
  [1200, "ar"],
])) {
  test(`a press moves nothing, ${width} px, ${lang}`, async () => {
    await open(
      story({
        html: lang === "ar" ? 'lang="en" dir="rtl"' : 'lang="en"',
        style: `main{max-width:${Math.min(width, 736) - 32}px!important;margin:0!important}`,
        tag: '<script type="module" src="/dist/reading-widget.js" data-topics="swing bridge,ferry terminal,harbour authority,old town" data-lang="LANG"></script>'.replace(
          "LANG",
          lang,
        ),
      }),
    );
    const moved = await inPage(async () => {
      const boxes = () =>
        [...witness.parts("topic"), ...document.querySelectorAll("p, h1, h2")].map((element) => {
          const { x, y, width, height } = element.getBoundingClientRect();
          return [x, y + scrollY, width, height].join();
        });
      const before = boxes();
      const seen = [];
      for (const chip of witness.parts("topic")) {
        chip.click();
        const after = boxes();
        seen.push(after.filter((box, index) => box !== before[index]));
        const steps = witness.steps()[0].parentElement.getBoundingClientRect();
        if (steps.left < 0 || steps.right > document.documentElement.clientWidth) seen.push("outside");
        for (const other of witness.parts("topic"))
          if (other.getBoundingClientRect().bottom > steps.top) seen.push("covers a chip");
      }
      return seen.flat();
    });
    assert.deepEqual(moved, []);
  });
}

test("the bar steps, says where it is once, and goes when the chip comes back", async () => {
  await open();
  await press();
  const count = await inPage(
    () => witness.widgets()[0].analysis.topics.find(({ label }) => /swing bridge/i.test(label)).mentions,
  );
  const bar = () =>
    inPage(() => ({
      words: witness.words(witness.part("stepper")),
      role: witness.part("stepper").getAttribute("role"),
      name: witness.part("stepper").getAttribute("aria-label"),
      live: witness.part("stepper").querySelectorAll("[aria-live],[role=status]").length,
    }));
  const { words, role, name, live } = await bar();
  assert.deepEqual(
    await inPage(() => witness.steps().map(({ tabIndex }) => tabIndex)),
    [-1, -1],
    "Tab goes to the bar, not back up",
  );
  assert.match(words, new RegExp(`swing bridge ${count} of ${count}`, "i"));
  assert.deepEqual([role, live], ["group", 0]);
  assert.match(name, /swing bridge, \d+ passages/i);
  await inPage(() => witness.part("stepper").querySelector('[data-step="-1"]').click());
  assert.match((await bar()).words, new RegExp(`${count - 1} of ${count}`));
  await inPage(() => dispatchEvent(new Event("resize")));
  assert.equal(await inPage(() => witness.said()), `${count - 1} of ${count}`);
  await inPage(() => scrollTo({ top: 0, behavior: "instant" }));
  await shared.browser.until(() => !witness.shown(witness.part("stepper")));
  assert.deepEqual(await inPage(() => witness.steps().map(({ tabIndex }) => tabIndex)), [0, 0]);
  assert.deepEqual(await inPage(() => witness.errors), []);
});

test("the keyboard reaches it behind the chip; Escape and close end it, and the chip has the focus", async () => {
  for (const end of ["Escape", "close"]) {
    await open();
    await press();
    await shared.browser.press("Tab");
    assert.equal(await inPage(() => witness.focused().closest(".stepper") && witness.focused().dataset.step), "-1");
    const place = await inPage(() => scrollY);
    if (end === "Escape") await shared.browser.press("Escape");
    else await shared.browser.press("Tab", "Tab", "Enter");
    assert.deepEqual(
      await inPage(() => [
        witness.part("stepper") === undefined,
        witness.focused() === witness.chip("swing bridge"),
        scrollY,
      ]),
      [true, true, place],
      end,
    );
  }
});

test("the mention isn't under the bar, at the page's end neither; another topic, a new reading and leaving end it", async () => {
  await open(
    page({ article: `<h1>${TITLE}</h1>${TEXT}<p style="margin:200vh 0 0">The swing bridge is far away here.</p>` }),
  );
  await press();
  await inPage(() => new Promise((resolve) => setTimeout(resolve, 500)));
  assert.ok(
    await inPage(() => {
      const bar = witness.part("stepper").getBoundingClientRect();
      const text = document.querySelector("article p:last-of-type").getBoundingClientRect();
      return text.bottom <= bar.top || text.top >= bar.bottom;
    }),
    "the bar got out of the way",
  );
  await inPage(() => document.querySelector("article").remove());
  await shared.browser.until(() => !witness.part("stepper"));
  assert.deepEqual(await inPage(() => witness.errors), []);
});

test("right to left, and on a narrow screen with large text, all of it is on the screen", async () => {
  for (const [html, style] of [
    ['lang="en"', "reading-widget{--reading-size:30px}"],
    ['lang="en" dir="rtl"', ""],
  ]) {
    await open(
      story({
        html,
        style,
        tag: '<script type="module" src="/dist/reading-widget.js" data-topics="swing bridge" data-lang="ar"></script>',
      }),
    );
    await press();
    const seen = await inPage(() => {
      const { left, right, top, bottom } = witness.part("stepper").getBoundingClientRect();
      return {
        inside: left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight,
        wide: witness.part("stepper").scrollWidth - witness.part("stepper").clientWidth,
        mirrored: getComputedStyle(witness.part("stepper").querySelector(".step svg")).transform.startsWith(
          "matrix(-1",
        ),
      };
    });
    assert.deepEqual(seen, { inside: true, wide: 0, mirrored: true });
  }
});

test("without its file the buttons beside the chip work, and nothing is thrown", async () => {
  shared.site.missing.add("stepper.js");
  await open();
  await inPage(async () => {
    witness.chip("swing bridge").click();
    await new Promise((resolve) => setTimeout(resolve, 400));
    witness.steps()[1].click();
  });
  shared.site.missing.delete("stepper.js");
  assert.match(await inPage(() => witness.said()), /^2 of/);
  assert.deepEqual(await inPage(() => witness.errors.filter((error) => !/did not load|404/.test(error))), []);
  assert.equal(await inPage(() => witness.part("stepper") === undefined), true);
});
