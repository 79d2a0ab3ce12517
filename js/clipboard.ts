// Copies a text; says so only if it was copied.

/** A clipboard that hasn't answered by then won't, in milliseconds. */
const patience = 1500;

/** To be called in the reader's click. `place` is where a field can stand for a moment. */
export async function copyText(text: string, place: Node): Promise<boolean> {
  try {
    const written = navigator.clipboard.writeText(text).then(() => true);
    if (await Promise.race([written, new Promise<boolean>((resolve) => setTimeout(resolve, patience, false))]))
      return true;
  } catch {
    // There is none on plain http, and a page or its frame may refuse it.
  }
  return copyByCommand(text, place);
}

/** The old way. The page may listen, and add to what is copied or forbid it: what counts is what was put on the clipboard. */
function copyByCommand(text: string, place: Node): boolean {
  const root = place.getRootNode() as ShadowRoot;
  const focused = root.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.readOnly = true;
  field.className = "unseen";
  place.appendChild(field);
  field.select();
  let kept: string | undefined;
  const write = (event: ClipboardEvent) => {
    event.stopImmediatePropagation();
    event.preventDefault();
    event.clipboardData?.setData("text/plain", text);
    kept = event.clipboardData?.getData("text/plain");
  };
  addEventListener("copy", write, true);
  try {
    return document.execCommand("copy") && kept === text;
  } catch {
    return false;
  } finally {
    removeEventListener("copy", write, true);
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}
