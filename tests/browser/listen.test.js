// Reading aloud, by voices of the test: order, controls, whose voice, and every way in which it ends.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { session } from "./session.js";
import { page } from "./site.js";
import { withVoices } from "./voices.js";

const shared = session();
const inPage = (act, ...values) => shared.browser.inPage(act, ...values);

const anna = { name: "Anna", lang: "de-DE" };
const petra = { name: "Petra", lang: "de_DE" };
const amelie = { name: "Amélie", lang: "fr-FR" };
const cloud = { name: "Cloud", lang: "de-DE", localService: false };

const widget = '<reading-widget show="listen"></reading-widget>';
const sentences = [
  "Dr. Anna Muster hat die neue Brücke am 1. Mai vor vielen Gästen für den Verkehr geöffnet.",
  "Der Umweg von sieben Kilometern entfällt damit für alle, die in die Stadt wollen.",
  "„Wir haben lange gewartet!“ sagte sie vor den Gästen aus der ganzen Region.",
  "Die Busse fahren nun wieder pünktlich zu den Schulen auf der anderen Seite.",
];
const body = `${widget}<p>${sentences[0]} ${sentences[1].replace("Kilometern", "<b>Kilo\u00admetern</b>")}</p><p>${sentences[2]} ${sentences[3]}</p>`;

async function visit(html = {}, voices = [anna], how = {}) {
  await shared.browser.visit(
    shared.site.put(page({ body, ...html, head: withVoices(voices, how) + (html.head ?? "") })),
  );
  await inPage(async () => {
    await witness.settled(1);
    await witness.frames();
  });
}

/** Clicks a control of the part. */
const click = (selector, number = 0) =>
  shared.browser.click((selector, number) => witness.parts("listen")[number].querySelector(selector), selector, number);
const play = () => click(".play");
const spoken = () => inPage(() => voices.spoken.map(({ text }) => text));
const isSpoken = (count) => shared.browser.until((count) => voices.spoken.length === count, count);
const end = () => inPage(() => voices.end());
const shown = () => inPage(() => witness.shown(witness.part("listen")));
const words = () => inPage(() => witness.words(witness.part("listen").querySelector(".play")));
const said = () => inPage(() => witness.part("listen").querySelector("[role=alert]").textContent);
const isPlaying = () => inPage(() => speechSynthesis.speaking);
const quiet = () =>
  inPage(async () => {
    await new Promise((resolve) => setTimeout(resolve, 120));
    return voices.spoken.length;
  });
/** Marked sentences, the soft hyphens out; what can't be marked is taken as given. */
const marked = async (expected) => {
  const found = await inPage(() => witness.marked()?.map((text) => text.replaceAll("\u00ad", "")) ?? null);
  if (found) assert.deepEqual(found, expected);
};
const set = (selector, value, types = ["input", "change"]) =>
  inPage(
    (selector, value, types) => {
      const field = witness.part("listen").querySelector(selector);
      field.value = value;
      for (const type of types) field.dispatchEvent(new Event(type, { bubbles: true }));
    },
    selector,
    value,
    types,
  );
const noErrors = async () => assert.deepEqual(await inPage(() => witness.errors), []);

