// A real voice: espeak-ng by way of speech-dispatcher, in Chromium (headless Firefox has no voices).
// `npm test voice` installs both and runs it; the other tests bring voices of their own.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { openBrowser } from "../browser/browser.js";
import { openSite, page } from "../browser/site.js";

let browser;
let site;
let sound;
let dispatcher;
const folder = mkdtempSync(join(tmpdir(), "voice-"));

before(async () => {
  // A sound card that nobody hears, and the voices, before the browser looks for them.
  Object.assign(process.env, { XDG_RUNTIME_DIR: folder, PULSE_SERVER: `unix:${folder}/sound` });
  const modules = ["module-null-sink", `module-native-protocol-unix auth-anonymous=1 socket=${folder}/sound`];
  sound = spawn(
    "pulseaudio",
    ["-n", "--exit-idle-time=-1", "--use-pid-file=no", ...modules.flatMap((module) => ["-L", module])],
    { stdio: "ignore" },
  );
  await appears(join(folder, "sound"));
  const socket = join(folder, "speech-dispatcher", "speechd.sock");
  dispatcher = spawn(
    "speech-dispatcher",
    ["--run-single", "--timeout", "0", "--communication-method", "unix_socket", "--socket-path", socket],
    { stdio: "ignore" },
  );
  await appears(socket);
  site = await openSite();
  browser = await openBrowser({ voices: true });
});

after(async () => {
  await browser?.close();
  await site?.close();
  dispatcher?.kill();
  sound?.kill();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

async function appears(path) {
  for (const end = Date.now() + 20_000; !existsSync(path); ) {
    assert.ok(Date.now() < end, `${path} does not appear`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Writes down which events of which text come from the engine. */
const ear = `<script>
  window.heard = [];
  const speak = SpeechSynthesis.prototype.speak;
  SpeechSynthesis.prototype.speak = function (utterance) {
    for (const type of ["start", "boundary", "end", "error"]) {
      utterance.addEventListener(type, ({ error, charIndex }) => heard.push({ type, text: utterance.text, charIndex, error, at: Math.round(performance.now()) }));
    }
    return speak.call(this, utterance);
  };
</script>`;

const sentences = ["Dr. Anna Muster kam am 1. Mai.", "Die neue Brücke ist seit heute offen.", "Alle freuen sich."];

test("a voice of this machine reads an article from beginning to end", { timeout: 90_000 }, async () => {
  const body = `<reading-widget show="listen"></reading-widget><p>${sentences[0]} ${sentences[1]}</p><p>${sentences[2]}</p>`;
  await browser.visit(site.put(page({ head: ear, body })));
  await browser.inPage(() => witness.settled(1));
  await browser.until(() => speechSynthesis.getVoices().length > 0);
  await browser.until(() => witness.shown(witness.part("listen")));
  await browser.click(() => witness.part("listen").querySelector(".play"));
  await browser.until(() => witness.part("listen").classList.contains("playing"));
  const end = Date.now() + 60_000;
  while (
    await browser.inPage(
      () =>
        witness.part("listen").classList.contains("open") &&
        !witness.part("listen").querySelector("[role=alert]").textContent,
    )
  ) {
    assert.ok(Date.now() < end, JSON.stringify(await browser.inPage(() => heard)));
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const heard = await browser.inPage(() => heard);
  console.log(heard.map(({ type, text, at }) => `${at} ms ${type}: ${text}`).join("\n"));
  const of = (type) => heard.filter((event) => event.type === type).map(({ text }) => text);
  assert.deepEqual(of("start"), sentences);
  assert.deepEqual(of("end"), sentences);
  assert.deepEqual(of("error"), []);
  const [first, last] = [heard[0].at, heard.at(-1).at];
  assert.ok(last - first > 2000, `nobody speaks three sentences in ${last - first} ms`);
});
