// The page's title.

/** As its element says it: `document.title` is a form where one has that name. */
export function pageTitle(): string {
  return document.querySelector("title")?.textContent ?? "";
}
