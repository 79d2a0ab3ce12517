// Runs in the page before the widget: a system's voices where the machine has none. It answers as
// engines do, later and in order; one utterance at a time; what is cancelled ends with an error.
/** @typedef {{ name: string, lang: string, localService?: boolean, default?: boolean }} Voice */

/**
 * The script that puts the voices into a page.
 * @param {Voice[]} voices
 * @param {{ late?: boolean, hurry?: boolean }} [how] `late`: known only after `voices.arrive()`; `hurry`:
 *   what waits for seconds waits for hundredths
 */
export function withVoices(voices, how = {}) {
  return `<script>(${install})(${JSON.stringify(voices)}, ${JSON.stringify(how)});</script>`;
}

function install(list, { late = false, hurry = false }) {
  const all = list.map((voice) => ({ localService: true, default: false, voiceURI: voice.name, ...voice }));
  const queue = [];
  const fake = {
    /** What was spoken, as it was begun. */
    spoken: [],
    cancelled: 0,
    /** "by hand": ends with `end()`; "by itself"; "stall": begins and never ends; "deaf": never begins; else an error's name. */
    mode: "by hand",
    arrive() {
      late = false;
      synthesis.dispatchEvent(new Event("voiceschanged"));
    },
    /** Ends the utterance that is being spoken. */
    async end() {
      finish("end");
      await later();
    },
    fail(error) {
      finish("error", error);
    },
  };
  const later = () => new Promise((resolve) => originalTimeout(resolve, 15));
  const originalTimeout = window.setTimeout;
  // WebKit's driver waits its own 20 s by the page's clock.
  if (hurry)
    Object.assign(window, {
      setTimeout: (act, delay = 0, ...rest) =>
        originalTimeout(act, delay >= 5000 && delay !== 20_000 ? delay / 100 : delay, ...rest),
    });

  const fire = (utterance, type, more = {}) => {
    const event = Object.assign(new Event(type), { utterance, charIndex: 0, ...more });
    utterance[`on${type}`]?.(event);
  };
  const begin = () =>
    originalTimeout(() => {
      const utterance = queue[0];
      if (!utterance || utterance.begun || fake.mode === "deaf") return;
      utterance.begun = true;
      const { text, lang, rate, voice } = utterance;
      if (!["by hand", "by itself", "stall"].includes(fake.mode)) return finish("error", fake.mode);
      fake.spoken.push({ text, lang, rate, voice: voice?.name });
      fire(utterance, "start");
      fire(utterance, "boundary", { name: "word" });
      if (fake.mode === "by itself")
        originalTimeout(() => {
          if (queue[0] === utterance) finish("end");
        }, 10);
    }, 3);
  function finish(type, error) {
    const utterance = queue.shift();
    if (utterance) fire(utterance, type, error ? { error } : {});
    begin();
  }
  class Synthesis extends EventTarget {
    paused = false;
    get speaking() {
      return queue.length > 0;
    }
    get pending() {
      return queue.length > 1;
    }
    getVoices() {
      return late ? [] : all;
    }
    speak(utterance) {
      queue.push(utterance);
      begin();
    }
    cancel() {
      fake.cancelled += 1;
      const gone = queue.splice(0);
      originalTimeout(() => {
        for (const [index, utterance] of gone.entries()) {
          fire(utterance, "error", { error: index === 0 ? "interrupted" : "canceled" });
        }
      }, 2);
    }
    pause() {
      throw new Error("broken on Android");
    }
    resume() {}
  }
  const synthesis = new Synthesis();
  Object.defineProperty(window, "speechSynthesis", { value: synthesis, configurable: true });
  class Utterance {
    constructor(text) {
      this.text = text;
    }
  }
  Object.assign(window, { SpeechSynthesisUtterance: Utterance, voices: fake });
}
