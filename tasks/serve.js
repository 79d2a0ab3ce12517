// A static server on the loopback address: for `npm start`, the browser tests and the measurements.

import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { Failure } from "./command.js";

/** @type {Record<string, string>} */
const types = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".xml": "application/xml; charset=utf-8",
};

/**
 * @typedef {import("node:http").IncomingMessage} Request
 * @typedef {import("node:http").ServerResponse} Response
 * @typedef {(request: Request, response: Response) => unknown} Handler
 */

/**
 * Serves folders under their path prefixes; the longest prefix that fits wins.
 * `handlers` are asked before any folder, in their order: each answers, or gives back `false`.
 * @param {{ port?: number, mounts?: Record<string, string>, handlers?: Handler[] }} how
 */
export async function serve({ port = 0, mounts = {}, handlers = [] }) {
  const prefixes = Object.keys(mounts).sort((a, b) => b.length - a.length);
  const server = createServer(async (request, response) => {
    try {
      for (const handler of handlers) if ((await handler(request, response)) !== false) return;
    } catch (error) {
      const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
      return refuse(response, code === "ENOENT" ? 404 : 500, message);
    }
    const path = pathOf(request);
    if (path === undefined) return refuse(response, 400, "Bad request");
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(response, 405, "Method not allowed");
    const prefix = prefixes.find((prefix) => path.startsWith(prefix));
    const folder = prefix && mounts[prefix];
    const file = folder ? within(folder, path.slice(prefix.length)) : undefined;
    const found = file ? statSync(file, { throwIfNoEntry: false }) : undefined;
    if (file && found?.isDirectory()) {
      // Relative links on the page count from the folder only if its address ends in a slash.
      if (!path.endsWith("/")) return response.writeHead(301, { location: `${encodeURI(path)}/` }).end();
      return send(request, response, join(file, "index.html"));
    }
    send(request, response, path.endsWith("/") ? undefined : file);
  });
  await new Promise((/** @type {(value?: unknown) => void} */ listening, failed) => {
    server.once("error", (/** @type {NodeJS.ErrnoException} */ error) => {
      const taken = new Failure(
        `Port ${port} is taken on 127.0.0.1: choose another, for example PORT=${port + 1} npm start.`,
      );
      failed(error.code === "EADDRINUSE" ? taken : error);
    });
    server.listen(port, "127.0.0.1", listening);
  });
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((closed) => {
        server.close(closed);
        server.closeAllConnections();
      }),
  };
}

/**
 * The decoded path of a request, or `undefined` if it makes no sense.
 * @param {Request} request
 */
function pathOf(request) {
  try {
    const path = decodeURIComponent((request.url ?? "").replace(/[?#].*/s, ""));
    return path.startsWith("/") && !path.includes("\0") ? path : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The file for a path below `folder`, or `undefined` where `..` leads out of it.
 * @param {string} folder
 * @param {string} path
 */
function within(folder, path) {
  const top = resolve(folder);
  const file = resolve(top, `.${sep}${path}`);
  return file === top || file.startsWith(top + sep) ? file : undefined;
}

/**
 * @param {Request} request
 * @param {Response} response
 * @param {string | undefined} file
 */
function send(request, response, file) {
  const found = file ? statSync(file, { throwIfNoEntry: false }) : undefined;
  if (!file || !found?.isFile()) return refuse(response, 404, "Not found");
  response.writeHead(200, {
    "content-type": types[extname(file).toLowerCase()] ?? "application/octet-stream",
    "content-length": found.size,
    // A rebuilt file is seen at the next load.
    "cache-control": "no-cache",
  });
  if (request.method === "HEAD") return response.end();
  const stream = createReadStream(file);
  stream.on("error", () => response.destroy());
  stream.pipe(response);
}

/**
 * @param {Response} response
 * @param {number} status
 * @param {string} reason
 */
function refuse(response, status, reason) {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(`${reason}\n`);
}
