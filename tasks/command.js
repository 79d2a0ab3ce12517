// Running the tools that do the work, and saying what went wrong in one sentence.

import { spawn, spawnSync } from "node:child_process";
import { accessSync, constants, realpathSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout's folder. */
export const root = fileURLToPath(new URL("..", import.meta.url));

/** What a person can act on: its message is printed without a stack. */
export class Failure extends Error {}

/**
 * Runs a tool in the checkout with its output on ours; fails with `failure` if the tool does.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, failure?: string }} [how]
 */
export async function run(command, args, { env = {}, cwd = root, failure } = {}) {
  const code = await new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.on("error", (error) => reject(new Failure(`${command} could not be started: ${error.message}.`)));
    child.on("close", resolve);
  });
  if (code !== 0) throw new Failure(failure ?? `${command} ${args.join(" ")} failed.`);
}

/**
 * What a tool prints, or `undefined` if it can't be started or fails.
 * @param {string} command
 * @param {string[]} args
 * @param {{ stderr?: "ignore" | "inherit" }} [how]
 */
export function read(command, args, { stderr = "ignore" } = {}) {
  const { status, stdout } = spawnSync(command, args, {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", stderr],
  });
  return status === 0 ? stdout.trim() : undefined;
}

/**
 * The full name of a program on PATH, if it is there.
 * @param {string} name
 */
export function onPath(name) {
  return (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return statSync(file).isFile();
      } catch {
        return false;
      }
    });
}

/**
 * Runs `task` if `module` is the script that Node was started with.
 * @param {string} module its `import.meta.url`
 * @param {(args: string[]) => unknown} task
 */
export async function main(module, task) {
  if (process.argv[1] === undefined || realpathSync(process.argv[1]) !== fileURLToPath(module)) return;
  try {
    await task(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error);
    process.exitCode = 1;
  }
}
