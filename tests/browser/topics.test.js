// The chips: they mark a topic's mentions in the article and step through them, or are links.
import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { engine } from "./browser.js";
import { session } from "./session.js";
import { page, TAG } from "./site.js";

const shared = session();

const article = page({
  head: '<meta name="keywords" content="Garten">',
  body: `<p>Am Rhein wächst der Wein seit zweitausend Jahren, und das Wetter meint es gut mit ihm.</p>
<ul><li>Wein</li><li>Wetter</li><li>Handel</li></ul>
<p>Der Wein dieses Jahres ist süß. Kenner sagen, der <em>Wein</em> brauche noch Zeit, denn das Wetter war feucht.</p>
<p style="margin-top: 120vh">Der Handel wartet ab. Guter Wein findet immer Käufer, schlechtes Wetter nie.</p>`,
});

const pressed = () =>
  shared.browser.inPage(() =>
    witness
      .parts("topic")
      .filter((chip) => chip.getAttribute("aria-pressed") === "true")
      .map((chip) => witness.words(chip)),
  );
const topicsWords = () => shared.browser.inPage(() => witness.words(witness.part("topics")));

describe("chips that mark passages", () => {
  beforeEach(async () => {
    await shared.browser.visit(shared.site.put(article, { path: "/wein" }));
    await shared.browser.inPage(async () => {
      await witness.settled(2);
    });
  });

  test("a press marks the mentions, a second one takes the marks away", async (context) => {
    if (!(await shared.browser.inPage(() => Boolean(CSS.highlights))))
      return context.skip(`${engine} here has no CSS.highlights`);
    assert.deepEqual(await shared.browser.inPage(() => witness.marked()), []);
    await shared.browser.click(() => witness.chip("Wein"));
    assert.deepEqual(await pressed(), ["Wein"]);
    const marked = await shared.browser.inPage(() => ({
      marks: witness.marked(),
      mentions: witness.widgets()[0].analysis.topics.find(({ label }) => label === "Wein").mentions,
    }));
    // The current mention may stand in a highlight of its own beside that of all.
    assert.ok(marked.marks.length >= marked.mentions, `${marked.marks.length} marks of ${marked.mentions} mentions`);
    assert.ok(
      marked.marks.every((text) => /wein/i.test(text)),
      String(marked.marks),
    );
    await shared.browser.click(() => witness.chip("Wein"));
    assert.deepEqual(await pressed(), []);
    assert.deepEqual(await shared.browser.inPage(() => witness.marked()), []);
  });

  test("one chip is pressed at a time", async () => {
    await shared.browser.click(() => witness.chip("Wein"));
    await shared.browser.click(() => witness.chip("Wetter"));
    assert.deepEqual(await pressed(), ["Wetter"]);
    assert.ok(((await shared.browser.inPage(() => witness.marked())) ?? []).every((text) => /wetter/i.test(text)));
  });

  test("the stepper counts, goes round and scrolls to the mention", async () => {
    await shared.browser.click(() => witness.chip("Wein"));
    const total = await shared.browser.inPage(
      () => witness.widgets()[0].analysis.topics.find(({ label }) => label === "Wein").mentions,
    );
    assert.ok(total >= 4, `${total} mentions`);
    assert.match(await topicsWords(), new RegExp(`1 von ${total}`));
    const [back, forth] = [() => witness.steps().at(0), () => witness.steps().at(-1)];
    for (let step = 2; step <= total; step++) {
      await shared.browser.inPage(() => witness.steps().at(-1).click());
      assert.match(await topicsWords(), new RegExp(`${step} von ${total}`));
    }
    const last = await shared.browser.until(() => {
      const box = document.querySelector("article p:last-of-type").getBoundingClientRect();
      return box.top < innerHeight && box.bottom > 0;
    });
    assert.ok(last, "the last mention is in view");
    await shared.browser.click(forth);
    assert.match(await topicsWords(), new RegExp(`1 von ${total}`));
    await shared.browser.click(back);
    assert.match(await topicsWords(), new RegExp(`${total} von ${total}`));
    for (const find of [back, forth]) assert.notEqual(await shared.browser.accessibleName(find), "");
  });

  test("the keyboard alone: Tab to a chip, Enter and Space press it, Escape clears", async () => {
    for (
      let presses = 0;
      presses < 12 && !(await shared.browser.inPage(() => witness.focused() === witness.parts("topic")[0]));
      presses++
    )
      await shared.browser.press("Tab");
    assert.ok(
      await shared.browser.inPage(() => witness.focused() === witness.parts("topic")[0]),
      "Tab reaches the first chip",
    );
    assert.notEqual(
      await shared.browser.inPage(() => getComputedStyle(witness.focused()).outlineStyle),
      "none",
      "the focus can be seen",
    );
    await shared.browser.press("Enter");
    assert.deepEqual(await pressed(), ["Wein"]);
    await shared.browser.press("Space");
    assert.deepEqual(await pressed(), []);
    await shared.browser.press("Space", "Escape");
    assert.deepEqual(await pressed(), []);
    assert.deepEqual((await shared.browser.inPage(() => witness.marked())) ?? [], []);
    assert.ok(
      await shared.browser.inPage(() => witness.focused() === witness.parts("topic")[0]),
      "the focus stays on the chip",
    );
  });

  test("a chip's name holds how often it is mentioned, and begins with what is seen", async () => {
    const mentions = await shared.browser.inPage(
      () => witness.widgets()[0].analysis.topics.find(({ label }) => label === "Wein").mentions,
    );
    const name = await shared.browser.accessibleName(() => witness.chip("Wein"));
    assert.ok(name.startsWith("Wein") && name.includes(String(mentions)), `“${name}”, mentioned ${mentions} times`);
    const group = await shared.browser.inPage(
      () =>
        witness.part("topics").closest("[aria-label], [aria-labelledby]")?.outerHTML ??
        witness.part("topics").querySelector("[aria-label]")?.outerHTML,
    );
    assert.ok(group, "the chips are a labelled group");
  });

  test("reading-topic says what was pressed, and a page can keep it from happening", async () => {
    await shared.browser.inPage(() =>
      addEventListener("reading-topic", (event) => event.preventDefault(), { once: true }),
    );
    await shared.browser.click(() => witness.chip("Wetter"));
    const event = await shared.browser.inPage(() => witness.event("reading-topic"));
    assert.equal(event.detail.topic.label, "Wetter");
    assert.equal(event.detail.mentions, event.detail.topic.mentions);
    assert.deepEqual([event.cancelable, event.bubbles, event.composed], [true, true, true]);
    assert.deepEqual(await pressed(), []);
    assert.deepEqual((await shared.browser.inPage(() => witness.marked())) ?? [], []);
    await shared.browser.click(() => witness.chip("Wetter"));
    assert.deepEqual(await pressed(), ["Wetter"], "the next press is not prevented any more");
  });

  test("what is inserted while a topic is marked leaves the mark, its place and the focus", async () => {
    await shared.browser.click(() => witness.chip("Wein"));
    await shared.browser.inPage(() => {
      witness.steps().at(-1).focus();
      witness.steps().at(-1).click();
    });
    const before = await topicsWords();
    assert.match(before, /2 von 4/);
    const scrolled = await shared.browser.inPage(() => {
      document
        .querySelector("article p")
        .insertAdjacentHTML(
          "afterend",
          "<p>Der Wein ist da, sagen die Leute am Rhein, und sie meinen den Wein vom letzten Jahr.</p>",
        );
      return scrollY;
    });
    await shared.browser.until(() => witness.events.filter(({ type }) => type === "reading-ready").length > 2);
    assert.match(await topicsWords(), /2 von 6/);
    assert.deepEqual(await pressed(), ["Wein"]);
    const after = await shared.browser.inPage(() => ({
      focus: witness.focused() === witness.steps().at(-1),
      scrolled: scrollY,
      marked: witness.marked()?.length ?? 6,
    }));
    assert.deepEqual(after, { focus: true, scrolled, marked: 6 });
  });

  test("a chip pressed before a changed article is read again marks what stands there now", async () => {
    await shared.browser.inPage(() => {
      document.querySelector("article p").firstChild.data = "Kein Wort vom Rebensaft steht hier.";
      witness.chip("Wein").click();
    });
    await shared.browser.until(() =>
      witness.parts("topic").some((chip) => chip.getAttribute("aria-pressed") === "true"),
    );
    assert.match(await topicsWords(), /1 von 3/);
    assert.ok(((await shared.browser.inPage(() => witness.marked())) ?? []).every((text) => text === "Wein"));
  });

  test("marks follow the article's own text when it changes, without an error", async () => {
    await shared.browser.click(() => witness.chip("Wein"));
    await shared.browser.inPage(() => {
      document.querySelector("article p:last-of-type").remove();
    });
    await shared.browser.inPage(() => witness.steps().at(-1).click());
    assert.deepEqual(await shared.browser.inPage(() => witness.errors), []);
  });
});

