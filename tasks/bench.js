// Every figure of docs/figures.md, and so of the README's ten, ours and the peers' in one run.
// `--quick` takes fewer samples; `--write` puts the tables into both; `--only bytes,articles` measures these alone. READING_WIDGET_DATA names the folder
// of real pages with known answers (see benches/articles.js), PYTHON the one that has trafilatura.

import { cpus } from "node:os";
import { build } from "./build.js";
import { Failure, main } from "./command.js";
import { install } from "./install.js";
import { bundlePeers, installPeers } from "../benches/peers/bundle.js";

/**
 * What a measurement needs: `samples` of each, `progress` says what is going on.
 * @typedef {object} Means
 * @property {Awaited<ReturnType<typeof import("../benches/chromium.js").openChromium>>} chromium
 * @property {Awaited<ReturnType<typeof import("../benches/site.js").openSite>>} site
 * @property {Awaited<ReturnType<typeof bundlePeers>>} peers
 * @property {number} samples
 * @property {(what: string) => void} progress
 */

const options = ["--quick", "--write", "--only"];

/** @param {string[]} args */
async function bench(args) {
  const place = args.indexOf("--only");
  const only = place < 0 ? [] : (args[place + 1] ?? "").split(",").filter(Boolean);
  const unknown = args.find((arg, index) => !options.includes(arg) && (place < 0 || index !== place + 1));
  if (unknown || (place >= 0 && only.length === 0))
    throw new Failure(
      `npm run bench doesn't take ${unknown ?? "--only without names"}: it takes --quick, --write and --only bytes,articles, after "--".`,
    );
  const samples = args.includes("--quick") ? 3 : 11;

  await install({ browsers: true });
  await installPeers();
  await build();
  const peers = await bundlePeers();

  // These need what has just been installed.
  const { openChromium } = await import("../benches/chromium.js");
  const { openSite } = await import("../benches/site.js");
  const { measureBytes } = await import("../benches/bytes.js");
  const { measurePage } = await import("../benches/page.js");
  const { measureAnalysis } = await import("../benches/analysis.js");
  const { measureCounts, measureCounting } = await import("../benches/counting.js");
  const { measureShare } = await import("../benches/share.js");
  const { measureComplaints } = await import("../benches/complaints.js");
  const { measureLanguage } = await import("../benches/language.js");
  const { measureLanguages, measureTopics } = await import("../benches/topics.js");
  const { measureArticles } = await import("../benches/articles.js");
  const { measureReading } = await import("../benches/reading.js");
  const { forMarkdown, forTerminal } = await import("../benches/table.js");

  const site = await openSite(peers);
  const chromium = await openChromium();
  const progress = (/** @type {string} */ what) => console.log(`Measuring: ${what}`);
  /** @type {import("../benches/table.js").Table[]} */
  let tables = [];
  try {
    // By these names they can be chosen. Each gives a table, several, or none where what it needs is missing.
    /** @type {Record<string, (means: Means) => Promise<import("../benches/table.js").Table | import("../benches/table.js").Table[] | undefined>>} */
    const measures = {
      bytes: measureBytes,
      page: measurePage,
      analysis: measureAnalysis,
      counts: measureCounts,
      counting: measureCounting,
      language: measureLanguage,
      topics: measureTopics,
      languages: measureLanguages,
      articles: measureArticles,
      reading: measureReading,
      share: measureShare,
      complaints: measureComplaints,
    };
    const odd = only.filter((name) => !(name in measures));
    if (odd.length > 0)
      throw new Failure(`There is no measurement ${odd.join(", ")}: there are ${Object.keys(measures).join(", ")}.`);
    for (const [, measure] of Object.entries(measures).filter(([name]) => only.length === 0 || only.includes(name)))
      tables = tables.concat((await measure({ chromium, site, peers, samples, progress })) ?? []);
  } finally {
    await chromium.close();
    await site.close();
  }

  const circumstances = `Measured on ${new Date().toISOString().slice(0, 10)} with Chromium ${chromium.version} and Node ${process.versions.node} on ${cpus().length} CPUs (${cpus()[0]?.model.trim()}); a ratio is the peers' figure divided by the widget's.`;
  console.log(`\n${[...tables.map(forTerminal), circumstances].join("\n\n")}`);
  if (args.includes("--write")) {
    const { replaceFigures, writeFigures } = await import("../benches/figures.js");
    if (only.length > 0) replaceFigures(tables.map(forMarkdown));
    else writeFigures([...tables.map(forMarkdown), circumstances].join("\n\n"));
    console.log("\nWritten into docs/figures.md and README.md.");
  }
}

await main(import.meta.url, bench);
