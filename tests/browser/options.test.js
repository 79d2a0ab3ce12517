// Options: attributes, properties, the script tag, the site's JSON; which one wins, and what a wrong value does.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { session } from "./session.js";
import { page, TAG } from "./site.js";

const shared = session();
const inPage = (act, ...values) => shared.browser.inPage(act, ...values);

/** A page whose article holds `elements`; waits until they are drawn. */
async function visit(elements, { tag = TAG, head = "", count = 1, lang = "de" } = {}) {
  const { body } = {
    body: "<p>Der Verkehr auf der Brücke rollt wieder, und die Bildung der Kinder leidet nicht mehr unter dem Verkehr.</p>".repeat(
      40,
    ),
  };
  await shared.browser.visit(shared.site.put(page({ lang, head, tag, body: elements + body })));
  await inPage(async (count) => {
    await witness.settled(count);
    await witness.frames();
  }, count);
}

const widget = (attributes = "") => `<reading-widget ${attributes}></reading-widget>`;
const time = () => inPage(() => witness.words(witness.part("time")));
const chips = () => inPage(() => witness.parts("topic").map((chip) => witness.words(chip)));
const warnings = () => inPage(() => witness.warnings);
const partsInOrder = () =>
  inPage(() =>
    [...witness.widgets()[0].shadowRoot.querySelectorAll("[part]")]
      .map((element) => element.part[0])
      .filter((name) => ["time", "topics", "share"].includes(name)),
  );
const targets = () => inPage(() => witness.parts("target").map((target) => target.dataset.target));

/** Sets an attribute of the first widget and waits until it has been drawn again. */
const set = (name, value) =>
  inPage(
    async (name, value) => {
      const [element] = witness.widgets();
      value === null ? element.removeAttribute(name) : element.setAttribute(name, value);
      await element.ready;
      await witness.frames(3);
    },
    name,
    value,
  );