describe("reading aloud", () => {
  test("a button with its own time; nothing is spoken, marked or asked for before it is pressed", async () => {
    await visit();
    assert.equal(await shown(), true);
    assert.match(await words(), /^Artikel anhören \d+ (Sek|Min)\.$/);
    assert.equal(await quiet(), 0);
    await marked([]);
    assert.equal(
      await shared.browser.accessibleName(() => witness.part("listen").querySelector(".play")),
      await words(),
    );
  });

  test("sentence by sentence, each marked, to the end", async () => {
    await visit();
    await play();
    for (const [index, sentence] of sentences.entries()) {
      await isSpoken(index + 1);
      await marked([sentence]);
      assert.equal(await words(), "Pause");
      assert.equal(
        await inPage(() => witness.part("listen").querySelector(".seek").getAttribute("aria-valuetext")),
        `${index + 1} von 4`,
      );
      await end();
    }
    assert.deepEqual(await spoken(), sentences);
    assert.deepEqual(
      await inPage(() => [...new Set(voices.spoken.map(({ lang, rate, voice }) => `${lang} ${rate} ${voice}`))]),
      ["de-DE 1 Anna"],
    );
    await marked([]);
    assert.match(await words(), /^Artikel anhören/);
    assert.equal(await inPage(() => document.adoptedStyleSheets?.length ?? 0), 0, "the page is as it was");
    await noErrors();
  });

  test("by itself from beginning to end", async () => {
    await visit();
    await inPage(() => {
      voices.mode = "by itself";
    });
    await play();
    await isSpoken(4);
    await shared.browser.until(() => !witness.part("listen").classList.contains("open"));
    assert.deepEqual(await spoken(), sentences);
  });

  test("forward, back, and a place in the text", async () => {
    await visit();
    await play();
    await isSpoken(1);
    await click("[data-listen='1']");
    await isSpoken(2);
    await click("[data-listen='1']");
    await isSpoken(3);
    await click("[data-listen='-1']");
    await isSpoken(4);
    await set(".seek", "3");
    await isSpoken(5);
    await click("[data-listen='1']");
    await isSpoken(6);
    assert.deepEqual(
      await spoken(),
      [0, 1, 2, 1, 3, 3].map((index) => sentences[index]),
    );
    // While it is dragged the voice goes on, and only the mark moves.
    await set(".seek", "0", ["input"]);
    await marked([sentences[0]]);
    assert.equal(await quiet(), 6);
  });

  test("a pause, and on at the same sentence", async () => {
    await visit();
    await play();
    await isSpoken(1);
    await end();
    await isSpoken(2);
    await play();
    assert.equal(await words(), "Vorlesen");
    assert.equal(await isPlaying(), false);
    await marked([]);
    assert.equal(await quiet(), 2);
    await play();
    await isSpoken(3);
    assert.deepEqual(await spoken(), [sentences[0], sentences[1], sentences[1]]);
    await noErrors();
  });

  test("steps in a pause move the mark alone", async () => {
    await visit();
    await play();
    await isSpoken(1);
    await play();
    await click("[data-listen='1']");
    await marked([sentences[1]]);
    assert.equal(await quiet(), 1);
    await play();
    await isSpoken(2);
    assert.equal((await spoken())[1], sentences[1]);
  });

  test("speed, which the time follows", async () => {
    await visit();
    await play();
    await isSpoken(1);
    const total = () => inPage(() => witness.words(witness.part("listen").querySelector(".controls .length")));
    const before = await total();
    await set("[data-listen=speed]", "2");
    await isSpoken(2);
    assert.deepEqual(await inPage(() => voices.spoken.map(({ rate }) => rate)), [1, 2]);
    const seconds = (clock) =>
      clock
        .split(" / ")[1]
        .split(":")
        .reduce((sum, part) => sum * 60 + Number(part), 0);
    assert.ok(Math.abs(seconds(before) / 2 - seconds(await total())) <= 1, `${before}, ${await total()}`);
    assert.match(before, /^0:00 \/ 0:\d\d$/);
  });

  test("by keyboard; Escape ends it", async () => {
    await visit();
    await inPage(() => witness.part("listen").querySelector(".play").focus());
    await shared.browser.press("Enter");
    await isSpoken(1);
    await shared.browser.press("Space");
    assert.equal(await isPlaying(), false);
    await shared.browser.press("Space");
    await isSpoken(2);
    await shared.browser.press("Escape");
    assert.equal(await isPlaying(), false);
    assert.equal(await inPage(() => witness.shown(witness.part("listen").querySelector(".controls"))), false);
  });

  test("while it plays the controls stay on the screen; in a pause they are back in their place", async () => {
    await visit({ body: `<div style="transform: translateX(20px)">${body}</div>${"<p>&nbsp;</p>".repeat(60)}` });
    const gap = () =>
      inPage(() => innerHeight - witness.part("listen").querySelector(".play").getBoundingClientRect().bottom);
    await play();
    await isSpoken(1);
    await inPage(() => scrollTo(0, 2000));
    const low = await gap();
    assert.ok(low > 0 && low < 100, `${low} px over the screen's foot`);
    const isFocused = () => inPage(() => witness.focused()?.classList.contains("play") ?? false);
    await inPage(() => witness.part("listen").querySelector(".play").focus());
    await shared.browser.press("Enter");
    assert.equal(await isPlaying(), false);
    assert.equal(
      await inPage(() => witness.part("listen").querySelector(".play").getBoundingClientRect().bottom < 0),
      true,
    );
    assert.equal(await isFocused(), true);
  });

  test("a long sentence in breaths, marked whole", async () => {
    const clause = "und die Stadt freut sich über den Verkehr auf der neuen Brücke";
    const long = `Es ist so weit, ${[clause, clause, clause, clause].join(", ")}.`;
    await visit({ body: `${widget}<p>${long}</p><p>${sentences[0]}</p>` });
    await play();
    for (let count = 1; (await isSpoken(count)) && (await spoken()).at(-1) !== sentences[0]; count += 1) {
      await marked([long]);
      await end();
    }
    const parts = (await spoken()).slice(0, -1);
    assert.ok(parts.length > 1 && parts.every((part) => part.length < 200 && /[,.]$/.test(part)), String(parts));
    assert.equal(parts.join(" "), long);
  });

  test("the sentence stays in view, but a reader who has scrolled away isn't fetched back", async () => {
    const far = sentences.map((sentence) => `<p style="margin-block: 120vh">${sentence}</p>`).join("");
    await visit({ body: widget + far });
    await inPage(() => {
      const matchMedia = (query) => ({ matches: query.includes("reduce"), addEventListener() {} });
      Object.assign(window, { matchMedia });
    });
    const isSeen = (index) =>
      inPage((index) => {
        const { top, bottom } = document.querySelectorAll("article > p")[index].getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      }, index);
    await play();
    await isSpoken(1);
    assert.equal(await isSeen(0), true);
    await inPage(() => new Promise((resolve) => setTimeout(resolve, 1100)));
    await end();
    await isSpoken(2);
    assert.equal(await isSeen(1), true);
    await inPage(async () => {
      await new Promise((resolve) => setTimeout(resolve, 1100));
      scrollTo(0, 0);
    });
    await end();
    await isSpoken(3);
    assert.equal(await inPage(() => scrollY), 0);
    await shared.browser.click(() => witness.part("listen").querySelector("[data-listen='1']"));
    await isSpoken(4);
    assert.equal(await isSeen(3), true, "who asks for a sentence is led to it");
  });
});

