// The list of targets: where it stands on the screen, what opens and closes it, what a publisher adds.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { engine } from "./browser.js";
import { session } from "./session.js";
import { page, TAG } from "./site.js";

const shared = session();
const inPage = (act, ...values) => shared.browser.inPage(act, ...values);
const enc = encodeURIComponent;
const URL_SHARED = "https://zeitung.example/tee-brot";
const CANONICAL = `<link rel="canonical" href="${URL_SHARED}">`;

/** @param {{ attributes?: string, open?: boolean } & Parameters<typeof page>[0]} [how] */
async function visit({ attributes = "", head = CANONICAL, open = true, ...rest } = {}) {
  await shared.browser.visit(
    shared.site.put(
      page({
        title: "Tee & Brot".replace("&", "&amp;"),
        head,
        tag: TAG.replace("<script", `<script ${attributes}`),
        ...rest,
      }),
    ),
  );
  await inPage(async () => {
    await witness.settled(2);
    witness.stay();
  });
  if (open) await openList();
}

async function openList() {
  await shared.browser.click(() => witness.part("share-button"));
  await shared.browser.until(() => !witness.part("share").querySelector("#panel").hidden);
  await inPage(() => witness.frames());
}

const click = (name) => shared.browser.click((name) => witness.target(name), name);
const href = (name) => inPage((name) => witness.target(name).href, name);
const isOpen = () => inPage(() => witness.shown(witness.part("share").querySelector("#panel")));
const names = () => inPage(() => witness.parts("target").map((target) => target.dataset.target));
const said = () => inPage(() => witness.said());

const ALL =
  "copy system email whatsapp mastodon bluesky facebook x linkedin threads telegram threema messenger sms teams reddit pinterest tumblr hackernews flipboard diaspora nextdoor instapaper wallabag print qr".split(
    " ",
  );

describe("targets", () => {
  test("all: every network that lives, each with its drawing and name", async () => {
    await visit({ attributes: 'data-targets="all"' });
    assert.deepEqual((await names()).sort(), [...ALL].sort());
    const bare = await inPage(() =>
      witness
        .parts("target")
        .filter((target) => !target.textContent.trim() || !target.querySelector("svg path").getAttribute("d"))
        .map((target) => target.dataset.target),
    );
    assert.deepEqual(bare, []);
    assert.deepEqual(await inPage(() => [...witness.warnings, ...witness.errors]), []);
  });

  test("what needs an app is there for a finger alone", async () => {
    await visit({
      attributes: 'data-targets="all"',
      head: `${CANONICAL}<script>const match = matchMedia; window.matchMedia = (query) => (query === "(pointer: coarse)" ? { matches: document.documentElement.hasAttribute("data-coarse") } : match.call(window, query));</script>`,
    });
    const shown = () =>
      inPage(() => ["threema", "messenger", "sms"].filter((name) => witness.shown(witness.target(name))));
    assert.deepEqual(await shown(), []);
    await shared.browser.press("Escape");
    await inPage(() => {
      document.documentElement.setAttribute("data-coarse", "");
    });
    await openList();
    assert.deepEqual(await shown(), ["threema", "messenger", "sms"]);
    assert.equal(await href("sms"), `sms:?&body=${enc("Tee & Brot")}%20${enc(URL_SHARED)}`);
  });

  test("a publisher's own, among ours and instead of one", async () => {
    const json = JSON.stringify({
      targets: [
        "email",
        {
          name: "Unser Netz",
          template: "https://netz.example/neu?u={url}&t={title}&h={hashtags}&v={via}",
          icon: "M4 4h16v16H4z",
        },
        "x",
        { name: "Facebook", template: "https://f.example/?{text}" },
      ],
    });
    await visit({
      head: `${CANONICAL}<script type="application/json" data-reading-widget>${json}</script>`,
      attributes: 'data-topics="Neue Brücke,B-7"',
    });
    assert.deepEqual(await names(), ["email", "unser-netz", "x", "facebook"]);
    assert.equal(
      await href("unser-netz"),
      `https://netz.example/neu?u=${enc(URL_SHARED)}&t=${enc("Tee & Brot")}&h=${enc("NeueBrücke,B7")}`,
    );
    assert.equal(await href("facebook"), `https://f.example/?${enc("Tee & Brot")}%20${enc(URL_SHARED)}`);
    assert.deepEqual(
      await inPage(() => {
        const { target, rel, textContent } = witness.target("unser-netz");
        return [target, rel, textContent, witness.target("unser-netz").querySelector("path").getAttribute("d")];
      }),
      ["_blank", "noopener noreferrer", "Unser Netz", "M4 4h16v16H4z"],
    );
    await click("unser-netz");
    assert.equal((await inPage(() => witness.event("reading-share"))).detail.target, "unser-netz");
    assert.deepEqual(await inPage(() => witness.warnings), []);
  });

  for (const template of [
    "https://netz.example/",
    "http://netz.example/?u={url}",
    "javascript:alert('{url}')",
    "data:text/html,{url}",
    "/{url}",
    7,
    null,
  ]) {
    test(`a publisher's template ${template} gets the one warning`, async () => {
      const json = JSON.stringify({ targets: ["email", { name: "Netz", template }] }).replace("</", "<\\/");
      await visit({ head: `${CANONICAL}<script type="application/json" data-reading-widget>${json}</script>` });
      assert.deepEqual(await names(), ["email"]);
      const [warning, ...more] = await inPage(() => witness.warnings);
      assert.match(
        warning,
        /targets does not take "Netz": use a template with \{url\} or \{text\} in it that begins with https:/,
      );
      assert.deepEqual(more, []);
    });
  }

  test("X is told the account that the page names", async () => {
    await visit({ head: `${CANONICAL}<meta name="twitter:site" content="@zeitung">` });
    assert.equal(
      await href("x"),
      `https://x.com/intent/tweet?text=${enc("Tee & Brot")}&url=${enc(URL_SHARED)}&via=zeitung`,
    );
  });
});

