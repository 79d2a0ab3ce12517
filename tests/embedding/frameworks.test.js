// Pages that a framework draws on a server and takes over in the browser: it finds what it has sent,
// though our tag ran first, and what it draws anew gets its widget again.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { compile } from "svelte/compiler";
import { page, TEXT, TITLE } from "./article.js";
import { hosts } from "./hosts.js";

const shared = hosts();

const PARAGRAPHS = TEXT.match(/(?<=<p>).*?(?=<\/p>)/gs);
const BYLINE = "By Anna Vester, 12 March 2026";

/** What the server sends, as all but Svelte have it. */
const sent = (own) =>
  `<article><h1>${TITLE}</h1><p class="byline">${BYLINE}</p>${own ? "<reading-widget></reading-widget>" : ""}${PARAGRAPHS.map((text) => `<p>${text}</p>`).join("")}<button>Turn</button></article>`;

/** The same for functions that create elements: `turn` draws the article anew, for `turns` the words of its button. */
const drawn = `
  const article = (h, turns, turn, on, own) => h("article", { key: turns > 1 ? "new" : "old" }, [
    h("h1", { key: "title" }, ${JSON.stringify(TITLE)}),
    h("p", { key: "byline", [on.class]: "byline" }, ${JSON.stringify(BYLINE)}),
    own && h("reading-widget", { key: "own" }),
    ...${JSON.stringify(PARAGRAPHS)}.map((text, key) => h("p", { key }, text)),
    h("button", { key: "button", [on.click]: turn }, turns ? "Turned " + turns : "Turn"),
  ].filter(Boolean));
  const root = document.getElementById(ROOT);`;

const svelte = (own) => `<script>
  let turns = $state(0);
  const paragraphs = ${JSON.stringify(PARAGRAPHS)};
</script>
{#key turns > 1}<article><h1>${TITLE}</h1><p class="byline">${BYLINE}</p>{#if ${own}}<reading-widget></reading-widget>{/if}{#each paragraphs as text}<p>{text}</p>{/each}<button onclick={() => turns++}>{turns ? "Turned " + turns : "Turn"}</button></article>{/key}`;

const frameworks = {
  React: (
    own,
  ) => `import { createElement, useEffect, useState } from "react"; import { hydrateRoot } from "react-dom/client"; ${drawn}
    const App = () => { const [turns, set] = useState(0); useEffect(() => { window.taken = true; }); return article(createElement, turns, () => set(turns + 1), { class: "className", click: "onClick" }, ${own}); };
    hydrateRoot(root, createElement(App), { onRecoverableError: (error) => console.error(String(error)) });`,
  Preact: (own) => `import { h, hydrate } from "preact"; import { useEffect, useState } from "preact/hooks"; ${drawn}
    const App = () => { const [turns, set] = useState(0); useEffect(() => { window.taken = true; }); return article(h, turns, () => set(turns + 1), { class: "class", click: "onClick" }, ${own}); };
    hydrate(h(App), root);`,
  Vue: (own) => `import { createSSRApp, h, ref } from "vue"; ${drawn}
    const turns = ref(0);
    createSSRApp({ render: () => article(h, turns.value, () => turns.value++, { class: "class", click: "onClick" }, ${own}) }).mount(root); window.taken = true;`,
  Svelte: () =>
    `import { hydrate } from "svelte"; import App from "app.svelte"; hydrate(App, { target: document.getElementById(ROOT) }); window.taken = true;`,
};

/** A script of what a framework does, as its developers run it: it says more of what it finds. */
async function bundled(source, own, root, side) {
  const component = {
    name: "svelte",
    setup(build) {
      build.onResolve({ filter: /^app\.svelte$/ }, ({ path }) => ({ path, namespace: "svelte" }));
      build.onLoad({ filter: /./, namespace: "svelte" }, () => ({
        contents: compile(svelte(own), { generate: side, dev: false, name: "App", filename: "App.svelte" }).js.code,
        resolveDir: here,
      }));
    },
  };
  const here = fileURLToPath(new URL(".", import.meta.url));
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: here },
    bundle: true,
    write: false,
    format: "esm",
    logLevel: "error",
    plugins: [component],
    platform: side === "server" ? "node" : "browser",
    conditions: [side === "server" ? "node" : "browser", "development"],
    define: {
      "process.env.NODE_ENV": '"development"',
      ROOT: JSON.stringify(root),
      __VUE_OPTIONS_API__: "true",
      __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "true",
    },
  });
  return outputFiles[0].text;
}

