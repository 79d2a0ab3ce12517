// Pages that embed the widget under other people's conditions, and the servers that they come from:
// the paper's own, a CDN that lets other origins read its files, and one that doesn't.
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { openBrowser } from "../browser/browser.js";
import { openSite } from "../browser/site.js";
import { ofAnotherBuild, renumbered } from "./other-build.js";

const folder = (path) => fileURLToPath(new URL(`../../${path}/`, import.meta.url));

/** The ports that stand in the pages, and whose server each is. */
const PORTS = { 8101: "site", 8102: "cdn", 8103: "nocors" };

/**
 * What can be wrong with an answer, by the name that stands in the address:
 * `/c/wasm404+slow/dist/reading-widget.js`. Each changes the answer for the files that it is about.
 */
const CONDITIONS = {
  octet: [".wasm", { type: "application/octet-stream" }],
  text: [".wasm", { type: "text/plain" }],
  nomime: [".wasm", { type: undefined }],
  jsmime: [".wasm", { type: "text/javascript" }],
  wasmcharset: [".wasm", { type: "application/wasm; charset=utf-8" }],
  wasmspa: [".wasm", { type: "text/html", body: "<!doctype html><title>app</title>" }],
  wasm404: [".wasm", { status: 404, body: "no" }],
  wasm403: [".wasm", { status: 403, type: "text/html", body: "Forbidden" }],
  wasmcut: [".wasm", { change: (body) => body.subarray(0, body.length >> 1) }],
  json404: [".json", { status: 404, body: "no" }],
  json403: [".json", { status: 403, body: "no" }],
  jsonspa: [".json", { type: "text/html", body: "<!doctype html><title>app</title>" }],
  bom: [".json", { change: (body) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), body]) }],
  gzip: ["", { change: (body) => gzipSync(body), headers: { "Content-Encoding": "gzip" } }],
  nosniff: [".js", { headers: { "X-Content-Type-Options": "nosniff" } }],
  immutable: ["", { headers: { "Cache-Control": "public, max-age=31536000, immutable" } }],
  oldwasm: [".wasm", { change: renumbered }],
  wasmzip: [".wasm", { change: (body) => Buffer.concat([body, Buffer.from("\n")]) }],
  jsonempty: [".json", { body: "" }],
  jsonlist: [".json", { body: "[]" }],
  nolanguages: [
    "",
    {
      change: (body, name) => (name.startsWith("languages/") ? Buffer.from("gone") : body),
      status: (name) => (name.startsWith("languages/") ? 404 : 200),
    },
  ],
  late404: ["passage.js", { status: 404, body: "no" }],
  plain404: ["plain.js", { status: 404, body: "no" }],
  slow: [".wasm", { delay: 2500 }],
  slowjs: [".js", { delay: 1200 }],
  slowlate: ["passage.js", { delay: 1500 }],
};

const types = {
  ".js": "text/javascript; charset=utf-8",
  ".wasm": "application/wasm",
  ".json": "application/json",
  ".css": "text/css",
};

/** Answers `/c/CONDITION+CONDITION/dist/FILE`; `false` for any other address. */
async function conditioned(request, response) {
  const { pathname } = new URL(request.url, "http://localhost");
  const [, names, file] = /^\/c\/([^/]+)\/dist\/([\w./-]+)$/.exec(pathname) ?? [];
  if (!names) return false;
  const answer = {
    status: 200,
    type: types[extname(file)],
    body: await readFile(folder("dist") + file),
    headers: { "Cache-Control": "no-cache" },
    delay: 0,
  };
  for (const name of names.split("+")) {
    if (!Object.hasOwn(CONDITIONS, name))
      throw new Error(`There is no condition "${name}": ${Object.keys(CONDITIONS).join(" ")}`);
    const [ending, { change, headers, ...rest }] = CONDITIONS[name];
    if (!file.endsWith(ending)) continue;
    Object.assign(answer, rest, typeof rest.status === "function" && { status: rest.status(file) });
    Object.assign(answer.headers, headers);
    if (change) answer.body = change(answer.body, file);
  }
  await new Promise((resolve) => setTimeout(resolve, answer.delay));
  if (answer.type) response.setHeader("Content-Type", answer.type);
  response.writeHead(answer.status, answer.headers);
  response.end(answer.body);
  return true;
}