describe("what is shared", () => {
  for (const [name, canonical, expected] of [
    ["another host", "https://andere.example/a", "https://andere.example/a"],
    ["a relative one", "../b?c=1", "/b?c=1"],
    ["a broken one", "https://", null],
    ["one with a fragment", "https://zeitung.example/a#b", "https://zeitung.example/a"],
    ["white space around", " https://zeitung.example/a\n", "https://zeitung.example/a"],
  ]) {
    test(`a canonical link: ${name}`, async () => {
      await visit({ head: `<link rel="canonical" href="${canonical}">` });
      const own = await inPage(() => location.href);
      const address = expected === null ? own : new URL(expected, shared.site.origin).href;
      assert.ok((await href("facebook")).endsWith(enc(address)), await href("facebook"));
    });
  }

  test("what follows readers is dropped where the address itself has to serve", async () => {
    const address = shared.site.put(page());
    await shared.browser.visit(`${address}?id=7&utm_source=brief&fbclid=abc&gclid=1#absatz`);
    await inPage(async () => {
      await witness.settled(2);
    });
    await openList();
    assert.ok((await href("facebook")).endsWith(enc(`${address}?id=7`)), await href("facebook"));
  });

  for (const [name, title, expected] of /** @type {[string, string, RegExp][]} */ ([
    ["of 5,000 characters", "Wort ".repeat(1000), /^(Wort )+Wort…$/],
    [
      "with control characters and turned round by bidi overrides",
      "A\u0000\u0007B \u202eC\u2066\u202c\nD\u2028E",
      /^A B C D E$/,
    ],
    ["with an unpaired surrogate", "A\ud83d B\udc00", /^A B$/],
    ["of emoji families", "👩‍👩‍👧".repeat(600), /^(👩‍👩‍👧)+…$/u],
  ])) {
    test(`a title ${name}`, async () => {
      await visit({ open: false });
      await inPage(
        (title) =>
          witness.widgets().forEach((widget) => {
            widget.shareTitle = JSON.parse(title);
          }),
        JSON.stringify(title),
      );
      await inPage(() => witness.frames(4));
      await openList();
      const text = decodeURIComponent((await href("bluesky")).split("text=")[1]);
      const [words, address] = [text.slice(0, text.lastIndexOf(" ")), text.slice(text.lastIndexOf(" ") + 1)];
      assert.equal(address, URL_SHARED);
      assert.match(words, expected);
      assert.ok([...new Intl.Segmenter("de").segment(text)].length <= 300);
      const subject = decodeURIComponent(/subject=([^&]*)/.exec(await href("email"))[1]);
      assert.ok([...new Intl.Segmenter("de").segment(subject)].length <= 1000);
      await click("x");
      assert.doesNotMatch(
        (await inPage(() => witness.event("reading-share"))).detail.title,
        /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u,
      );
      assert.deepEqual(await inPage(() => witness.errors), []);
    });
  }

  test("an address of 4,000 characters is shared whole; no QR code holds it, which is said", async () => {
    const long = `https://zeitung.example/?${"x".repeat(3975)}`;
    await visit({ head: `<link rel="canonical" href="${long}">`, attributes: 'data-targets="all"' });
    for (const name of ["facebook", "bluesky", "email", "x"]) assert.ok((await href(name)).includes(enc(long)), name);
    await click("qr");
    assert.ok((await shared.browser.until(() => witness.said())).length > 10);
    assert.ok(!(await inPage(() => witness.part("share").querySelector("svg.qr"))));
    assert.deepEqual(await inPage(() => witness.errors), []);
  });
});

