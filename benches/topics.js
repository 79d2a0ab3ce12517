// The topics of texts with known topics, beside the peers.

import { existsSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { onPath, read, root, run } from "../tasks/command.js";
import { unpacked } from "./data.js";
import { median } from "./samples.js";
import { bytes, milliseconds } from "./table.js";

const here = join(root, "benches", "topics");
const work = join(root, "target", "bench", "topics");
const packages = ["snowballstemmer==3.1.1", "yake==0.7.3", "rake-nltk==1.0.6"];

/** Sets of news, whose times are given. */
const news = ["de-tags", "kpcrowd", "wikinews"];

const native = (subject) => (input, output) =>
  run(join(here, "target", "release", "topics-bench"), [subject, input, output]);
const inPython = (subject) => (input, output) => run(python, [join(here, "peers.py"), subject, input, output]);
const inNode = (subject) => (input, output) =>
  run(process.execPath, [join(here, "in-node.js"), subject, input, output]);
const python = join(work, "python", "bin", "python");

/** @type {[string, string, (gold: string, results: string) => void | Promise<void>][]} */
const subjects = [
  ["reading-widget, native", "ours", native("ours")],
  ["reading-widget, wasm in Node", "wasm", inNode("widget")],
  ["YAKE, n=2 (Python)", "yake", inPython("yake")],
  ["yake-rust, n=2", "yake-rust", native("yake-rust")],
  ["keyword_extraction, TextRank (Rust)", "text-rank", native("text-rank")],
  ["keyword-extractor by count, in Node", "keyword-extractor", inNode("keyword-extractor")],
  ["RAKE (rake-nltk, Python)", "rake", inPython("rake")],
];

/** @returns {Promise<import("./table.js").Table | undefined>} nothing where the data or Python is missing */
export async function measureTopics({ progress }) {
  const folder = await unpacked("topics");
  if (!folder) return undefined;
  const data = join(folder, "topics");
  if (!onPath("python3") || !(await installPython()))
    return skip("there is no Python with venv and a connection to PyPI");
  await run("cargo", ["build", "--release", "--locked", "--quiet", "--manifest-path", join(here, "Cargo.toml")]);

  const sets = readdirSync(data)
    .filter((name) => name.endsWith(".jsonl"))
    .map((name) => name.slice(0, -6));
  const rows = [];
  for (const [label, name, topicsOf] of subjects) {
    progress(`topics by ${label}`);
    const scores = {};
    try {
      mkdirSync(join(work, name), { recursive: true });
      for (const set of sets) {
        const [gold, results] = [join(data, `${set}.jsonl`), join(work, name, `${set}.jsonl`)];
        await topicsOf(gold, results);
        scores[set] = JSON.parse(read(python, [join(here, "score.py"), gold, results], { stderr: "inherit" }));
      }
    } catch (error) {
      rows.push([label, ...sets.map(() => "–"), "–", `failed: ${error.message}`]);
      continue;
    }
    const mean = (key) => sets.reduce((sum, set) => sum + scores[set][key], 0) / sets.length;
    const both = (five, ten) => `${five.toFixed(1)}/${ten.toFixed(1)}`;
    const times = news.filter((set) => scores[set]).map((set) => scores[set].ms);
    rows.push([
      label,
      ...sets.map((set) => both(scores[set]["f1@5"], scores[set]["f1@10"])),
      both(mean("f1@5"), mean("f1@10")),
      times.length > 0 ? milliseconds(median(times)) : "–",
    ]);
  }
  return {
    title: "Topics found in texts",
    explanation:
      "F1@5/F1@10 in per cent on the development halves of seven public sets with known topics (German tags, English crowd, Portuguese broadcasts, French Wikinews, " +
      "Polish, English and English abstracts), exact match after stemming, everybody told the language; the median time of a news document, ours with the whole " +
      "analysis. RAKE has plain tokenizers and YAKE's stop words, since it downloads its own.",
    head: ["", ...sets, "mean", "ms"],
    rows,
  };
}

/** What each language costs: its part for the topics, and the whole file. */
export async function measureLanguages() {
  const folder = join(root, "dist", "languages");
  const size = (value) => brotliCompressSync(Buffer.from(JSON.stringify(value))).length;
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const languages = files.map((name) => [name.slice(0, -5), JSON.parse(readFileSync(join(folder, name), "utf8"))]);
  const rows = languages
    .filter(([, language]) => language.topics)
    .map(([code, language]) => [
      code,
      String(language.topics.stop.split(" ").length),
      bytes(size(language.topics)),
      bytes(size(language)),
    ]);
  return {
    title: "Languages with words for the topics",
    explanation:
      "Stop words, and bytes (brotli 11) of the part for the topics and of the whole file, which a reader loads for the article's language alone.",
    head: ["", "stop words", "topics", "file"],
    rows,
  };
}

async function installPython() {
  if (existsSync(python)) return true;
  mkdirSync(work, { recursive: true });
  try {
    await run("python3", ["-m", "venv", join(work, "python")]);
    await run(python, ["-m", "pip", "install", "--quiet", ...packages]);
    return true;
  } catch {
    return false;
  }
}

function skip(reason) {
  console.log(`Not measured: topics beside their peers, since ${reason}.`);
  return undefined;
}
