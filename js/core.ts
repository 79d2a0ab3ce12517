// The core of the page: wasm, loaded once and made anew after it has failed; JavaScript where the page
// refuses wasm, a server doesn't send it, or its publisher wants it so.

import instantiate, {
  PageReading,
  __wbg_reset_state as resetState,
  analyze,
  draw,
  isAnnounced,
  pageAddress,
  sharedAddress,
  spoken,
  targetAddress,
  warnings,
} from "#glue/page";
import { fetchWasm, whyNot } from "#files";

/** What the core offers. */
export type Core = typeof wasm;

// An object of our own, not the module's: bundlers build that by a loop that a page's additions to
// Object.prototype get into.
const wasm = { PageReading, analyze, draw, isAnnounced, pageAddress, sharedAddress, spoken, targetAddress, warnings };

let core: Core = wasm;
let loading: Promise<void> | undefined;
let broken = false;
let failures = 0;

/** Loads the core, as the first call's `engine` wants it; a failure is tried again by the next call. */
export function loadCore(engine?: string): Promise<void> {
  loading ??= load(engine).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/**
 * Calls the loaded wasm, and once more where it has failed: a browser's compiler makes mistakes, and
 * memory runs short for a moment.
 */
export function withCore<Result>(use: (core: Core) => Result): Result {
  const before = failures;
  try {
    return callOnce(use);
  } catch (error) {
    if (failures === before) throw error;
    return callOnce(use);
  }
}

/**
 * The same for what holds on to an object of the wasm, which a failure takes with it. Whatever is
 * thrown through the wasm, by a trap or by the page's own scripts, may leave it in a state that
 * nothing can be said about: the next call gets a fresh instance.
 */
export function callOnce<Result>(use: (core: Core) => Result): Result {
  if (broken) {
    // JavaScript can't be instantiated anew, and needs it less: no trap leaves it half-way.
    if (core === wasm) resetState();
    broken = false;
  }
  try {
    return use(core);
  } catch (error) {
    broken = true;
    // By its name: it may be another frame's, and where there is no wasm there is no such class.
    if ((error as Error | null)?.name === "RuntimeError") failures++;
    throw error;
  }
}

/** How often the wasm itself has failed until now. */
export function coreFailures(): number {
  return failures;
}

async function load(engine: string | undefined): Promise<void> {
  let failure: unknown;
  if (engine !== "js" && typeof WebAssembly !== "undefined") {
    try {
      return await loadWasm();
    } catch (error) {
      failure = error;
    }
  }
  try {
    core = await import("./plain.ts");
  } catch {
    throw new Error((failure as Error | undefined)?.name === "CompileError" ? refused : await whyNot());
  }
}

/** Nothing tells beforehand that a page's policy refuses wasm: compiling it fails. */
const refused =
  "the page's Content-Security-Policy refuses WebAssembly, and reading-widget.plain.js could not be loaded: add 'wasm-unsafe-eval' to its script-src, or put the file beside the script";

async function loadWasm(): Promise<void> {
  const response = await fetchWasm();
  // Compiled while it arrives, and kept compiled by the browser, where the server names the media
  // type and nothing else with it; many don't know it, and its bytes do as well.
  const isNamed = /^application\/wasm$/i.test(response.headers.get("Content-Type") ?? "");
  await instantiate({ module_or_path: isNamed ? response : await response.arrayBuffer() });
}
