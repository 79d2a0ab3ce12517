import { analyze } from "./node.ts";
console.log(await analyze(process.argv.slice(2).join(" ")));
