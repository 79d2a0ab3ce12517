// Sharing: the list, where its links lead, copying, the system's sheet, Mastodon.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { session } from "./session.js";
import { page, TAG } from "./site.js";

const shared = session();

const TITLE = "Tee & Brot: 50 % mehr Süßes + „Käse“?";
const URL_SHARED = "https://zeitung.example/tee-brot?a=1&b=zwei";
const enc = encodeURIComponent;

/** Opens a page with a title full of traps; its `head` may carry stubs. The list is open unless told otherwise. */
async function visit({ head = "", canonical = URL_SHARED, attributes = "", open = true } = {}) {
  const link = canonical === null ? "" : `<link rel="canonical" href="${canonical.replaceAll("&", "&amp;")}">`;
  await shared.browser.visit(
    shared.site.put(
      page({
        title: TITLE.replace("&", "&amp;"),
        head: head + link,
        tag: TAG.replace("<script", `<script ${attributes}`),
      }),
    ),
  );
  await shared.browser.inPage(async () => {
    await witness.settled(2);
    witness.stay();
  });
  if (open) await openList();
}

async function openList() {
  await shared.browser.click(() => witness.part("share-button"));
  await shared.browser.until(() => witness.shown(witness.target("email")));
}

const inPage = (act, ...values) => shared.browser.inPage(act, ...values);
const click = (name) => shared.browser.click((name) => witness.target(name), name);
const href = (name) => inPage((name) => witness.target(name).href, name);
const departures = () => inPage(() => witness.departures);
const status = () => inPage(() => witness.said());

describe("the list", () => {
  test("is a disclosure: the button tells, Escape closes, the focus returns", async () => {
    await visit({ open: false });
    const expanded = () => inPage(() => witness.part("share-button").getAttribute("aria-expanded"));
    const listed = () => inPage(() => witness.shown(witness.target("email")));
    assert.deepEqual([await expanded(), await listed()], ["false", false]);
    await openList();
    assert.deepEqual([await expanded(), await listed()], ["true", true]);
    await inPage(() => witness.target("whatsapp").focus());
    await shared.browser.press("Escape");
    assert.deepEqual([await expanded(), await listed()], ["false", false]);
    assert.ok(
      await inPage(() => witness.focused() === witness.part("share-button")),
      "the focus is back on the button",
    );
    await shared.browser.press("Enter");
    assert.deepEqual([await expanded(), await listed()], ["true", true]);
    await shared.browser.click(() => witness.part("share-button"));
    assert.deepEqual([await expanded(), await listed()], ["false", false]);
  });

  test("can be reached and left with Tab; what is closed is not in the way", async () => {
    await visit({ open: false });
    await inPage(() => witness.part("share-button").focus());
    await shared.browser.press("Enter");
    const reached = [];
    for (let presses = 0; presses < 14; presses++) {
      await shared.browser.press("Tab");
      reached.push(await inPage(() => witness.focused()?.dataset?.target));
    }
    for (const name of ["email", "whatsapp", "bluesky", "facebook", "x", "linkedin"])
      assert.ok(reached.includes(name), `Tab reaches ${name}: ${reached}`);
    await inPage(() => witness.target("email").focus());
    await shared.browser.press("Escape", "Tab", "Tab");
    assert.ok(
      !(await inPage(() => ["email", "x"].includes(witness.focused()?.dataset?.target))),
      "a closed list takes no focus",
    );
  });

  test("shows what will be sent: title and address", async () => {
    await visit();
    const words = await inPage(() => witness.words(witness.part("share")));
    assert.ok(words.includes(TITLE), words);
    assert.ok(words.includes("zeitung.example/tee-brot"), words);
  });
});

