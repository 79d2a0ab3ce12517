// What a publisher should know, once: in the console, never on the page.

const said = new Set<string>();

/** Says a message in the console unless it has been said before. */
export function warn(message: string): void {
  if (said.has(message)) return;
  said.add(message);
  console.warn(`reading-widget: ${message}`);
}
