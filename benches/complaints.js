// Which of the 27 complaints are true of the widget and of its peers: the same checks for each of them.

import { join } from "node:path";
import { openBrowser } from "../tests/browser/browser.js";
import { openSite } from "../tests/browser/site.js";
import { NOT_OFFERED, NOT_TESTED, Trial, complaints } from "../tests/complaints/complaints.js";
import { shareon, shariff, widget } from "../tests/complaints/subjects.js";
import { root } from "../tasks/command.js";

const packages = join(root, "benches", "node_modules");

/** @returns {Promise<import("./table.js").Table>} */
export async function measureComplaints({ progress }) {
  const subjects = [widget, shariff(packages), shareon(packages)];
  const answers = [];
  for (const subject of subjects) {
    progress(`the 27 complaints, ${subject.name}`);
    const site = await openSite();
    const browser = await openBrowser();
    try {
      const trial = new Trial({ subject, browser, site });
      const own = [];
      for (const { check } of complaints) own.push(await answer(check, trial));
      answers.push(own);
    } finally {
      await browser.close();
      await site.close();
    }
  }
  const count = (own) => `${own.filter((answer) => answer === FAILS).length} of ${complaints.length}`;
  return {
    title: "The 27 complaints",
    explanation:
      "What readers and publishers complain about in the trackers of share widgets, each as a check in Chromium (`tests/complaints/`) that all three are put through, " +
      "as their READMEs embed them; “fails” where the complaint is true, “–” where there is nothing it could be true of.",
    head: ["complaint", ...subjects.map(({ name }) => name)],
    rows: [
      ...complaints.map(({ number, complaint }, index) => [
        `${number} ${complaint}`,
        ...answers.map((own) => own[index]),
      ]),
      ["fails", ...answers.map(count)],
    ],
  };
}

const FAILS = "fails";

async function answer(check, trial) {
  try {
    const outcome = await check(trial);
    return outcome === NOT_OFFERED ? "–" : outcome === NOT_TESTED ? "not tested" : "holds";
  } catch (error) {
    if (process.env.EXPLAIN) console.log(`${trial.subject.name}: ${error.message.slice(0, 300)}`);
    return FAILS;
  }
}
