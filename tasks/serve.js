// A static server on the loopback address: for `npm start`, the browser tests and the measurements.

import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, resolve, sep } from "node:path";
import { Failure } from "./command.js";

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
 * Serves folders under their path prefixes; the longest prefix that fits wins.
 * `handlers` are asked before any folder, in their order: each answers, or gives back `false`.
 */
export async function serve({ port = 0, mounts = {}, handlers = [] }) {
  const prefixes = Object.keys(mounts).sort((a, b) => b.length - a.length);
  const server = createServer(async (request, response) => {
    try {
      for (const handler of handlers) if ((await handler(request, response)) !== false) return;
    } catch (error) {
      return refuse(response, error.code === "ENOENT" ? 404 : 500, error.message);
    }
    const path = pathOf(request);
    if (path === undefined) return refuse(response, 400, "Bad request");
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(response, 405, "Method not allowed");
    const prefix = prefixes.find((prefix) => path.startsWith(prefix));
    const file = prefix && within(mounts[prefix], path.slice(prefix.length));
    const found = file && statSync(file, { throwIfNoEntry: false });
    if (found?.isDirectory()) {
      // Relative links on the page count from the folder only if its address ends in a slash.
      if (!path.endsWith("/")) return response.writeHead(301, { location: `${encodeURI(path)}/` }).end();
      return send(request, response, join(file, "index.html"));
    }
    send(request, response, path.endsWith("/") ? undefined : file);
  });
  await new Promise((listening, failed) => {
    server.once("error", (error) => {
      const taken = new Failure(
        `Port ${port} is taken on 127.0.0.1: choose another, for example PORT=${port + 1} npm start.`,
      );
      failed(error.code === "EADDRINUSE" ? taken : error);
    });
    server.listen(port, "127.0.0.1", listening);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () =>
      new Promise((closed) => {
        server.close(closed);
        server.closeAllConnections();
      }),
  };
}

/** The decoded path of a request, or `undefined` if it makes no sense. */
function pathOf(request) {
  try {
    const path = decodeURIComponent(request.url.split(/[?#]/, 1)[0]);
    return path.startsWith("/") && !path.includes("\0") ? path : undefined;
  } catch {
    return undefined;
  }
}

/** The file for a path below `folder`, or `undefined` where `..` leads out of it. */
function within(folder, path) {
  const top = resolve(folder);
  const file = resolve(top, `.${sep}${path}`);
  return file === top || file.startsWith(top + sep) ? file : undefined;
}

function send(request, response, file) {
  const found = file && statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile()) return refuse(response, 404, "Not found");
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

function refuse(response, status, reason) {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(`${reason}\n`);
}
