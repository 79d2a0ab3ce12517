// The element's life: come and gone, moved, twice on a page, loaded in every way, and a site that changes its article.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { session } from "./session.js";
import { CLASSIC_TAG, openSite, page, TAG } from "./site.js";

const shared = session();
const inPage = (act, ...values) => shared.browser.inPage(act, ...values);
const visit = async (html, count = 2) => {
  await shared.browser.visit(shared.site.put(html));
  await inPage(async (count) => {
    await witness.settled(count);
    await witness.frames();
  }, count);
};
const problems = () => inPage(() => [...witness.warnings, ...witness.errors]);

/**
 * Keeps every instance of the wasm and counts listeners on what outlives an element. `ruin()` leaves
 * nothing but nonsense for pointers in the newest instance, so that its next call really traps;
 * <html data-ruin> does that to all that come.
 */
const INSTRUMENTS = `<script>
  window.instances = [];
  window.ruin = () => { new Uint8Array(instances.at(-1).exports.memory.buffer).fill(0xff); };
  const keep = (instance) => {
    instances.push(instance);
    if (document.documentElement.hasAttribute("data-ruin")) ruin();
    return instance;
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...values) => {
      const result = await original.apply(WebAssembly, values);
      keep(result.instance ?? result);
      return result;
    };
  }
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, { construct: (target, values) => keep(Reflect.construct(target, values)) });

  window.listeners = () => live.size;
  const live = new Set();
  const names = new Map();
  const id = (thing) => names.get(thing) ?? names.set(thing, names.size).get(thing);
  const key = (target, type, listener, options) => [id(target), type, id(listener), Boolean(options?.capture ?? options)].join();
  {
    const prototype = EventTarget.prototype;
    const { addEventListener, removeEventListener } = prototype;
    const lasting = (target) => target === window || target === document || target instanceof MediaQueryList || (target instanceof Element && !target.closest("reading-widget") && target.getRootNode() === document) || target === window.navigation;
    prototype.addEventListener = function (type, listener, options) {
      const target = this ?? window;
      if (listener && lasting(target)) {
        const name = key(target, type, listener, options);
        live.add(name);
        options?.signal?.addEventListener("abort", () => live.delete(name));
      }
      return addEventListener.call(target, type, listener, options);
    };
    prototype.removeEventListener = function (type, listener, options) {
      const target = this ?? window;
      if (listener) live.delete(key(target, type, listener, options));
      return removeEventListener.call(target, type, listener, options);
    };
  }
</script>`;

