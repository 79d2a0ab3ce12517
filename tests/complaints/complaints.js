// The 27 complaints that readers and publishers have of share buttons, from the trackers of the
// well-known libraries, each with a check that any of them can be put through: `check` throws where
// the complaint is true, and gives NOT_OFFERED where there is nothing it could be true of.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { FiltersEngine, Request } from "@ghostery/adblocker";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { blocklists, selectorsOf } from "../blocklists.js";
import { page as pageOf } from "../browser/site.js";

export const NOT_OFFERED = "not offered";
export const NOT_TESTED = "not tested";

const TITLE = "Tee + Brot & Käse";
const URL_SHARED = "https://zeitung.example/tee-brot";
const CANONICAL = `<link rel="canonical" href="${URL_SHARED}">`;
const enc = encodeURIComponent;
const lists = blocklists();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** @typedef {import("../browser/browser.js").Browser} Browser */
/** @typedef {Awaited<ReturnType<typeof import("../browser/site.js").openSite>>} Site */

/** What a check works with: one subject in one browser. */
export class Trial {
  /** @param {{ subject: typeof import("./subjects.js").widget, browser: Browser, site: Site }} how */
  constructor({ subject, browser, site }) {
    this.subject = subject;
    this.browser = browser;
    this.site = site;
    /** @type {Browser["inPage"]} */
    this.inPage = (act, ...values) => browser.inPage(act, ...values);
    subject.prepare(site);
  }

  /**
   * Opens a page that has the subject at its article's end.
   * @param {{ head?: string, headers?: Record<string, string>, lang?: string, before?: string, after?: string, tag?: string,
   *   markup?: string, nonce?: string, witnessNonce?: string, open?: boolean, search?: string }} [how]
   */
  async visit({
    head = CANONICAL,
    headers = {},
    lang = "de",
    before = "",
    after = "",
    tag,
    markup = this.subject.markup,
    nonce,
    witnessNonce,
    open = true,
    search = "",
  } = {}) {
    const html = pageOf({
      lang,
      before,
      after,
      title: TITLE.replace("&", "&amp;"),
      head,
      tag: tag ?? this.subject.head({ nonce }),
      body: `<p>Die Stadt freut sich über den Verkehr auf der neuen Brücke, denn der Verkehr hatte lange einen Umweg genommen.</p><p>Ja, sagt er: „Süßes, E-Mail-frei“.</p><p>Ein dritter Absatz, der noch etwas sagt.</p>${markup}<p id="behind">Dahinter.</p>`,
    });
    const address = this.site.put(html, { headers, witnessNonce: witnessNonce ?? nonce });
    this.site.takeRequests();
    await this.browser.visit("about:blank");
    await this.browser.visit(address + search);
    await this.inPage(this.subject.define);
    await this.inPage(() => witness.stay());
    if (open) await this.inPage(() => subject.open());
    return address;
  }

  /** Where a press on the target leads, or would copy or mail. */
  async press(name) {
    return this.inPage(async (name) => {
      witness.departures.length = 0;
      const button = subject.button(name);
      if (!button) return undefined;
      button.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, composed: true }));
      button.click();
      await witness.frames(4);
      return witness.departures[0];
    }, name);
  }
}

const clipboard = (
  writeText,
) => `<script>window.copied = []; Object.defineProperty(navigator, "clipboard", { configurable: true, value: ${writeText} });
  document.execCommand = () => { let element = document.activeElement; while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement; const field = element?.value ? element : [...document.querySelectorAll("input, textarea")].pop(); copied.push(field?.value ?? String(getSelection())); return true; };</script>`;
const sheet = (
  answer,
  can = "Boolean(data && data.url)",
) => `<script>window.sheets = []; window.asked = []; let clicking = false;
  addEventListener("click", () => { clicking = true; }, true); addEventListener("click", () => { clicking = false; });
  navigator.canShare = (data) => { asked.push(data ?? null); return ${can}; }; navigator.share = (data) => { sheets.push(clicking); return ${answer}; };</script>`;