/**
 * What optimisers make of the script, at the addresses where they put it; and `/old3/dist/…`, a folder
 * whose wasm is of another build; `/old/FILE+FILE/dist/…`, one where those files are unless they are
 * asked for with the query `?new`.
 */
async function optimised(request, response) {
  const { pathname, search } = new URL(request.url, "http://localhost");
  const send = (body, type) => {
    response.writeHead(200, { "Content-Type": type, "Cache-Control": "no-cache" });
    response.end(body);
    return true;
  };
  const classic = () => readFile(`${folder("dist")}reading-widget.classic.js`, "utf8");
  if (pathname === "/cache/min/all.js")
    return send(`window.first = 1;\n${await classic()};\nwindow.last = 1;`, types[".js"]);
  if (/^\/cache\/min\/(?:rw|reading-widget\.classic)\.js$/.test(pathname)) return send(await classic(), types[".js"]);
  if (/^\/cache\/min\/(?:module|reading-widget)\.js$/.test(pathname))
    return send(await readFile(`${folder("dist")}reading-widget.js`), types[".js"]);
  const [, names, file] =
    /^\/old\/([^/]+)\/dist\/([\w./-]+)$/.exec(pathname) ?? /^\/(old3)\/dist\/([\w./-]+)$/.exec(pathname) ?? [];
  if (!names) return false;
  const body = await readFile(folder("dist") + file);
  const isOld =
    search !== "?new" &&
    (names === "old3" ? file.endsWith(".wasm") : names.split("+").some((name) => file.includes(name)));
  return send(isOld ? ofAnotherBuild(file, body) : body, types[extname(file)]);
}

/**
 * What every file of these tests starts with: one browser and the three servers for all of its tests.
 *
 * @param {Parameters<typeof openBrowser>[0]} [how] the browser's window
 * @returns {{ browser: import("../browser/browser.js").Browser, site: Site, cdn: Site, nocors: Site, page: (name: string) => Promise<string>,
 *   placed: (html: string) => string, visit: (nameOrHtml: string, how?: { path?: string, headers?: Record<string, string> }) => Promise<string> }}
 * @typedef {Awaited<ReturnType<typeof openSite>>} Site
 */
export function hosts(how) {
  const shared = /** @type {ReturnType<typeof hosts>} */ ({
    /** A page of `pages/`, as it stands there but for the servers' ports. */
    async page(name) {
      const html = await readFile(new URL(`pages/${name}.html`, import.meta.url), "utf8");
      const classic = html.includes("%CLASSIC") ? await readFile(`${folder("dist")}reading-widget.classic.js`) : "";
      return shared
        .placed(html)
        .replace("%CLASSIC%", () => classic.toString())
        .replace("%CLASSIC-BASE64%", () => classic.toString("base64"));
    },
    /** Markup with the ports of these servers in the place of those that stand in it. */
    placed(html) {
      return html.replace(/http:\/\/127\.0\.0\.1:(8\d{3})/g, (address, port) =>
        PORTS[port] ? shared[PORTS[port]].origin : address,
      );
    },
    /**
     * Visits a page of `pages/` by its name, or the markup that is given. A first line `<!--H {…} -->` is its headers.
     * @param {string} nameOrHtml
     * @param {{ path?: string, headers?: Record<string, string> }} [how]
     */
    async visit(nameOrHtml, { path, headers = {} } = {}) {
      const html = nameOrHtml.includes("<") ? shared.placed(nameOrHtml) : await shared.page(nameOrHtml);
      const own = /^<!--H (\{.*?\}) -->/.exec(html);
      const all = { ...(own && JSON.parse(own[1])), ...headers };
      const address = shared.site.put(own ? html.slice(own[0].length) : html, { ...(path && { path }), headers: all });
      await shared.browser.visit(address);
      return address;
    },
  });
  before(async () => {
    const serving = { mounts: { "/dist/": folder("dist") }, handlers: [conditioned, optimised] };
    shared.site = await openSite(serving);
    shared.cdn = await openSite(serving);
    shared.nocors = await openSite({ ...serving, cors: false });
    shared.browser = await openBrowser(how);
  });
  after(async () => {
    await shared.browser?.close();
    for (const name of Object.values(PORTS)) await shared[name]?.close();
  });
  return shared;
}
