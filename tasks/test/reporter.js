// A reporter for node:test that writes what the sum over all suites needs, file by file.

/**
 * What each engine's driver says when its browser has crashed, and every command after that; what
 * tests/browser/engines.js says of one that hangs at its start.
 */
const lostBrowser =
  /NoSuchSession|Could not parse script result|Failed to decode response|ECONNREFUSED|ECONNRESET|socket hang up|did not start/;

/**
 * Ends with one JSON object: by file, `{ passed, failed, skipped, lost }`; `lost`: its browser crashed.
 * @param {AsyncIterable<import("node:test/reporters").TestEvent>} events
 */
export default async function* countTests(events) {
  /** @type {import("./count.js").Run["files"]} */
  const files = {};
  for await (const { type, data } of events) {
    if (type !== "test:pass" && type !== "test:fail") continue;
    // node:test reports a file that holds no test as a passed test of the file's name.
    if (type === "test:pass" && data.nesting === 0 && data.name.endsWith(".test.js")) continue;
    const name = data.file ?? data.name;
    const file = files[name] ?? { passed: 0, failed: 0, skipped: 0, lost: false };
    files[name] = file;
    const cause = type === "test:fail" ? data.details.error.cause : undefined;
    // A suite may say so too, where its hook found no browser.
    if (lostBrowser.test(`${cause?.name} ${cause?.message ?? cause}`)) file.lost = true;
    if (data.details?.type === "suite") continue;
    if (data.skip !== undefined || data.todo !== undefined) file.skipped++;
    else if (type === "test:pass") file.passed++;
    else file.failed++;
  }
  yield JSON.stringify(files);
}
