// Sharing a passage: what is selected becomes a link, and the browser that opens the link marks
// exactly that. What it has marked is seen on a picture of the page, where `::target-text` is magenta.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { engine } from "./browser.js";
import { session } from "./session.js";
import { page, TAG } from "./site.js";

const shared = session();
const inPage = (act, ...values) => shared.browser.inPage(act, ...values);

/** `[` and `]` stand around what is selected, `{` and `}` around what is to be marked where that is more. */
const cases = [
  { name: "one word", body: "<p>Der [Verkehr] rollt wieder.</p>" },
  { name: "umlauts and ß", body: "<p>Die Küche öffnet. [Süße Äpfel für größere Gäste] gibt es später.</p>" },
  { name: "hyphens and dashes", body: "<p>Das [E-Mail-Fach – ein SPD-naher Ort —] ist voll - sagt man.</p>" },
  { name: "a comma, an ampersand, a percent sign", body: "<p>Bei [Müller, Meier & Co. sind 50 % der Waren] weg.</p>" },
  { name: "German quotation marks", body: "<p>Er sagte: [„Der Weg ist frei“, und ging.] Dann war es still.</p>" },
  {
    name: "French quotation marks with spaces",
    lang: "fr",
    body: "<p>Il a dit : [« La route est libre », et il est parti.] Puis rien.</p>",
  },
  {
    name: "an apostrophe",
    lang: "en",
    body: "<p>It wasn’t there. [The town’s ‘old’ harbour isn't lost.] So what?</p>",
  },
  {
    name: "soft hyphens",
    body: "<p>Die [Donau\u00addampf\u00adschiff\u00adfahrts\u00adgesell\u00adschaft fährt] wieder.</p>",
  },
  {
    name: "no-break spaces and several spaces",
    body: "<p>Es sind [7\u00a0Kilometer\n      und   drei\tMeter] bis dorthin.</p>",
  },
  { name: "ligatures", lang: "en", body: "<p>The [of\ufb01ce \ufb02oor was e\ufb03cient] enough.</p>" },
  { name: "decomposed letters", body: "<p>Die Ku\u0308che [o\u0308ffnet fu\u0308r Ga\u0308ste] heute.</p>" },
  { name: "emoji", body: "<p>Ein Tag [mit 👩‍👩‍👧 und ❤️ am Fluss] endet.</p>" },
  {
    name: "across inline elements",
    body: "<p>Der <b>{Verk[ehr</b> rollt <a href='#x'>wie<i>der</i> heu]te}</a> über die Brücke.</p>",
  },
  { name: "half a word is widened to the word", body: "<p>Der {Ver[kehr ro]llt} wieder.</p>" },
  {
    name: "a word that stands there before",
    body: "<p>Der Verkehr rollt. Am Abend steht der [Verkehr] still. Der Verkehr ruht.</p>",
  },
  { name: "the first of equal words", body: "<p>Der [Verkehr] rollt. Am Abend steht der Verkehr still.</p>" },
  {
    name: "a sentence that stands in the page's navigation too",
    before: "<nav><a href='/a'>Die Brücke ist offen</a> <a href='/b'>Wetter</a></nav>",
    body: "<p>Die Stadt meldet es. [Die Brücke ist offen], sagt sie.</p>",
  },
  {
    name: "a whole paragraph among equal ones",
    body: "<p>Erster Teil.</p><p>Ja, sagt er.</p><p>Zweiter Teil.</p><p>[Ja, sagt er.]</p><p>Dritter Teil.</p>",
  },
  {
    name: "the same words with other case and accents",
    body: "<p>Der VERKEHR ruht. Der Vérkehr auch. [Der Verkehr] rollt.</p>",
  },
  {
    name: "across two paragraphs",
    body: "<p>Am Morgen war es still. [Am Abend kam der Lärm.</p><p>Niemand schlief] in dieser Nacht.</p>",
  },
  {
    name: "across a heading, a list and a picture",
    body: "<p>Anfang und [Schluss.</p><h2>Die Folgen</h2><ul><li>Erstens Lärm</li><li>Zweitens Staub</li></ul><figure><svg width=10 height=10></svg><figcaption>Ein Bild</figcaption></figure><p>Danach war] Ruhe.</p>",
  },
  { name: "over a line break", body: "<p>Rosen sind rot,<br>[Veilchen sind blau,<br>Zucker ist] süß.</p>" },
  {
    name: "a long passage",
    body: `<p>Es begann so. [${"Ein Satz mit Wörtern folgt dem nächsten Satz, und so fort. ".repeat(9)}Hier endet] alles.</p>`,
  },
  {
    name: "two paragraphs that begin and end alike",
    body: "<p>Vorher.</p><p>Wie gesagt, so war es. Mitte eins. So war es.</p><p>[Wie gesagt, so war es. Mitte zwei. So war es.</p><p>Wie gesagt, so war es.] Mitte drei. So war es.</p>",
  },
  {
    name: "Arabic",
    lang: "ar",
    dir: "rtl",
    body: "<p>فتحت المدينة الجسر. [وقال العُمدة: «الطريق مفتوح، والجسر آمن»] أمام الناس.</p>",
  },
  { name: "Hebrew with numbers", lang: "he", dir: "rtl", body: "<p>הגשר נפתח. [אחרי 3 שנים, העיר חוגגת] היום.</p>" },
  {
    name: "Persian with joiners",
    lang: "fa",
    dir: "rtl",
    body: "<p>پل باز شد. [مردم می‌گویند کتاب‌خانه] هم باز است.</p>",
  },
  { name: "Japanese", lang: "ja", body: "<p>橋が再び開通した。[市長は「道は開かれた」と述べた。]市民は喜んだ。</p>" },
  { name: "Japanese, a repeated word", lang: "ja", body: "<p>橋は古い。新しい[橋]は長い。橋の上は静かだ。</p>" },
  { name: "Chinese", lang: "zh", body: "<p>大桥重新开放。[市长说：“道路已经畅通。”]市民很高兴。</p>" },
  { name: "Thai", lang: "th", body: "<p>สะพานเปิดอีกครั้ง [ชาวเมืองดีใจมาก] ในวันนี้</p>" },
  {
    name: "Turkish capitals",
    lang: "tr",
    body: "<p>İSTANBUL'da köprü açıldı. [İlk ışıkta geçtiler.] Sonra durdular.</p>",
  },
  { name: "Greek final sigma", lang: "el", body: "<p>Ο ΔΡΟΜΟΣ άνοιξε. [Ο δρόμος είναι ανοιχτός.] Τέλος.</p>" },
  {
    name: "capitals by style",
    body: "<p>Der <em style='text-transform: uppercase'>[Verkehr auf der Straße]</em> rollt.</p>",
  },
  {
    name: "hidden text in between",
    body: "<p>Der Verkehr [rollt <span hidden>gar nicht</span><span style='display:none'>nie</span>wieder über] die Brücke.</p>",
  },
];

