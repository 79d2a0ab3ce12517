// From the script's start to the rendered widget, and the longest task on the way, beside the peers.

import { interleaved, medians } from "./samples.js";
import { milliseconds, ratio } from "./table.js";

const slower = [1, 6];

/** @returns {Promise<import("./table.js").Table>} */
export async function measurePage({ chromium, site, samples, progress }) {
  const rows = [];
  for (const times of slower) {
    progress(`German demo page, CPU ${times} ×`);
    const subjects = {
      widget: () => sample(chromium, site.widget.page, times),
      peers: () => sample(chromium, site.peers.page, times),
    };
    const { widget, peers } = await interleaved(samples, subjects);
    const [ours, theirs] = [medians(widget), medians(peers)];
    for (const [what, key] of [
      ["rendered", "rendered"],
      ["longest task", "longest"],
    ]) {
      rows.push([
        `${what}, ${times === 1 ? "unthrottled" : `${times} × CPU throttle`}`,
        milliseconds(ours[key]),
        milliseconds(theirs[key]),
        ratio(theirs[key], ours[key]),
      ]);
    }
  }
  return {
    title: "From script to widget",
    explanation:
      "On the German demo page, drawn before its script arrives, from the moment the script begins to run until both elements have `ready` (the peers: until shariff's buttons " +
      `are in the page), and the longest task of the page's main thread from there until the next frame is drawn; ms, median of ${samples} fresh contexts each.`,
    head: ["ms", "widget", "shariff + reading-time + keyword-extractor", "ratio"],
    rows,
  };
}

function sample(chromium, url, times) {
  return chromium.withFreshPage(async (page) => {
    await page.slowDown(times);
    await page.runFirst(watchForWidget);
    const { events } = await page.trace(["toplevel", "devtools.timeline", "blink.user_timing"], async () => {
      await page.visit(url);
      await page.inPage(untilDrawn);
    });
    return timesOf(events);
  });
}

/** Runs in the page before its scripts: marks when the widget, or the peers, are there and when that has been drawn. */
function watchForWidget() {
  let ready = 0;
  window.drawn = new Promise((/** @type {(value?: unknown) => void} */ resolve) => {
    const rendered = () => {
      performance.mark("bench-rendered");
      requestAnimationFrame(() =>
        setTimeout(() => {
          performance.mark("bench-drawn");
          resolve();
        }),
      );
    };
    addEventListener("reading-ready", () => ++ready === 2 && rendered());
    addEventListener("peers-ready", rendered);
  });
}

/** Runs in the page. */
function untilDrawn() {
  const late = new Promise((_, reject) =>
    setTimeout(() => reject(new Error("nothing was rendered within 20 s")), 20_000),
  );
  return Promise.race([window.drawn, late]);
}

/** From a trace, in ms: how long it took to render, and the longest task meanwhile. */
function timesOf(events) {
  const marked = (wanted) => events.find(({ cat, name }) => name === wanted && cat.includes("blink.user_timing"));
  const rendered = marked("bench-rendered");
  const drawn = marked("bench-drawn");
  // Fresh processes have the page's main thread for themselves, and the page one module script.
  const onMainThread = events.filter(({ ph, pid, tid }) => ph === "X" && pid === rendered.pid && tid === rendered.tid);
  const started = Math.min(...onMainThread.filter(({ name }) => name === "v8.evaluateModule").map(({ ts }) => ts));
  const tasks = onMainThread.filter(
    ({ name, ts, dur }) => name === "ThreadControllerImpl::RunTask" && ts + dur >= started && ts <= drawn.ts,
  );
  return { rendered: (rendered.ts - started) / 1000, longest: Math.max(...tasks.map(({ dur }) => dur)) / 1000 };
}