test("without the highlight API the mentions are stepped through all the same, and the page's markup is left alone", async () => {
  await shared.browser.visit(
    shared.site.put(article.replace("<script", "<script>delete globalThis.Highlight</script><script"), {
      path: "/ohne",
    }),
  );
  const before = await shared.browser.inPage(async () => {
    await witness.settled(2);
    return document.querySelector("article p:last-of-type").outerHTML;
  });
  await shared.browser.click(() => witness.chip("Wein"));
  assert.match(await topicsWords(), /1 von 4/);
  for (let step = 0; step < 3; step++) await shared.browser.inPage(() => witness.steps().at(-1).click());
  await shared.browser.until(() => {
    const box = document.querySelector("article p:last-of-type").getBoundingClientRect();
    return box.top < innerHeight && box.bottom > 0;
  });
  assert.deepEqual(
    await shared.browser.inPage(() => [document.querySelector("article p:last-of-type").outerHTML, witness.errors]),
    [before, []],
  );
});

test("a long label wraps, in a column as narrow as a phone's", async () => {
  const long = `Donaudampfschifffahrtsgesellschaft${"skapitän".repeat(3)}`;
  const topics = `${long},Eine Wortgruppe, die immer weiter geht und nicht endet,${"漢".repeat(60)}`.replace(
    ", die",
    " die",
  );
  await shared.browser.visit(
    shared.site.put(
      page({
        body: `<div style="width: 280px"><reading-widget show="topics" topics="${topics}"></reading-widget></div><p>${long}. ${"Ein Satz mit ein paar Wörtern. ".repeat(9)}</p>`,
      }),
    ),
  );
  const sizes = await shared.browser.inPage(async () => {
    await witness.settled(1);
    return witness
      .parts("topic")
      .map((chip) => [chip.getBoundingClientRect().width, chip.scrollWidth - chip.clientWidth]);
  });
  assert.equal(sizes.length, 3);
  for (const [width, hidden] of sizes) assert.ok(width <= 280 && hidden <= 0, `${width} px wide, ${hidden} px hidden`);
});