/** @type {{ number: number, complaint: string, check: (trial: Trial) => Promise<unknown> }[]} */
export const complaints = /** @type {[number, string, (trial: Trial) => Promise<unknown>][]} */ ([
  [
    1,
    "hidden by ad blockers",
    async (trial) => {
      if (!lists) return NOT_TESTED;
      await trial.visit();
      const hidden = await trial.inPage((selectors) => {
        const before = subject.all().filter(witness.shown);
        const sheet = new CSSStyleSheet();
        for (const selector of selectors)
          try {
            sheet.insertRule(`${selector} { display: none !important }`);
          } catch {
            /* the blocker's own language */
          }
        const roots = [document, ...[subject.host().shadowRoot].filter(Boolean)];
        for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
        return before.length > 3 ? before.filter((element) => !witness.shown(element)).length : "nothing to see";
      }, selectorsOf(lists));
      assert.equal(hidden, 0);
    },
  ],
  [
    2,
    "blocked by file name",
    async ({ subject }) => {
      if (!lists) return NOT_TESTED;
      const engine = FiltersEngine.parse(Object.values(lists).join("\n"));
      const package_ = subject.name.split(" ")[0].toLowerCase();
      const blocked = ["https://zeitung.example/static/", `https://cdn.jsdelivr.net/npm/${package_}/dist/`].flatMap(
        (place) =>
          subject.files().flatMap((file) => {
            const type = file.endsWith(".css") ? "stylesheet" : file.endsWith(".js") ? "script" : "xmlhttprequest";
            return engine.match(
              Request.fromRawDetails({ url: place + file, type, sourceUrl: "https://zeitung.example/a" }),
            ).match
              ? [place + file]
              : [];
          }),
      );
      assert.deepEqual(blocked, []);
    },
  ],
  [
    3,
    "dead or renamed networks",
    async (trial) => {
      await trial.visit();
      const links = await trial.inPage(() =>
        subject
          .all()
          .map((element) => element.href)
          .filter(Boolean),
      );
      assert.ok(links.length > 3);
      assert.deepEqual(
        links.filter((link) =>
          /getpocket|stumbleupon|flattr|addthis|xing\.com|t\.qq\.com|v\.t\.qq|\/\/(www\.)?twitter\.com/.test(link),
        ),
        [],
      );
    },
  ],
  [
    4,
    "changed share URLs",
    async (trial) => {
      await trial.visit();
      const expected = {
        facebook: "https://www.facebook.com/sharer/sharer.php",
        x: "https://x.com/intent/tweet",
        linkedin: "https://www.linkedin.com/sharing/share-offsite/",
        telegram: "https://t.me/share/url",
        whatsapp: "https://wa.me/",
        reddit: "https://www.reddit.com/submit",
      };
      const found = {};
      for (const name of Object.keys(expected))
        found[name] = (await trial.press(name))?.split("?")[0].replace("//reddit", "//www.reddit");
      assert.deepEqual(found, expected);
    },
  ],
  [
    5,
    "no choice of Mastodon instance",
    async (trial) => {
      await trial.visit();
      const leaves = await trial.press("mastodon");
      assert.equal(leaves, undefined, "it leads to somebody else's proxy");
      await trial.inPage(async () => {
        const field = witness.widgets()[0].shadowRoot.querySelector("form:not([hidden]) input");
        field.value = "@anna@social.example";
        field.form.requestSubmit();
        await witness.frames(2);
      });
      assert.ok((await trial.inPage(() => witness.departures[0])).startsWith("https://social.example/"));
    },
  ],
  [
    6,
    "single-page sites: the previous page's URL is shared",
    async (trial) => {
      await trial.visit();
      await trial.inPage(() => {
        history.pushState({}, "", "/zwei");
        document.title = "Zwei";
        document.querySelector("link[rel=canonical]").href = "https://zeitung.example/zwei";
      });
      assert.ok((await trial.press("facebook")).includes(enc("https://zeitung.example/zwei")));
    },
  ],
  [
    7,
    "wrong URL source",
    async (trial) => {
      await trial.visit({ search: "?utm_source=brief#absatz" });
      assert.ok((await trial.press("facebook"))?.endsWith(`u=${enc(URL_SHARED)}`), "the canonical link is not shared");
      const address = await trial.visit({ head: '<link rel="canonical" href="javascript:alert(1)">' });
      assert.ok(
        (await trial.press("facebook"))?.endsWith(`u=${enc(address)}`),
        "a canonical link on javascript: is shared",
      );
      await trial.visit({ head: '<link rel="canonical" href="/relativ">' });
      assert.ok(
        (await trial.press("facebook"))?.endsWith(`u=${enc(`${trial.site.origin}/relativ`)}`),
        "a relative canonical link is not made absolute",
      );
    },
  ],
  [
    8,
    "an error shown when the reader cancels",
    async (trial) => {
      await trial.visit({ head: CANONICAL + sheet('Promise.reject(new DOMException("no", "AbortError"))') });
      if (!(await trial.inPage(() => subject.offersSheet))) return NOT_OFFERED;
      const before = await trial.inPage(() => subject.said());
      await trial.press("system");
      await trial.inPage(() => witness.frames(4));
      assert.deepEqual(await trial.inPage(() => [...witness.errors, subject.said()]), [before]);
    },
  ],
  [
    9,
    "canShare asked without data",
    async (trial) => {
      await trial.visit({ head: CANONICAL + sheet("Promise.resolve()", "!data") });
      if (!(await trial.inPage(() => subject.offersSheet))) return NOT_OFFERED;
      assert.equal(
        await trial.inPage(() => witness.shown(subject.button("system"))),
        false,
        "it is offered though it can't take this",
      );
      assert.ok(await trial.inPage(() => asked.length > 0 && asked.every((data) => data?.url)));
    },
  ],
  [
    10,
    "copy does nothing on http",
    async (trial) => {
      await trial.visit({ head: CANONICAL + clipboard("undefined") });
      await trial.press("copy");
      const [url, ...more] = await trial.inPage(() => [...copied, ...witness.errors]);
      assert.match(url ?? "nothing was copied", /^https?:\/\/[^ ]+$/);
      assert.deepEqual(more, []);
    },
  ],
  [
    11,
    "no fallback when writeText rejects",
    async (trial) => {
      await trial.visit({
        head: CANONICAL + clipboard('{ writeText: () => Promise.reject(new DOMException("no", "NotAllowedError")) }'),
      });
      await trial.press("copy");
      await trial.inPage(() => witness.frames(4));
      const way = await trial.inPage(
        () =>
          copied.some((text) => /^https?:/.test(text)) ||
          [document, ...witness.widgets().map((widget) => widget.shadowRoot)].some((root) =>
            [...root.querySelectorAll("input, textarea")].some(
              (field) => /^https?:/.test(field.value) && witness.shown(field),
            ),
          ),
      );
      assert.ok(way);
      assert.deepEqual(await trial.inPage(() => witness.errors), []);
    },
  ],
  [
    12,
    "Safari loses the gesture after an await",
    async (trial) => {
      await trial.visit({ head: CANONICAL + sheet("Promise.resolve()") });
      if (!(await trial.inPage(() => subject.offersSheet))) return NOT_OFFERED;
      await trial.press("system");
      assert.deepEqual(await trial.inPage(() => sheets), [true]);
    },
  ],
  [
    13,
    "false or missing “copied”",
    async (trial) => {
      const said = async (writeText) => {
        await trial.visit({
          head: `${CANONICAL}${clipboard(writeText)}<script>document.execCommand = () => false;</script>`,
        });
        const before = await trial.inPage(() => subject.said());
        await trial.press("copy");
        await trial.inPage(() => witness.frames(4));
        return (await trial.inPage(() => subject.said())).slice(before.length);
      };
      const success = await said("{ writeText: (text) => { copied.push(text); return Promise.resolve(); } }");
      assert.notEqual(success, "", "nothing says that it was copied");
      assert.notEqual(
        await said('{ writeText: () => Promise.reject(new DOMException("no", "NotAllowedError")) }'),
        success,
      );
      assert.notEqual(await said("undefined"), success);
    },
  ],
  [
    14,
    "+ in e-mail subjects",
    async (trial) => {
      await trial.visit();
      const link = await trial.press("email");
      assert.ok(link?.startsWith("mailto:"), link);
      const [, subject_] = /[?&]subject=([^&]*)/.exec(link);
      assert.ok(!subject_.includes("+"), subject_);
      assert.equal(decodeURIComponent(subject_), TITLE);
    },
  ],
  [
    15,
    "text fragments break on umlauts, hyphens, repeats",
    async (trial) => {
      await trial.visit({ open: false });
      if (!(await trial.inPage(() => subject.offersPassages))) return NOT_OFFERED;
      const link = await trial.inPage(async () => {
        getSelection().selectAllChildren(document.querySelectorAll("article p")[1]);
        const share = () =>
          new Promise((resolve) => {
            addEventListener(
              "reading-share",
              (event) => {
                event.preventDefault();
                resolve(event.detail);
              },
              { once: true },
            );
            subject.button("copy").click();
          });
        for (let tries = 0; tries < 60; tries++) {
          const { url, quote } = await share();
          if (quote) return url;
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        return "";
      });
      // What browsers then mark is looked at in passage.test.js, for 35 passages.
      assert.equal(link, `${URL_SHARED}#:~:text=${enc("Ja, sagt er: „Süßes, E-Mail-frei“.").replaceAll("-", "%2D")}`);
    },
  ],
  [
    16,
    "wasm blocked by CSP",
    async (trial) => {
      await trial.visit({
        headers: { "Content-Security-Policy": "script-src 'self' 'nonce-w'" },
        nonce: "w",
        head: CANONICAL,
      });
      // Trying it is all that a page can do to find out, and is reported as that.
      assert.deepEqual(
        await trial.inPage(() => witness.violations.filter((violation) => !violation.includes("wasm-eval"))),
        [],
      );
      assert.match((await trial.press("facebook")) ?? "nowhere", /^https:\/\/www\.facebook\.com\/sharer/);
    },
  ],
  [
    17,
    "inline style, handler or javascript: blocked by CSP",
    async (trial) => {
      await trial.visit({
        headers: {
          "Content-Security-Policy":
            "default-src 'none'; script-src 'self' 'nonce-w' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self' 'nonce-w'; img-src 'self'; font-src 'self'; base-uri 'none'; require-trusted-types-for 'script'",
        },
        nonce: "w",
      });
      for (const name of ["facebook", "email", "copy"]) await trial.press(name);
      assert.deepEqual(await trial.inPage(() => witness.violations), []);
    },
  ],
  [
    18,
    "loaded twice, element defined twice",
    async (trial) => {
      const twice = () => `${trial.subject.head()}${trial.subject.head().replace(/src="([^"]*)"/, 'src="$1?zwei"')}`;
      await trial.visit({ tag: twice() });
      const { errors, copies } = await trial.inPage(async () => {
        await witness.frames(6);
        return {
          errors: witness.errors,
          copies: subject
            .all()
            .filter(
              (element) => element === subject.button("facebook") || element.href === subject.button("facebook").href,
            ).length,
        };
      });
      assert.deepEqual([errors, copies], [[], 1]);
    },
  ],
  [
    19,
    "server rendering: navigator is not defined",
    async ({ subject }) => {
      for (const file of new Set([subject.module, subject.serverModule]))
        execFileSync(process.execPath, ["--input-type=module", "--eval", `await import(${JSON.stringify(file)})`], {
          stdio: "pipe",
        });
    },
  ],
  [
    20,
    "layout shift",
    async (trial) => {
      await trial.visit({
        open: false,
        head: `${CANONICAL}<script>window.shift = 0; new PerformanceObserver((list) => { for (const { value } of list.getEntries()) shift += value; }).observe({ type: "layout-shift", buffered: true });</script>`,
      });
      const shift = await trial.inPage(async () => {
        await new Promise((resolve) => setTimeout(resolve, 500));
        return window.shift;
      });
      assert.ok(shift < 0.02, `shifted by ${shift.toFixed(3)}`);
    },
  ],
  [
    21,
    "buttons on the printed page",
    async (trial) => {
      await trial.visit({ open: false });
      const printed = await trial.browser.printing(() =>
        trial.inPage(() => subject.all().filter(witness.shown).length),
      );
      assert.equal(printed, 0);
    },
  ],
  [
    22,
    "dark mode follows the system, not the site",
    async (trial) => {
      await trial.browser.preferColorScheme("dark");
      try {
        await trial.visit({
          open: false,
          before: "<style>html { background: #fff; color: #111; color-scheme: light dark }</style>",
        });
        const colors = await trial.inPage(() => subject.atRest().map((element) => getComputedStyle(element).color));
        await trial.browser.preferColorScheme("light");
        await trial.visit({
          open: false,
          before: "<style>html { background: #fff; color: #111; color-scheme: light dark }</style>",
        });
        assert.deepEqual(
          await trial.inPage(() => subject.atRest().map((element) => getComputedStyle(element).color)),
          colors,
        );
      } finally {
        await trial.browser.preferColorScheme("light");
      }
    },
  ],
  [
    23,
    "right-to-left margins",
    async (trial) => {
      const boxes = (dir) =>
        trial
          .visit({
            open: false,
            markup: `<div dir="${dir}" style="width: 600px">${trial.subject.markup.replace("<reading-widget", '<reading-widget lang="de"')}</div>`,
          })
          .then(() =>
            trial.inPage((dir) => {
              // The same words in both directions.
              const frame = subject.host().shadowRoot?.querySelector(".frame");
              if (frame) frame.dir = dir;
              const around = subject.host().parentElement.getBoundingClientRect();
              return subject.atRest().map((element) => {
                const { left, right } = element.getBoundingClientRect();
                return Math.round(dir === "rtl" ? around.right - right : left - around.left);
              });
            }, dir),
          );
      const [ltr, rtl] = [await boxes("ltr"), await boxes("rtl")];
      assert.ok(
        ltr.every((left, index) => Math.abs(left - rtl[index]) <= 2),
        `${ltr} mirrored is ${rtl}`,
      );
    },
  ],
  [
    24,
    "unlabelled buttons",
    async (trial) => {
      await trial.visit();
      const count = await trial.inPage(() => subject.all().filter(witness.shown).length);
      for (let index = 0; index < count; index++) {
        const name = await trial.browser.accessibleName((index) => subject.all().filter(witness.shown)[index], index);
        assert.ok(
          name,
          `no name: ${await trial.inPage((index) => subject.all().filter(witness.shown)[index].outerHTML.slice(0, 120), index)}`,
        );
      }
    },
  ],
  [
    25,
    "keyboard: no focus, no Escape, focus not returned",
    async (trial) => {
      await trial.visit({ open: false });
      const unreachable = await trial.inPage(async () => {
        await subject.open();
        const inert = subject
          .all()
          .filter(witness.shown)
          .filter((element) => {
            element.focus();
            return witness.focused() !== element;
          });
        return inert.map((element) => element.outerHTML.slice(0, 100));
      });
      assert.deepEqual(unreachable, []);
      const list = await trial.inPage(() => subject.host().shadowRoot?.querySelector("#panel") !== undefined);
      if (!list) return undefined;
      await trial.inPage(() => subject.button("email").focus());
      await trial.browser.press("Escape");
      assert.ok(
        await trial.inPage(
          () => !witness.shown(subject.button("email")) && witness.focused() === witness.part("share-button"),
        ),
      );
    },
  ],
  [
    26,
    "contrast",
    async (trial) => {
      await trial.visit();
      const found = await trial.inPage(async (axe) => {
        // biome-ignore lint/security/noGlobalEval: axe is a script that wants the global scope.
        globalThis.eval(axe);
        const { violations } = await window.axe.run(subject.host(), { runOnly: ["color-contrast"] });
        return violations.flatMap(({ nodes }) => nodes.map(({ html }) => html.slice(0, 100)));
      }, axe);
      assert.deepEqual(found, []);
    },
  ],
  [
    27,
    "requests before the click",
    async (trial) => {
      await trial.visit();
      await trial.inPage(() => new Promise((resolve) => setTimeout(resolve, 400)));
      assert.deepEqual(trial.browser.outsideHosts, []);
      assert.deepEqual(await trial.inPage(() => [document.cookie, localStorage.length, sessionStorage.length]), [
        "",
        0,
        0,
      ]);
    },
  ],
]).map(([number, complaint, check]) => ({ number, complaint, check }));
