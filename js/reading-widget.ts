// The one script tag.

import { start } from "./start.ts";

start(import.meta.url);

export { analyze, analyzeHtml } from "./analyze.ts";
export { defineReadingWidget } from "./define.ts";
