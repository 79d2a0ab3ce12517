// Who is asked about the complaints: the widget and, in the measurements, its peers. Each is put into
// a page as its README says; `define` runs in the page and says where its buttons are.
import { readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { filesIn } from "../../tasks/build/step.js";
import { dist } from "../../tasks/build.js";
import { TAG } from "../browser/site.js";

const names = ["facebook", "x", "linkedin", "telegram", "whatsapp", "reddit"];

export const widget = {
  name: "reading-widget",
  files: () => filesIn(dist).map((file) => relative(dist, file).split(sep).join("/")),
  module: join(dist, "index.js"),
  serverModule: join(dist, "node.js"),
  /** @type {(site: { put: Function }) => void} */
  prepare: () => {},
  // As its README says, a site reserves the place.
  head: ({ nonce = "" } = {}) =>
    `<style ${nonce && `nonce="${nonce}"`}>reading-widget { display: block } reading-widget:not([ready]) { min-block-size: 8rem }</style>${TAG}`,
  markup: '<reading-widget show="share" targets="all"></reading-widget>',
  names,
  define: async () => {
    await witness.settled(1);
    const root = () => witness.widgets()[0].shadowRoot;
    const panel = () => root().querySelector("#panel");
    window.subject = {
      offersSheet: true,
      offersPassages: true,
      open: async () => {
        if (panel().hidden) {
          root().querySelector("[data-open]").click();
          await witness.frames(2);
        }
      },
      button: (name) => witness.target(name),
      all: () =>
        [...root().querySelectorAll("button, a[href], input, select")].filter(
          (element) => !element.closest("[hidden]"),
        ),
      host: () => witness.widgets()[0],
      said: () =>
        witness.words(panel().hidden ? root().querySelector("[role=status]") : panel().querySelector(".said")),
      atRest: () => [...root().querySelectorAll(".row button")],
    };
  },
};

/** A peer whose files lie in `folder`. */
function peer({ name, folder, files, entry, head, markup, define }) {
  return {
    name,
    head,
    markup,
    define,
    names,
    files: () => files,
    module: join(folder, entry),
    serverModule: join(folder, entry),
    prepare: (site) =>
      files.forEach((file) => {
        const type = file.endsWith(".css") ? "text/css" : "text/javascript";
        site.put(readFileSync(join(folder, "dist", file), "utf8"), {
          path: `/peer/${file}`,
          headers: { "Content-Type": type },
        });
      }),
  };
}

/** `folder` is the node_modules that holds it. */
export const shariff = (folder) =>
  peer({
    name: "Shariff 3.3.0",
    folder: join(folder, "shariff"),
    files: ["shariff.complete.js", "shariff.complete.css"],
    entry: "dist/shariff.min.js",
    head: () =>
      '<link rel="stylesheet" href="/peer/shariff.complete.css"><script defer src="/peer/shariff.complete.js"></script>',
    markup: `<div class="shariff" data-lang="de" data-mail-url="mailto:" data-services='["facebook","twitter","linkedin","telegram","whatsapp","reddit","mail","fediverse","clipboard","print","xing","pocket","stumbleupon","flattr","pinterest","tumblr","diaspora","flipboard","threema","tencent-weibo"]'></div>`,
    define: async () => {
      for (let tries = 0; tries < 100 && !document.querySelector(".shariff li"); tries++)
        await new Promise((resolve) => setTimeout(resolve, 20));
      const classes = { x: "twitter", email: "mail", mastodon: "fediverse", copy: "clipboard" };
      const box = () => document.querySelector(".shariff");
      window.subject = {
        offersSheet: false,
        offersPassages: false,
        open: async () => {},
        button: (name) => box().querySelector(`.shariff-button.${classes[name] ?? name} a`),
        all: () => [...box().querySelectorAll("a, button, input")],
        host: box,
        said: () =>
          [...document.querySelectorAll("[role=status], [role=alert], [aria-live], dialog, .shariff-message")]
            .map((place) => place.textContent.trim())
            .join(" "),
        atRest: () => [...box().querySelectorAll("a")].slice(0, 3),
      };
    },
  });

export const shareon = (folder) =>
  peer({
    name: "shareon 2.8.1",
    folder: join(folder, "shareon"),
    files: ["shareon.iife.js", "shareon.min.css"],
    entry: "dist/shareon.es.js",
    head: () =>
      '<link rel="stylesheet" href="/peer/shareon.min.css"><script defer init src="/peer/shareon.iife.js"></script>',
    markup:
      '<div class="shareon"><a class="facebook"></a><a class="twitter"></a><a class="linkedin"></a><a class="telegram"></a><a class="whatsapp"></a><a class="reddit"></a><a class="email"></a><a class="mastodon"></a><a class="fediverse"></a><a class="copy-url"></a><a class="print"></a><a class="web-share"></a><a class="pocket"></a><a class="pinterest"></a><a class="tumblr"></a><a class="hackernews"></a><a class="teams"></a></div>',
    define: async () => {
      const classes = { x: "twitter", copy: "copy-url", system: "web-share" };
      const box = () => document.querySelector(".shareon");
      window.subject = {
        offersSheet: true,
        offersPassages: false,
        open: async () => {},
        button: (name) => box().querySelector(`.${classes[name] ?? name}`),
        all: () => [...box().querySelectorAll("a")].filter((link) => link.style.display !== "none"),
        host: box,
        // It says so by a class, which changes the drawing.
        said: () =>
          [...document.querySelectorAll("[role=status], [role=alert], [aria-live]")]
            .map((place) => place.textContent.trim())
            .join(" ") + box().querySelector(".copy-url").className,
        atRest: () => [...box().querySelectorAll("a")].slice(0, 3),
      };
    },
  });