describe("attributes", () => {
  test("minutes: the publisher's own figure, shown as it is", async () => {
    await visit(widget('minutes="7"'));
    assert.equal(await time(), "Lesezeit: 7 Minuten");
  });

  test("lang: the widget's words, not the article's language", async () => {
    await visit(widget('lang="en" minutes="2"'));
    assert.match(await time(), /^2 min(utes?)? read$/);
    assert.equal(await inPage(() => witness.widgets()[0].analysis.language), "de");
  });

  test("show: which parts, in which order", async () => {
    await visit(widget('show="share topics time" topics="Verkehr"'));
    assert.deepEqual(await partsInOrder(), ["share", "topics", "time"]);
    await set("show", "time");
    assert.deepEqual(await partsInOrder(), ["time"]);
  });

  test("words-per-minute: the rate", async () => {
    await visit(widget('words-per-minute="50"'));
    const { words, minutes } = await inPage(() => witness.widgets()[0].analysis);
    assert.equal(minutes, Math.round(words / 50));
    assert.equal(await time(), `Lesezeit: ${minutes} Minuten`);
  });

  test("time=range: a quick and a slow reader", async () => {
    await visit(widget('time="range" words-per-minute="80"'));
    const [quick, slow] = await inPage(() => witness.widgets()[0].analysis.range);
    assert.ok(slow > quick);
    assert.match(await time(), new RegExp(`^Lesezeit: ${quick}\\s?–\\s?${slow} Minuten$`));
  });

  test("topics: the publisher's own win", async () => {
    await visit(widget('topics="Öl &amp; Gas, Rhein , <b>fett</b>"'));
    assert.deepEqual(await chips(), ["Öl & Gas", "Rhein", "<b>fett</b>"]);
    assert.deepEqual(await inPage(() => witness.widgets()[0].analysis.topics.map(({ source }) => source)), [
      "option",
      "option",
      "option",
    ]);
  });

  test("max-topics: at most so many", async () => {
    await visit(widget('topics="A1,B2,C3,D4" max-topics="2"'));
    assert.deepEqual(await chips(), ["A1", "B2"]);
  });

  test("targets: which, in order, or all", async () => {
    await visit(widget('show="share" targets="x email"'));
    assert.deepEqual(await targets(), ["x", "email"]);
    await set("targets", "all");
    assert.ok((await targets()).length > 6, String(await targets()));
  });

  test("article: which element is read", async () => {
    await visit(
      `<aside id="kasten"><p>${"Ganz andere Wörter über Fische und Vögel. ".repeat(30)}</p></aside>${widget('article="#kasten"')}`,
    );
    assert.ok(await inPage(() => witness.widgets()[0].articleElement.id === "kasten"));
    assert.ok(
      await inPage(() => witness.widgets()[0].text.includes("Fische") && !witness.widgets()[0].text.includes("Brücke")),
    );
  });

  test("theme: dark where the page's text is light, or as told", async () => {
    const surface = () =>
      inPage(() => {
        const lightness = (colour) => {
          const context = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d");
          context.fillStyle = colour;
          context.fillRect(0, 0, 1, 1);
          const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
          return alpha < 128 ? null : (red + green + blue) / 765;
        };
        for (
          let element = /** @type {HTMLElement} */ (witness.target("email"));
          element;
          element = element.parentElement
        ) {
          const found = lightness(getComputedStyle(element).backgroundColor);
          if (found !== null) return found < 0.5 ? "dark" : "light";
        }
        return "none";
      });
    await visit(`<div id="place" style="color: #222">${widget('show="share"')}</div>`);
    await shared.browser.click(() => witness.part("share-button"));
    assert.equal(await surface(), "light");
    await set("theme", "dark");
    assert.equal(await surface(), "dark");
    await set("theme", "light");
    assert.equal(await surface(), "light");
    await visit(`<div style="color: #eee; background: #111">${widget('show="share"')}</div>`);
    await shared.browser.click(() => witness.part("share-button"));
    assert.equal(await surface(), "dark");
  });

  test("all of them change at run time", async () => {
    await visit(widget());
    const before = await time();
    await set("minutes", "9");
    assert.equal(await time(), "Lesezeit: 9 Minuten");
    await set("lang", "en");
    assert.match(await time(), /^9 min(utes?)? read$/);
    await set("lang", null);
    await set("minutes", null);
    assert.equal(await time(), before);
    await set("topics", "Neu");
    assert.deepEqual(await chips(), ["Neu"]);
    await set("words-per-minute", "50");
    assert.notEqual(await time(), before);
    assert.deepEqual(await warnings(), []);
  });
});

describe("properties", () => {
  const ATTRIBUTES = {
    show: "time",
    article: "main",
    lang: "en",
    wordsPerMinute: 300,
    minutes: 4,
    time: "range",
    topics: "A,B",
    maxTopics: 2,
    topicHref: "/t/{slug}",
    targets: "x",
    shareUrl: "https://a.example/",
    shareTitle: "T",
    shareParameters: "a=b",
    quote: "off",
    theme: "dark",
    engine: "auto",
  };

  test("every attribute has one of its name in camelCase that can be read and written", async () => {
    await visit(widget());
    const problems = await inPage((values) => {
      const [element] = witness.widgets();
      return Object.entries(values).flatMap(([name, value]) => {
        if (!(name in element)) return [`${name} is missing`];
        try {
          element[name] = value;
        } catch (error) {
          return [`${name} throws: ${error}`];
        }
        return String(element[name]) === String(value) ? [] : [`${name} is ${element[name]}, not ${value}`];
      });
    }, ATTRIBUTES);
    assert.deepEqual(problems, []);
    assert.deepEqual(await warnings(), []);
  });

  test("written, they do what the attribute does; null takes them back", async () => {
    await visit(widget());
    const before = await time();
    const write = (name, value) =>
      inPage(
        async (name, value) => {
          const [element] = witness.widgets();
          element[name] = value;
          await element.ready;
          await witness.frames(3);
        },
        name,
        value,
      );
    await write("minutes", 5);
    assert.equal(await time(), "Lesezeit: 5 Minuten");
    await write("minutes", null);
    assert.equal(await time(), before);
    await write("topics", "A1,B2,C3");
    await write("maxTopics", 2);
    assert.deepEqual(await chips(), ["A1", "B2"]);
  });

  test("written before the element is defined, they count", async () => {
    const head = `<script>new MutationObserver((_, observer) => { const element = document.querySelector("reading-widget"); if (element) { observer.disconnect(); element.minutes = 6; } }).observe(document, { childList: true, subtree: true });</script>`;
    await visit(widget(), { head });
    assert.equal(await time(), "Lesezeit: 6 Minuten");
  });
});

