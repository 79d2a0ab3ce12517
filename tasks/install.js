// What this checkout needs on the machine: looked for in well under a second, installed if missing.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { Failure, main, onPath, read, root, run } from "./command.js";

/** Where tools are kept that every checkout of this user shares. */
const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "reading-widget");

/**
 * @typedef {object} Requirement
 * @property {string} name
 * @property {() => string[]} missing what of it is missing
 * @property {(missing: string[]) => unknown} [install] installs that
 * @property {(missing: string[]) => string} byHand what to type where we can't
 * @property {boolean} [isOptional] nothing else needs it
 */

const node = {
  name: "Node 20",
  missing: () => (Number(process.versions.node.split(".")[0]) >= 20 ? [] : ["node"]),
  byHand: () =>
    `Node ${process.versions.node} is too old: install Node 20 or newer, https://nodejs.org, and try again.`,
};

const npmStamp = join(root, "node_modules", ".lock-hash");
const npmPackages = {
  name: "npm packages",
  missing: () => (existsSync(npmStamp) && readFileSync(npmStamp, "utf8") === lockHash() ? [] : ["package-lock.json"]),
  install: async () => {
    // No package needs its install script, and none should run one unasked.
    await run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    writeFileSync(npmStamp, lockHash());
  },
  byHand: () =>
    "The npm packages could not be installed: with a connection to the npm registry, type: npm ci --ignore-scripts",
};

const rust = {
  name: "Rust",
  missing: () => (onPath("cargo") && onPath("rustc") ? [] : ["cargo"]),
  byHand: () => "Rust is missing: install the stable toolchain from https://rustup.rs and try again.",
};

const wasmTarget = {
  name: "Rust's target wasm32-unknown-unknown",
  missing: () => {
    const folder = read("rustc", ["--print", "target-libdir", "--target", "wasm32-unknown-unknown"]);
    return folder && existsSync(folder) ? [] : ["wasm32-unknown-unknown"];
  },
  install: () => run("rustup", ["target", "add", "wasm32-unknown-unknown"]),
  byHand: () => "Rust's target for WebAssembly could not be installed: type: rustup target add wasm32-unknown-unknown",
};

const standardLibrary = {
  name: "The sources of Rust's standard library",
  missing: () => {
    const sysroot = read("rustc", ["--print", "sysroot"]);
    return sysroot && existsSync(join(sysroot, "lib", "rustlib", "src", "rust", "library")) ? [] : ["rust-src"];
  },
  install: () => run("rustup", ["component", "add", "rust-src"]),
  byHand: () => "The sources of Rust's standard library could not be installed: type: rustup component add rust-src",
};

/**
 * Debian's packages, each with a file or a program that shows that it is there.
 * @param {string} name
 * @param {Record<string, string>} packages
 * @returns {Requirement}
 */
function debian(name, packages) {
  return {
    name: `${name} (Debian's packages)`,
    missing: () =>
      Object.entries(packages)
        .filter(([, sign]) => !(sign.startsWith("/") ? existsSync(sign) : onPath(sign)))
        .map(([key]) => key),
    install: async (missing) => {
      if (!onPath("apt-get")) throw new Failure("There is no apt-get here.");
      const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
      if (asRoot.length > 0 && read("sudo", ["-n", "true"]) === undefined)
        throw new Failure("Neither root nor sudo without a password.");
      const quiet = process.stdout.isTTY ? [] : ["-q", "-o", "Dpkg::Use-Pty=0"];
      const aptGet = (/** @type {string[]} */ ...args) => {
        const [command = "", ...rest] = [
          ...asRoot,
          "env",
          "DEBIAN_FRONTEND=noninteractive",
          "apt-get",
          ...quiet,
          ...args,
        ];
        return run(command, rest);
      };
      // A stale package list names versions that are gone; one source that fails need not matter.
      await aptGet("update").catch(() => {});
      await aptGet("install", "--yes", "--no-install-recommends", ...missing);
    },
    byHand: (missing) =>
      `${name} could not be installed: type: sudo apt-get update && sudo apt-get install ${missing.join(" ")}` +
      " (or install the same by your system's own means).",
  };
}

const linker = debian("A linker for Rust", { gcc: "cc", "libc6-dev": "/usr/include/stdlib.h" });

const browsers = debian("Browsers and fonts for the tests", {
  chromium: "chromium",
  "chromium-driver": "chromedriver",
  "firefox-esr": "firefox-esr",
  "webkit2gtk-driver": "WebKitWebDriver",
  xvfb: "Xvfb",
  xauth: "xauth",
  "fonts-noto-core": "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf",
  "fonts-noto-cjk": "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
});

