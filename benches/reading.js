// Finding and reading the article on the largest real pages: what the main thread is kept from meanwhile.

import { openStored, storedPages } from "./stored.js";
import { dist } from "../tasks/build.js";
import { unpacked } from "./data.js";
import { interleaved, medians } from "./samples.js";
import { bytes, milliseconds } from "./table.js";

const count = 10;
const slower = 6;

/** @returns {Promise<import("./table.js").Table | undefined>} nothing where the pages are missing */
export async function measureReading({ chromium, peers, samples, progress }) {
  const folder = await unpacked("pages");
  if (!folder) return undefined;
  const largest = storedPages(folder)
    .sort((a, b) => b.bytes.length - a.bytes.length)
    .slice(0, count);
  const rows = [];
  for (const [number, page] of largest.entries()) {
    progress(`reading large page ${number + 1} of ${count}, CPU ${slower} ×`);
    const { widget, readability } = await interleaved(Math.min(samples, 5), {
      widget: () => sample(chromium, page, [dist], byWidget),
      readability: () => sample(chromium, page, [peers], byReadability),
    });
    const [ours, theirs] = [medians(widget), medians(readability)];
    if (!ours.found) progress(`no article: ${page.file}`);
    rows.push([
      bytes(page.bytes.length),
      bytes(ours.nodes),
      milliseconds(ours.time),
      task(ours.longest),
      milliseconds(theirs.time),
      task(theirs.longest),
    ]);
  }
  return {
    title: `Reading the ${count} largest of the real pages`,
    explanation:
      `At ${slower} × CPU throttle, from the script's insertion into the settled page (its own scripts off) until the widget is ready, loading, topics and drawing included, ` +
      `and the longest task of the main thread meanwhile; beside it Readability 0.6 on \`document.cloneNode(true)\`, loaded already; ms, median of ${Math.min(samples, 5)}. ` +
      "Browsers tell only of tasks of 50 ms and more.",
    head: ["page, bytes", "nodes", "widget, ready", "longest task", "Readability", "longest task"],
    rows,
  };
}

function task(longest) {
  return longest === 0 ? "< 50" : milliseconds(longest);
}

function sample(chromium, page, folders, act) {
  return chromium.withFreshPage(async (tab) => {
    const ours = await openStored(tab, page, folders);
    const nodes = await tab.inPage(settle);
    await tab.slowDown(slower);
    return { nodes, ...(await tab.inPage(act, ours)) };
  });
}

/** Runs in the page: waits until it is drawn; gives its nodes. */
async function settle() {
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 300)));
  window.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
  }).observe({ type: "longtask" });
  const walker = document.createTreeWalker(document);
  let nodes = 1;
  while (walker.nextNode()) nodes++;
  return nodes;
}

/** Runs in the page. */
async function byWidget(folder) {
  const started = performance.now();
  const { defineReadingWidget } = await import(`${folder}index.js`);
  defineReadingWidget();
  const widget = document.createElement("reading-widget");
  document.documentElement.append(widget);
  // A page without an article has been looked at as well.
  const found = await widget.ready.catch(() => {});
  const time = performance.now() - started;
  await new Promise((resolve) => setTimeout(resolve, 300));
  return { found: found ? 1 : 0, time, longest: window.longest };
}

/** Runs in the page. */
async function byReadability(folder) {
  const { Readability } = await import(`${folder}readability.js`);
  await new Promise((resolve) => setTimeout(resolve, 100));
  window.longest = 0;
  const started = performance.now();
  const found = new Readability(document.cloneNode(true)).parse();
  const time = performance.now() - started;
  await new Promise((resolve) => setTimeout(resolve, 300));
  return { found: found ? 1 : 0, time, longest: window.longest };
}
