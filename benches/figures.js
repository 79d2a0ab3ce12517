// Where the bench's tables go: all of them into docs/figures.md, ten figures of them into the README.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Failure, root } from "../tasks/command.js";

const start = "<!-- bench:start -->";
const end = "<!-- bench:end -->";

/**
 * The README's ten: what each is called there, how the title of its table begins, and where in the
 * table ours and a peer's stand, by the row's first cell and the column's head (or both rows, one column).
 */
const ten = [
  {
    what: "bytes that a German page loads, brotli",
    table: "Bytes that a German page loads",
    column: "brotli 11",
    ours: "the widget in all",
    peer: "shariff 3.3.0 + reading-time + keyword-extractor, one bundle",
  },
  {
    what: "from script to widget on a slow phone (6 × CPU throttle), ms",
    table: "From script to widget",
    row: "rendered, 6 × CPU throttle",
    ours: "widget",
    peer: "shariff + reading-time + keyword-extractor",
  },
  {
    what: "longest task meanwhile, ms",
    table: "From script to widget",
    row: "longest task, 6 × CPU throttle",
    ours: "widget",
    peer: "shariff + reading-time + keyword-extractor",
  },
  {
    what: "a warm analysis of 1,000 words in Chromium, ms",
    table: "Analysis of 1,000 German words",
    row: "Chromium: a warm call",
    ours: "widget",
    peer: "reading-time + keyword-extractor",
  },
  {
    what: "strings in scripts without spaces counted unlike a person, of 52",
    table: "293 strings counted unlike a person",
    column: "without spaces, of 52",
    ours: "reading-widget",
    peer: "reading-time 1.5",
  },
  {
    what: "languages found in 200 letters, of 70",
    table: "Language found",
    column: "found",
    ours: "reading-widget",
    peer: "franc",
  },
  {
    what: "topics found in texts, F1@5/F1@10 in per cent, seven sets",
    table: "Topics found in texts",
    column: "mean",
    ours: "reading-widget, native",
    peer: "YAKE, n=2 (Python)",
  },
  {
    what: "the article's text on 360 real pages, F1",
    table: "Finding the article on 360 real pages",
    column: "F1",
    ours: "reading-widget, Rust",
    peer: "trafilatura, Python",
  },
  {
    what: "the article's title on the same pages, share right",
    table: "Finding the article on 360 real pages",
    column: "title",
    ours: "reading-widget, Rust",
    peer: "trafilatura, Python",
  },
  {
    what: "complaints about share widgets that are true",
    table: "The 27 complaints",
    row: "fails",
    ours: "reading-widget",
    peer: "Shariff 3.3.0",
  },
];

/** Writes all tables into docs/figures.md, and the ten into README.md. */
export function writeFigures(markdown) {
  replaceIn("docs/figures.md", markdown);
  replaceIn("README.md", headlines(markdown));
}

/**
 * Puts these tables, measured alone, in the place of those of the same title; a new one comes after the last of them.
 * Each says on which day it was measured, as the line below all tables speaks of the others.
 */
export function replaceFigures(tables) {
  const text = readFileSync(join(root, "docs/figures.md"), "utf8");
  const sections = text
    .slice(text.indexOf(start) + start.length, text.indexOf(end))
    .trim()
    .split(/\n\n(?=\*\*|Measured on)/);
  const day = new Date().toISOString().slice(0, 10);
  let last = -1;
  for (const table of tables) {
    const { title } = parsed(table);
    const dated = table.replace("\n", ` Measured alone on ${day}.\n`);
    const place = sections.findIndex((section) => parsed(section).title === title);
    if (place < 0) sections.splice(last + 1, 0, dated);
    else sections[place] = dated;
    last = place < 0 ? last + 1 : place;
  }
  writeFigures(sections.join("\n\n"));
}

/** The README's table, of the tables in this Markdown. A figure whose table wasn't measured is left out. */
export function headlines(markdown) {
  const tables = markdown.split(/^(?=\*\*)/m).map(parsed);
  const rows = ten.flatMap(({ what, table, row, column, ours, peer }) => {
    const found = tables.find(({ title }) => title.startsWith(table));
    if (!found) return [];
    const [own, other] = row
      ? [found.cell(row, ours), found.cell(row, peer)]
      : [found.cell(ours, column), found.cell(peer, column)];
    return [`| ${what} | ${own} | ${other} | ${peer.replace(/, (Python|one bundle)$/, "")} |`];
  });
  return ["| | reading-widget | peer | |", "|---|---:|---:|---|", ...rows].join("\n");
}

function parsed(section) {
  const title = /^\*\*(.*?)\.\*\*/.exec(section)?.[1] ?? "";
  const lines = section.split("\n").filter((line) => line.startsWith("|"));
  const [head = [], , ...rows] = lines.map((line) =>
    line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim()),
  );
  return {
    title,
    cell(row, column) {
      const value = rows.find(([name]) => name === row)?.[head.indexOf(column)];
      if (value === undefined) throw new Failure(`The table “${title}” has no “${column}” of “${row}” for the README.`);
      return value;
    },
  };
}

function replaceIn(name, markdown) {
  const file = join(root, name);
  const text = readFileSync(file, "utf8");
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from)
    throw new Failure(`${name} has no ${start} … ${end} to write the tables between: add both, and run again.`);
  writeFileSync(file, `${text.slice(0, from + start.length)}\n${markdown}\n${text.slice(to)}`);
}
