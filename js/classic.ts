// The one script tag for pages and tag managers that allow only `<script async>`.

import { start } from "./start.ts";

// Kept by the build while the script is evaluated.
declare const readingWidgetTag: HTMLOrSVGScriptElement | null;

start(import.meta.url, readingWidgetTag);
