// How each engine is started. A session gets a driver from here and knows nothing else about it.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { once } from "node:events";
import { Capabilities, WebDriver } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";
import firefox from "selenium-webdriver/firefox.js";
import { DriverService } from "selenium-webdriver/remote/index.js";
import { HttpClient, Executor } from "selenium-webdriver/http/index.js";
import { findFreePort } from "selenium-webdriver/net/portprober.js";

/** @typedef {{ driver: WebDriver, service: DriverService, screen?: import("node:child_process").ChildProcess }} Starting */
/** @typedef {{ driver: WebDriver, stop: () => Promise<void> }} Started */

// Now and then a browser on a busy machine does not come up; the next one does.
const START_LIMIT = 30_000;
const STOP_LIMIT = 5_000;

/**
 * The path that the environment names, else what PATH has under this name, else one of the usual places.
 * @param {string} name
 * @param {{ given?: string, elsewhere?: string[] }} [how]
 */
function executable(name, { given, elsewhere = [] } = {}) {
  const onPath = (process.env.PATH ?? "").split(":").map((folder) => join(folder, name));
  const found = [given, ...onPath, ...elsewhere].find((path) => path && existsSync(path));
  if (!found)
    throw new Error(`The browser tests need ${name}, which is not on this machine: install it, or put it on the PATH.`);
  return found;
}

/** @param {{ proxy: string, voices: boolean }} outside everything that is not on loopback goes to this proxy; `voices`: with the system's */
async function chromium({ proxy, voices }) {
  const options = new chrome.Options();
  options.setChromeBinaryPath(executable("chromium", { given: process.env.CHROMIUM }));
  options.addArguments(
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    `--proxy-server=${proxy}`,
    ...(voices ? ["--enable-speech-dispatcher"] : []),
  );
  const service = new chrome.ServiceBuilder(executable("chromedriver", { given: process.env.CHROMEDRIVER })).build();
  return { driver: chrome.Driver.createSession(options, service), service };
}

async function gecko({ proxy }) {
  const [host, port] = proxy.split(":");
  const options = new firefox.Options();
  options.setBinary(executable("firefox-esr", { given: process.env.FIREFOX, elsewhere: ["/usr/bin/firefox"] }));
  options.addArguments("-headless");
  const preferences = {
    "network.proxy.type": 1,
    "network.proxy.http": host,
    "network.proxy.http_port": Number(port),
    "network.proxy.ssl": host,
    "network.proxy.ssl_port": Number(port),
    "network.captive-portal-service.enabled": false,
    "network.connectivity-service.enabled": false,
    // A link to an app the machine does not have (mailto:, threema:) must not open a dialog.
    "network.protocol-handler.external-default": false,
  };
  for (const [name, value] of Object.entries(preferences)) options.setPreference(name, value);
  const built = join(homedir(), ".cache/reading-widget/bin/geckodriver");
  const path = executable("geckodriver", { given: process.env.GECKODRIVER, elsewhere: [built] });
  const service = new firefox.ServiceBuilder(path).addArguments("--allow-system-access").build();
  return { driver: firefox.Driver.createSession(options, service), service };
}

/** WebKit has no headless mode: it gets a screen of its own. */
async function webkit({ proxy }) {
  const screen = spawn(executable("Xvfb"), ["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  process.once("exit", () => screen.kill());
  const [display] = await once(screen.stdout, "data");
  const port = await findFreePort("127.0.0.1");
  const service = new DriverService(executable("WebKitWebDriver"), {
    loopback: true,
    port,
    args: [`--port=${port}`],
    env: {
      ...process.env,
      DISPLAY: `:${String(display).trim()}`,
      LIBGL_ALWAYS_SOFTWARE: "1",
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
    },
  });
  const executor = new Executor(service.start().then((url) => new HttpClient(url)));
  const capabilities = new Capabilities({
    "webkitgtk:browserOptions": { binary: miniBrowser(), args: ["--automation"] },
    proxy: { proxyType: "manual", httpProxy: proxy, sslProxy: proxy, noProxy: ["127.0.0.1", "localhost"] },
  });
  return { driver: WebDriver.createSession(executor, capabilities), service, screen };
}

/** Debian keeps it beside the library, not on the PATH. */
function miniBrowser() {
  const folders = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/libexec", "/usr/lib"];
  return executable("MiniBrowser", {
    given: process.env.MINIBROWSER,
    elsewhere: folders.map((folder) => `${folder}/webkit2gtk-4.1/MiniBrowser`),
  });
}

const engines = { chromium, firefox: gecko, webkit };

/** The engine that this run is about: `ENGINE=firefox node --test tests/browser/`. */
export const engine = process.env.ENGINE ?? "chromium";

/** @returns {Promise<Started>} */
export async function startEngine(outside) {
  const start = engines[engine];
  if (!start) throw new Error(`ENGINE=${engine} is not one of ${Object.keys(engines).join(", ")}.`);
  for (let attempt = 1; ; attempt++) {
    /** @type {Starting} */
    const { driver, service, screen } = await start(outside);
    const stop = async () => {
      await within(STOP_LIMIT, driver.quit()).catch(() => {});
      await service.kill();
      screen?.kill();
    };
    try {
      await within(START_LIMIT, driver.getSession());
      return { driver, stop };
    } catch (error) {
      await stop();
      if (attempt === 3) throw new Error(`${engine} did not start: ${error.message}`);
    }
  }
}

function within(milliseconds, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${milliseconds / 1000} s`)), milliseconds);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

// A run that is cut off leaves no browser behind: what was started here is ended on exit.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
