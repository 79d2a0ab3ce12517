// How far the reader is: of the article, by tenths, without a scroll handler.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { session } from "./session.js";
import { page } from "./site.js";

const shared = session();
const inPage = (act, ...values) => shared.browser.inPage(act, ...values);

const sentence =
  "Die Stadt freut sich über den Verkehr auf der neuen Brücke, denn der Verkehr hatte einen Umweg von sieben Kilometern genommen. ";
const paragraphs = (count) => `<p style="min-height: 300px">${sentence.repeat(6)}</p>`.repeat(count);
const widget = '<reading-widget show="time progress"></reading-widget>';

/** Anyone who listens to scrolling is found out: before any script of the page. */
const spy = `<script>
  window.scrollListeners = [];
  const add = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, ...rest) {
    if (/scroll|wheel|touchmove/.test(type)) scrollListeners.push(type);
    return add.call(this, type, ...rest);
  };
</script>`;

async function visit(html) {
  await shared.browser.visit(shared.site.put(html));
  await inPage(async () => {
    await witness.settled(1);
    await witness.frames(3);
  });
}

const fractions = () =>
  inPage(() => witness.events.filter(({ type }) => type === "reading-progress").map(({ detail }) => detail.fraction));
const remaining = () => inPage(() => witness.words(witness.part("remaining")));

/** How much of the screen's width the bar covers, 0 to 1. */
const bar = () =>
  inPage(() => {
    const { width } = witness.part("progress").firstElementChild.getBoundingClientRect();
    return width / document.documentElement.clientWidth;
  });

const scrollTo = (share) =>
  inPage(async (share) => {
    const article = document.querySelector("article").getBoundingClientRect();
    const top = article.top + scrollY;
    window.scrollTo(0, top + (article.height - innerHeight) * share);
    await witness.still();
    await witness.frames(3);
  }, share);

const about = (value, expected) => assert.ok(Math.abs(value - expected) < 0.03, `${value} is not about ${expected}`);

