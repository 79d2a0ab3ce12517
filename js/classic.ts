// The one script tag for pages and tag managers that allow only `<script async>`.

import { start } from "./start.ts";

start(import.meta.url);
