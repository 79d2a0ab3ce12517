// What a publisher should know, once: in the console, never on the page.

// Shared by all copies of the widget that a page may have loaded.
const key = Symbol.for("reading-widget warnings");
const shared = globalThis as { [key]?: Set<string> };
shared[key] ??= new Set<string>();
const said = shared[key];

/** Says a message in the console unless it has been said before. */
export function warn(message: string): void {
  if (said.has(message)) return;
  said.add(message);
  console.warn(`reading-widget: ${message}`);
}

let hasFailed = false;

/**
 * What `work` gives, or nothing where it throws: pages change built-ins of the language and of the
 * document, and what then fails must neither be uncaught nor take the rest of the widget with it.
 */
export function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch (error) {
    // One is enough to know by: the others come of the same.
    if (!hasFailed) warn(error instanceof Error ? error.message : String(error));
    hasFailed = true;
    return undefined;
  }
}