describe("progress", () => {
  test("grows with what has been read, tells each tenth once and the time left", async () => {
    await visit(page({ head: spy, body: widget + paragraphs(20) }));
    assert.deepEqual(await fractions(), []);
    const whole = await inPage(() => witness.widgets()[0].analysis.minutes);
    assert.match(await remaining(), new RegExp(`^noch ${whole} Minuten$`));
    about(await bar(), 0);
    await scrollTo(0.55);
    about(await bar(), 0.55);
    const halfway = await fractions();
    assert.equal(halfway.at(-1), 0.5);
    const left = await inPage(
      () => witness.events.findLast(({ type }) => type === "reading-progress").detail.secondsLeft,
    );
    const seconds = await inPage(() => witness.widgets()[0].analysis.seconds);
    about(left / Math.floor(seconds), 0.5);
    await scrollTo(0.2);
    about(await bar(), 0.2);
    await scrollTo(1);
    about(await bar(), 1);
    const all = await fractions();
    assert.deepEqual(
      all,
      [...new Set(all)].sort((a, b) => a - b),
      "each once, in order",
    );
    assert.equal(all.at(-1), 1);
    assert.equal(await remaining(), "", "nothing is left");
    assert.deepEqual(await inPage(() => scrollListeners), []);
  });

  test("less than a minute is said so", async () => {
    await visit(page({ body: widget + paragraphs(8) }));
    const whole = await inPage(() => witness.widgets()[0].analysis.seconds);
    assert.ok(whole * 0.1 < 30 && whole * 0.3 > 60, `${whole} s`);
    await scrollTo(0.75);
    assert.equal(await remaining(), "noch 1 Minute");
    await scrollTo(0.95);
    assert.equal(await remaining(), "noch weniger als eine Minute");
  });

  test("counts the article, not the page around it", async () => {
    const around = '<div style="height: 3000px">Anderes</div>';
    await visit(page({ body: widget + paragraphs(20), before: around, after: around }));
    about(await bar(), 0);
    await scrollTo(1);
    about(await bar(), 1);
    assert.equal((await fractions()).at(-1), 1);
  });

  test("ends with the article's text, whatever stands in its element behind that", async () => {
    const comments = `<div class="comments" style="height: 4000px"><p>${sentence.repeat(3)}</p></div>`;
    await visit(page({ body: widget + paragraphs(15) + comments }));
    await inPage(async () => {
      [...document.querySelectorAll("article > p")].at(-1).scrollIntoView({ block: "end" });
      await witness.still();
      await witness.frames(3);
    });
    about(await bar(), 1);
    assert.equal((await fractions()).at(-1), 1);
  });

  test("follows an article that grows", async () => {
    await visit(page({ body: widget + paragraphs(10) }));
    await scrollTo(0.5);
    const before = await bar();
    await inPage(async (more) => {
      document.querySelector("article").insertAdjacentHTML("beforeend", more);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }, paragraphs(20));
    await shared.browser.until(() => witness.events.filter(({ type }) => type === "reading-ready").length > 1);
    await inPage(() => witness.frames(3));
    const after = await bar();
    assert.ok(after < before * 0.6, `${before} became ${after}`);
    await scrollTo(1);
    about(await bar(), 1);
  });

  test("an article that fits on the screen is read", async () => {
    await visit(page({ body: `${widget}<p>${sentence.repeat(3)}</p>` }));
    await shared.browser.until(() =>
      witness.events.some(({ type, detail }) => type === "reading-progress" && detail.fraction === 1),
    );
    about(await bar(), 1);
  });

  test("an article in a scroller of its own", async () => {
    const body = `${widget}${paragraphs(12)}`;
    await visit(page({ body }).replace("<main>", '<main style="height: 400px; overflow-y: auto">'));
    about(await bar(), 0);
    await inPage(async () => {
      const scroller = document.querySelector("main");
      scroller.scrollTop = scroller.scrollHeight;
      await witness.still();
      await witness.frames(3);
    });
    about(await bar(), 1);
    assert.equal((await fractions()).at(-1), 1);
  });

  test("the publisher's own minutes are what is left", async () => {
    await visit(page({ body: `<reading-widget show="progress" minutes="7"></reading-widget>${paragraphs(20)}` }));
    assert.equal(await remaining(), "noch 7 Minuten");
  });

  test("the line lies at the top of the screen, whatever the page has done to the element's ancestors", async () => {
    await visit(page({ body: `<div style="transform: translateX(40px)">${widget}</div>${paragraphs(20)}` }));
    await scrollTo(0.5);
    const { top, left, hidden } = await inPage(() => {
      const line = witness.part("progress");
      const { top, left } = line.getBoundingClientRect();
      return { top, left, hidden: line.getAttribute("aria-hidden") };
    });
    assert.deepEqual({ top, left, hidden }, { top: 0, left: 0, hidden: "true" });
  });

  test("from the right where the language runs so", async () => {
    const arabic =
      "افتتحت المكتبة الجديدة أبوابها أمام الزوار في وسط المدينة بعد ثلاث سنوات من العمل المتواصل. ".repeat(6);
    await visit(
      page({
        lang: "ar",
        title: "المكتبة الجديدة",
        body: widget + `<p style="min-height: 300px">${arabic}</p>`.repeat(20),
      }),
    );
    await scrollTo(0.5);
    about(await bar(), 0.5);
    const gap = await inPage(
      () =>
        document.documentElement.clientWidth - witness.part("progress").firstElementChild.getBoundingClientRect().right,
    );
    assert.ok(Math.abs(gap) < 2, `${gap} px from the right`);
  });

  test("goes with its element", async () => {
    await visit(page({ body: widget + paragraphs(20) }));
    await inPage(() => witness.widgets()[0].remove());
    await scrollTo(1);
    assert.deepEqual(await fractions(), []);
  });
});