const voice = debian("A voice and a sound card that nobody hears", {
  "espeak-ng": "espeak-ng",
  "speech-dispatcher": "speech-dispatcher",
  "speech-dispatcher-espeak-ng": "/usr/lib/speech-dispatcher-modules/sd_espeak-ng",
  pulseaudio: "pulseaudio",
});

/** Firefox's driver, which Debian doesn't package: on PATH, or where we keep it; `undefined` if nowhere. */
export function geckodriverPath() {
  const kept = join(cache, "bin", "geckodriver");
  return onPath("geckodriver") ?? (existsSync(kept) ? kept : undefined);
}

const geckodriver = {
  name: "geckodriver (from crates.io, about two minutes)",
  missing: () => (geckodriverPath() ? [] : ["geckodriver"]),
  install: () => run("cargo", ["install", "geckodriver", "--locked", "--root", cache]),
  byHand: () =>
    "geckodriver could not be installed: with a connection to crates.io, type: cargo install geckodriver --locked",
};

const ublockFolder = join(cache, "ublock");

/** uBlock Origin for Firefox, unpacked; `undefined` where it isn't. */
export function ublockPath() {
  const folder = join(
    ublockFolder,
    "usr/share/mozilla/extensions/{ec8030f7-c20a-464f-9b0e-13a3a9e97384}/uBlock0@raymondhill.net",
  );
  return existsSync(join(folder, "manifest.json")) ? folder : undefined;
}

/** Debian's package, unpacked beside our other tools: installed, it would block in the user's own Firefox. */
const ublock = {
  name: "uBlock Origin (Debian's webext-ublock-origin-firefox, unpacked for the tests alone)",
  missing: () => (ublockPath() ? [] : ["webext-ublock-origin-firefox"]),
  install: async (/** @type {string[]} */ [name]) => {
    mkdirSync(ublockFolder, { recursive: true });
    // apt downloads as a user of its own, who may not write where we may.
    await run("sh", ["-c", `apt-get -q download ${name} && dpkg-deb -x ${name}_*.deb . && rm ${name}_*.deb`], {
      cwd: ublockFolder,
    });
  },
  // One test less: no reason to run none.
  isOptional: true,
  byHand: () =>
    "uBlock Origin could not be had (its test is skipped): on Debian, with a connection to its mirror, type: node tasks/install.js --tests",
};

/** @type {Requirement[]} */
const toBuild = [node, npmPackages, rust, linker, wasmTarget, standardLibrary];

/**
 * Installs what is missing for the build, and for those tests that are to run.
 * @param {{ browsers?: boolean, firefox?: boolean, voices?: boolean }} [tests] `firefox`: its driver too, which
 *   takes minutes to compile; `voices`: for the test of a real voice
 */
export async function install(tests = {}) {
  /** @type {Requirement[]} */
  const wanted = [
    ...toBuild,
    ...(tests.browsers ? [browsers] : []),
    ...(tests.firefox ? [geckodriver, ublock] : []),
    ...(tests.voices ? [voice] : []),
  ];
  const todo = wanted.filter((requirement) => requirement.missing().length > 0);
  for (const [index, requirement] of todo.entries()) {
    const missing = requirement.missing();
    if (missing.length === 0) continue;
    if (!requirement.install) throw new Failure(requirement.byHand(missing));
    const step = `[${index + 1}/${todo.length}] ${requirement.name}`;
    console.log(`${step}: installing ${missing.join(" ")}`);
    const started = Date.now();
    const stop = sayStillAtIt(step, started);
    try {
      await requirement.install(missing);
      if (requirement.missing().length > 0) throw new Failure("Still missing.");
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (!requirement.isOptional) throw new Failure(requirement.byHand(missing));
      console.log(requirement.byHand(missing));
      continue;
    } finally {
      stop();
    }
    console.log(`${step}: done in ${seconds(started)} s`);
  }
}

/**
 * Where no terminal shows the tools' own progress bars, a line now and then.
 * @param {string} step
 * @param {number} started
 */
function sayStillAtIt(step, started) {
  if (process.stdout.isTTY) return () => {};
  const timer = setInterval(() => console.log(`${step}: still at it after ${seconds(started)} s`), 15_000);
  return () => clearInterval(timer);
}

/** @param {number} since */
function seconds(since) {
  return Math.round((Date.now() - since) / 1000);
}

function lockHash() {
  return createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
}

await main(import.meta.url, (args) => {
  const tests = args.includes("--tests");
  return install({ browsers: tests, firefox: tests });
});
