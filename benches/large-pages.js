// The main thread on large article pages: how long the tasks are in which the widget reads them.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { milliseconds } from "./table.js";

const slower = 6;

/** A page as it was stored, without its scripts and what it would ask other hosts for, with the widget's tag. */
export function withWidget(bytes, tag) {
  const html = bytes.toString("latin1");
  const inert = html
    .replace(/<script\b(?![^>]*ld\+json)[\s\S]*?<\/script>/gi, "")
    .replace(/<(?:iframe|link|source|video|audio|embed|object)\b[^>]*>/gi, (tag) => (/canonical/i.test(tag) ? tag : ""))
    .replace(/\b(?:src|srcset|poster|background|onerror|onload)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, "")
    .replace(/url\([^)]*\)/gi, "none");
  return Buffer.from(/<head\b[^>]*>/i.test(inert) ? inert.replace(/<head\b[^>]*>/i, `$&${tag}`) : tag + inert, "latin1");
}