describe("coming and going", () => {
  test("200 times in and out leaves nothing behind: no sheet, highlight, listener, memory", async () => {
    await visit(
      page({
        head: INSTRUMENTS,
        body: `<div id="place"><reading-widget></reading-widget></div><p>Der Verkehr rollt. ${"Der Verkehr rollt über die Brücke. ".repeat(30)}</p>`,
      }),
      1,
    );
    const cycle = async (times) =>
      inPage(async (times) => {
        const place = document.getElementById("place");
        for (let time = 0; time < times; time++) {
          place.replaceChildren();
          const element = Object.assign(document.createElement("reading-widget"), { topics: "Verkehr" });
          place.append(element);
          if (time % 10 === 0) {
            await element.ready;
            witness.parts("topic")[0]?.click();
            await witness.frames(1);
          }
        }
        await witness.widgets()[0].ready;
        place.replaceChildren();
        await witness.frames(3);
        return {
          sheets: document.adoptedStyleSheets.length,
          styles: document.querySelectorAll("style").length,
          highlights: CSS.highlights?.size ?? 0,
          listeners: listeners(),
          instances: instances.length,
          memory: instances.at(-1).exports.memory.buffer.byteLength,
        };
      }, times);
    const first = await cycle(20);
    assert.deepEqual([first.sheets, first.styles, first.highlights, first.instances], [0, 0, 0, 1]);
    assert.deepEqual(await cycle(200), first);
    assert.deepEqual(await problems(), []);
  });

  test("taken away and put back before anything was read: it reads then", async () => {
    await visit(
      page({
        body: '<div id="place"><reading-widget></reading-widget></div><p>Ein Satz mit ein paar Wörtern über den Verkehr.</p>',
      }),
      1,
    );
    const time = await inPage(async () => {
      const element = document.createElement("reading-widget");
      const place = document.getElementById("place");
      place.replaceChildren(element);
      element.remove();
      place.append(element);
      await element.ready;
      await witness.frames();
      return witness.words(element.shadowRoot.querySelector("[part~=time]"));
    });
    assert.match(time, /^Lesezeit: /);
  });

  test("moved into another article, it reads that one", async () => {
    const story = (id, words) => `<article id="${id}"><h2>${id}</h2><p>${words.repeat(30)}</p></article>`;
    await visit(
      page({
        body: "",
        after: `${story("eins", "Fische schwimmen im Meer. ")}${story("zwei", "Vögel fliegen durch die Luft. ")}`,
      }).replace(/<main>.*<\/main>/s, '<reading-widget article="#eins"></reading-widget>'),
      1,
    );
    await inPage(async () => {
      const [element] = witness.widgets();
      document.getElementById("zwei").append(element);
      element.removeAttribute("article");
      await witness.frames();
      await element.ready;
    });
    assert.ok(
      await shared.browser.until(
        () => witness.widgets()[0].articleElement?.id === "zwei" && witness.widgets()[0].text.includes("Vögel"),
      ),
    );
    assert.deepEqual(await problems(), []);
  });

  test("two elements in one article share one analysis, two articles have two", async () => {
    const story = (id, words) =>
      `<article id="${id}"><h2>${id}</h2><reading-widget></reading-widget><p>${words.repeat(30)}</p><reading-widget show="share"></reading-widget></article>`;
    await visit(
      page({
        after: story("eins", "Fische schwimmen im Meer. ") + story("zwei", "Vögel fliegen durch die Luft. "),
      }).replace(/<main>.*<\/main>/s, ""),
      4,
    );
    assert.deepEqual(
      await inPage(() => {
        const [one, two, three, four] = witness.widgets().map((element) => element.analysis);
        return [one === two, three === four, one === three, one.title, three.title];
      }),
      [true, true, false, "eins", "zwei"],
    );
  });

  test("a page that holds an element gets no other", async () => {
    await visit(page({ before: "<reading-widget show=time></reading-widget>" }), 1);
    await inPage(() => new Promise((resolve) => setTimeout(resolve, 200)));
    assert.equal(await inPage(() => witness.widgets().length), 1);
    assert.ok(
      await inPage(() => witness.widgets()[0].articleElement === document.querySelector("article")),
      "outside of any article it reads the page's one",
    );
  });
});