/** The page of a case, with what is to be selected between two marks that nobody sees. */
function pageOf({ body, lang = "de", dir = "ltr", before = "" }) {
  const signs = { "[": "from", "]": "to", "{": "markedFrom", "}": "markedTo" };
  const marked = body.replace(/[[\]{}]/g, (sign) => `<!--${signs[sign]}-->`);
  return page({
    lang,
    before,
    head: `<style>::target-text { background: #f0f; color: #000 } body { font: 16px/2 'Noto Sans', 'Noto Sans CJK JP', sans-serif; background: #fff; color: #000; max-width: 40em } reading-widget { display: none } nav, article { direction: ${dir} }</style>`,
    tag: TAG.replace("<script", '<script data-targets="copy qr"'),
    body: `${marked}<p lang="de">${"Die Stadt freut sich über jeden Tag ohne Lärm, und niemand will zurück. ".repeat(12)}</p>`,
  });
}

/** Runs in the page: selects what stands between two of the marks. */
function select([from, to]) {
  const range = document.createRange();
  const comments = document.createTreeWalker(document.body, NodeFilter.SHOW_COMMENT);
  while (comments.nextNode()) {
    if (comments.currentNode.data === from) range.setStartAfter(comments.currentNode);
    if (comments.currentNode.data === to) range.setEndBefore(comments.currentNode);
  }
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}

