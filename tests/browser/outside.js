// The world outside of this machine, as a page sees it: a proxy that writes down who was asked for and
// answers nobody. It is the second witness of the privacy tests, since a page's own list of
// requests leaves out what `preconnect` and its kind open.
import { createServer } from "node:net";

/** Browsers speak to their makers by themselves; a page of ours has no business with any of these. */
const OF_THE_BROWSER =
  /(^|\.)(mozilla\.(org|com|net)|firefox\.com|mozgcp\.net|gvt1\.com|(clients2|accounts)\.google\.com|(update|optimizationguide-pa)\.googleapis\.com|content-autofill\.googleapis\.com)$/;

/** @returns {Promise<{ proxy: string, hosts: string[], close: () => void }>} */
export function openOutside() {
  /** @type {string[]} */
  const hosts = [];
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", (data) => {
      const line = data.toString("latin1").split("\r\n", 1)[0];
      const host =
        /^CONNECT ([^: ]+)/.exec(line)?.[1] ??
        /^\w+ \w+:\/\/([^/: ]+)/.exec(line)?.[1] ??
        "an encrypted connection to somebody";
      if (!OF_THE_BROWSER.test(host)) hosts.push(host);
      socket.end("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    });
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      server.unref();
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      resolve({ proxy: `127.0.0.1:${port}`, hosts, close: () => server.close() });
    });
  });
}
