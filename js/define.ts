import { ReadingWidget } from "./element.ts";

/** Defines the element; nothing happens on a server, or where the name is taken. */
export function defineReadingWidget(name = "reading-widget"): void {
  if (!globalThis.customElements || customElements.get(name)) return;
  // A constructor belongs to one name.
  const isOther = name !== "reading-widget" || customElements.getName?.(ReadingWidget);
  customElements.define(name, isOther ? class extends ReadingWidget {} : ReadingWidget);
}
