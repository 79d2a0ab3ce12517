// Chromium by its DevTools protocol: a fresh context for every sample, throttled and traced as asked.

import WebSocket from "ws";
import { openOutside } from "../tests/browser/outside.js";
import { engine, startEngine } from "../tests/browser/engines.js";

export async function openChromium() {
  if (engine !== "chromium")
    throw new Error(`The measurements are made in Chromium: type npm run bench without ENGINE=${engine}.`);
  const outside = await openOutside();
  const { driver, stop } = await startEngine(outside);
  const capabilities = await driver.getCapabilities();
  const { debuggerAddress } = capabilities.get("goog:chromeOptions");
  const { webSocketDebuggerUrl } = await (await fetch(`http://${debuggerAddress}/json/version`)).json();
  const devTools = await connect(webSocketDebuggerUrl);
  return {
    version: capabilities.getBrowserVersion(),
    /** Hands `use` an empty page with nothing cached or compiled, and closes it afterwards. */
    async withFreshPage(use) {
      const { browserContextId } = await devTools.send("Target.createBrowserContext");
      try {
        const { targetId } = await devTools.send("Target.createTarget", { url: "about:blank", browserContextId });
        const { sessionId } = await devTools.send("Target.attachToTarget", { targetId, flatten: true });
        return await use(new Page(devTools, sessionId));
      } finally {
        await devTools.send("Target.disposeBrowserContext", { browserContextId });
      }
    },
    async close() {
      devTools.close();
      await stop();
      outside.close();
    },
  };
}

class Page {
  #devTools;
  #sessionId;

  constructor(devTools, sessionId) {
    this.#devTools = devTools;
    this.#sessionId = sessionId;
  }

  #send(method, params) {
    return this.#devTools.send(method, params, this.#sessionId);
  }

  /** Makes the main thread `times` as slow. */
  async slowDown(times) {
    await this.#send("Emulation.setCPUThrottlingRate", { rate: times });
  }

  /** Runs `act` in every page from now on before the page's own scripts. */
  async runFirst(act) {
    await this.#send("Page.addScriptToEvaluateOnNewDocument", { source: `(${act})()` });
  }

  /**
   * From now on no request leaves the browser: `answer(url)` gives the `body`, `headers` and perhaps
   * `status` of each, or nothing where it is to fail.
   */
  async answerRequests(answer) {
    this.#devTools.listen(
      "Fetch.requestPaused",
      async ({ requestId, request }) => {
        const given = answer(request.url);
        const act = given
          ? this.#send("Fetch.fulfillRequest", {
              requestId,
              responseCode: given.status ?? 200,
              responseHeaders: Object.entries(given.headers ?? {}).map(([name, value]) => ({ name, value })),
              body: Buffer.from(given.body ?? "").toString("base64"),
            })
          : this.#send("Fetch.failRequest", { requestId, errorReason: "Aborted" });
        // The page may have gone on meanwhile.
        await act.catch(() => {});
      },
      this.#sessionId,
    );
    await this.#send("Fetch.enable", { patterns: [{ urlPattern: "*" }] });
  }

  async visit(url) {
    await this.#send("Page.enable");
    const loaded = this.#devTools.next("Page.loadEventFired", this.#sessionId);
    // Where the page can't be opened, nobody waits for it.
    loaded.catch(() => {});
    const { errorText } = await this.#send("Page.navigate", { url });
    if (errorText) throw new Error(`${url} could not be opened: ${errorText}.`);
    await loaded;
  }

  /** Runs `act` in the page and gives what it resolves to. It crosses as source text. */
  async inPage(act, ...values) {
    const expression = `(${act})(...${JSON.stringify(values)})`;
    const { result, exceptionDetails } = await this.#send("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails)
      throw new Error(`In the page: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    return result.value;
  }

  /** The browser's trace events of these categories while `act` runs, and what it gives. */
  async trace(categories, act) {
    const events = [];
    const stopListening = this.#devTools.listen("Tracing.dataCollected", ({ value }) => events.push(...value));
    await this.#devTools.send("Tracing.start", {
      traceConfig: { includedCategories: categories },
      transferMode: "ReportEvents",
    });
    const value = await act();
    const complete = this.#devTools.next("Tracing.tracingComplete");
    await this.#devTools.send("Tracing.end");
    await complete;
    stopListening();
    return { value, events };
  }
}

const ANSWER_LIMIT = 60_000;

async function connect(url) {
  const socket = new WebSocket(url, { perMessageDeflate: false, maxPayload: 1 << 30 });
  await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
  const waiting = new Map();
  const listeners = new Set();
  let last = 0;
  socket.on("message", (data) => {
    const { id, method, params, result, error, sessionId } = JSON.parse(data);
    if (id === undefined) {
      for (const listener of listeners) listener(method, params, sessionId);
      return;
    }
    const { resolve, reject, method: asked } = waiting.get(id);
    waiting.delete(id);
    if (error) reject(new Error(`${asked}: ${error.message}`));
    else resolve(result);
  });
  const listen = (wanted, act, session) => {
    const listener = (method, params, sessionId) => {
      if (method === wanted && (session === undefined || session === sessionId)) act(params);
    };
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    listen,
    send(method, params = {}, sessionId) {
      const id = ++last;
      socket.send(JSON.stringify({ id, method, params, sessionId }));
      return within(method, new Promise((resolve, reject) => waiting.set(id, { resolve, reject, method })));
    },
    /** The next event of this name. */
    next(method, sessionId) {
      let stop;
      return within(method, new Promise((resolve) => (stop = listen(method, resolve, sessionId)))).finally(() =>
        stop(),
      );
    },
    close: () => socket.close(),
  };
}

function within(what, promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`Chromium gave no answer to ${what} within ${ANSWER_LIMIT / 1000} s.`)),
      ANSWER_LIMIT,
    );
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
