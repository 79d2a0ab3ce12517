// One build at a time: `npm start` may be rebuilding in one terminal while `npm test` builds in another.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { root } from "../command.js";

const file = join(root, "target", "build.lock");

/**
 * Does `work` when no other process of this checkout is building.
 * @template T
 * @param {() => Promise<T>} work
 */
export async function alone(work) {
  mkdirSync(join(root, "target"), { recursive: true });
  for (let waited = 0; !take(); waited++) {
    if (waited === 0)
      console.log(
        `Process ${holder()} is building in this checkout: waiting for it (if it isn't, delete target/build.lock).`,
      );
    await sleep(200);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take() {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
    if (isRunning(holder())) return false;
    // Left behind by a process that was killed.
    rmSync(file, { force: true });
    return take();
  }
}

function holder() {
  try {
    return Number(readFileSync(file, "utf8"));
  } catch {
    return NaN;
  }
}

/** @param {unknown} error one of Node's */
function codeOf(error) {
  return /** @type {NodeJS.ErrnoException} */ (error).code;
}

/** @param {number} pid */
function isRunning(pid) {
  if (!(pid > 0)) return true; // just being written or just gone: look again
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}
