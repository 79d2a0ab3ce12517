// What must not harm a page: no article, too many, absurd ones, hostile ones, and policies that refuse us.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { session } from "./session.js";
import { CLASSIC_TAG, page, TAG } from "./site.js";

const shared = session();
const inPage = (act, ...values) => shared.browser.inPage(act, ...values);

async function visit(html, options) {
  await shared.browser.visit(shared.site.put(html, options));
}

/** Without its script the page looks exactly so; with it, after a failure, too. */
async function assertFails(html, options) {
  await visit(html.replace(TAG, "").replace(CLASSIC_TAG, ""), options);
  const untouched = await inPage(() => witness.pageWithoutUs());
  await visit(html, options);
  const event = await inPage(() => witness.event("reading-error"));
  assert.ok(event.detail.reason.length > 15 && /[a-z]/i.test(event.detail.reason), `reason: “${event.detail.reason}”`);
  assert.deepEqual([event.bubbles, event.composed], [true, true]);
  await inPage(() => new Promise((resolve) => setTimeout(resolve, 150)));
  const seen = await inPage(() => ({
    page: witness.pageWithoutUs(),
    words: witness
      .widgets()
      .map((element) => witness.words(element))
      .join(""),
    heights: witness.widgets().map((element) => element.getBoundingClientRect().height),
    warnings: witness.warnings,
    errors: witness.errors.filter((error) => !/Content.Security.Policy|did not load/.test(error)),
  }));
  assert.equal(seen.page, untouched);
  assert.equal(seen.words, "", "nothing is shown");
  assert.equal(seen.warnings.length, 1, `one warning: ${seen.warnings.join(" | ")}`);
  assert.ok(
    seen.warnings[0].includes(event.detail.reason),
    `“${seen.warnings[0]}” gives the reason “${event.detail.reason}”`,
  );
  assert.deepEqual(seen.errors, []);
  return event.detail.reason;
}

/**
 * The widget is there, says a sane time, and nothing was thrown.
 * @param {string} html
 * @param {{ count?: number, warnings?: number, headers?: Record<string, string>, witnessNonce?: string }} [how]
 */
async function assertWorks(html, { count = 2, warnings = 0, ...options } = {}) {
  await visit(html, options);
  const seen = await inPage(async (count) => {
    await witness.settled(count);
    await witness.frames();
    return {
      time: witness.words(witness.part("time")),
      warnings: witness.warnings,
      errors: witness.errors,
      hacked: window.hacked,
      analysis: witness.widgets()[0].analysis,
    };
  }, count);
  assert.match(seen.time, /[\d٠-٩]|unter einer Minute/);
  assert.deepEqual(seen.errors, []);
  assert.equal(seen.hacked, undefined);
  assert.equal(seen.warnings.length, warnings, String(seen.warnings));
  return seen;
}

const without = (main, more) => page(more).replace(/<main>.*<\/main>/s, main);

