// Copies a text; says so only if it was copied.

/** A clipboard that hasn't answered by then won't, in milliseconds. */
const patience = 1500;

/** To be called in the reader's click. `place` is where a field can stand for a moment. */
export async function copyText(text: string, place: Node): Promise<boolean> {
  if (!navigator.clipboard) return copyByCommand(text, place);
  try {
    const written = navigator.clipboard.writeText(text).then(() => true);
    return await Promise.race([written, new Promise<boolean>((resolve) => setTimeout(resolve, patience, false))]);
  } catch {
    return false;
  }
}

/** For pages on plain http, where there is no clipboard: the old way, within the click. */
function copyByCommand(text: string, place: Node): boolean {
  const root = place.getRootNode() as ShadowRoot;
  const focused = root.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.readOnly = true;
  field.className = "unseen";
  place.appendChild(field);
  field.select();
  try {
    // What isn't selected isn't copied, whatever the command answers.
    return field.selectionEnd === field.value.length && document.execCommand("copy");
  } catch {
    return false;
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}