describe("where the links lead", () => {
  test("every target has the address of facts, percent-encoded", async () => {
    await visit();
    const oneText = (given) => decodeURIComponent(given).split(/\s+(?=https:)/);
    for (const [name, start] of [
      ["whatsapp", "https://wa.me/?text="],
      ["bluesky", "https://bsky.app/intent/compose?text="],
    ]) {
      const address = await href(name);
      assert.ok(address.startsWith(start) && !address.includes("+"), address);
      assert.deepEqual(oneText(address.slice(start.length)), [TITLE, URL_SHARED]);
    }
    assert.equal(await href("facebook"), `https://www.facebook.com/sharer/sharer.php?u=${enc(URL_SHARED)}`);
    assert.equal(await href("linkedin"), `https://www.linkedin.com/sharing/share-offsite/?url=${enc(URL_SHARED)}`);
    assert.equal(await href("x"), `https://x.com/intent/tweet?text=${enc(TITLE)}&url=${enc(URL_SHARED)}`);
    const email = /^mailto:\?subject=([^&+]*)&body=([^&+]*)$/.exec(await href("email"));
    assert.ok(email, await href("email"));
    assert.equal(decodeURIComponent(email[1]), TITLE);
    assert.ok(decodeURIComponent(email[2]).split(/\s+/).includes(URL_SHARED), email[2]);
  });

  test("links that leave are real links in a new tab that learns nothing of this one", async () => {
    await visit();
    for (const name of ["whatsapp", "bluesky", "facebook", "x", "linkedin"]) {
      const link = await inPage((name) => {
        const { nodeName, target, rel } = witness.target(name);
        return { nodeName, target, rel: rel.split(" ").sort() };
      }, name);
      assert.deepEqual(link, { nodeName: "A", target: "_blank", rel: ["noopener", "noreferrer"] }, name);
      const visible = await inPage((name) => witness.words(witness.target(name)), name);
      const spoken = await shared.browser.accessibleName((name) => witness.target(name), name);
      assert.ok(visible && spoken.startsWith(visible), `“${spoken}” begins with “${visible}”`);
    }
  });

  test("the address is read fresh at focus, at pointerdown and at the click", async () => {
    await visit();
    const move = (path) =>
      inPage((path) => {
        document.querySelector("link[rel=canonical]").href = `https://zeitung.example${path}`;
      }, path);
    await move("/zwei");
    await inPage(() => witness.target("facebook").focus());
    assert.ok((await href("facebook")).endsWith(enc("https://zeitung.example/zwei")), await href("facebook"));
    await move("/drei");
    await inPage(() =>
      witness.target("linkedin").dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, composed: true })),
    );
    assert.ok((await href("linkedin")).endsWith(enc("https://zeitung.example/drei")), await href("linkedin"));
    await move("/vier");
    await inPage(() => witness.target("linkedin").click());
    assert.deepEqual(await departures(), [
      `https://www.linkedin.com/sharing/share-offsite/?url=${enc("https://zeitung.example/vier")}`,
    ]);
  });

  test("without a canonical link: og:url, else the page's address without its fragment", async () => {
    await visit({ canonical: null, head: '<meta property="og:url" content="https://zeitung.example/og">' });
    assert.ok((await href("facebook")).endsWith(enc("https://zeitung.example/og")), await href("facebook"));
    const url = shared.site.put(page());
    await shared.browser.visit(`${url}?q=1#absatz`);
    await inPage(async () => {
      await witness.settled(2);
    });
    await openList();
    assert.ok((await href("facebook")).endsWith(enc(`${url}?q=1`)), await href("facebook"));
  });

  for (const hostile of ["javascript:alert(1)", "data:text/html,hi", "ftp://zeitung.example/"]) {
    test(`a canonical link on ${hostile} is not shared`, async () => {
      await visit({ canonical: hostile });
      assert.ok((await href("facebook")).includes(enc(`${shared.site.origin}/`)), await href("facebook"));
      assert.ok(
        !(await inPage(() =>
          witness.parts("target").some((target) => /javascript|data:|ftp/.test(decodeURIComponent(target.href ?? ""))),
        )),
      );
    });
  }

  test("share-url, share-title and share-parameters say what is shared", async () => {
    await visit({
      attributes:
        'data-share-url="https://kurz.example/1" data-share-title="Kurz" data-share-parameters="utm_source={target}&utm_medium=web"',
    });
    assert.equal(
      await href("x"),
      `https://x.com/intent/tweet?text=Kurz&url=${enc("https://kurz.example/1?utm_source=x&utm_medium=web")}`,
    );
    assert.ok(
      (await href("facebook")).endsWith(enc("https://kurz.example/1?utm_source=facebook&utm_medium=web")),
      await href("facebook"),
    );
  });

  test("Bluesky's 300 graphemes shorten the title, never the address", async () => {
    await visit({ attributes: `data-share-title="${"Ein sehr langer Titel 👩‍👩‍👧 ".repeat(40)}"` });
    const text = decodeURIComponent((await href("bluesky")).split("text=")[1]);
    const graphemes = [...new Intl.Segmenter("de").segment(text)].length;
    assert.ok(graphemes <= 300 && graphemes > 200, `${graphemes} graphemes`);
    assert.ok(text.endsWith(URL_SHARED), text);
  });

  test("reading-share tells what is about to leave; prevented, nothing does", async () => {
    await visit();
    await click("x");
    const event = await inPage(() => witness.event("reading-share"));
    assert.deepEqual(event, {
      type: "reading-share",
      detail: { target: "x", url: URL_SHARED, title: TITLE },
      cancelable: true,
      bubbles: true,
      composed: true,
    });
    assert.equal((await departures()).length, 1);
    await inPage(() => addEventListener("reading-share", (event) => event.preventDefault()));
    for (const name of ["x", "whatsapp", "email"]) await click(name);
    assert.equal((await departures()).length, 1, "nothing left any more");
  });
});