describe("no article", () => {
  test("a page without one, and without an element", () => assertFails(without("<nav><a href='/'>Start</a></nav>")));
  test("a page without one, with an element", () =>
    assertFails(without("<nav><a href='/'>Start</a></nav><reading-widget></reading-widget>")));
  test("a page without one, by the classic tag", () => assertFails(without("<p>Hallo</p>", { tag: CLASSIC_TAG })));
  test("an empty page", () =>
    assertFails(`<!doctype html><html><head><title></title>${TAG}</head><body></body></html>`));

  test("several equal ones and nothing to decide", async () => {
    const teaser = (number) =>
      `<article><h2>Nachricht ${number}</h2><p>${"Der Verkehr rollt wieder über die Brücke. ".repeat(20)}</p></article>`;
    await assertFails(without([1, 2, 3, 4].map(teaser).join("")));
  });

  test("a selector that finds nothing", () =>
    assertFails(page({ before: '<reading-widget article="#nirgends"></reading-widget>' })));
  test("an article without a word", () => assertFails(page({ body: "" }).replace(/<h1>.*<\/h1>/, "")));

  test("ready is rejected, nothing is uncaught, analysis and articleElement are null", async () => {
    await visit(without("<reading-widget></reading-widget>"));
    const seen = await inPage(async () => {
      const [element] = await witness.settled(1);
      const reason = await element.ready.then(
        () => "none",
        (error) => ({ isError: error instanceof window.Error, message: error.message }),
      );
      await new Promise((resolve) => setTimeout(resolve, 50));
      return {
        reason,
        event: (await witness.event("reading-error")).detail.reason,
        analysis: element.analysis,
        article: element.articleElement,
        errors: witness.errors,
      };
    });
    assert.deepEqual(seen, {
      reason: { isError: true, message: seen.event },
      event: seen.event,
      analysis: null,
      article: null,
      errors: [],
    });
  });

  test("an article that comes later is read by refresh()", async () => {
    await visit(without("<reading-widget></reading-widget>"));
    await inPage(async () => {
      await witness.event("reading-error");
      document.body.insertAdjacentHTML(
        "beforeend",
        `<main><article><h1>Doch noch</h1><p>${"Der Verkehr rollt über die Brücke. ".repeat(30)}</p></article></main>`,
      );
      await witness.widgets()[0].refresh();
      await witness.frames();
    });
    assert.match(await inPage(() => witness.words(witness.part("time"))), /Lesezeit/);
  });
});

describe("absurd articles", () => {
  test("one word", async () => {
    const { analysis, time } = await assertWorks(
      page({ body: "<p>Feierabend.</p>", before: "<reading-widget></reading-widget>" }),
      { count: 1 },
    );
    assert.deepEqual([analysis.words, analysis.minutes, time], [1, 1, "Lesezeit: unter einer Minute"]);
  });

  test("200,000 words", async () => {
    const sentence = "Der Verkehr rollt wieder über die große Brücke. ";
    const { analysis, time } = await assertWorks(page({ body: `<p>${sentence.repeat(25)}</p>`.repeat(1000) }));
    assert.equal(analysis.words, 200_000);
    assert.equal(analysis.minutes, 851);
    assert.equal(time, "Lesezeit: 851 Minuten");
  });

  test("200,000 words in one paragraph, of which no two are the same", async () => {
    const words = Array.from({ length: 200_000 }, (_, index) => `Wort${index.toString(36)}`).join(" ");
    assert.equal((await assertWorks(page({ body: `<p>${words}</p>` }))).analysis.words, 200_000);
  });

  test("markup nested 5,000 deep, by the parser and by script", async () => {
    const deep = `${"<div>".repeat(5000)}Der Verkehr rollt.${"</div>".repeat(5000)}`;
    await assertWorks(page({ body: `<p>${"Der Verkehr rollt wieder. ".repeat(40)}</p>${deep}` }));
    // Spans: on divs as deep as that Chromium's own layout crashes, without us.
    const script = `<script>let at = document.querySelector("article"); for (let i = 0; i < 5000; i++) at = at.appendChild(document.createElement("span")); at.textContent = "Der Verkehr rollt.";</script>`;
    const { analysis } = await assertWorks(
      page({ body: `<p>${"Der Verkehr rollt wieder. ".repeat(40)}</p>${script}` }),
    );
    assert.equal(analysis.words, 163);
  });

  test("50,000 siblings, comments and empty elements", () =>
    assertWorks(
      page({ body: `<p>${"Der Verkehr rollt wieder. ".repeat(40)}</p>${"<!-- --><span></span>".repeat(50_000)}` }),
    ));

  for (const lang of ["xx-invalid", "de_DE", "x", "", "de-", "-", "ڈے", "a".repeat(5000), null]) {
    test(`lang=${lang === null ? "none" : `"${lang.slice(0, 20)}"`}`, async () => {
      const { analysis } = await assertWorks(page({ lang }));
      if (lang === "de_DE") assert.equal(analysis.language.slice(0, 2), "de");
      assert.ok(new Intl.Locale(analysis.language), "the language is one that Intl takes");
    });
  }

  test("NUL, lone surrogates, bidi marks and zero-width characters", () =>
    assertWorks(
      page({
        body: `<p>${"Der Ver\u00adkehr rollt\u200b wieder. \u202e\u2066 ".repeat(40)}&#0;&#xD800;</p><script>document.querySelector("article p").append("\\ud83d \\udc00 x")</script>`,
      }),
    ));
});