describe("whose voice", () => {
  test("no voice for the language: nothing is shown", async () => {
    await visit({}, [amelie]);
    assert.equal(await shown(), false);
    await visit({}, []);
    assert.equal(await shown(), false);
  });

  test("a browser that has no voices at all", async () => {
    const without = `<script>delete window.speechSynthesis; Object.defineProperty(window, "speechSynthesis", { value: undefined });</script>`;
    await shared.browser.visit(shared.site.put(page({ body, head: without })));
    await inPage(() => witness.settled(1));
    assert.equal(await shown(), false);
    await noErrors();
  });

  test("voices that become known late", async () => {
    await visit({}, [anna], { late: true });
    assert.equal(await shown(), false);
    await inPage(() => voices.arrive());
    assert.equal(await shown(), true);
  });

  test("only one on the device, unless the reader chooses another whose group says what it does", async () => {
    await visit({}, [cloud, anna, petra]);
    await play();
    await isSpoken(1);
    const list = await inPage(() => {
      const select = witness.part("listen").querySelector("[data-listen=voice]");
      return {
        value: select.value,
        shown: witness.shown(select),
        groups: [...select.querySelectorAll("optgroup")].map((group) => [group.label, group.textContent]),
      };
    });
    assert.deepEqual(list, {
      value: "Anna",
      shown: true,
      groups: [["Stimmen, die den Text an ihren Anbieter senden", "Cloud"]],
    });
    await set("[data-listen=voice]", "Cloud");
    await isSpoken(2);
    assert.deepEqual(await inPage(() => voices.spoken.map(({ voice }) => voice)), ["Anna", "Cloud"]);
  });

  test("where all of them send the text away, the reader is asked first", async () => {
    await visit({}, [cloud]);
    await play();
    assert.equal(await quiet(), 0);
    assert.match(await said(), /senden den Text an ihren Anbieter/);
    await click("[data-listen=accept]");
    await isSpoken(1);
    assert.equal(await said(), "");
    await end();
    await isSpoken(2);
  });

  test("the voice of the article's region before others", async () => {
    const voices = [{ name: "Zürich", lang: "de-CH" }, { name: "Wien", lang: "de-AT" }, anna];
    await visit({ lang: "de-AT" }, voices);
    await play();
    await isSpoken(1);
    assert.equal(await inPage(() => window.voices.spoken[0].voice), "Wien");
  });

  test("a block of another language by a voice of that language, if there is one on the device", async () => {
    const french = "La ville espère que les trajets dans la vallée seront plus courts pour tous les visiteurs.";
    const mixed = `${widget}<p>${sentences[0]}</p><p lang="fr">${french}</p><p>${sentences[1]}</p>`;
    for (const [voices, expected] of /** @type {[{ name: string, lang: string }[], string[]][]} */ ([
      [
        [anna, amelie],
        ["Anna", "Amélie", "Anna"],
      ],
      [
        [anna, { ...amelie, localService: false }],
        ["Anna", "Anna", "Anna"],
      ],
    ])) {
      await visit({ body: mixed }, voices);
      await inPage(() => {
        window.voices.mode = "by itself";
      });
      await play();
      await isSpoken(3);
      assert.deepEqual(await inPage(() => window.voices.spoken.map(({ voice }) => voice)), expected);
      assert.equal((await spoken())[1], french);
    }
  });

  test("right to left", async () => {
    const arabic = "افتتحت المكتبة الجديدة أبوابها أمام الزوار في وسط المدينة بعد ثلاث سنوات من العمل المتواصل.";
    await visit({ lang: "ar", title: "المكتبة الجديدة", body: `${widget}<p>${arabic} هل زرتها؟ ${arabic}</p>` }, [
      { name: "مها", lang: "ar-SA" },
    ]);
    await inPage(() => {
      voices.mode = "by itself";
    });
    await play();
    await isSpoken(3);
    assert.deepEqual(await spoken(), [arabic, "هل زرتها؟", arabic]);
  });
});

