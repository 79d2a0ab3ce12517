// Style in a shadow root, in the form that a strict policy (`style-src 'none'`) allows.

const made = new Map<string, CSSStyleSheet>();

/** Adds a sheet to a root's, once. */
export function addSheet(root: ShadowRoot, css: string): void {
  if ("adoptedStyleSheets" in root && "replaceSync" in CSSStyleSheet.prototype) {
    let sheet = made.get(css);
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      made.set(css, sheet);
    }
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  } else if (![...root.querySelectorAll("style")].some(({ textContent }) => textContent === css)) {
    const style = document.createElement("style");
    style.textContent = css;
    root.append(style);
  }
}
