// The article that the pages of these tests have, written by us.

const PARAGRAPHS = [
  "The old swing bridge over the Warnow inlet will stay closed to traffic until next spring. Engineers who opened its bearings on Tuesday found cracks in three of the four steel rollers, the harbour authority said. The swing bridge carries about nine thousand cars a day and is the shortest way between the ferry terminal and the old town.",
  "For the ferry terminal the closure comes at the worst possible time. Two new lines to Gotland begin in April, and the operators had counted on the short way into town. Buses will now take the ring road, which adds twenty minutes to every trip, and the harbour authority wants to hire a passenger boat for the months in between.",
  "“We knew that the rollers were old, but nobody expected cracks of this depth,” said Marta Lindqvist, who leads the inspection. Her team had planned to grease the bearings and be gone within a week. Instead a crane barge now lies beside the pier, and divers look at the foundation every morning before the tide turns.",
  "The swing bridge was built in 1911 and has been repaired four times since. After the flood of 1962 the wooden fender was replaced, and in 1987 the drive was changed from steam to electricity. The rollers, though, are still those that the shipyard delivered more than a century ago, and no foundry in the country casts that size today.",
  "Shopkeepers in the old town fear for their summer. “Half of my customers come from the ferry terminal on foot,” said Jonas Albrecht, who sells smoked fish at the quay. He remembers the closure of 1987, when the street in front of his father’s shop was empty for a year and two of the neighbours gave up.",
];

const HEADINGS = { 1: '<h2 id="s2">What the divers saw</h2>', 3: '<h2 id="s5">The old town is worried</h2>' };

/** The running text: five paragraphs, the second and the fourth under a heading with an id. */
export const TEXT = PARAGRAPHS.map((text, index) => `${HEADINGS[index] ?? ""}<p>${text}</p>`).join("\n");

export const TITLE = "Swing bridge closed until spring";

/** A page around the article. `article` is all that stands in `<article>`; by default title, byline and text. */
export function page({
  html = 'lang="en"',
  head = "",
  style = "",
  tag = '<script type="module" src="/dist/reading-widget.js"></script>',
  article = `<h1>${TITLE}</h1><p class="byline">By Anna Vester, 12 March 2026</p>${TEXT}`,
  before = "",
  after = "",
} = {}) {
  return `<!doctype html>
<html ${html}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${TITLE}</title>
<link rel="canonical" href="https://news.example/harbour/swing-bridge"><meta property="article:tag" content="swing bridge"><meta property="article:tag" content="ferry terminal"><meta property="article:tag" content="harbour authority">
<style>body{margin:0;font:1rem/1.6 Georgia,serif}main{max-width:46rem;margin:0 auto;padding:0 1rem}${style}</style>${head}${tag}</head>
<body>${before}<main><article>${article}</article></main>${after}</body></html>`;
}
