// For bundlers: importing changes nothing on the page until `defineReadingWidget()`.

export { analyze, analyzeHtml } from "./analyze.ts";
export { defineReadingWidget } from "./define.ts";
