// The command line.

import { parseArgs } from "node:util";
import { analyzeFiles } from "./analyze-files.ts";

const usage = `usage: reading-widget analyze FILE… [--text] [--explain]

One JSON line for each file, {"file": …, …Analysis} or {"file": …, "error": …}.
A file is HTML or text, told by looking; - is standard input; a directory means its HTML files.

  --text      adds the counted text
  --explain   adds each block with the reason why it was counted or not`;

process.exitCode = await main();

async function main(): Promise<number> {
  const parsed = parse();
  if (typeof parsed === "string") return refuse(parsed);
  const { values, positionals } = parsed;
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const [command, ...files] = positionals;
  if (command !== "analyze") return refuse(command ? `there is no command "${command}"` : "a command is missing");
  if (files.length === 0) return refuse("a file is missing");
  return analyzeFiles(files, { includeText: values.text, explain: values.explain });
}

function parse() {
  try {
    const options = {
      text: { type: "boolean" },
      explain: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    } as const;
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    return (error as Error).message;
  }
}

function refuse(reason: string): number {
  console.error(`reading-widget: ${reason}\n\n${usage}`);
  return 2;
}