describe("the list on the screen", () => {
  const boxes = () =>
    inPage(() => {
      const box = (element) => {
        const { top, bottom, left, right } = element.getBoundingClientRect();
        return { top, bottom, left, right };
      };
      return {
        panel: box(witness.part("share").querySelector("#panel")),
        button: box(witness.part("share-button")),
        height: innerHeight,
        width: document.documentElement.clientWidth,
      };
    });
  const scrollButtonTo = (place) =>
    inPage((place) => {
      document.body.style.paddingBlock = "200vh";
      scrollBy(0, witness.part("share-button").getBoundingClientRect().top - place * innerHeight);
    }, place);

  test("stands below its button, above it where there is no room, within the screen", async () => {
    for (const [place, side] of [
      [0.05, "below"],
      [0.9, "above"],
    ]) {
      await visit({ open: false });
      await scrollButtonTo(place);
      await inPage(() => {
        witness.part("share-button").click();
      });
      await inPage(() => witness.frames(3));
      const { panel, button, height, width } = await boxes();
      if (side === "below") assert.ok(panel.top >= button.bottom, JSON.stringify({ panel, button }));
      else assert.ok(panel.bottom <= button.top, JSON.stringify({ panel, button }));
      assert.ok(
        panel.top >= 0 && panel.bottom <= height && panel.left >= 0 && panel.right <= width,
        JSON.stringify({ panel, height, width }),
      );
      assert.ok(Math.abs(panel.left - button.left) < 2, "it begins where the button does");
    }
  });

  test("right to left it ends where its button does", async () => {
    await visit({ lang: "ar", attributes: 'data-lang="ar"', before: "<style>main { direction: rtl }</style>" });
    const { panel, button } = await boxes();
    assert.ok(Math.abs(panel.right - button.right) < 2, JSON.stringify({ panel, button }));
  });

  test("scrolls with the page", async () => {
    await visit({ open: false });
    await scrollButtonTo(0.2);
    await inPage(() => {
      witness.part("share-button").click();
    });
    await inPage(() => witness.frames(3));
    const before = await boxes();
    await inPage(() => {
      scrollBy({ top: 100, behavior: "instant" });
    });
    await inPage(() => witness.frames(3));
    const after = await boxes();
    assert.ok(
      Math.abs(before.panel.top - after.panel.top - (before.button.top - after.button.top)) < 2,
      JSON.stringify({ before, after }),
    );
  });

  test("is closed by a click beside it, its cross, its button and Escape from anywhere in it", async () => {
    await visit();
    await inPage(() => scrollTo(0, 0));
    await shared.browser.click(() => document.querySelector("h1"));
    assert.equal(await isOpen(), false, "a click beside it");
    await openList();
    await shared.browser.click(() => witness.part("share").querySelector("[data-close]"));
    assert.equal(await isOpen(), false, "its cross");
    assert.ok(await inPage(() => witness.focused() === witness.part("share-button")), "the focus is back");
    await openList();
    await shared.browser.click(() => witness.part("share-button"));
    assert.equal(await isOpen(), false, "its button");
    await openList();
    await shared.browser.click(() => witness.target("mastodon"));
    await shared.browser.press("Escape");
    assert.equal(await isOpen(), true, "the innermost first");
    assert.ok(await inPage(() => witness.focused() === witness.target("mastodon")));
    await shared.browser.press("Escape");
    assert.equal(await isOpen(), false, "Escape");
  });

  for (const size of ["100%", "200%"]) {
    test(`is a sheet at the foot of a phone's screen, at ${size} text`, async () => {
      const address = shared.site.put(
        page({
          head: `${CANONICAL}<style>html { font-size: ${size} }</style>`,
          tag: TAG.replace("<script", '<script data-targets="all"'),
        }),
      );
      await shared.browser.visit(
        shared.site.put(
          `<!doctype html><title>Rahmen</title><iframe title="Seite" src="${new URL(address).pathname}" style="width: 320px; height: 640px; border: 0"></iframe>`,
        ),
      );
      const seen = await inPage(async () => {
        const frame = document.querySelector("iframe");
        await new Promise((/** @type {(value?: unknown) => void} */ resolve) =>
          frame.contentDocument?.readyState === "complete" && frame.contentWindow.witness
            ? resolve()
            : frame.addEventListener("load", resolve),
        );
        const view = frame.contentWindow;
        await view.witness.settled(2);
        view.witness.part("share-button").click();
        await new Promise((resolve) => setTimeout(resolve, 200));
        const panel = view.witness.part("share").querySelector("#panel");
        const { top, bottom, left, right } = panel.getBoundingClientRect();
        const small = view.witness
          .parts("target")
          .filter(view.witness.shown)
          .map((target) => target.getBoundingClientRect())
          .filter(({ height }) => height < 24).length;
        const { clientWidth } = view.document.documentElement;
        return {
          top,
          bottom,
          left,
          right: right - clientWidth,
          small,
          sideways: panel.scrollWidth - panel.clientWidth,
          background: view.getComputedStyle(panel).backgroundColor,
        };
      });
      assert.deepEqual(
        [seen.bottom, seen.left, seen.right, seen.small, seen.sideways],
        [640, 0, 0, 0, 0],
        JSON.stringify(seen),
      );
      assert.ok(seen.top >= 640 * 0.14, JSON.stringify(seen));
    });
  }

  test("where the browser has no popovers it unfolds in the page", async () => {
    await visit({
      head: `${CANONICAL}<script>delete HTMLElement.prototype.popover; delete HTMLElement.prototype.showPopover; delete HTMLElement.prototype.hidePopover; for (const Kind of [HTMLButtonElement]) delete Kind.prototype.popoverTargetElement;</script>`,
      open: false,
    });
    const works = await inPage(() => !("popover" in HTMLElement.prototype));
    assert.ok(works);
    await inPage(() => {
      witness.part("share").querySelector("#panel").removeAttribute("popover");
      witness.part("share-button").removeAttribute("popovertarget");
    });
    await openList();
    assert.equal(await inPage(() => witness.part("share-button").getAttribute("aria-expanded")), "true");
    await shared.browser.press("Escape");
    assert.deepEqual(
      [await isOpen(), await inPage(() => witness.part("share-button").getAttribute("aria-expanded"))],
      [false, "false"],
    );
  });

  test("the page's next article finds it closed", async () => {
    await visit();
    await inPage(async () => {
      document.querySelector("link[rel=canonical]").href = "https://zeitung.example/zwei";
      document.querySelector("article").querySelector("p").textContent =
        "Ganz etwas anderes stand da, und es war länger als zuvor, viel länger.";
      history.pushState({}, "", "/zwei");
      await Promise.all(witness.widgets().map((widget) => widget.refresh()));
      // It also notices by itself, a little later.
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await Promise.all(witness.widgets().map((widget) => widget.ready));
      await witness.frames(3);
    });
    assert.equal(await isOpen(), false);
    await openList();
    assert.ok((await href("facebook")).endsWith(enc("https://zeitung.example/zwei")), await href("facebook"));
    assert.ok((await inPage(() => witness.words(witness.part("share")))).includes("zeitung.example/zwei"));
  });
});

