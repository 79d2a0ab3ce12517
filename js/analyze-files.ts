// `reading-widget analyze`: files in, one JSON line each out.

import { readFile, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { decode, isHtml } from "./decode.ts";
import { analyze, analyzeHtml } from "./node.ts";
import type { AnalyzeOptions } from "./public.d.ts";

/** The exit code: 1 if a file could not be read. A page without an article is an answer. */
export async function analyzeFiles(names: string[], options: AnalyzeOptions): Promise<number> {
  let exitCode = 0;
  for (const name of names) {
    for await (const file of filesOf(name)) {
      const result = await analyzeFile(file, options);
      if (result.isUnreadable) exitCode = 1;
      await write(`${JSON.stringify(result.line)}\n`);
    }
  }
  return exitCode;
}

/** The file itself, or the HTML files of a directory, in the order of their names. */
async function* filesOf(name: string): AsyncGenerator<string> {
  const isDirectory = name !== "-" && (await stat(name).catch(() => undefined))?.isDirectory();
  if (!isDirectory) {
    yield name;
    return;
  }
  const entries = await readdir(name, { recursive: true });
  for (const entry of entries.sort()) if (/\.x?html?$/i.test(entry)) yield join(name, entry);
}

async function analyzeFile(file: string, options: AnalyzeOptions): Promise<{ line: object; isUnreadable: boolean }> {
  let bytes: Uint8Array;
  try {
    bytes = file === "-" ? await standardInput() : await readFile(file);
  } catch (error) {
    return { line: { file, error: (error as Error).message }, isUnreadable: true };
  }
  try {
    const text = decode(bytes);
    const analysis = isHtml(text)
      ? await analyzeHtml(text, { ...options, url: addressOf(file) })
      : await analyze(text, options);
    return { line: { file, ...analysis }, isUnreadable: false };
  } catch (error) {
    return { line: { file, error: (error as Error).message }, isUnreadable: false };
  }
}

/** A file has no address on the web; its relative links lead nowhere. */
function addressOf(file: string): string {
  return file === "-" ? "" : pathToFileURL(file).href;
}

async function standardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

/** Waits where the reader of a pipe is slow. */
function write(line: string): Promise<void> {
  return new Promise((resolve) => process.stdout.write(line, () => resolve()));
}