/** The server's markup; Svelte's has comments that its other half looks for. */
async function markup(name, own) {
  if (name !== "Svelte") return sent(own);
  const source = await bundled(
    'import { render } from "svelte/server"; import App from "app.svelte"; export const { body } = render(App);',
    own,
    "",
    "server",
  );
  return (await import(`data:text/javascript;base64,${Buffer.from(source).toString("base64")}`)).body;
}

const tag = '<script type="module" src="/dist/reading-widget.js"></script>';
// Does nothing, but is waited for.
const slow = '<script type="module" src="/c/slowjs/dist/index.js"></script>';

/**
 * How the framework comes, and under what name its root is known.
 * @type {[string, { root: string | Record<string, string>, scripts: (address: string) => string, head?: string, isClassic?: boolean }][]}
 */
const ways = [
  [
    "its script behind ours",
    { root: "app", scripts: (address) => `${tag}<script type="module" src="${address}"></script>` },
  ],
  [
    "its script long after ours",
    { root: "app", scripts: (address) => `${tag}${slow}<script type="module" src="${address}"></script>` },
  ],
  [
    "our async classic script first",
    {
      root: "app",
      scripts: (address) =>
        `<script async src="/dist/reading-widget.classic.js"></script>${slow}<script defer src="${address}"></script>`,
      isClassic: true,
    },
  ],
  [
    "imported once the page has loaded, as by its own kind of site",
    {
      root: { React: "__next", Preact: "__next", Vue: "__nuxt", Svelte: "svelte" },
      head: '<link rel="modulepreload" href="/dist/index.js">',
      scripts: (address) =>
        `${tag}<script type="module">addEventListener("load", () => setTimeout(() => import("${address}"), 1000))</script>`,
    },
  ],
];

for (const name of Object.keys(frameworks)) {
  describe(name, () => {
    for (const own of [false, true]) {
      for (const [way, { root, scripts, head = "", isClassic }] of ways) {
        test(`${way}, ${own ? "with an element of the publisher's" : "the widget placed by itself"}`, async () => {
          const id = root[name] ?? root;
          const source = await bundled(frameworks[name](own), own, id, "client");
          const script = isClassic ? `(() => {${source}})();` : source;
          const address = `/${name}-${own}-${id}-${isClassic ? "classic" : "module"}.js`;
          shared.site.put(script, { path: address, headers: { "Content-Type": "text/javascript" } });
          const html = `<div id="${id}">${await markup(name, own)}</div><script>document.querySelector("h1").sent = true</script>`;
          await shared.visit(page({ tag: scripts(address), head }).replace(/<article>.*<\/article>/s, () => html));
          const count = own ? 1 : 2;
          await shared.browser.inPage(async (count) => {
            await witness.settled(count);
          }, count);
          await shared.browser.until(() => window.taken);
          const press = () => shared.browser.inPage(() => document.querySelector("article > button").click());
          await press();
          await shared.browser.until(() => document.querySelector("article > button").textContent === "Turned 1");
          assert.deepEqual(
            await shared.browser.inPage(() => ({
              isSent: document.querySelector("h1").sent === true,
              widgets: witness.widgets().filter((widget) => widget.hasAttribute("ready")).length,
              below: witness.widgets()[0].previousElementSibling.localName,
              warnings: witness.warnings,
              errors: witness.errors,
            })),
            { isSent: true, widgets: count, below: own ? "p" : "h1", warnings: [], errors: [] },
          );
          // Draws the whole article anew.
          await press();
          await shared.browser.until(
            (count) =>
              !document.querySelector("h1").sent &&
              witness.widgets().length === count &&
              witness.widgets().every((widget) => widget.hasAttribute("ready")),
            count,
          );
          assert.deepEqual(await shared.browser.inPage(() => [witness.warnings, witness.errors]), [[], []]);
        });
      }
    }
  });
}

describe("a page without a framework", () => {
  for (const [name, html] of [
    ["as it is", page()],
    ["with the comments that frameworks leave", page({ article: `<!--[--><h1>${TITLE}</h1>${TEXT}<!--]-->` })],
  ]) {
    test(`${name} isn't kept waiting`, async () => {
      await shared.visit(html);
      const since = await shared.browser.inPage(async () => {
        await witness.settled(2);
        return performance.now();
      });
      assert.ok(since < 4000, `${since} ms`);
    });
  }
});