describe("the script tag and the site's JSON", () => {
  const json = (options) => `<script type="application/json" data-reading-widget>${JSON.stringify(options)}</script>`;
  const tag = (attributes) => TAG.replace("<script", `<script ${attributes}`);

  test("data- attributes of the tag are options", async () => {
    await visit("", {
      tag: tag('data-minutes="3" data-topics="A1,B2" data-max-topics="1" data-show="topics time"'),
      count: 1,
    });
    assert.equal(await time(), "Lesezeit: 3 Minuten");
    assert.deepEqual(await chips(), ["A1"]);
    assert.ok(!(await inPage(() => witness.part("share"))), "share is not shown");
  });

  test("so is the JSON, in camelCase", async () => {
    await visit("", { head: json({ minutes: 8, maxTopics: 1, topics: "A1,B2", targets: "email" }), count: 2 });
    assert.equal(await time(), "Lesezeit: 8 Minuten");
    assert.deepEqual(await chips(), ["A1"]);
    assert.deepEqual(await targets(), ["email"]);
  });

  test("the nearer wins: element, script tag, JSON", async () => {
    const far = {
      head: json({ minutes: 8, topics: "J1", targets: "email" }),
      tag: tag('data-minutes="3" data-topics="S1"'),
    };
    await visit(widget('minutes="5"'), far);
    assert.equal(await time(), "Lesezeit: 5 Minuten");
    assert.deepEqual(await chips(), ["S1"]);
    assert.deepEqual(await targets(), ["email"]);
    await set("minutes", null);
    assert.equal(await time(), "Lesezeit: 3 Minuten");
  });

  test("JSON that is none is one warning, and the widget is there", async () => {
    await visit(widget('minutes="2"'), {
      head: '<script type="application/json" data-reading-widget>{ minutes: 8 </script>',
    });
    assert.equal(await time(), "Lesezeit: 2 Minuten");
    assert.equal((await warnings()).length, 1, String(await warnings()));
  });
});

describe("a wrong value is named once with the allowed ones, and the default is used", () => {
  for (const [name, value, allowed] of [
    ["show", "tiem", ["time", "topics", "share"]],
    ["words-per-minute", "10", ["50", "1000"]],
    ["words-per-minute", "schnell", ["50", "1000"]],
    ["minutes", "0", ["1", "999"]],
    ["minutes", "2.5", ["1", "999"]],
    ["time", "hours", ["minutes", "range"]],
    ["max-topics", "21", ["1", "20"]],
    ["targets", "myspace", ["email", "mastodon", "linkedin"]],
    ["quote", "yes", ["selection", "popover", "off"]],
    ["theme", "purple", ["auto", "light", "dark"]],
    ["engine", "steam", ["auto"]],
    ["share-url", "javascript:alert(1)", ["http"]],
    ["lang", "deutsch bitte", ["BCP 47"]],
    ["article", "p[", ["selector"]],
  ]) {
    test(`${name}="${value}"`, async () => {
      await visit(widget());
      const plain = await inPage(() => witness.words(witness.widgets()[0]));
      await visit(widget(`${name}="${value}"`));
      const said = await warnings();
      assert.equal(said.length, 1, String(said));
      for (const word of [name, value, ...allowed]) assert.ok(said[0].includes(word), `“${said[0]}” names ${word}`);
      assert.equal(await inPage(() => witness.words(witness.widgets()[0])), plain);
      assert.deepEqual(await inPage(() => witness.errors), []);
    });
  }

  test("the same wrong value in two elements and after a change is still one warning each time", async () => {
    await visit(widget('theme="purple"'));
    await set("minutes", "4");
    await set("minutes", "5");
    assert.equal((await warnings()).length, 1, String(await warnings()));
  });
});