describe("what the device does", () => {
  test("prints the page, without the list", async () => {
    await visit({
      attributes: 'data-targets="print email"',
      head: `${CANONICAL}<script>window.print = () => { window.printed = witness.shown(witness.part("share").querySelector("#panel")); };</script>`,
    });
    await click("print");
    assert.equal(await inPage(() => window.printed), false);
  });

  test("draws a QR code that a reader of QR codes reads", async () => {
    const { default: jsQR } = await import("jsqr");
    await visit({ attributes: 'data-targets="qr"', open: false });
    shared.site.takeRequests();
    await openList();
    assert.deepEqual(shared.site.takeRequests(), [], "nothing is loaded before the click");
    await click("qr");
    await shared.browser.until(() => witness.part("share").querySelector("svg.qr path"));
    assert.deepEqual(
      shared.site.takeRequests().map(({ path }) => path.split(/[/?]/).at(-2)),
      ["reading-widget.qr.js"],
    );
    const { size, dark } = await inPage(() => {
      const svg = witness.part("share").querySelector("svg.qr");
      const path = svg.firstElementChild.getAttribute("d");
      const size = svg.viewBox.baseVal.width;
      return {
        size,
        dark: [...path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g)].map(([, x, y, width]) => [x, y, width].map(Number)),
      };
    });
    const scale = 4;
    const pixels = new Uint8ClampedArray(4 * (size * scale) ** 2).fill(255);
    for (const [x, y, width] of dark) {
      for (let row = y * scale; row < (y + 1) * scale; row++) {
        for (let column = x * scale; column < (x + width) * scale; column++)
          pixels.fill(0, 4 * (row * size * scale + column), 4 * (row * size * scale + column) + 3);
      }
    }
    assert.equal(jsQR(pixels, size * scale, size * scale)?.data, URL_SHARED);
    assert.ok(
      await inPage(() => {
        const { width, height } = witness.part("share").querySelector("svg.qr").getBoundingClientRect();
        return width > 100 && Math.abs(width - height) < 2;
      }),
    );
    await click("qr");
    assert.equal(
      await inPage(() => witness.shown(witness.part("share").querySelector("svg.qr"))),
      false,
      "a second press folds it away",
    );
  });

  for (const [name, error] of [
    ["the document is not active", "InvalidStateError"],
    ["the page's policy", "NotAllowedError"],
    ["another share is pending", "InvalidStateError"],
    ["there was no gesture", "NotAllowedError"],
    ["bad data", "TypeError"],
    ["the reader cancels", "AbortError"],
    ["the target fails", "DataError"],
  ]) {
    test(`navigator.share that rejects, because ${name} (${error})`, async () => {
      const reject = error === "TypeError" ? 'new TypeError("no")' : `new DOMException("no", "${error}")`;
      await visit({
        head: `${CANONICAL}<script>navigator.canShare = () => true; navigator.share = () => Promise.reject(${reject});</script>`,
      });
      await click("system");
      await inPage(() => witness.frames(4));
      assert.equal(await isOpen(), true, "the list is there");
      assert.equal(await inPage(() => witness.shown(witness.target("system"))), error === "AbortError");
      assert.equal((await said()).length > 10, error !== "AbortError", await said());
      assert.deepEqual(await inPage(() => [...witness.errors, ...witness.warnings]), []);
    });
  }

  test("copies by the old command what can then be pasted", {
    skip: engine === "webkit" && "its driver pastes nothing",
  }, async () => {
    await visit({
      open: false,
      head: `${CANONICAL}<script>Object.defineProperty(navigator, "clipboard", { value: undefined });</script>`,
      before: '<textarea id="feld"></textarea>',
    });
    await click("copy");
    await shared.browser.until(() => witness.said());
    await shared.browser.click(() => document.querySelector("#feld"));
    await shared.browser.paste();
    assert.equal(await inPage(() => document.querySelector("#feld").value), URL_SHARED);
  });

  test("a clipboard that never answers, and no old command, leave the address in a field", async () => {
    await visit({
      open: false,
      head: `${CANONICAL}<script>document.execCommand = () => false; Object.defineProperty(navigator, "clipboard", { value: { writeText: () => new Promise(() => {}) } });</script>`,
    });
    await click("copy");
    await shared.browser.until(() => witness.inputs().some((field) => field.readOnly));
    assert.equal(await inPage(() => witness.inputs().find((field) => field.readOnly).value), URL_SHARED);
  });
});