describe("loading", () => {
  let elsewhere;
  before(async () => {
    elsewhere = await openSite();
  });
  after(() => elsewhere.close());

  for (const [name, tag] of /** @type {[string, () => string][]} */ ([
    ["the classic tag alone", () => CLASSIC_TAG],
    [
      "the classic tag, not async, in the head",
      () => '<script src="/reading-widget/reading-widget.classic.js"></script>',
    ],
    ["from another folder", () => '<script type="module" src="deep/er/folder/reading-widget.js"></script>'],
    [
      "the classic tag from another folder",
      () => '<script async src="/deep/er/folder/reading-widget.classic.js"></script>',
    ],
    [
      "from another origin",
      () => `<script type="module" src="${elsewhere.origin}/deep/er/folder/reading-widget.js"></script>`,
    ],
    [
      "the classic tag from another origin",
      () => `<script async src="${elsewhere.origin}/deep/er/folder/reading-widget.classic.js"></script>`,
    ],
    [
      "with a version in the address",
      () => '<script type="module" src="/reading-widget/reading-widget.js?v=1.2"></script>',
    ],
    [
      "put in by a tag manager",
      () =>
        '<script>document.head.append(Object.assign(document.createElement("script"), { async: true, src: "/reading-widget/reading-widget.classic.js" }))</script>',
    ],
    [
      "put in long after the page has loaded",
      () =>
        '<script>addEventListener("load", () => setTimeout(() => document.head.append(Object.assign(document.createElement("script"), { type: "module", src: "/reading-widget/reading-widget.js" })), 50))</script>',
    ],
  ])) {
    test(name, async () => {
      await visit(page({ tag: tag() }));
      assert.match(await inPage(() => witness.words(witness.part("time"))), /^Lesezeit: \d+ Minuten?$/);
      assert.equal(await inPage(() => witness.widgets().length), 2);
      assert.deepEqual(await problems(), []);
    });
  }

  test("the options of a tag count however it came", async () => {
    for (const tag of [
      '<script type="module" data-minutes="7" src="/deep/er/folder/reading-widget.js?x=1"></script>',
      '<script async data-minutes="7" src="/reading-widget/reading-widget.classic.js"></script>',
      '<script>document.head.append(Object.assign(document.createElement("script"), { type: "module", src: "/reading-widget/reading-widget.js" })); document.head.lastChild.dataset.minutes = 7</script>',
    ]) {
      await visit(page({ tag }));
      assert.equal(await inPage(() => witness.words(witness.part("time"))), "Lesezeit: 7 Minuten", tag);
    }
  });

  for (const [name, first, second] of [
    ["the module twice", TAG, TAG],
    ["the module by two addresses", TAG, TAG.replace(".js", ".js?v=2")],
    // Deferred scripts and modules run in the order of their tags, asynchronous ones in any.
    ["module and classic", TAG, CLASSIC_TAG.replace("async", "defer")],
    ["classic and module", CLASSIC_TAG.replace("async ", ""), TAG],
    ["the classic twice", CLASSIC_TAG.replace("async", "defer"), CLASSIC_TAG.replace("async", "defer")],
  ]) {
    test(`${name}: one widget, and the second tag's options are ignored with a warning`, async () => {
      await visit(
        page({
          tag:
            first.replace("<script", '<script data-minutes="3"') +
            second.replace("<script", '<script data-minutes="9"'),
        }),
      );
      await inPage(() => new Promise((resolve) => setTimeout(resolve, 200)));
      assert.equal(await inPage(() => witness.widgets().length), 2);
      assert.equal(await inPage(() => witness.words(witness.part("time"))), "Lesezeit: 3 Minuten");
      const { warnings, errors } = await inPage(() => ({ warnings: witness.warnings, errors: witness.errors }));
      assert.deepEqual(errors, []);
      assert.equal(warnings.length, 1, String(warnings));
    });

    test(`${name}, without options: no harm and no warning`, async () => {
      await visit(page({ tag: first + second }));
      await inPage(() => new Promise((resolve) => setTimeout(resolve, 200)));
      assert.equal(await inPage(() => witness.widgets().length), 2);
      assert.deepEqual(await problems(), []);
    });
  }

  test("index.js has no effect until defineReadingWidget() is called", async () => {
    await shared.browser.visit(
      shared.site.put(page({ tag: "", before: "<reading-widget minutes=4></reading-widget>" })),
    );
    assert.ok(
      await inPage(async (index) => {
        window.entry = await import(index);
        await new Promise((resolve) => setTimeout(resolve, 100));
        return !customElements.get("reading-widget") && !witness.widgets()[0].shadowRoot;
      }, "/reading-widget/index.js"),
    );
    assert.equal(
      await inPage(async () => {
        entry.defineReadingWidget();
        entry.defineReadingWidget();
        await witness.settled(1);
        await witness.frames();
        return witness.words(witness.part("time"));
      }),
      "Lesezeit: 4 Minuten",
    );
    assert.equal(
      await inPage(async () => (await entry.analyze("Ein Satz aus fünf Wörtern.", { language: "de" })).words),
      5,
    );
    assert.ok(
      await inPage(() =>
        entry.analyzeHtml("<p>x").then(
          () => false,
          (error) => error.name === "Error" && error.message.length > 10,
        ),
      ),
      "what the browser lacks rejects with a reason",
    );
  });

  test("defineReadingWidget takes another name", async () => {
    await shared.browser.visit(shared.site.put(page({ tag: "", before: '<lese-zeit minutes="4"></lese-zeit>' })));
    assert.ok(
      await inPage(async (index) => {
        (await import(index)).defineReadingWidget("lese-zeit");
        const element = document.querySelector("lese-zeit");
        await element.ready;
        await witness.frames();
        return element.shadowRoot.textContent.includes("Lesezeit: 4");
      }, "/reading-widget/index.js"),
    );
  });
});

