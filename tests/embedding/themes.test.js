// Pages in the markup of themes that many sites have, written by us: the widget stands in the text's
// column, under the title and behind the text, and the theme looks as it did.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { describe, test } from "node:test";
import { TEXT, TITLE } from "./article.js";
import { hosts } from "./hosts.js";

const shared = hosts();
const folder = new URL("themes/", import.meta.url);
const themes = (await readdir(folder)).map((file) => file.replace(/\.html$/, ""));

/** Words of the article's own text, headings among them. */
const WORDS = TEXT.replace(/<[^>]+>/g, " ")
  .split(/\s+/)
  .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

async function visit(theme, { bare = false } = {}) {
  const html = (await readFile(new URL(`${theme}.html`, folder), "utf8"))
    .replaceAll("%TITLE%", TITLE)
    .replaceAll("%TEXT%", TEXT);
  // With a scroll bar from the start: one that comes with our height would move a centred column.
  const steady = html.replace("<style>", "<style>html{overflow-y:scroll}");
  await shared.visit(bare ? steady.replace(/<script type="module".*?<\/script>/, "") : steady);
}

/** Runs in the page: where everything that the theme itself has drawn stands across, and how it looks. */
function looks() {
  return [...document.querySelectorAll("main *")]
    .filter((element) => !element.closest("reading-widget") && element.localName !== "script")
    .map((element) => {
      const { left, width } = element.getBoundingClientRect();
      const { fontSize, color, display } = getComputedStyle(element);
      return [element.localName, element.className, Math.round(left), Math.round(width), fontSize, color, display].join(
        " ",
      );
    });
}

function measure(title, first, last) {
  const find = (text) => {
    const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode())
      if (walker.currentNode.data.includes(text)) return walker.currentNode.parentElement.closest("h1, h2, h3, p");
  };
  const box = (element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return { left: Math.round(left), right: Math.round(right), top: top + scrollY, bottom: bottom + scrollY };
  };
  const [head, end] = witness.widgets();
  return {
    head: box(head),
    end: box(end),
    title: box(find(title)),
    first: box(find(first)),
    last: box(find(last)),
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    time: witness.words(witness.part("time")),
    chips: witness.parts("topic").length,
    words: head.analysis.words,
    share: witness.shown(witness.part("share-button")),
    warnings: witness.warnings,
    errors: witness.errors,
  };
}

for (const [name, width] of [
  ["a desktop", 1200],
  ["a phone", 400],
]) {
  describe(`on ${name}`, () => {
    for (const theme of themes) {
      test(theme, async () => {
        await shared.browser.resize(width, 900);
        await visit(theme, { bare: true });
        const before = await shared.browser.inPage(looks);
        await visit(theme);
        await shared.browser.inPage(() => witness.settled(2));
        await shared.browser.inPage(() => witness.frames(3));
        assert.deepEqual(await shared.browser.inPage(looks), before);
        const seen = await shared.browser.inPage(measure, TITLE, "stay closed to traffic", "fear for their summer");
        assert.deepEqual(
          { warnings: seen.warnings, errors: seen.errors, overflow: seen.overflow, share: seen.share },
          { warnings: [], errors: [], overflow: 0, share: true },
        );
        assert.match(seen.time, /\d min read/);
        assert.ok(
          seen.words >= WORDS && seen.words <= WORDS + 20,
          `${seen.words} words counted, ${WORDS} to be read, and perhaps a lead`,
        );
        assert.ok(seen.chips >= 3, `${seen.chips} chips`);
        assert.ok(
          seen.head.top >= seen.title.bottom - 1 && seen.head.bottom <= seen.first.top + 1,
          `between title and text: ${JSON.stringify(seen)}`,
        );
        assert.ok(seen.end.top >= seen.last.bottom - 1, `behind the text: ${JSON.stringify(seen)}`);
        // In the column of the title, or of the text where that is another.
        const inColumn = (widget, column) =>
          widget.left >= column.left - 1 &&
          widget.left <= column.left + 1 &&
          widget.right > column.left + 150 &&
          widget.right <= column.right + 1;
        assert.ok(
          inColumn(seen.head, seen.title) || inColumn(seen.head, seen.first),
          `the head's column: ${JSON.stringify(seen)}`,
        );
        assert.ok(inColumn(seen.end, seen.last), `the end's column: ${JSON.stringify(seen)}`);
      });
    }
  });
}