describe("a hostile page", () => {
  const IMG = "<img src=x onerror=hacked=1>";
  const escaped = IMG.replace("<", "&lt;").replace(">", "&gt;");

  test("markup in title, topics, headings, metadata stays text", async () => {
    const { analysis } = await assertWorks(
      page({
        title: escaped,
        head: `<meta property="og:title" content="${IMG}"><meta name="author" content="${IMG}">
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"${IMG}","keywords":["${IMG}","b","c"],"author":"${IMG}"}</script>`,
        tag: TAG.replace("<script", `<script data-topics="${IMG},zwei" data-share-title="${IMG}"`),
        body: `<h2>${escaped}</h2><p>${"Der Verkehr rollt wieder. ".repeat(40)}</p>`,
      }),
    );
    assert.equal(analysis.topics[0].label, IMG);
    assert.equal(analysis.title, IMG);
    await shared.browser.click(() => witness.part("share-button"));
    const share = await inPage(() => witness.words(witness.part("share")));
    await shared.browser.click(() => witness.chip("onerror"));
    await inPage(() => witness.frames(3));
    const seen = await inPage(() => ({
      images: witness.widgets().flatMap((element) => [...element.shadowRoot.querySelectorAll("img, script, iframe")])
        .length,
      hacked: window.hacked,
      chips: witness.parts("topic").map((chip) => witness.words(chip)),
    }));
    assert.deepEqual([seen.images, seen.hacked], [0, undefined]);
    assert.equal(seen.chips[0], IMG);
    assert.ok(share.includes(IMG), share);
  });

  test("a page that throws in its own scripts", async () => {
    await visit(
      page({
        head: "<script>throw new Error('von der Seite')</script><script>addEventListener('reading-ready', () => { throw new Error('beim Zuhören') }); setInterval(() => { undefined.x }, 20)</script>",
      }),
    );
    const seen = await inPage(async () => {
      await witness.settled(2);
      await witness.frames();
      return {
        time: witness.words(witness.part("time")),
        errors: witness.errors.filter((error) => !/Seite|Zuhören|undefined/.test(error)),
      };
    });
    assert.match(seen.time, /Lesezeit/);
    assert.deepEqual(seen.errors, []);
  });

  test("a page that has taken the names that we might use", () =>
    assertWorks(
      page({
        head: `<script>window.init = window.wasm = window.analysis = window.share = 1; Array.prototype.extra = () => {}; Object.prototype.extra = 1; String.prototype.trim2 = 1; window.process = { versions: {} }; window.module = {}; window.exports = {}; window.define = () => {};</script>`,
        body: `<form><input name="textContent"><input name="childNodes"><input name="parentNode"><input name="attributes"></form><img name="body"><p id="documentElement">${"Der Verkehr rollt wieder. ".repeat(40)}</p>`,
      }),
    ));

  test("broken JSON-LD of every kind", () =>
    assertWorks(
      page({
        head: [
          "{",
          "[]",
          "null",
          "3",
          '{"@type":5,"headline":{},"author":[[]],"keywords":{"a":[1]},"datePublished":[],"image":{"url":{}}}',
          '{"@graph":[null,1,{"@type":["NewsArticle"],"author":{"name":null}}]}',
          "{".repeat(5000),
        ]
          .map((json) => `<script type="application/ld+json">${json}</script>`)
          .join(""),
      }),
    ));
});

