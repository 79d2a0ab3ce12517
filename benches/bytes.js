// How much a reader downloads: of the widget, and of what a publisher ships otherwise.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { dist } from "../tasks/build.js";
import { bytes, ratio } from "./table.js";

/** @returns {Promise<import("./table.js").Table>} */
export async function measureBytes({ chromium, site, peers }) {
  const ours = await filesLoaded(
    chromium,
    site,
    site.widget.page,
    "/reading-widget/",
    () => document.querySelectorAll("reading-widget[ready]").length === 2,
  );
  const theirs = await filesLoaded(
    chromium,
    site,
    site.peers.page,
    "/peers/",
    () => document.querySelector(".shariff-button") !== null,
  );
  const oursBy = ours.map((name) => sizesOf(name, join(dist, name)));
  const widget = sum("the widget in all", oursBy);
  const bundle = sum(
    "shariff 3.3.0 + reading-time + keyword-extractor, one bundle",
    theirs.map((name) => sizesOf(name, join(peers, name))),
  );
  const kinds = ["raw", "gzip", "brotli"];
  return {
    title: "Bytes that a German page loads",
    explanation:
      "Every file that the German demo page asked its server for when Chromium loaded it, by the server's log, without the page's own; " +
      "shariff is its JavaScript alone: its style sheet and icon fonts, which it also needs, aren't counted.",
    head: ["file", "raw", "gzip -9", "brotli 11"],
    rows: [
      ...[...oursBy, widget, bundle].map(({ name, ...sizes }) => [name, ...kinds.map((kind) => bytes(sizes[kind]))]),
      ["ratio", ...kinds.map((kind) => ratio(bundle[kind], widget[kind]))],
    ],
  };
}

/** The files below `prefix` that the page loads until `isReady` in it. */
function filesLoaded(chromium, site, url, prefix, isReady) {
  return chromium.withFreshPage(async (page) => {
    site.takeRequests();
    await page.visit(url);
    const end = Date.now() + 10_000;
    while (!(await page.inPage(isReady))) {
      if (Date.now() > end) throw new Error(`${url} was not ready within 10 s.`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    // Without the build's name in their query.
    const paths = new Set(
      site
        .takeRequests()
        .filter((path) => path.startsWith(prefix))
        .map((path) => path.replace(/\?.*/, "")),
    );
    return [...paths].map((path) => path.slice(prefix.length));
  });
}

function sizesOf(name, file) {
  const content = readFileSync(file);
  const best = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } };
  return {
    name,
    raw: content.length,
    gzip: gzipSync(content, { level: 9 }).length,
    brotli: brotliCompressSync(content, best).length,
  };
}

function sum(name, files) {
  const total = (kind) => files.reduce((all, file) => all + file[kind], 0);
  return { name, raw: total("raw"), gzip: total("gzip"), brotli: total("brotli") };
}
