// The demo, the widget and the peers on loopback; what is asked for is written down.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { dist } from "../tasks/build.js";
import { root } from "../tasks/command.js";
import { serve } from "../tasks/serve.js";

const widgetTag = '<script type="module" src="/reading-widget/reading-widget.js"></script>';
const peersTag = '<script type="module" src="/peers/page.js"></script>';
const demo = "/de/russland-staatsbesuch.html";

/** How long the server takes for a page's script, in ms: the page's own first layout, which loads its fonts, is over by then. */
const delay = 1000;
const scripts = ["/reading-widget/reading-widget.js", "/peers/page.js"];

/** `peers` is the folder of their bundles. */
export async function openSite(peers) {
  const requests = [];
  const html = await readFile(join(root, "www", demo), "utf8");
  if (!html.includes(widgetTag))
    throw new Error(`www${demo} holds no ${widgetTag}: the peers can't be put in its place.`);
  const pages = new Map([
    ["/de/peers.html", html.replace(widgetTag, peersTag)],
    ["/empty.html", "<!doctype html><html lang=de><title>Empty</title>"],
  ]);

  async function answer(request, response) {
    requests.push(request.url);
    // An isolated page has a clock of 5 µs; another's is rounded to 100.
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
    if (scripts.includes(request.url)) await new Promise((resolve) => setTimeout(resolve, delay));
    const page = pages.get(request.url);
    if (page === undefined) return false;
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page);
  }

  const { url, close } = await serve({
    mounts: { "/": join(root, "www"), "/reading-widget/": dist, "/peers/": peers },
    handlers: [answer],
  });
  const address = (path) => new URL(path, url).href;
  return {
    widget: { page: address(demo), index: address("/reading-widget/index.js") },
    peers: { page: address("/de/peers.html"), index: address("/peers/analysis.js") },
    empty: address("/empty.html"),
    /** The paths asked for since the last look, in order. */
    takeRequests: () => requests.splice(0),
    close,
  };
}