describe("copying", () => {
  /** Instead of the real clipboard, which a headless engine may refuse: what the page is able to do. */
  const clipboard = (writeText) => `<script>
    window.copied = [];
    Object.defineProperty(navigator, "clipboard", { configurable: true, value: ${writeText && `{ writeText: (text) => { ${writeText} } }`} });
    document.execCommand = (command) => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      const text = element?.value?.slice(element.selectionStart, element.selectionEnd) ?? String(getSelection());
      if (!window.execWorks) return false;
      // As browsers do: who listens may put something else on the clipboard.
      const event = new ClipboardEvent("copy", { bubbles: true, cancelable: true, composed: true, clipboardData: new DataTransfer() });
      copied.push(element.dispatchEvent(event) ? text : event.clipboardData.getData("text/plain"));
      return true;
    };
  </script>`;
  const WORKS = "copied.push(text); return Promise.resolve();";
  const field = () =>
    inPage(() => {
      const field = witness.inputs().find((field) => field.readOnly);
      return (
        field && {
          value: field.value,
          selected: field.value.slice(field.selectionStart, field.selectionEnd),
          focused: witness.focused() === field,
        }
      );
    });
  let success;

  test("puts the address on the clipboard and says so", async () => {
    await visit({ head: clipboard(WORKS), open: false });
    assert.equal(await status(), "", "the status is there from the start, empty");
    assert.ok(await inPage(() => witness.parts("status").every((part) => part.getAttribute("role") === "status")));
    if (!(await inPage(() => witness.shown(witness.target("copy"))))) await openList();
    await click("copy");
    success = await shared.browser.until(() => witness.said());
    assert.deepEqual(await inPage(() => copied), [URL_SHARED]);
    assert.equal((await inPage(() => witness.event("reading-share"))).detail.target, "copy");
  });

  for (const [name, writeText] of [
    ["is refused", 'return Promise.reject(new DOMException("no", "NotAllowedError"));'],
    ["throws", 'throw new Error("no");'],
  ]) {
    test(`where the clipboard ${name}, the address stands selected and nothing says it was copied`, async () => {
      await visit({ head: clipboard(writeText) });
      await click("copy");
      await shared.browser.until(() => witness.inputs().some((field) => field.readOnly));
      assert.deepEqual(await field(), { value: URL_SHARED, selected: URL_SHARED, focused: true });
      assert.notEqual(await status(), success);
      assert.deepEqual(await inPage(() => witness.errors), []);
    });
  }

  test("where the clipboard never answers, nothing says it was copied", async () => {
    await visit({ head: clipboard("return new Promise(() => {});") });
    await click("copy");
    await inPage(() => new Promise((resolve) => setTimeout(resolve, 400)));
    assert.notEqual(await status(), success);
  });

  test("without a clipboard (plain http) the old command copies the address", async () => {
    await visit({ head: clipboard(undefined) });
    await inPage(() => {
      window.execWorks = true;
    });
    await click("copy");
    assert.equal(await shared.browser.until(() => witness.said()), success);
    assert.deepEqual(await inPage(() => copied), [URL_SHARED]);
    assert.ok(!(await inPage(() => document.querySelector("body > textarea"))), "nothing stays behind in the page");
  });

  test("without clipboard and command the address stands selected", async () => {
    await visit({ head: clipboard(undefined) });
    await click("copy");
    await shared.browser.until(() => witness.inputs().some((field) => field.readOnly));
    assert.deepEqual(await field(), { value: URL_SHARED, selected: URL_SHARED, focused: true });
    assert.notEqual(await status(), success);
  });

  test("prevented, nothing is copied", async () => {
    await visit({ head: clipboard(WORKS) });
    await inPage(() => addEventListener("reading-share", (event) => event.preventDefault()));
    await click("copy");
    await inPage(() => witness.frames(3));
    assert.deepEqual([await inPage(() => copied), await status()], [[], ""]);
  });
});

