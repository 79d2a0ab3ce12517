// The package as npm would publish it, and projects that install it.

import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../../tasks/command.js";

const execute = promisify(execFile);

/** Runs a command in `cwd`; rejects with what it printed if it fails. */
export async function execIn(cwd, command, args, env = {}) {
  try {
    const { stdout } = await execute(command, args, { cwd, env: { ...process.env, ...env }, maxBuffer: 1 << 26 });
    return stdout;
  } catch (error) {
    throw new Error(`${command} ${args.join(" ")} failed:\n${error.stdout ?? ""}${error.stderr ?? error.message}`);
  }
}

/** An empty folder that goes away with `dispose`. */
export function temporaryFolder() {
  const path = realpathSync(mkdtempSync(join(tmpdir(), "reading-widget-")));
  return { path, dispose: () => rmSync(path, { recursive: true, force: true }) };
}

/** Packs dist/ as it is: `{ file, files: [{ path, size, mode }] }`. */
export async function pack(folder) {
  // The build has run already; npm would run it once more.
  const answer = await execIn(root, "npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", folder]);
  const [{ filename, files }] = JSON.parse(answer);
  return { file: join(folder, filename), files };
}

/** A project in a temporary folder, made from `template`, with the packed package installed. */
export async function projectWithPackage(template) {
  const { path, dispose } = temporaryFolder();
  try {
    const project = join(path, "project");
    cpSync(template, project, { recursive: true });
    const { file } = await pack(path);
    const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"];
    await execIn(project, "npm", ["ci", ...quiet]);
    await execIn(project, "npm", ["install", "--no-save", ...quiet, file]);
    return { project, dispose };
  } catch (error) {
    dispose();
    throw error;
  }
}
