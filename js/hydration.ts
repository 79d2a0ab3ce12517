// Frameworks take over markup from a server, and want it as the server sent it: what is put in before
// is an error to them.

/** The longest wait for a framework, in milliseconds: then it has other troubles. */
const patience = 5000;

/** Resolves once whoever has drawn `element` on a server can have taken it over: where nobody has, as soon as the page's scripts have run. */
export async function hydrated(element: Element): Promise<void> {
  const end = Date.now() + patience;
  while ((isStarting() || isAwaited(element)) && Date.now() < end)
    await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Whether deferred scripts and modules are still to run; ours may be the first of them. */
function isStarting(): boolean {
  const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  return document.readyState !== "complete" && !navigation?.domContentLoadedEventStart;
}

/** By what frameworks leave on elements: React on each, and on the one around them as soon as it begins; others on that alone. */
function isAwaited(element: Element): boolean {
  let isMarked = false;
  for (let around: Element | null = element; around; around = around.parentElement) {
    const names = Object.keys(around).join();
    if (/__reactFiber|__vue_app__|__k\b|_vnode/.test(names)) return false;
    if (names.includes("__reactContainer")) return true;
    // Their scripts may be async, and come at any time.
    if (around.matches("#__nuxt, #__next, #___gatsby, [data-server-rendered], astro-island[ssr]")) return true;
    // Svelte's comment around what it will look for.
    const { firstChild } = around;
    isMarked ||= firstChild?.nodeType === Node.COMMENT_NODE && firstChild.nodeValue!.startsWith("[");
  }
  return isMarked && !("__svelte" in globalThis) && document.querySelector("link[rel=modulepreload]") !== null;
}