describe("another article on the same page", () => {
  const other =
    "<h1>Vögel ziehen nach Süden</h1><p>" +
    "Die Vögel sammeln sich über dem Moor und ziehen weiter. ".repeat(80) +
    "</p>";

  for (const [order, go] of [
    [
      "the address, then the article",
      async (html) => {
        history.pushState({}, "", "/voegel");
        await new Promise((resolve) => setTimeout(resolve, 60));
        const article = document.createElement("article");
        article.innerHTML = html;
        document.querySelector("article").replaceWith(article);
      },
    ],
    [
      "the article, then the address",
      async (html) => {
        const article = document.createElement("article");
        article.innerHTML = html;
        document.querySelector("article").replaceWith(article);
        history.pushState({}, "", "/voegel");
      },
    ],
    [
      "the article's content, then the address",
      async (html) => {
        document.querySelector("article").innerHTML = html;
        history.pushState({}, "", "/voegel");
      },
    ],
  ]) {
    test(`a single-page site: ${order}`, async () => {
      await visit(page());
      await inPage(go, other);
      await shared.browser.until(
        () =>
          witness.widgets().length === 2 &&
          witness
            .widgets()
            .every((element) => element.analysis?.title === "Vögel ziehen nach Süden" && element.hasAttribute("ready")),
      );
      assert.deepEqual(
        await inPage(() => ({
          under: witness.widgets()[0].previousElementSibling?.textContent,
          article: witness.widgets()[1].articleElement === document.querySelector("article"),
        })),
        { under: "Vögel ziehen nach Süden", article: true },
      );
      assert.deepEqual(await problems(), []);
    });
  }

  test("an element that the site keeps is read again on navigation and on going back", async () => {
    await visit(page({ before: "<reading-widget></reading-widget>" }), 1);
    const first = await inPage(() => witness.widgets()[0].analysis.title);
    await inPage((html) => {
      const article = document.querySelector("article");
      const old = article.innerHTML;
      addEventListener("popstate", () => {
        article.innerHTML = old;
      });
      history.pushState({}, "", "/voegel");
      article.innerHTML = html;
    }, other);
    await shared.browser.until(() => witness.widgets()[0].analysis?.title === "Vögel ziehen nach Süden");
    await inPage(() => history.back());
    await shared.browser.until((first) => witness.widgets()[0].analysis?.title === first, first);
    assert.deepEqual(await problems(), []);
  });

  test("refresh() reads again and gives the new promise", async () => {
    await visit(page());
    const seen = await inPage(async () => {
      const [top] = witness.widgets();
      const old = { promise: top.ready, words: top.analysis.words };
      document.querySelector("article p").append(" und drei Wörter mehr");
      const fresh = top.refresh();
      const analysis = await fresh;
      return {
        isReady: fresh === top.ready,
        isNew: fresh !== old.promise,
        isResult: analysis === top.analysis,
        more: analysis.words - old.words,
      };
    });
    assert.deepEqual(seen, { isReady: true, isNew: true, isResult: true, more: 4 });
    assert.ok(
      await shared.browser.until(() => witness.widgets()[0].analysis === witness.widgets()[1].analysis),
      "the article's other element gets it too",
    );
  });

  test("a trap while reading or drawing is answered by a fresh instance", async () => {
    await visit(page({ head: INSTRUMENTS }));
    const seen = await inPage(async () => {
      const [element] = witness.widgets();
      const before = JSON.stringify(element.analysis);
      const counts = [instances.length];
      ruin();
      const isSame = JSON.stringify(await element.refresh()) === before;
      counts.push(instances.length);
      ruin();
      element.setAttribute("minutes", "7");
      await witness.frames(3);
      counts.push(instances.length);
      return {
        counts,
        isSame,
        time: witness.words(witness.part("time")),
        parts: element.shadowRoot.querySelectorAll("[part=time]").length,
        problems: [...witness.warnings, ...witness.errors],
      };
    });
    assert.deepEqual(seen, { counts: [1, 2, 3], isSame: true, time: "Lesezeit: 7 Minuten", parts: 1, problems: [] });
  });

  test("where the wasm fails again the page is told once, and refresh() tries anew", async () => {
    await visit(page({ head: INSTRUMENTS }));
    const seen = await inPage(async () => {
      const [element] = witness.widgets();
      const before = JSON.stringify(element.analysis);
      document.documentElement.toggleAttribute("data-ruin", true);
      ruin();
      const trap = await element.refresh().then(() => "", String);
      document.documentElement.toggleAttribute("data-ruin", false);
      const isSame = JSON.stringify(await element.refresh()) === before;
      await witness.frames();
      return {
        trap,
        isSame,
        time: witness.words(witness.part("time")),
        warnings: witness.warnings,
        errors: witness.errors,
      };
    });
    assert.notEqual(seen.trap, "", "the calls did trap");
    assert.ok(seen.isSame, "the same analysis as before");
    assert.match(seen.time, /^Lesezeit/);
    assert.equal(seen.warnings.length, 1, String(seen.warnings));
    assert.deepEqual(seen.errors, []);
  });

  test("chips and share go on working while the wasm is dead", async () => {
    await visit(page({ head: INSTRUMENTS, tag: TAG.replace("<script", '<script data-topics="Verkehr"') }));
    await inPage(() => ruin());
    await shared.browser.click(() => witness.part("share-button"));
    await shared.browser.until(() => witness.shown(witness.target("email")));
    assert.match(await inPage(() => witness.target("email").href), /^mailto:/);
    await shared.browser.click(() => witness.chip("Verkehr"));
    assert.equal(await inPage(() => witness.chip("Verkehr").getAttribute("aria-pressed")), "true");
    assert.deepEqual(await inPage(() => witness.errors), []);
  });
});
