// The public types, as a developer's compiler sees them, without skipping a declaration file.

import assert from "node:assert/strict";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { dist } from "../../tasks/build.js";
import { root } from "../../tasks/command.js";
import { execIn, temporaryFolder } from "./packed.js";

// Each @ts-expect-error is an error itself if the line below it is fine: the types must refuse something.
const consumer = `
import { analyze, analyzeHtml, defineReadingWidget, type Analysis, type Topic } from "reading-widget";

defineReadingWidget();
defineReadingWidget("my-reading-time");
// @ts-expect-error a name is text
defineReadingWidget(1);

const analysis: Analysis = await analyze("One sentence.", { language: "en", maxTopics: 3 });
const [quick, slow]: [number, number] = analysis.range;
const topics: Topic[] = (await analyzeHtml("<p>One.</p>", { url: "https://news.example/a", includeText: true })).topics;
// @ts-expect-error there is no such option
await analyze("One sentence.", { colour: "red" });

const widget = document.querySelector("reading-widget")!;
const ready: Promise<Analysis> = widget.ready;
const again: Promise<Analysis> = widget.refresh();
const element: Element | null = widget.articleElement;
widget.addEventListener("reading-share", (event) => console.log(event.detail.target.toUpperCase(), event.detail.quote?.length));
document.addEventListener("reading-progress", (event) => console.log(event.detail.fraction.toFixed(1)));
// @ts-expect-error the detail has no such member
widget.addEventListener("reading-ready", (event) => event.detail.nothing);

console.log(quick, slow, topics, ready, again, element);
`;

let folder;

before(() => {
  folder = temporaryFolder();
  const installed = join(folder.path, "node_modules", "reading-widget");
  mkdirSync(installed, { recursive: true });
  cpSync(join(root, "package.json"), join(installed, "package.json"));
  cpSync(dist, join(installed, "dist"), { recursive: true });
  writeFileSync(join(folder.path, "package.json"), '{ "type": "module" }');
  writeFileSync(join(folder.path, "consumer.ts"), consumer);
});

after(() => folder?.dispose());

for (const [module, moduleResolution] of [
  ["esnext", "bundler"],
  ["nodenext", "nodenext"],
]) {
  test(`a TypeScript project with moduleResolution ${moduleResolution}`, async () => {
    const options = {
      module,
      moduleResolution,
      target: "es2022",
      lib: ["es2022", "dom"],
      types: [],
      strict: true,
      skipLibCheck: false,
      noEmit: true,
    };
    writeFileSync(
      join(folder.path, "tsconfig.json"),
      JSON.stringify({ compilerOptions: options, files: ["consumer.ts"] }),
    );
    await assert.doesNotReject(
      execIn(folder.path, process.execPath, [join(root, "node_modules", "typescript", "bin", "tsc"), "-p", "."]),
    );
  });
}
