// Copies a text; says so only if it was copied.

/** To be called in the reader's click. `root` is where a field can stand for a moment. */
export async function copyText(text: string, root: ShadowRoot): Promise<boolean> {
  if (!navigator.clipboard) return copyByCommand(text, root);
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** For pages on plain http, where there is no clipboard: the old way, within the click. */
function copyByCommand(text: string, root: ShadowRoot): boolean {
  const focused = root.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.readOnly = true;
  field.className = "unseen";
  root.append(field);
  field.select();
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}
