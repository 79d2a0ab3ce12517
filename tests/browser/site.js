// The site that the tests visit: the demo, the built files and pages of one test, on loopback.
// Every page gets witness.js as its first script, and every request is written down.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { serve } from "../../tasks/serve.js";

const folder = (path) => fileURLToPath(new URL(`../../${path}/`, import.meta.url));
const WITNESS = "/witness.js";

/** The one line that a publisher pastes. */
export const TAG = '<script type="module" src="/reading-widget/reading-widget.js"></script>';
export const CLASSIC_TAG = '<script async src="/reading-widget/reading-widget.classic.js"></script>';

/** A small page with an article of `words` German words, for what is not about the text. */
export function page({
  lang = "de",
  title = "Die Brücke ist wieder offen",
  head = "",
  tag = TAG,
  before = "",
  after = "",
  body = "<p>Die Stadt freut sich über den Verkehr auf der neuen Brücke, denn der Verkehr hatte drei Jahre lang einen Umweg von sieben Kilometern genommen.</p>\n<p>Die Schulen hoffen auf pünktliche Busse, und die Bildung steht nicht mehr im Stau.</p>".repeat(
    6,
  ),
} = {}) {
  return `<!doctype html>
<html${lang === null ? "" : ` lang="${lang}"`}>
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>${head}${tag}</head>
<body>${before}<main><article><h1>${title}</h1>${body}</article></main>${after}</body>
</html>`;
}

/** @typedef {{ method: string, path: string, cookie?: string }} Request */

/**
 * @param {{ cors?: boolean, mounts?: Record<string, string>, handlers?: import("../../tasks/serve.js").Handler[] }} [how] `cors`: whether other origins
 *   may read what it serves; `handlers` are asked before anything of the site's own
 */
export async function openSite({ cors = true, mounts = {}, handlers = [] } = {}) {
  /** @type {Map<string, { body: string | Buffer, headers: Record<string, string>, witnessNonce?: string }>} */
  const pages = new Map();
  /** @type {Request[]} */
  const requests = [];
  /** Addresses that answer "not found", whatever lies there. */
  const missing = new Set();

  function note(request, response) {
    requests.push({ method: request.method, path: request.url, cookie: request.headers.cookie });
    // The other origin of the tests is another of these servers.
    if (cors) response.setHeader("Access-Control-Allow-Origin", "*");
    return false;
  }

  /** Answers what is the tests' own; `false` leaves the request to the files. */
  async function answer(request, response) {
    const { pathname } = new URL(request.url, "http://localhost");
    if (pathname === "/favicon.ico") return send(response, 204, "");
    if ([...missing].some((end) => pathname.endsWith(end))) return send(response, 404, "not found");
    if (pathname === WITNESS)
      return send(response, 200, await readFile(new URL("witness.js", import.meta.url)), {
        "Content-Type": "text/javascript",
      });
    const own = pages.get(pathname);
    if (own)
      return send(response, 200, own.headers["Content-Type"] ? own.body : withWitness(own.body, own.witnessNonce), {
        "Content-Type": "text/html; charset=utf-8",
        ...own.headers,
      });
    const file = htmlFile(pathname);
    if (file)
      return send(response, 200, withWitness(await readFile(file, "utf8")), {
        "Content-Type": "text/html; charset=utf-8",
      });
    return false;
  }

  const { url, close } = await serve({
    mounts: {
      "/": folder("www"),
      "/reading-widget/": folder("dist"),
      "/deep/er/folder/": folder("dist"),
      "/pages/": folder("tests/pages"),
      ...mounts,
    },
    handlers: [note, ...handlers, answer],
  });
  const origin = url.replace(/\/$/, "");

  return {
    origin,
    missing,
    /**
     * Puts up a page, or a file if the headers name another type, and gives its address.
     * @param {string | Buffer} body
     * @param {{ path?: string, headers?: Record<string, string>, witnessNonce?: string }} [how]
     */
    put(body, { path = `/test-${pages.size + 1}`, headers = {}, witnessNonce } = {}) {
      pages.set(path, { body, headers, witnessNonce });
      return origin + path;
    },
    /** What was asked for since the last look, in order; the witness itself is left out. */
    takeRequests() {
      return requests.splice(0).filter(({ path }) => path !== WITNESS && path !== "/favicon.ico");
    },
    close,
  };
}

function send(response, status, body, headers = {}) {
  response.writeHead(status, { "Cache-Control": "no-store", ...headers });
  response.end(body);
  return true;
}

function htmlFile(pathname) {
  if (pathname.startsWith("/pages/") && pathname.endsWith(".html"))
    return new URL(`../..${pathname.replace("/pages/", "/tests/pages/")}`, import.meta.url);
  const path = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
  return path.endsWith(".html") && !path.startsWith("/reading-widget/")
    ? new URL(`../../www${path}`, import.meta.url)
    : null;
}

/** Before anything else that runs, but after what must come first in a document. */
function withWitness(html, nonce) {
  const script = `<script ${nonce ? `nonce="${nonce}" ` : ""}src="${WITNESS}"></script>`;
  const place = /<head\b[^>]*>/i.exec(html) ?? /<html\b[^>]*>/i.exec(html) ?? /<!doctype[^>]*>/i.exec(html);
  const end = place ? place.index + place[0].length : 0;
  return html.slice(0, end) + script + html.slice(end);
}
