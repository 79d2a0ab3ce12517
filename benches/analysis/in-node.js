// One sample in a Node process of its own: `node in-node.js MODULE TEXTFILE` prints it as JSON.

import { readFileSync } from "node:fs";
import { timeAnalysis } from "./timing.js";

const [module, file] = process.argv.slice(2);
console.log(JSON.stringify(await timeAnalysis(new URL(module, import.meta.url).href, readFileSync(file, "utf8"))));
