// Long work on the main thread in slices, so that the page answers its reader in between.

/** How long a slice may take, in milliseconds: a frame at 60 Hz less what the page itself needs of it. */
const longest = 8;

export class Slices {
  #end = Date.now() + longest;

  /** When the slice should end, by `Date.now()`. */
  get end(): number {
    return this.#end;
  }

  /** Lets the page go first if the slice has had its time. */
  async pause(): Promise<void> {
    if (Date.now() < this.#end) return;
    await turn();
    this.#end = Date.now() + longest;
  }
}

/** The page's turn: input that waits, timers, a frame. */
export function turn(): Promise<unknown> {
  const scheduler = (globalThis as { scheduler?: { yield?: () => Promise<void> } }).scheduler;
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve));
}