describe("the reader's own server", () => {
  const field = () => witness.inputs().find((field) => field.type === "text" && !field.readOnly);

  /**
   * @param {string} target
   * @param {string} server
   * @param {{ software?: string, tick?: boolean }} [how]
   */
  async function name(target, server, { software, tick = false } = {}) {
    await click(target);
    await shared.browser.until(() => witness.inputs().length);
    await inPage(() => {
      const field = witness.inputs().find((field) => field.type === "text");
      field.value = "";
    });
    await shared.browser.click(field);
    await inPage((server) => {
      witness.focused().value = server;
    }, server);
    if (software)
      await inPage((software) => {
        witness.part("share").querySelector("select").value = software;
      }, software);
    if (tick) await shared.browser.click(() => witness.inputs().find((field) => field.type === "checkbox"));
    await shared.browser.click(field);
    await shared.browser.press("Enter");
    await inPage(() => witness.frames(3));
  }
  const departures = () => inPage(() => witness.departures.splice(0));

  for (const [software, path] of [
    ["Mastodon", "/share?text="],
    ["Sharkey", "/share?text="],
    ["Friendica", "/compose?body="],
    ["Hubzilla", "/rpost?body="],
    ["GNU social", "/notice/new?status_textarea="],
  ]) {
    test(`runs ${software}`, async () => {
      await visit();
      await name("mastodon", "social.example", { software });
      assert.deepEqual(await departures(), [`https://social.example${path}${enc("Tee & Brot")}%20${enc(URL_SHARED)}`]);
    });
  }

  for (const [pasted, host] of [
    ["müller.example", "xn--mller-kva.example"],
    ["@anna@bücher.example", "xn--bcher-kva.example"],
    ["https://social.example/@anna", "social.example"],
    ["social.example:8443", "social.example:8443"],
    ["例え.テスト", "xn--r8jz45g.xn--zckzah"],
  ]) {
    test(`${pasted} is understood`, async () => {
      await visit();
      await name("mastodon", pasted);
      assert.ok((await departures())[0]?.startsWith(`https://${host}/share?text=`));
    });
  }

  for (const pasted of [
    "social.example/wo/anders",
    "https://nutzer:wort@social.example/",
    "localhost",
    "127.0.0.1",
    "https://",
    "social.example?x",
    "@@",
    "a b.example",
  ]) {
    test(`${pasted} is answered with a sentence`, async () => {
      await visit();
      await name("mastodon", pasted);
      assert.deepEqual(await departures(), []);
      assert.ok(await inPage(() => witness.words(witness.part("share").querySelector("[role=alert]")).length > 10));
      assert.equal(await inPage(() => witness.focused().getAttribute("aria-invalid")), "true");
    });
  }

  test("where the browser opens no tab by itself, the link stands there", async () => {
    await visit();
    await inPage(() => {
      HTMLAnchorElement.prototype.click = () => {};
      window.open = () => null;
    });
    await name("mastodon", "social.example");
    assert.deepEqual(await departures(), []);
    await shared.browser.click(() => witness.part("share").querySelector("[role=alert] a"));
    assert.ok((await departures())[0].startsWith("https://social.example/share?text="));
  });

  test("is kept only by a tick, and forgotten by its removal", async () => {
    const stored = () => inPage(() => [document.cookie, ...Object.entries(localStorage).flat(), sessionStorage.length]);
    await visit();
    await name("mastodon", "social.example", { software: "Friendica" });
    assert.deepEqual(await stored(), ["", 0]);
    await shared.browser.press("Escape");
    await name("mastodon", "social.example", { software: "Friendica", tick: true });
    assert.deepEqual(await stored(), ["", "reading-widget mastodon", "social.example\nFriendica", 0]);
    await visit();
    await click("mastodon");
    await shared.browser.until(() => witness.inputs().length);
    assert.deepEqual(
      await inPage(() => {
        const form = witness.part("share").querySelector("form");
        const [server, software, remember] = ["server", "software", "remember"].map((name) =>
          form.querySelector(`[name=${name}]`),
        );
        return [server.value, software.value, remember.checked];
      }),
      ["social.example", "Friendica", true],
    );
    await shared.browser.click(() => witness.inputs().find((field) => field.type === "checkbox"));
    assert.deepEqual(await stored(), ["", 0]);
  });

  test("a server for reading later may lie in a folder", async () => {
    await visit({ attributes: 'data-targets="wallabag"' });
    await name("wallabag", "https://lesen.example/wallabag/");
    assert.deepEqual(await departures(), [`https://lesen.example/wallabag/bookmarklet?url=${enc(URL_SHARED)}`]);
  });
});

