// When the page has been parsed.

/** Resolves once all of the page's own markup is there. */
export function parsed(): Promise<void> {
  return new Promise((resolve) => {
    if (document.readyState === "loading")
      document.addEventListener("DOMContentLoaded", () => resolve(), { once: true });
    else resolve();
  });
}
