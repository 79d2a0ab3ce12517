// Where something in the top layer stands on the screen. What a rectangle's pixels are under `zoom`, and
// where the screen lies among them, differs from engine to engine: both are measured, not computed.

/** Kept free at the screen's edges, and between what belongs together, in pixels. */
export const gap = 8;

/** What the reader sees of the page, pinched or not, in the units that `element`'s rectangle has. */
export function visible(element: HTMLElement): DOMRect {
  const { style } = element;
  const before = style.cssText;
  // It lies over the whole screen for a moment.
  Object.assign(style, {
    position: "fixed",
    inset: "0",
    width: "100%",
    height: "100%",
    maxWidth: "none",
    maxHeight: "none",
    margin: "0",
  });
  const { x, y, width, height } = element.getBoundingClientRect();
  style.cssText = before;
  const view = globalThis.visualViewport;
  if (!view || view.scale <= 1) return new DOMRect(x, y, width, height);
  const { clientWidth } = document.documentElement;
  const unit = width / clientWidth;
  return new DOMRect(
    x + view.offsetLeft * unit,
    y + view.offsetTop * unit,
    Math.min(width, view.width * unit),
    Math.min(height, view.height * unit),
  );
}

/** How many pixels of its rectangle a pixel of its style is. */
export function scale(element: HTMLElement): number {
  return element.getBoundingClientRect().width / element.offsetWidth || 1;
}

/** Moves its corner to this place, or as near to it as the screen allows. */
export function moveTo(element: HTMLElement, x: number, y: number, screen: DOMRect): void {
  const { style } = element;
  style.left = style.top = "0";
  const box = element.getBoundingClientRect();
  const unit = scale(element);
  const within = (value: number, least: number, most: number) => Math.max(least + gap, Math.min(value, most - gap));
  style.left = `${(within(x, screen.left, screen.right - box.width) - box.left) / unit}px`;
  style.top = `${(within(y, screen.top, screen.bottom - box.height) - box.top) / unit}px`;
}
