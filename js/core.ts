// The wasm of the page: loaded once, and made anew after it has failed.

import instantiate, {
  PageReading,
  __wbg_reset_state as resetState,
  analyze,
  draw,
  pageAddress,
  sharedAddress,
  spoken,
  targetAddress,
  warnings,
} from "#glue/page";

/** What the wasm offers. */
export type Core = typeof core;

// An object of our own, not the module's: bundlers build that by a loop that a page's additions to
// Object.prototype get into.
const core = { PageReading, analyze, draw, pageAddress, sharedAddress, spoken, targetAddress, warnings };

let loading: Promise<void> | undefined;
let broken = false;

/** Loads the wasm; a failure is tried again by the next call. */
export function loadCore(): Promise<void> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/**
 * Calls the loaded wasm. Whatever is thrown through it, by a trap or by the page's own scripts, may
 * leave it in a state that nothing can be said about: the next call gets a fresh instance.
 */
export function withCore<Result>(use: (core: Core) => Result): Result {
  if (broken) {
    resetState();
    broken = false;
  }
  try {
    return use(core);
  } catch (error) {
    broken = true;
    throw error;
  }
}

async function load(): Promise<void> {
  const address = new URL("reading_widget_bg.wasm", import.meta.url);
  if (typeof WebAssembly === "undefined") throw new Error("this browser has no WebAssembly");
  const response = await fetch(address).catch(() => undefined);
  if (!response?.ok) throw new Error(`${address} could not be loaded${response ? `: status ${response.status}` : ""}`);
  // Compiled while it arrives, and kept compiled by the browser, where the server names the media
  // type; many don't know it, and its bytes do as well.
  const isNamed = /^application\/wasm\b/i.test(response.headers.get("Content-Type") ?? "");
  const wasm = isNamed ? response : await response.arrayBuffer();
  try {
    await instantiate({ module_or_path: wasm });
  } catch (error) {
    if (!(error instanceof WebAssembly.CompileError)) throw error;
    throw new Error("the page's Content-Security-Policy refuses WebAssembly: add 'wasm-unsafe-eval' to its script-src");
  }
}
