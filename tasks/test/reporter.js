// A reporter for node:test that writes the counts alone, for the sum over all suites.

/** Ends with one JSON object: `{ passed, failed, skipped }`. */
export default async function* countTests(events) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of events) {
    if (type !== "test:pass" && type !== "test:fail") continue;
    if (data.details?.type === "suite") continue;
    // node:test reports a file that holds no test as a passed test of the file's name.
    if (type === "test:pass" && data.nesting === 0 && data.name.endsWith(".test.js")) continue;
    if (data.skip !== undefined || data.todo !== undefined) counts.skipped++;
    else if (type === "test:pass") counts.passed++;
    else counts.failed++;
  }
  yield JSON.stringify(counts);
}
