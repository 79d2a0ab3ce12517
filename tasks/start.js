// Shows the demo, and keeps dist/ up to date while somebody works on the sources.

import { watch } from "node:fs";
import { join } from "node:path";
import { build, dist } from "./build.js";
import { Failure, main, root } from "./command.js";
import { install } from "./install.js";
import { serve } from "./serve.js";

// www/ isn't among them: nothing is built from it, its files are served as they are.
const folders = ["src", "js", "languages", "xtask"];
const files = ["Cargo.toml", "Cargo.lock", "tsconfig.json"];

/** Editors write a file in several steps, and a checkout changes many at once. */
const quietMilliseconds = 150;

async function start() {
  const port = portWanted();
  await install();
  await build();
  const { url } = await serve({ port, mounts: { "/": join(root, "www"), "/reading-widget/": dist } });
  console.log(`The demo: ${url}`);
  rebuildOnChange();
}

function portWanted() {
  const wanted = process.env.PORT || "8000";
  const port = Number(wanted);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Failure(`PORT is "${wanted}": it must be a number from 0 to 65535.`);
  return port;
}

function rebuildOnChange() {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  let building = false;
  let changedMeanwhile = false;

  const rebuild = async () => {
    if (building) {
      changedMeanwhile = true;
      return;
    }
    building = true;
    try {
      const started = Date.now();
      await build();
      console.log(`Rebuilt in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
    } catch (error) {
      console.error(error instanceof Failure ? error.message : error);
      console.error("The last good build is still being served.");
    }
    building = false;
    if (changedMeanwhile) {
      changedMeanwhile = false;
      await rebuild();
    }
  };

  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(rebuild, quietMilliseconds);
  };
  for (const folder of folders) watch(join(root, folder), { recursive: true }, changed);
  // The folder is watched for them: an editor that replaces a file leaves its watcher behind.
  watch(root, (_, name) => files.includes(name ?? "") && changed());
}

await main(import.meta.url, start);
