// The custom-elements manifest, which editors read, from the doc tags of the element's class.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure, root } from "../command.js";
import { step } from "./step.js";

const source = "js/element.ts";

/**
 * What of the analyzer is used; its own types are of its configuration.
 * @typedef {{ declarations?: { tagName?: string }[] }} Module
 * @typedef {object} Analyzer
 * @property {(sources: { modules: object[] }) => { modules: Module[] }} create
 * @property {{ createSourceFile: (name: string, code: string, target: number, setParents: boolean) => object, ScriptTarget: { ES2022: number } }} ts
 */

/**
 * Writes custom-elements.json into `staging` and returns it; nothing where there is no element yet.
 * @param {string} staging
 */
export async function buildManifest(staging) {
  if (!existsSync(join(root, source))) return [];
  const file = join(staging, "custom-elements.json");
  await step("manifest", { inputs: [join(root, source)], outputs: [file] }, async () => {
    const analyzer = /** @type {unknown} */ (await import("@custom-elements-manifest/analyzer"));
    const { create, ts } = /** @type {Analyzer} */ (analyzer);
    const code = readFileSync(join(root, source), "utf8");
    const manifest = create({ modules: [ts.createSourceFile(source, code, ts.ScriptTarget.ES2022, true)] });
    const elements = manifest.modules
      .flatMap(({ declarations }) => declarations ?? [])
      .filter(({ tagName }) => tagName);
    if (elements.length === 0)
      throw new Failure(
        `${source} has no class with the doc tag @tagname, so there is nothing for custom-elements.json.`,
      );
    mkdirSync(staging, { recursive: true });
    // The package holds bundles, not the sources: the class is reached through index.js.
    writeFileSync(file, JSON.stringify(manifest).replaceAll(JSON.stringify(source), '"dist/index.js"'));
  });
  return [file];
}