describe("the system's sheet", () => {
  /** A sheet that answers with `answer`, and knows whether it was opened within the click. */
  const sheet = (answer, can = "Boolean(data && data.url)") => `<script>
    window.sheets = [];
    let clicking = false;
    addEventListener("click", () => { clicking = true; }, true);
    addEventListener("click", () => { clicking = false; });
    navigator.canShare = (data) => ${can};
    navigator.share = (data) => { sheets.push({ data, clicking }); return ${answer}; };
  </script>`;

  test("is the first row where there is one, and opens in the click itself", async () => {
    await visit({ head: sheet("Promise.resolve()") });
    const rows = await inPage(() =>
      witness
        .parts("target")
        .filter(
          (target) =>
            witness.shown(target) &&
            witness.part("share-button").compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING,
        )
        .map((target) => target.dataset.target),
    );
    assert.equal(rows.filter((name) => name !== "copy")[0], "system");
    await click("system");
    const [{ data, clicking }] = await inPage(() => sheets);
    assert.equal(data.url, URL_SHARED);
    assert.equal(data.title, TITLE);
    assert.ok(clicking, "share() was called within the click");
    assert.equal((await inPage(() => witness.event("reading-share"))).detail.target, "system");
  });

  test("is not offered where there is none, or where it can't take this", async () => {
    await visit();
    assert.ok(!(await inPage(() => witness.shown(witness.target("system")))));
    await visit({ head: sheet("Promise.resolve()", "false") });
    assert.ok(!(await inPage(() => witness.shown(witness.target("system")))));
  });

  test("a reader who changes their mind hears nothing", async () => {
    await visit({ head: sheet('Promise.reject(new DOMException("aborted", "AbortError"))') });
    await click("system");
    await inPage(() => witness.frames(4));
    assert.equal(await status(), "");
    assert.deepEqual(await inPage(() => [...witness.warnings, ...witness.errors]), []);
  });

  test("if it fails, the list is there", async () => {
    await visit({ head: sheet('Promise.reject(new DOMException("no", "NotAllowedError"))') });
    await click("system");
    await inPage(() => witness.frames(4));
    assert.ok(await inPage(() => witness.shown(witness.target("email"))));
    assert.deepEqual(await inPage(() => witness.errors), []);
  });

  test("prevented, it stays closed", async () => {
    await visit({ head: sheet("Promise.resolve()") });
    await inPage(() => addEventListener("reading-share", (event) => event.preventDefault()));
    await click("system");
    assert.deepEqual(await inPage(() => sheets), []);
  });
});

describe("Mastodon", () => {
  const input = () => witness.inputs().find((field) => !field.readOnly && field.type !== "checkbox");

  async function submit(instance) {
    await visit();
    await click("mastodon");
    await shared.browser.until(() => witness.inputs().length);
    await shared.browser.click(input);
    await shared.browser.type(instance);
    await shared.browser.press("Enter");
    await inPage(() => witness.frames(2));
  }

  for (const instance of [
    "social.example",
    "@anna@social.example",
    "https://social.example/@anna",
    "Social.Example/",
  ]) {
    test(`takes ${instance} for the reader's server`, async () => {
      await submit(instance);
      const [address, ...more] = await departures();
      assert.deepEqual(more, []);
      assert.ok(address?.startsWith("https://social.example/share?text="), address);
      const text = decodeURIComponent(address.split("text=")[1]);
      assert.ok(text.startsWith(TITLE) && text.endsWith(URL_SHARED), text);
    });
  }

  for (const rubbish of ["not a server", "javascript:alert(1)", "<img src=x>", "..", "@anna"]) {
    test(`answers “${rubbish}” with a sentence`, async () => {
      await submit(rubbish);
      assert.deepEqual(await departures(), []);
      const said = await inPage(() =>
        witness
          .widgets()
          .flatMap((widget) => [...widget.shadowRoot.querySelectorAll("[role=status], [role=alert], [aria-live]")])
          .map((place) => witness.words(place))
          .join(" ")
          .trim(),
      );
      assert.ok(said.length > 10, `said “${said}”`);
      assert.ok(await inPage(() => !witness.part("share").querySelector("img")));
      assert.deepEqual(await inPage(() => witness.errors), []);
    });
  }

  test("is remembered nowhere unless the reader ticks a box", async () => {
    await submit("social.example");
    assert.deepEqual(await inPage(() => [document.cookie, localStorage.length, sessionStorage.length]), ["", 0, 0]);
  });
});
