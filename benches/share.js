// What the share actions cost a reader: bytes before a click and after it, and the wait for the list.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { dist } from "../tasks/build.js";
import { withoutSource } from "../tasks/build/scripts.js";
import { interleaved, medians } from "./samples.js";
import { bytes, milliseconds } from "./table.js";

/** @returns {Promise<import("./table.js").Table>} */
export async function measureShare({ chromium, site, samples, progress }) {
  progress("the list of targets, CPU 6 ×");
  const { open } = await interleaved(samples, { open: () => openList(chromium, site.widget.page) });
  const bare = await withoutSource(
    "reading-widget.ts",
    "share.ts",
    "export class Share { follow() {} stop() {} approach() {} click() {} submit() {} escape() {} }",
  );
  const whole = readFileSync(join(dist, "reading-widget.js"));
  const size = (name) => brotli(readFileSync(join(dist, name)));
  const { opened, drawn } = medians(open);
  return {
    title: "Share actions",
    explanation:
      "Before a click: what js/share.ts and all that only it imports add to reading-widget.js, brotli 11; the table of targets is in the wasm, the style in the style sheet, neither counted here. " +
      `From the click on “Teilen” on the German demo page to the open list, and until it is on the screen: ms, 6 × CPU throttle, median of ${samples} fresh contexts.`,
    head: ["what", "bytes or ms"],
    rows: [
      ["script before a click", `${bytes(brotli(whole) - brotli(bare))} B`],
      ["loaded when the list opens", "0 B"],
      ["loaded when a passage is selected", `${bytes(size("reading-widget.passage.js"))} B`],
      ["loaded when a QR code is asked for", `${bytes(size("reading-widget.qr.js"))} B`],
      ["click to open list, 6 × CPU throttle", `${milliseconds(opened)} ms`],
      ["click to list on the screen, 6 × CPU throttle", `${milliseconds(drawn)} ms`],
    ],
  };
}

function openList(chromium, url) {
  return chromium.withFreshPage(async (page) => {
    await page.visit(url);
    await page.inPage(async () => {
      while (document.querySelectorAll("reading-widget[ready]").length < 2)
        await new Promise((resolve) => setTimeout(resolve, 20));
    });
    await page.slowDown(6);
    return page.inPage(async () => {
      const root = [...document.querySelectorAll("reading-widget")]
        .map((widget) => widget.shadowRoot)
        .find((root) => root.querySelector("[data-open]"));
      const button = root.querySelector("[data-open]");
      button.scrollIntoView({ block: "center", behavior: "instant" });
      // What scrolling and the page's start have left to do is no part of it.
      await new Promise((resolve) => setTimeout(resolve, 500));
      const start = performance.now();
      button.click();
      const opened = performance.now() - start;
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      const drawn = performance.now() - start;
      if (root.querySelector("#panel").hidden) throw new Error("The list is not open.");
      return { opened, drawn };
    });
  });
}

function brotli(content) {
  const best = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } };
  return brotliCompressSync(content, best).length;
}
