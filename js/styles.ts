// The widget's style in its shadow root.

import { addSheet } from "./sheets.ts";
import css from "./style.css";

/** Gives a root the style, once. */
export function styleSheet(root: ShadowRoot): void {
  addSheet(root, css);
}