describe("a selected passage", () => {
  const select = () =>
    inPage(() => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelectorAll("article p")[1]);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
    });
  const button = () => witness.part("share").querySelector("[data-passage]");
  const QUOTE = "Die Schulen hoffen auf pünktliche Busse, und die Bildung steht nicht mehr im Stau.";
  const body = `<p>Die Stadt freut sich über den Verkehr.</p><p>${QUOTE}</p>${"<p>Am Abend wurde es still auf der Brücke, und die Leute gingen nach Hause.</p>".repeat(8)}`;
  const late = () =>
    shared.browser.until(() =>
      performance.getEntries().some(({ name }) => name.includes("/reading-widget/reading-widget.passage.js?")),
    );

  test("is what the list shows and every target sends; nothing is loaded before", async () => {
    await visit({ open: false, body });
    await inPage(() => new Promise((resolve) => setTimeout(resolve, 400)));
    shared.site.takeRequests();
    await select();
    await late();
    await inPage(() => witness.frames(4));
    assert.deepEqual(
      shared.site.takeRequests().map(({ path }) => path.split(/[/?]/).at(-2)),
      ["reading-widget.passage.js"],
    );
    await openList();
    assert.ok((await inPage(() => witness.words(witness.part("share")))).includes(QUOTE));
    const link = `${URL_SHARED}#:~:text=${enc(QUOTE)}`;
    assert.equal(await href("x"), `https://x.com/intent/tweet?text=${enc(`„${QUOTE}“`)}&url=${enc(link)}`);
    assert.equal(await href("whatsapp"), `https://wa.me/?text=${enc(`„${QUOTE}“ ${link}`)}`);
    assert.equal(await href("email"), `mailto:?subject=${enc("Tee & Brot")}&body=${enc(`„${QUOTE}“\r\n\r\n${link}`)}`);
    await click("x");
    const { detail } = await inPage(() => witness.event("reading-share"));
    assert.deepEqual(detail, { target: "x", url: link, title: "Tee & Brot", quote: QUOTE });
    await shared.browser.press("Escape");
    await inPage(() => getSelection().removeAllRanges());
    await openList();
    assert.ok(!(await href("x")).includes("%3A~%3Atext"), "without a selection the article is shared");
  });

  test("the publisher's parameters and a fragment of theirs stand before the passage", async () => {
    await visit({
      open: false,
      body,
      attributes: 'data-share-url="https://kurz.example/1#oben" data-share-parameters="m={target}"',
    });
    await select();
    await late();
    await inPage(() => witness.frames(4));
    await openList();
    assert.equal(
      await href("facebook"),
      `https://www.facebook.com/sharer/sharer.php?u=${enc(`https://kurz.example/1?m=facebook#oben:~:text=${enc(QUOTE)}`)}`,
    );
  });

  test('quote="off" leaves selections alone', async () => {
    await visit({ open: false, body, attributes: 'data-quote="off"' });
    shared.site.takeRequests();
    await select();
    await inPage(() => new Promise((resolve) => setTimeout(resolve, 600)));
    await openList();
    assert.deepEqual(shared.site.takeRequests(), []);
    assert.ok(!(await href("x")).includes("text%3D"));
  });

  test('quote="popover" offers a button beside the selection, below it and within the screen', async () => {
    await visit({ open: false, body, attributes: 'data-quote="popover"' });
    assert.equal(await inPage(() => witness.shown(witness.part("share").querySelector("[data-passage]"))), false);
    await select();
    await shared.browser.until(() => witness.shown(witness.part("share").querySelector("[data-passage]")));
    const seen = await inPage(() => {
      const box = witness.part("share").querySelector("[data-passage]").getBoundingClientRect();
      const lines = [...getSelection().getRangeAt(0).getClientRects()];
      return {
        below: box.top - lines.at(-1).bottom,
        beside: Math.abs(box.left + box.width / 2 - lines.at(-1).right),
        selection: String(getSelection()),
        focus: witness.focused() === document.body,
      };
    });
    assert.ok(seen.below >= 0 && seen.below < 60 && seen.beside < 200, JSON.stringify(seen));
    assert.deepEqual([seen.selection, seen.focus], [QUOTE, true], "the selection and the focus stay the reader's");
    await shared.browser.click(button);
    await inPage(() => witness.frames(3));
    assert.equal(await isOpen(), true);
    assert.equal(await inPage(() => String(getSelection())), QUOTE, "the selection stands");
    assert.ok((await href("x")).includes(enc(enc(QUOTE))));
    await inPage(() => getSelection().removeAllRanges());
    await shared.browser.press("Escape");
    await inPage(() => witness.focused().blur());
    await shared.browser.until(() => !witness.shown(witness.part("share").querySelector("[data-passage]")));
  });

  test('quote="popover" by keyboard: Tab goes to the button, Enter opens the list, Escape leads back', async () => {
    await visit({ open: false, body, attributes: 'data-quote="popover"' });
    await select();
    await shared.browser.until(() => witness.shown(witness.part("share").querySelector("[data-passage]")));
    await shared.browser.press("Tab");
    assert.ok(await inPage(() => witness.focused() === witness.part("share").querySelector("[data-passage]")));
    await shared.browser.press("Enter");
    await inPage(() => witness.frames(3));
    assert.equal(await isOpen(), true);
    assert.equal(await inPage(() => witness.focused().dataset.target), "email", "the focus is in the list");
    await shared.browser.press("Escape");
    assert.deepEqual(
      [await isOpen(), await inPage(() => witness.focused() === witness.part("share").querySelector("[data-passage]"))],
      [false, true],
    );
    await shared.browser.press("Escape");
    assert.equal(await inPage(() => witness.shown(witness.part("share").querySelector("[data-passage]"))), false);
    // WebKit ends a selection when a link takes the focus.
    if (engine !== "webkit") assert.equal(await inPage(() => String(getSelection())), QUOTE);
  });
});
