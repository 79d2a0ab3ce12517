// What every test file starts with: one browser and one site for all of its tests.
import { after, before } from "node:test";
import { openBrowser } from "./browser.js";
import { openSite } from "./site.js";

/**
 * @param {(site: Awaited<ReturnType<typeof openSite>>) => void} [prepare] puts up what all tests of the file visit
 * @returns {{ browser: import("./browser.js").Browser, site: Awaited<ReturnType<typeof openSite>> }} filled before the first test
 */
export function session(prepare) {
  const shared = /** @type {ReturnType<typeof session>} */ ({});
  before(async () => {
    shared.site = await openSite();
    prepare?.(shared.site);
    shared.browser = await openBrowser();
  });
  after(async () => {
    await shared.browser?.close();
    await shared.site?.close();
  });
  return shared;
}
