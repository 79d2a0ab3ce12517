// The widget's style in its shadow root, in the form that a strict policy (`style-src 'none'`) allows.

import css from "./style.css";

let shared: CSSStyleSheet | undefined;

/** Gives a root the style, once. */
export function styleSheet(root: ShadowRoot): void {
  if ("adoptedStyleSheets" in root && "replaceSync" in CSSStyleSheet.prototype) {
    if (!shared) {
      shared = new CSSStyleSheet();
      shared.replaceSync(css);
    }
    root.adoptedStyleSheets = [shared];
  } else if (!root.querySelector("style")) {
    const style = document.createElement("style");
    style.textContent = css;
    root.append(style);
  }
}
