// A framework that takes over markup from a server wants it as the server sent it: what is put in
// before is an error to it.

/** The longest wait for a framework, in milliseconds: then it has other troubles. */
const patience = 5000;

/** Resolves once the framework that has drawn `element` on a server has taken it over; at once where there is none. */
export async function hydrated(element: Element): Promise<void> {
  const end = Date.now() + patience;
  while (isAwaited(element) && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** By what frameworks leave on elements: React on each, and on the one around them as soon as it begins; others on that alone. */
function isAwaited(element: Element): boolean {
  for (let around: Element | null = element; around; around = around.parentElement) {
    const names = Object.keys(around).join();
    if (/__reactFiber|__vue_app__|__k\b|_vnode/.test(names)) return false;
    if (names.includes("__reactContainer")) return true;
    // Their scripts may be async, and come at any time.
    if (around.matches("#__nuxt, #__next, #___gatsby, [data-server-rendered], astro-island[ssr]")) return true;
  }
  return false;
}
