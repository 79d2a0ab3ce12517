// The files that lie beside the script: where they are, and how one of this very build is had. Caches
// keep files of other builds for a year, optimisers move the script, servers don't know a file's type.

import type { Language } from "./languages.ts";
import { baseOption } from "./options.ts";
import { parsed } from "./parsed.ts";
import { warn } from "./warnings.ts";

const wasm = "reading_widget_bg.wasm";
const ownName = /(?:^|\/)reading-widget(?:\.classic)?\.js(?:[?#]|$)/;
const sayWhere =
  'say where they are by data-base="/their/folder/" on any <script>, or by "base" in the page\'s JSON of options';

/** A file, with the script's own query or the build's name, so that no cache gives one of another build. */
function beside(name: string, query?: string): URL {
  const own = ownAddress();
  const folder = base() ?? own;
  if (!folder) throw new Error(`the script has no address of its own, so it cannot find its files: ${sayWhere}`);
  const address = new URL(name, folder);
  address.search = query ?? (folder.search || own?.search || build);
  return address;
}

/** The folder that the page names. */
function base(): URL | undefined {
  const said = baseOption(warn);
  if (!said) return undefined;
  const folder = webAddress(said, document.baseURI);
  if (!folder) warn(`base does not take "${said}": use the http(s) address of the folder with the widget's files`);
  else if (!/\/$|\.js$/.test(folder.pathname)) folder.pathname += "/";
  return folder;
}

/** The script's address; one that was inlined or evaluated has none, but the page may still have the tag that it was made of. */
function ownAddress(): URL | undefined {
  const known = webAddress(import.meta.url);
  if (known) return known;
  const tag = tagByName();
  return tag && webAddress(tag.getAttribute(addressAttribute(tag)!)!, document.baseURI);
}

/** The tag whose script has been fetched and run by other means, by its file's name in whatever attribute. */
export function tagByName(): Element | undefined {
  return [...document.querySelectorAll("script, link")].find(addressAttribute);
}

function addressAttribute(element: Element): string | undefined {
  return element.getAttributeNames().find((name) => ownName.test(element.getAttribute(name)!));
}

function webAddress(address: string, from?: string): URL | undefined {
  try {
    const url = new URL(address, from);
    return /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}

/** A script under another name may be a copy somewhere else: the whole page is read for what says so. */
async function located(): Promise<void> {
  if (!ownName.test(import.meta.url)) await parsed();
}

/** The wasm of this build; rejects where all that is to be had is another one, or nothing. */
export async function fetchWasm(): Promise<Response> {
  await located();
  const ask = (cache?: RequestCache) => fetch(beside(wasm), { integrity, cache });
  return ask().catch(async () => {
    await parsed();
    return ask("reload");
  });
}

/** A script that only some readers need. */
export async function importLate(name: string): Promise<unknown> {
  await located();
  const first = await load(name).catch(parsed);
  // Under another address, which no cache has yet.
  const module = first?.build === build ? first : await load(name, first ? build : undefined);
  if (module.build !== build) throw new Error(`${name} is of another build than the script`);
  return module;
}

function load(name: string, query?: string): Promise<{ build?: string }> {
  return import(beside(name, query).href);
}

/** The file of one of the codes: data, which no policy on scripts can refuse, or else a script. */
export async function loadFile(code: string): Promise<Language | undefined> {
  await located();
  const ask = async (cache?: RequestCache): Promise<Language | undefined> => {
    const response = await fetch(beside(`languages/${code}.json`), { cache });
    return response.ok ? response.json() : undefined;
  };
  const first = await ask().catch(() => undefined);
  if (isWhole(first)) return first;
  const second = first && (await ask("reload").catch(() => undefined));
  if (isWhole(second)) return second;
  await parsed();
  const { default: last } = (await import(beside(`languages/${code}.js`).href).catch(() => ({}))) as {
    default?: Language;
  };
  // One that lacks a few labels is better than none.
  return isWhole(last) ? last : [second, first].find((language) => language?.labels);
}

/** Whether it has the labels of this build: those of another lack some. */
function isWhole(language: Language | undefined): boolean {
  return Object.keys(language?.labels ?? {}).join().length === lettersOfLabels;
}

/** Why there is neither wasm nor JavaScript, in words that say what to change. */
export async function whyNot(): Promise<string> {
  let refusal = "";
  const note = ({ effectiveDirective }: SecurityPolicyViolationEvent) => (refusal = effectiveDirective);
  document.addEventListener("securitypolicyviolation", note);
  try {
    const address = beside(wasm);
    const answer = await fetch(address, { mode: "no-cors" }).catch(() => undefined);
    // The policy's word comes after the refusal.
    if (!answer) await new Promise((resolve) => setTimeout(resolve, 100));
    const { origin, href } = address;
    if (refusal)
      return `the page's Content-Security-Policy refuses the widget's files: add ${origin} to its ${refusal}`;
    if (answer?.type === "opaque")
      return `${origin} must send the header Access-Control-Allow-Origin with the widget's files; or put them on the page's own host and ${sayWhere}`;
    if (answer?.ok) return `${href} is of another build than the script: put up all files of one build`;
    return `${href} could not be loaded${answer ? `: status ${answer.status}` : ""}, nor reading-widget.plain.js. Put the files beside the script, or ${sayWhere}`;
  } catch (error) {
    return (error as Error).message;
  } finally {
    document.removeEventListener("securitypolicyviolation", note);
  }
}
