// Brings a heading or a mention to where the reader sees it: not below a bar that stays on the screen,
// whatever the page does with that bar while it is scrolled.

/** Between a bar and what arrives below it, in pixels. */
const gap = 8;

/** How long a bar may come out or fold after the last movement, in milliseconds. */
const patience = 700;

let arrival: AbortController | undefined;

/** As a link of the page's own does, with the page's `scroll-margin` and `scroll-padding`. */
export function bringToTop(heading: Element): void {
  heading.scrollIntoView();
  uncover(heading, heading);
  keepClear(heading, heading);
}

/** To the middle of what is scrolled, unless it is in view. */
export function bringIntoView(range: Range): void {
  const element = range.startContainer.parentElement!;
  const scroller = scrollerOf(element);
  const port = scroller === document.scrollingElement ? undefined : scroller.getBoundingClientRect();
  const from = Math.max(port?.top ?? 0, 0);
  const height = Math.min(port?.bottom ?? innerHeight, innerHeight) - from;
  const { top, bottom } = range.getBoundingClientRect();
  if (top < from + height / 6 || bottom > from + (height / 6) * 5) {
    const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
    // A paragraph higher than the screen would be centred on a line that isn't the mention's.
    if (element.offsetHeight < height / 2) element.scrollIntoView({ behavior, block: "center" });
    else scroller.scrollBy({ behavior, top: top - from - height / 3 });
  }
  keepClear(range, element);
}

/** Bars come out while the page scrolls up, and after: looked after until all is still, or the reader scrolls. */
function keepClear(target: Element | Range, element: Element): void {
  arrival?.abort();
  arrival = new AbortController();
  const { signal } = arrival;
  const end = arrival.abort.bind(arrival);
  for (const type of ["wheel", "touchmove", "keydown"]) addEventListener(type, end, { signal, passive: true });
  let place = NaN;
  let moved = 0;
  const look = (now: number) => {
    if (signal.aborted) return;
    const { top } = target.getBoundingClientRect();
    if (top !== place) {
      place = top;
      moved = now;
    } else if (now - moved > 100) {
      uncover(target, element);
    }
    if (now - moved < patience) requestAnimationFrame(look);
    else end();
  };
  requestAnimationFrame(look);
}

function uncover(target: Element | Range, element: Element): void {
  const { top, left, width, height } = target.getBoundingClientRect();
  const x = left + width / 2;
  let edge = top;
  // One bar may stand below another.
  for (let bars = 0; bars < 4; bars++) {
    const bar = barAt(element, x, edge + 1) ?? barAt(element, x, edge + height - 1);
    if (!bar) break;
    edge = bar.getBoundingClientRect().bottom + gap;
  }
  if (edge > top) scrollerOf(element).scrollBy(0, top - edge);
}

/** What stays in the upper part of the screen, in front of the element, at this place. */
export function barAt(element: Element, x: number, y: number): Element | undefined {
  for (const seen of document.elementsFromPoint(x, y)) {
    for (let bar: Element | null = seen; bar; bar = bar.parentElement) {
      if (bar.contains(element)) break;
      if (/fixed|sticky/.test(getComputedStyle(bar).position) && bar.getBoundingClientRect().bottom < innerHeight * 0.6)
        return bar;
    }
    if (seen.contains(element)) break;
  }
  return undefined;
}

/** What scrolls with the element in it, nearest first. */
function scrollerOf(element: Element): Element {
  const root = document.documentElement;
  for (
    let around: Element | null | undefined = element;
    around && around !== root;
    around = around.parentElement ?? (around.getRootNode() as ShadowRoot).host
  ) {
    // The body's scrolling is the page's, unless the root has its own.
    const isPage = around === document.body && getComputedStyle(root).overflowY === "visible";
    if (!isPage && around.scrollHeight > around.clientHeight && /auto|scroll/.test(getComputedStyle(around).overflowY))
      return around;
  }
  return document.scrollingElement ?? root;
}