/** Selects, waits for the late file, and gives what `reading-share` says when "copy" is pressed. */
async function share() {
  await inPage(select, ["from", "to"]);
  return inPage(async () => {
    const widget = witness.widgets().find((widget) => widget.shadowRoot.querySelector("[data-target=copy]"));
    const said = () =>
      new Promise((resolve) => {
        addEventListener(
          "reading-share",
          (event) => {
            event.preventDefault();
            resolve(event.detail);
          },
          { once: true },
        );
        widget.shadowRoot.querySelector("[data-target=copy]").click();
      });
    for (let tries = 0; tries < 60; tries++) {
      const detail = await said();
      if (detail.quote) return detail;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error("no quotation within 3 s");
  });
}

/**
 * The magenta of a picture of the screen, against where the passage's words are: how much of the
 * words' boxes is magenta, and how much magenta lies outside of them.
 */
async function markedOnScreen(marks) {
  const picture = await shared.browser.picture();
  await inPage(select, marks);
  return inPage(async (picture) => {
    const range = getSelection().getRangeAt(0);
    const boxes = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (!range.intersectsNode(node) || !node.parentElement.checkVisibility()) continue;
      const part = document.createRange();
      const [from, to] = [
        node === range.startContainer ? range.startOffset : 0,
        node === range.endContainer ? range.endOffset : node.data.length,
      ];
      if (from >= to || !node.data.slice(from, to).trim()) continue;
      part.setStart(node, from);
      part.setEnd(node, to);
      boxes.push(...part.getClientRects());
    }
    getSelection().removeAllRanges();
    const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
    canvas.drawImage(image, 0, 0);
    const { data } = canvas.getImageData(0, 0, image.width, image.height);
    const scale = image.width / innerWidth;
    const isInside = (x, y) =>
      boxes.some(({ left, right, top, bottom }) => x >= left - 3 && x <= right + 3 && y >= top - 3 && y <= bottom + 3);
    let [inside, outside] = [0, 0];
    for (let y = 0; y < image.height; y++) {
      for (let x = 0; x < image.width; x++) {
        const place = 4 * (y * image.width + x);
        if (data[place] < 200 || data[place + 1] > 80 || data[place + 2] < 200) continue;
        if (isInside(x / scale, y / scale)) inside++;
        else outside++;
      }
    }
    const area = boxes.reduce((sum, { width, height }) => sum + width * height, 0) * scale * scale;
    return { inside: inside / area, outside, boxes: boxes.length };
  }, picture);
}

async function open(url) {
  await shared.browser.visit("about:blank");
  await shared.browser.visit(url);
  await inPage(
    () =>
      new Promise((/** @type {(value?: unknown) => void} */ resolve) =>
        document.readyState === "complete" ? resolve() : addEventListener("load", resolve),
      ),
  );
  await inPage(() => new Promise((resolve) => setTimeout(resolve, 150)));
}

/** The words of markup, as a reader sees them. */
function words(body) {
  const shown = body.replace(/<(style|span)\b.*?<\/\1>/g, "").replace(/[[\]{}]/g, "");
  const blocks = shown.replace(/<\/?(?:p|h2|ul|li|br|figure|figcaption)\b[^>]*>/g, " ").replace(/<[^>]+>/g, "");
  return blocks.replaceAll("\u00ad", "").replaceAll("&amp;", "&").replace(/\s+/g, " ").trim();
}

describe("a link to a passage", { skip: engine === "webkit" && "WebKitGTK has no text fragments" }, () => {
  for (const one of cases) {
    test(`marks exactly it: ${one.name}`, async (context) => {
      const address = shared.site.put(pageOf(one));
      await open(address);
      await inPage(async () => {
        await witness.settled(1);
      });
      const { quote, url } = await share();
      const isWidened = one.body.includes("{");
      assert.equal(quote, words((isWidened ? /\{(.*)\}/s : /\[(.*)\]/s).exec(one.body)[1]));
      assert.ok(url.startsWith(`${address}#:~:text=`), url);
      await open(url);
      const { inside, outside } = await markedOnScreen(isWidened ? ["markedFrom", "markedTo"] : ["from", "to"]);
      context.diagnostic(`${url.split("#")[1]} ${inside.toFixed(2)} ${outside}`);
      assert.ok(inside > 0.5, `${url} marks ${Math.round(inside * 100)} % of the passage`);
      assert.ok(outside < 30, `${url} marks ${outside} pixels besides`);
    });
  }

  test("the picture shows what is wrong", async () => {
    const address = shared.site.put(pageOf(cases[0]));
    await open(`${address}#:~:text=rollt`);
    const other = await markedOnScreen(["from", "to"]);
    assert.ok(other.inside === 0 && other.outside > 100, JSON.stringify(other));
    await open(address);
    const none = await markedOnScreen(["from", "to"]);
    assert.deepEqual([none.inside, none.outside], [0, 0]);
  });
});