describe("policies and missing files", () => {
  const csp = (policy) => ({ headers: { "Content-Security-Policy": policy } });

  for (const policy of ["script-src 'self'", "default-src 'self'"]) {
    for (const [kind, tag] of [
      ["module", TAG],
      ["classic", CLASSIC_TAG],
    ]) {
      test(`a policy without wasm: the same in JavaScript, ${policy} (${kind})`, async () => {
        await assertWorks(page({ tag }), csp(policy));
        await shared.browser.click(() => witness.part("share-button"));
        await shared.browser.until(() => witness.shown(witness.target("email")));
        assert.deepEqual(
          await inPage(() => witness.violations.filter((violation) => !violation.includes("wasm-eval"))),
          [],
        );
        // Each page has an address of its own.
        const analysis = () => inPage(() => ({ ...witness.widgets()[0].analysis, url: undefined }));
        const seen = await analysis();
        await assertWorks(page({ tag }));
        assert.deepEqual(seen, await analysis());
      });
    }
  }

  test("engine=js: nothing is tried that the policy refuses", async () => {
    await assertWorks(page({ tag: TAG.replace("<script", '<script data-engine="js"') }), csp("default-src 'self'"));
    assert.deepEqual(await inPage(() => witness.violations), []);
  });

  test("a policy without wasm, and the JavaScript isn't there: the page is as it was", async () => {
    shared.site.missing.add("reading-widget.plain.js");
    try {
      await assertFails(page(), csp("script-src 'self'"));
    } finally {
      shared.site.missing.clear();
    }
  });

  for (const policy of [
    "script-src 'self' 'wasm-unsafe-eval'",
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'none'; img-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types 'none'",
  ]) {
    for (const [kind, tag] of [
      ["module", TAG],
      ["classic", CLASSIC_TAG],
    ]) {
      test(`${policy} (${kind})`, async () => {
        await assertWorks(page({ tag: tag.replace("<script", '<script data-topics="Verkehr"') }), csp(policy));
        await shared.browser.click(() => witness.chip("Verkehr"));
        await shared.browser.click(() => witness.part("share-button"));
        await shared.browser.until(() => witness.shown(witness.target("email")));
        const seen = await inPage(() => ({
          violations: witness.violations,
          errors: witness.errors,
          styled: getComputedStyle(witness.chip("Verkehr")).borderRadius !== "0px",
        }));
        assert.deepEqual(seen, { violations: [], errors: [], styled: true });
      });
    }
  }

  test("a nonce and strict-dynamic", () =>
    assertWorks(page({ tag: TAG.replace("<script", '<script nonce="abc"') }).replace("<head>", "<head><!-- -->"), {
      ...csp("script-src 'nonce-abc' 'strict-dynamic' 'wasm-unsafe-eval'"),
      witnessNonce: "abc",
    }));

  test("the wasm is not there: the same in JavaScript", async () => {
    shared.site.missing.add("reading_widget_bg.wasm");
    try {
      for (const tag of [TAG, CLASSIC_TAG]) {
        await visit(page({ tag }));
        const { time, warnings, errors } = await inPage(async () => {
          await witness.settled(2);
          return {
            time: witness.words(witness.part("time")),
            warnings: witness.warnings,
            errors: witness.errors.filter((error) => !/integrity/i.test(error)),
          };
        });
        assert.match(time, /^Lesezeit: /);
        assert.deepEqual([warnings, errors], [[], []]);
      }
    } finally {
      shared.site.missing.clear();
    }
  });

  test("neither the wasm nor the JavaScript is there", async () => {
    for (const file of ["reading_widget_bg.wasm", "reading-widget.plain.js"]) shared.site.missing.add(file);
    try {
      await assertFails(page());
      await assertFails(page({ tag: CLASSIC_TAG }));
    } finally {
      shared.site.missing.clear();
    }
  });

  test("the language's file is not there: no exception, at most one warning", async () => {
    shared.site.missing.add("/languages/de.json");
    try {
      await visit(page());
      await inPage(async () => {
        await Promise.race([witness.settled(2), witness.event("reading-error")]);
        await witness.frames();
      });
      const seen = await inPage(() => ({
        warnings: witness.warnings,
        errors: witness.errors.filter((error) => !/404|did not load/.test(error)),
      }));
      assert.ok(seen.warnings.length <= 1, String(seen.warnings));
      assert.deepEqual(seen.errors, []);
    } finally {
      shared.site.missing.clear();
    }
  });

  test("a page in a sandbox without storage", () => assertWorks(page(), csp("sandbox allow-scripts")));
});
