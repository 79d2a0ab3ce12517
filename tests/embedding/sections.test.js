// Section links arrive below the page's own bars, and never leave the page.
import assert from "node:assert/strict";
import { test } from "node:test";
import { TEXT, TITLE, page } from "./article.js";
import { hosts } from "./hosts.js";

const shared = hosts();
const inPage = (act, ...values) => shared.browser.inPage(act, ...values);

const long =
  "<p>More text follows so that the page is long enough to scroll, and nothing else is said in it.</p>".repeat(30);
const show = '<script type="module" src="/dist/reading-widget.js" data-show="time sections topics share"></script>';
/** @param {Parameters<typeof page>[0]} [rest] */
const story = ({ article = "", ...rest } = {}) =>
  page({ tag: show, article: `<h1>${TITLE}</h1>${article}${TEXT}${long}`, ...rest });

/** Presses the link of the second section, and says where its heading is. */
async function follow(nameOrHtml, how) {
  await shared.visit(nameOrHtml, how);
  await inPage(async () => {
    await witness.settled(2);
  });
  const address = await inPage(() => location.href.split("#")[0]);
  await shared.browser.click(() => witness.part("sections").querySelectorAll("a")[1]);
  await inPage(async () => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await witness.still();
  });
  const seen = await inPage(() => {
    const heading = document.querySelector("#s5");
    const { top, bottom, left, width } = heading.getBoundingClientRect();
    const hit = (y) => document.elementFromPoint(left + width / 2, y) === heading;
    return {
      top,
      free: hit(top + 2) && hit(bottom - 2),
      isFocused: document.activeElement === heading,
      errors: witness.errors,
      page: location.href.split("#")[0],
      hash: location.hash,
    };
  });
  assert.equal(seen.page, address, "the page is the same");
  assert.ok(seen.isFocused, "the heading has the focus");
  assert.ok(seen.free, `the heading at ${seen.top} is covered`);
  assert.deepEqual(seen.errors, []);
  return seen;
}

for (const name of ["sticky-header-64-section", "sticky-header-140-section", "base-href-cdn", "base-target-blank"]) {
  test(name, async () => {
    const { hash } = await follow(name);
    assert.equal(hash, "#s5");
  });
}

const bar = (style) => ({
  style: `.top{height:80px;background:#123;color:#fff;z-index:9;${style}}`,
  before: '<div class="top"><b>The Quay</b></div>',
});
const covers = {
  "a fixed header": bar("position:fixed;top:0;left:0;right:0"),
  "a header that floats below the edge": bar("position:fixed;top:12px;left:5%;width:90%"),
  "an admin bar and a header below it": {
    style:
      ".a{position:fixed;top:0;left:0;right:0;height:32px;background:#000;z-index:10}.top{position:sticky;top:32px;height:60px;background:#123;z-index:9}",
    before: '<div class="a"></div><div class="top"></div>',
  },
  "a fixed element around the bar itself": {
    style: ".top{position:fixed;top:0;left:0;right:0;z-index:9}.top div{height:90px;background:#123}",
    before: '<div class="top"><div></div></div>',
  },
  "a bar that sticks inside the article": {
    style: ".sub{position:sticky;top:0;height:50px;background:#ddd}",
    article: '<div class="sub">Live</div>',
  },
  "a header that comes out once the page has scrolled": {
    ...bar("position:fixed;top:-90px;left:0;right:0;transition:top .2s"),
    after:
      '<script>addEventListener("scroll",()=>setTimeout(()=>document.querySelector(".top").style.top="0",120))</script>',
  },
  "smooth scrolling": {
    ...bar("position:sticky;top:0"),
    style: "html{scroll-behavior:smooth}.top{position:sticky;top:0;height:80px;background:#123;z-index:9}",
  },
  "a page that scrolls in its main": {
    style:
      "html,body{height:100%;overflow:hidden}main{height:100%;overflow:auto}.sub{position:sticky;top:0;height:70px;background:#ddd}",
    article: '<div class="sub">Live</div>',
  },
};
for (const [name, how] of Object.entries(covers)) test(`below ${name}`, () => follow(story(how)));

for (const [name, style] of [
  ["scroll-margin", "h2{scroll-margin-top:100px}"],
  ["scroll-padding", "html{scroll-padding-top:100px}"],
]) {
  test(`the page's own ${name} isn't doubled`, async () => {
    const { top } = await follow(
      story({ ...bar(""), style: `.top{position:sticky;top:0;height:80px;background:#123;z-index:9}${style}` }),
    );
    assert.ok(Math.abs(top - 100) < 3, `${top}`);
  });
}

test("a page's routes stay in its address", async () => {
  for (const route of ["#/harbour/bridge", "#!bridge"]) {
    const head = `<script>location.hash = ${JSON.stringify(route)}; window.routed = 0; setTimeout(() => addEventListener("hashchange", () => { routed++; }), 300)</script>`;
    const { hash } = await follow(story({ head }));
    assert.equal(hash, route);
    assert.equal(await inPage(() => routed), 0);
    assert.ok(
      await inPage(() =>
        [...witness.part("sections").querySelectorAll("a")].every((link) => link.href === location.href),
      ),
    );
  }
});

test("a router that takes links and fragments for routes hears nothing", async () => {
  const head = `<script>window.routed = []; addEventListener("hashchange", () => routed.push("hash"));
document.addEventListener("click", (event) => { if (event.composedPath().some(({ nodeName }) => nodeName === "A")) { event.preventDefault(); routed.push("click"); } });</script>`;
  const { hash } = await follow(story({ head }));
  assert.equal(hash, "#s5");
  assert.deepEqual(await inPage(() => routed), []);
});

test("the links' addresses are the page's, whatever the base", async () => {
  for (const base of ["https://elsewhere.example/", "/", "./elsewhere/"]) {
    await shared.visit(story({ tag: `<base href="${base}">${show.replace("/dist/", "http://127.0.0.1:8101/dist/")}` }));
    const links = await inPage(async () => {
      await witness.settled(2);
      return [...witness.part("sections").querySelectorAll("a")].map(({ href, target }) => [
        href.replace(location.href.split("#")[0], ""),
        target,
      ]);
    });
    assert.deepEqual(links, [
      ["#s2", "_self"],
      ["#s5", "_self"],
    ]);
  }
});

test("the way back leads back here", async () => {
  await follow(story());
  await shared.browser.back();
  await shared.browser.until(() => location.hash === "" && scrollY < 600);
});