describe("what ends it", () => {
  const started = async (...visited) => {
    await visit(...visited);
    await play();
    await isSpoken(1);
  };

  test("the page is left", async () => {
    await started();
    await inPage(() => dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));
    assert.equal(await isPlaying(), false);
    await marked([]);
  });

  test("the element is removed", async () => {
    await started();
    await inPage(() => witness.widgets()[0].remove());
    assert.equal(await isPlaying(), false);
    await marked([]);
    await inPage(() => voices.arrive());
    await noErrors();
  });

  test("the part is no longer asked for", async () => {
    await started();
    await inPage(async () => {
      witness.widgets()[0].show = "time";
      await witness.frames(3);
    });
    await shared.browser.until(() => !speechSynthesis.speaking);
  });

  test("the page is read again on request", async () => {
    await started();
    await inPage(() => witness.widgets()[0].refresh());
    assert.equal(await isPlaying(), false);
    assert.equal(await shown(), true);
  });

  test("another article comes to the page's place", async () => {
    await started();
    await inPage(() => {
      history.pushState(null, "", "/another");
      const text = "Ein anderer Text steht nun hier, von dem noch niemand etwas gehört hat. ".repeat(6);
      document.querySelector("main").innerHTML =
        `<article><h1>Anderes</h1><reading-widget show="listen"></reading-widget><p>${text}</p></article>`;
    });
    await shared.browser.until(
      () => !speechSynthesis.speaking && witness.widgets()[0].articleElement?.textContent.includes("Anderes"),
    );
    assert.equal(await quiet(), 1);
    await marked([]);
  });

  test("the same element holds another text", async () => {
    await started();
    await inPage(() => {
      for (const paragraph of document.querySelectorAll("article p"))
        paragraph.textContent =
          "Hier steht nun etwas ganz anderes, das länger ist als alles vorher und von dem noch niemand etwas gehört hat. ".repeat(
            3,
          );
    });
    await shared.browser.until(() => !speechSynthesis.speaking);
    await marked([]);
    await noErrors();
  });

  test("another widget starts, which is then the only one", async () => {
    await started({ body: body + widget });
    await click(".play", 1);
    await isSpoken(2);
    assert.deepEqual(await inPage(() => witness.parts("listen").map((part) => part.classList.contains("playing"))), [
      false,
      true,
    ]);
    await end();
    await isSpoken(3);
    await marked([sentences[1]]);
  });

  test("a text that grows around the sentence doesn't: on at the same place", async () => {
    await started();
    await end();
    await isSpoken(2);
    await inPage(() =>
      document
        .querySelector("article p")
        .insertAdjacentHTML(
          "beforebegin",
          "<p>Nachtrag vom Abend: Die Brücke war schon am ersten Tag sehr voll, und das bei Regen.</p>",
        ),
    );
    await shared.browser.until(() => witness.events.filter(({ type }) => type === "reading-ready").length > 1);
    assert.equal(await isPlaying(), true);
    await end();
    await isSpoken(3);
    assert.deepEqual(await spoken(), sentences.slice(0, 3));
    await marked([sentences[2]]);
  });

  test("somebody else takes the voice: a pause, not a failure", async () => {
    await started();
    await inPage(() => speechSynthesis.cancel());
    await shared.browser.until(() => !witness.part("listen").classList.contains("playing"));
    assert.equal(await said(), "");
    assert.equal(await words(), "Vorlesen");
  });

  for (const error of ["synthesis-failed", "not-allowed", "network", "audio-busy"]) {
    test(`an error, ${error}: a sentence beside the button, and another try`, async () => {
      await visit();
      await inPage((error) => {
        voices.mode = error;
      }, error);
      await play();
      await shared.browser.until(() => witness.part("listen").querySelector("[role=alert]").textContent);
      assert.equal(await said(), "Das Vorlesen hat nicht geklappt.");
      await inPage(() => {
        voices.mode = "by hand";
      });
      await play();
      await isSpoken(1);
      assert.equal(await said(), "");
      await noErrors();
    });
  }

  test("an engine that throws", async () => {
    await visit();
    await inPage(() => {
      speechSynthesis.speak = () => {
        throw new Error("no");
      };
    });
    await play();
    assert.equal(await said(), "Das Vorlesen hat nicht geklappt.");
    await noErrors();
  });

  test("an engine that falls silent within a sentence, as Chrome's does after 15 seconds: on with the next", async () => {
    await visit({}, [anna], { hurry: true });
    await inPage(() => {
      voices.mode = "stall";
    });
    await play();
    await isSpoken(3);
    assert.deepEqual(await spoken(), sentences.slice(0, 3));
    assert.equal(await said(), "");
  });

  test("an engine that never begins: tried twice, then said so", async () => {
    await visit({}, [anna], { hurry: true });
    await inPage(() => {
      voices.mode = "deaf";
    });
    await play();
    await shared.browser.until(() => witness.part("listen").querySelector("[role=alert]").textContent);
    assert.equal(await said(), "Das Vorlesen hat nicht geklappt.");
    assert.equal(await isPlaying(), false);
  });
});

test("nothing is stored, and nobody is asked", async () => {
  await visit();
  await play();
  await isSpoken(1);
  assert.deepEqual(await inPage(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, ""]);
  assert.deepEqual(shared.browser.outsideHosts, []);
});
