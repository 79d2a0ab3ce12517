// What a publisher ships otherwise: three packages in one bundle.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, run } from "../../tasks/command.js";

const benches = join(root, "benches");

/** Installs the packages of benches/package.json unless they are there. */
export async function installPeers() {
  const stamp = join(benches, "node_modules", ".lock-hash");
  const hash = createHash("sha256")
    .update(readFileSync(join(benches, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;
  console.log("Installing what is measured beside the widget");
  await run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: benches,
    failure:
      "The packages to measure against could not be installed: with a connection to the npm registry, type: npm ci --prefix benches --ignore-scripts",
  });
  writeFileSync(stamp, hash);
}

/** Bundles what stands beside this file, minified, and gives the folder of the bundles. */
export async function bundlePeers() {
  const folder = join(root, "target", "bench", "peers");
  const { build } = await import("esbuild");
  await build({
    entryPoints: ["page.js", "analysis.js", "readability.js"].map((name) => join(benches, "peers", name)),
    outdir: folder,
    bundle: true,
    minify: true,
    format: "esm",
    legalComments: "none",
    logLevel: "error",
  });
  return folder;
}
