// Where options are said: the element's attributes, the script tag, the page's JSON; the nearer wins.
// What they mean, and what is wrong with them, is for src/options/ to say.

/** Attributes of the element, besides `lang`. */
export const attributes = [
  "show",
  "article",
  "words-per-minute",
  "minutes",
  "time",
  "topics",
  "max-topics",
  "topic-href",
  "targets",
  "share-url",
  "share-title",
  "share-parameters",
  "quote",
  "theme",
  "engine",
] as const;

/** Options by their names in camelCase, as they were written. */
export type RawOptions = Record<string, string>;

/** "words-per-minute" as a property: "wordsPerMinute". */
export function propertyName(attribute: string): string {
  return attribute.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

const ofScriptTag: RawOptions = {};

/** Takes the options of the script tag; `lang` among them. */
export function readScriptTag(tag: Element): void {
  for (const name of [...attributes, "lang"]) {
    const value = tag.getAttribute(`data-${name}`);
    if (value !== null) ofScriptTag[propertyName(name)] = value;
  }
}

/** Whether a tag says anything that would be lost if it were ignored. */
export function hasOptions(tag: Element): boolean {
  return [...attributes, "lang"].some((name) => tag.hasAttribute(`data-${name}`));
}

/** What holds for an element, or for the page where there is none. */
export function rawOptions(element: HTMLElement | null, warn: (message: string) => void): RawOptions {
  const own: RawOptions = {};
  for (const name of [...attributes, "lang"]) {
    const value = element?.getAttribute(name);
    if (value != null) own[propertyName(name)] = value;
  }
  return { ...ofPage(warn), ...ofScriptTag, ...own };
}

/** The folder with the widget's files, as the page says it: needed before the element is, and where the script's tag is gone. */
export function baseOption(warn: (message: string) => void): string | undefined {
  return document.querySelector("script[data-base]")?.getAttribute("data-base") ?? ofPage(warn).base;
}

/** A share target of the publisher's own. */
interface OwnTarget {
  name?: unknown;
  template?: unknown;
  icon?: unknown;
}

function isOwnTarget(value: unknown): value is OwnTarget {
  return typeof value === "object" && value !== null;
}

/** An item of a list, as it stands in an attribute; a target of the publisher's by the name that src/share/own.rs gives it. */
function listed(item: unknown): string {
  if (!isOwnTarget(item)) return String(item);
  return field(item.name)
    .replace(/[ ,]/g, "-")
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** The form in which src/share/own.rs reads it. */
function line({ name, template, icon }: OwnTarget): string {
  return [name, template, icon].map(field).join("\t");
}

function field(value: unknown): string {
  return String(value ?? "")
    .replace(/\s+/g, " ")
    .trim();
}

function ofPage(warn: (message: string) => void): RawOptions {
  const script = document.querySelector('script[type="application/json"][data-reading-widget]');
  const text = script?.textContent?.trim();
  if (!text) return {};
  try {
    const options: unknown = JSON.parse(text);
    if (typeof options !== "object" || options === null || Array.isArray(options))
      throw new SyntaxError("it is no object");
    const known = new Set([...attributes, "lang", "base"].map(propertyName));
    const entries = Object.entries(options).filter(([name]) => known.has(name));
    const written = Object.fromEntries(
      entries.map(([name, value]) => [name, Array.isArray(value) ? value.map(listed).join(",") : String(value)]),
    );
    const own = [(options as { targets?: unknown }).targets].flat().filter(isOwnTarget);
    return own.length > 0 ? { ...written, ownTargets: own.map(line).join("\n") } : written;
  } catch (error) {
    warn(`the JSON in <script data-reading-widget> is not understood: ${(error as Error).message}`);
    return {};
  }
}
