// From the script's arrival to the rendered widget, and the longest task on the way, beside the peers.

import { interleaved, medians } from "./samples.js";
import { milliseconds, ratio } from "./table.js";

const slower = [1, 6];

/** @returns {Promise<import("./table.js").Table>} */
export async function measurePage({ chromium, site, samples, progress }) {
  const rows = [];
  for (const times of slower) {
    progress(`German demo page, CPU ${times} ×`);
    const subjects = {
      widget: () => sample(chromium, site.widget, times),
      peers: () => sample(chromium, site.peers, times),
    };
    const { widget, peers } = await interleaved(samples, subjects);
    const [ours, theirs] = [medians(widget), medians(peers)];
    for (const [what, key] of [["rendered", "rendered"], ["longest task", "longest"]]) {
      rows.push([`${what}, ${times === 1 ? "unthrottled" : `${times} × CPU throttle`}`,
        milliseconds(ours[key]), milliseconds(theirs[key]), ratio(theirs[key], ours[key])]);
    }
  }
  return {
    title: "From script to widget",
    explanation:
      "On the German demo page, from the arrival of the script's last byte until both elements have `ready` (the peers: until shariff's buttons " +
      `are in the page), and the longest task of the page's main thread from there until the next frame is drawn; ms, median of ${samples} fresh contexts each.`,
    head: ["ms", "widget", "shariff + reading-time + keyword-extractor", "ratio"],
    rows,
  };
}

function sample(chromium, { page: url, script }, times) {
  return chromium.withFreshPage(async (page) => {
    await page.slowDown(times);
    await page.runFirst(watchForWidget);
    const { value, events } = await page.trace(["toplevel", "blink.user_timing"], async () => {
      await page.visit(url);
      return page.inPage(markedTimes, script);
    });
    return { rendered: value.rendered - value.arrived, longest: longestTask(events, value) };
  });
}

/** Runs in the page before its scripts: marks when the widget, or the peers, are there and when that has been drawn. */
function watchForWidget() {
  let ready = 0;
  window.drawn = new Promise((resolve) => {
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
async function markedTimes(script) {
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error("nothing was rendered within 20 s")), 20_000));
  await Promise.race([window.drawn, late]);
  const time = (name) => performance.getEntriesByName(name)[0].startTime;
  return { arrived: performance.getEntriesByName(script)[0].responseEnd, rendered: time("bench-rendered"), drawn: time("bench-drawn") };
}

/** The longest task, in ms, of the thread that set the marks, of those that end between arrival and drawing. */
function longestTask(events, { arrived, rendered, drawn }) {
  const mark = events.find(({ cat, name }) => cat.includes("blink.user_timing") && name === "bench-rendered");
  const onTrace = (time) => mark.ts + (time - rendered) * 1000;
  const ends = ({ ts, dur }) => ts + dur;
  const tasks = events.filter((event) =>
    event.pid === mark.pid && event.tid === mark.tid && event.ph === "X" && event.name === "ThreadControllerImpl::RunTask" &&
    ends(event) >= onTrace(arrived) && event.ts <= onTrace(drawn));
  return Math.max(...tasks.map(({ dur }) => dur)) / 1000;
}
