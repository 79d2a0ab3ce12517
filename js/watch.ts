// Notices that the page has become another: a single-page site's next article, late content, a
// switch between light and dark. Each sign only asks for a look, in idle time and never often.

import { pageTitle } from "./page-title.ts";
import type { Reading } from "./reading.ts";
import { forget, isStale } from "./readings.ts";
import { attempt } from "./warnings.ts";

/** What is kept up to date: an element. */
export interface Watched {
  readonly reading: Reading | null;
  /** Asks for the article's reading, which may be a new one. */
  reread(): void;
  /** Colours by what the page's text has now. */
  recolor(): void;
}

const watched = new Set<Watched>();
const darkness = globalThis.matchMedia?.("(prefers-color-scheme: dark)");
const lookers = new Set<(isNewPage: boolean) => void>();

/** Between a change of the page and the look at it, in milliseconds. */
const soonest = 400;
const latest = 30_000;

let wait = soonest;
let timer: ReturnType<typeof setTimeout> | undefined;
let signature = "";
let mutations: MutationObserver | undefined;
let attributes: MutationObserver | undefined;

/** The other elements that show the same reading. */
export function sharing(element: Watched): Watched[] {
  return [...watched].filter(
    (other) => other !== element && other.reading !== null && other.reading === element.reading,
  );
}

/** Keeps an element up to date with its page until `unwatch`. */
export function watch(element: Watched): void {
  watched.add(element);
  begin();
}

export function unwatch(element: Watched): void {
  watched.delete(element);
  if (watched.size === 0 && lookers.size === 0) end();
}

/** Calls back after changes of the page, and says whether it has become another. */
export function onChange(look: (isNewPage: boolean) => void): void {
  lookers.add(look);
  begin();
}

function begin(): void {
  if (mutations) return;
  signature = pageSignature();
  mutations = new MutationObserver(() => schedule(wait));
  mutations.observe(document.documentElement, { childList: true, subtree: true, characterData: true });
  attributes = new MutationObserver(() => attempt(recolor));
  for (const element of [document.documentElement, document.body]) {
    if (element) attributes.observe(element, { attributes: true });
  }
  darkness?.addEventListener("change", recolor);
  addEventListener("popstate", onNavigation);
  navigationApi()?.addEventListener("currententrychange", onNavigation);
}

function end(): void {
  mutations?.disconnect();
  attributes?.disconnect();
  mutations = attributes = undefined;
  clearTimeout(timer);
  timer = undefined;
  darkness?.removeEventListener("change", recolor);
  removeEventListener("popstate", onNavigation);
  navigationApi()?.removeEventListener("currententrychange", onNavigation);
}

function onNavigation(): void {
  wait = soonest;
  clearTimeout(timer);
  timer = undefined;
  schedule(0);
}

function schedule(delay: number): void {
  timer ??= setTimeout(() => {
    timer = undefined;
    idle(() => attempt(look));
  }, delay);
}

function look(): void {
  const now = pageSignature();
  const isNewPage = now !== signature;
  signature = now;
  const stale = [...watched].filter((element) => isNewPage || !element.reading || isStale(element.reading));
  // A page without an article is looked at ever more rarely.
  wait = !isNewPage && stale.some((element) => !element.reading) ? Math.min(wait * 2, latest) : soonest;
  if (isNewPage) forget();
  for (const element of stale) element.reread();
  for (const looker of lookers) looker(isNewPage);
}

/** What tells one article's page from another's. */
function pageSignature(): string {
  const canonical = document.querySelector('link[rel~="canonical"]')?.getAttribute("href") ?? "";
  // "(2) …" counts a reader's messages.
  const title = pageTitle()
    .trim()
    .replace(/^\(\d+\) /, "");
  return [location.pathname, location.search, canonical, title].join("\n");
}

function recolor(): void {
  for (const element of watched) if (element.reading) element.recolor();
}

function navigationApi(): EventTarget | undefined {
  return (globalThis as { navigation?: EventTarget }).navigation;
}

function idle(work: () => void): void {
  if (typeof requestIdleCallback === "function") requestIdleCallback(work, { timeout: 1000 });
  else setTimeout(work, 50);
}