test("topic-href makes the chips links, with the topic or its slug", async () => {
  const tag = (template) =>
    TAG.replace("<script", `<script data-topic-href="${template}" data-topics="Öl & Gas,Große Straße"`);
  for (const [template, expected] of /** @type {[string, string[]][]} */ ([
    ["/thema/{topic}", ["/thema/%C3%96l%20%26%20Gas", "/thema/Gro%C3%9Fe%20Stra%C3%9Fe"]],
    [
      "https://zeitung.example/t/{slug}/",
      ["https://zeitung.example/t/oel-gas/", "https://zeitung.example/t/grosse-strasse/"],
    ],
  ])) {
    await shared.browser.visit(shared.site.put(page({ tag: tag(template) })));
    const chips = await shared.browser.inPage(async () => {
      await witness.settled(2);
      return witness.parts("topic").map((chip) => ({
        name: chip.nodeName,
        href: chip.getAttribute("href"),
        pressed: chip.getAttribute("aria-pressed"),
      }));
    });
    assert.deepEqual(
      chips,
      expected.map((href) => ({ name: "A", href, pressed: null })),
    );
  }
});

test("the page's own tags lead where the page's links lead, where there is nothing to mark or the publisher wants links", async () => {
  // What only the title says has nothing to mark.
  const title = "Genuss für alle Tage";
  const body = `<p>Am Rhein wächst der Wein seit zweitausend Jahren, und das Wetter meint es gut mit ihm. Der Wein ist süß.</p>
<footer><a rel="tag" href="/tag/wein">Wein</a> <a rel="tag" href="/tag/genuss">Genuss</a> <a rel="tag" href="/tag/rhein">Rhein</a></footer>`;
  const chips = () =>
    shared.browser.inPage(async () => {
      await witness.settled(1);
      return witness.parts("topic").map((chip) => [chip.localName, chip.getAttribute("href")]);
    });
  await shared.browser.visit(
    shared.site.put(page({ title, body: `<reading-widget show="topics"></reading-widget>${body}` })),
  );
  assert.deepEqual(await chips(), [
    ["a", new URL("/tag/genuss", shared.site.origin).href],
    ["button", null],
    ["button", null],
  ]);
  await shared.browser.visit(
    shared.site.put(
      page({ title, body: `<reading-widget show="topics" topic-href="/thema/{slug}"></reading-widget>${body}` }),
    ),
  );
  assert.deepEqual(
    (await chips()).map(([, href]) => new URL(href).pathname),
    ["/tag/genuss", "/tag/wein", "/tag/rhein"],
  );
});

test("a topic-href on another scheme than the web's makes no links", async () => {
  await shared.browser.visit(
    shared.site.put(
      page({
        tag: TAG.replace("<script", '<script data-topics="Wein" data-topic-href="javascript:alert(\'{topic}\')"'),
      }),
    ),
  );
  const seen = await shared.browser.inPage(async () => {
    await witness.settled(2);
    return { links: witness.parts("topic").filter((chip) => chip.nodeName === "A").length, warnings: witness.warnings };
  });
  assert.equal(seen.links, 0);
  assert.equal(seen.warnings.length, 1, String(seen.warnings));
});
