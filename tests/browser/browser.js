// One browser session, with what the tests do in it: visit, run a function in the page, press, click.
import { writeFile } from "node:fs/promises";
import { Key, Origin } from "selenium-webdriver";
import { engine, startEngine } from "./engines.js";
import { openOutside } from "./outside.js";

export { engine };

const PAGE_TIMEOUT = 20_000;

/** The values of Firefox's preference for it. */
const FIREFOX_SCHEMES = { dark: 0, light: 1 };

/** @param {{ width?: number, height?: number, voices?: boolean }} [how] size of the window; `voices`: with the system's */
export async function openBrowser({ width = 1000, height = 900, voices = false } = {}) {
  const outside = await openOutside();
  const { driver, stop } = await startEngine({ ...outside, voices });
  await driver.manage().setTimeouts({ script: PAGE_TIMEOUT, pageLoad: PAGE_TIMEOUT });
  const browser = new Browser(driver, stop, outside);
  await browser.resize(width, height);
  return browser;
}

export class Browser {
  #driver;
  #stop;
  #outside;

  constructor(driver, stop, outside) {
    this.#driver = driver;
    this.#stop = stop;
    this.#outside = outside;
  }

  /** Hosts beyond this machine that the browser has tried to reach since the last visit. */
  get outsideHosts() {
    return [...this.#outside.hosts];
  }

  async visit(url) {
    this.#outside.hosts.length = 0;
    await this.#driver.get(url);
  }

  async back() {
    await this.#driver.navigate().back();
  }

  /**
   * Runs `act` in the page and hands back what it returns or resolves to. It crosses as source
   * text, so it sees its arguments and the page, nothing of the test around it.
   * @template T
   * @param {(...values: any[]) => T} act
   * @returns {Promise<Awaited<T>>}
   */
  inPage(act, ...values) {
    return this.#run(`(${act})(...values)`, values);
  }

  async #run(expression, values) {
    const body = `
      const done = arguments[arguments.length - 1];
      const values = JSON.parse(arguments[0]);
      (async () => ${expression})().then(
        (value) => done(JSON.stringify({ value })),
        (error) => done(JSON.stringify({ error: String(error) + "\\n" + (error && error.stack) })),
      );`;
    const answer = JSON.parse(await this.#driver.executeAsyncScript(body, JSON.stringify(values)));
    if ("error" in answer) throw new Error(`In the page (${engine}): ${answer.error}`);
    return answer.value;
  }

  /** Waits until `holds` gives something true in the page, and hands that back. */
  async until(holds, ...values) {
    const end = Date.now() + 5_000;
    for (;;) {
      const value = await this.inPage(holds, ...values);
      if (value) return value;
      if (Date.now() > end) throw new Error(`Waited 5 s in vain (${engine}) for: ${holds}`);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }

  /** Presses keys one after the other: `press("Tab", "Enter", "a")`. */
  async press(...keys) {
    const names = { Tab: Key.TAB, Enter: Key.ENTER, Escape: Key.ESCAPE, Space: Key.SPACE, Backspace: Key.BACK_SPACE };
    for (const key of keys) {
      if (key === "Shift+Tab") {
        await this.#driver.actions().keyDown(Key.SHIFT).keyDown(Key.TAB).keyUp(Key.TAB).keyUp(Key.SHIFT).perform();
      } else {
        const code = names[key] ?? key;
        await this.#driver.actions().keyDown(code).keyUp(code).perform();
      }
    }
  }

  async paste() {
    await this.#driver.actions().keyDown(Key.CONTROL).keyDown("v").keyUp("v").keyUp(Key.CONTROL).perform();
  }

  async type(text) {
    for (const letter of text) await this.press(letter);
  }

  /**
   * Clicks with a real pointer in the middle of the element that `find` gives in the page. It must
   * really be what lies there: an element under another, or of no size, can't be clicked by a reader.
   */
  async click(find, ...values) {
    const { x, y } = await this.#run(`(${middleOf})((${find})(...values))`, values);
    await this.#driver.actions().move({ origin: Origin.VIEWPORT, x, y, duration: 0 }).press().release().perform();
  }

  /** Brings a real pointer over the middle of the element that `find` gives, as `click` does. */
  async hover(find, ...values) {
    const { x, y } = await this.#run(`(${middleOf})((${find})(...values))`, values);
    await this.#driver.actions().move({ origin: Origin.VIEWPORT, x, y, duration: 0 }).perform();
  }

  /** Does `act` while a real pointer is down on that element; it goes up elsewhere, so nothing is clicked. */
  async holding(act, find, ...values) {
    await this.hover(find, ...values);
    await this.#driver.actions().press().perform();
    try {
      return await act();
    } finally {
      await this.#driver.actions().move({ origin: Origin.VIEWPORT, x: 1, y: 1, duration: 0 }).release().perform();
    }
  }

  /** What a screen reader calls the element that `find` gives, as the engine itself computes it. */
  async accessibleName(find, ...values) {
    const element = await this.#driver.executeScript(
      `return (${find})(...JSON.parse(arguments[0]))`,
      JSON.stringify(values),
    );
    return element.getAccessibleName();
  }

  async resize(width, height) {
    await this.#driver.manage().window().setRect({ x: 0, y: 0, width, height });
  }

  /** Whether this engine can be told which colour scheme the reader prefers. */
  get emulatesColorScheme() {
    return engine !== "webkit";
  }

  /** @param {"light" | "dark"} scheme what `prefers-color-scheme` says from now on */
  async preferColorScheme(scheme) {
    if (engine === "chromium") {
      await this.#driver.sendDevToolsCommand("Emulation.setEmulatedMedia", {
        features: [{ name: "prefers-color-scheme", value: scheme }],
      });
    } else if (engine === "firefox") {
      await this.#driver.setContext("chrome");
      await this.#driver.executeScript(
        "Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', arguments[0])",
        FIREFOX_SCHEMES[scheme],
      );
      await this.#driver.setContext("content");
    }
    await this.until((scheme) => matchMedia(`(prefers-color-scheme: ${scheme})`).matches, scheme);
  }

  /** Whether this engine can be told that readers have colours of their own. */
  get emulatesForcedColors() {
    return engine === "chromium";
  }

  /** Does `act` while the reader's own colours are forced; in Chromium alone. */
  async forcingColors(act) {
    await this.#driver.sendDevToolsCommand("Emulation.setEmulatedMedia", {
      features: [{ name: "forced-colors", value: "active" }],
    });
    try {
      await this.until(() => matchMedia("(forced-colors: active)").matches);
      return await act();
    } finally {
      await this.#driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { features: [] });
    }
  }

  /** Whether this engine can be told that the reader has a finger for a pointer. */
  get emulatesTouch() {
    return engine === "chromium";
  }

  /** Does `act` while the pointer is a finger; in Chromium alone. */
  async touching(act) {
    const emulate = (enabled) => this.#driver.sendDevToolsCommand("Emulation.setTouchEmulationEnabled", { enabled });
    await emulate(true);
    try {
      await this.until(() => matchMedia("(pointer: coarse)").matches && !matchMedia("(hover: hover)").matches);
      return await act();
    } finally {
      await emulate(false);
    }
  }

  /** Does `act` while the page is pinched to this scale; in Chromium alone. */
  async pinching(scale, act) {
    await this.#driver.sendDevToolsCommand("Emulation.setPageScaleFactor", { pageScaleFactor: scale });
    try {
      return await act();
    } finally {
      await this.#driver.sendDevToolsCommand("Emulation.setPageScaleFactor", { pageScaleFactor: 1 });
    }
  }

  /** Installs an extension of Firefox from its folder, for this session. */
  installAddon(folder) {
    return this.#driver.installAddon(folder, true);
  }

  /** Does `act` while the page has the style of its printed form; in Chromium alone. */
  async printing(act) {
    await this.#driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { media: "print" });
    try {
      return await act();
    } finally {
      await this.#driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { media: "" });
    }
  }

  /** The page as it is on the screen: a PNG in base64. */
  picture() {
    return this.#driver.takeScreenshot();
  }

  async screenshot(file) {
    await writeFile(file, Buffer.from(await this.#driver.takeScreenshot(), "base64"));
  }

  async close() {
    await this.#stop();
    this.#outside.close();
  }
}

/** Runs in the page. */
async function middleOf(element) {
  if (!element) throw new Error("There is no such element to click.");
  let box;
  let before;
  do {
    element.scrollIntoView({ block: "center", behavior: "instant" });
    before = box;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    box = element.getBoundingClientRect();
    // Firefox scrolls to and fro by one pixel.
  } while (!before || Math.abs(box.x - before.x) > 1 || Math.abs(box.y - before.y) > 1);
  const [x, y] = [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
  const hit = element.getRootNode().elementFromPoint(x, y);
  if (!element.contains(hit)) {
    throw new Error(
      `${element.outerHTML.slice(0, 200)} can't be clicked at ${x}, ${y}: there is ${hit?.outerHTML.slice(0, 200)}.`,
    );
  }
  return { x, y };
}
