// A table of a measurement: aligned for a terminal, and as Markdown for docs/figures.md.

/** @typedef {{ title: string, explanation: string, head: string[], rows: string[][] }} Table the first column is text, the others are figures */

/** @param {Table} table */
export function forTerminal({ title, explanation, head, rows }) {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((cells) => cells[column].length)));
  const line = (cells) =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])))
      .join("   ")
      .trimEnd();
  return [title, ...[head, ...rows].map((cells) => `  ${line(cells)}`), `  ${explanation}`].join("\n");
}

/** @param {Table} table */
export function forMarkdown({ title, explanation, head, rows }) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  const rule = `|${head.map((_, column) => (column === 0 ? "---" : "---:")).join("|")}|`;
  return [`**${title}.** ${explanation}`, "", line(head), rule, ...rows.map(line)].join("\n");
}

export function bytes(value) {
  return Math.round(value).toLocaleString("en");
}

/** Three figures are as many as such a measurement has. */
export function milliseconds(value) {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** How many times `ours` fits in `theirs`. */
export function ratio(theirs, ours) {
  const times = theirs / ours;
  return `${times >= 10 ? times.toFixed(0) : times.toFixed(1)} ×`;
}
