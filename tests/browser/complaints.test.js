// The 27 complaints of tests/complaints/: none is true of the widget. The same checks are put to its
// peers by `npm run bench`.
import { describe, test } from "node:test";
import { NOT_TESTED, Trial, complaints } from "../complaints/complaints.js";
import { widget } from "../complaints/subjects.js";
import { engine } from "./browser.js";
import { session } from "./session.js";

const shared = session();
let trial;

/** What an engine's driver can't show. */
const exceptions = {
  20: engine !== "chromium" && "only Chromium measures layout shift",
  21: engine !== "chromium" && "only Chromium's driver prints on the screen",
  22: engine === "webkit" && "WebKit can't be told which colour scheme the reader prefers",
};

describe("complaints", () => {
  for (const { number, complaint, check } of complaints) {
    test(`complaint ${number}: ${complaint}`, { skip: exceptions[number] || false }, async (context) => {
      trial ??= new Trial({ subject: widget, ...shared });
      if ((await check(trial)) === NOT_TESTED) context.skip("no lists on this machine");
    });
  }
});
