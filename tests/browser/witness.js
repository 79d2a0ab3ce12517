// Runs first in every page of the tests. It keeps what would be gone when a test looks (warnings,
// errors, events), and knows its way into the widget's shadow roots. One global: `witness`.
(() => {
  const warnings = [];
  const errors = [];
  const violations = [];
  const events = [];

  for (const level of ["warn", "error"]) {
    const original = console[level];
    console[level] = (...values) => {
      (level === "warn" ? warnings : errors).push(values.map(String).join(" "));
      original.apply(console, values);
    };
  }
  addEventListener(
    "error",
    (event) => {
      const { src, href } = /** @type {FoundElement} */ (event.target);
      errors.push(event.message || `did not load: ${src || href}`);
    },
    true,
  );
  addEventListener("unhandledrejection", (event) => errors.push(`unhandled rejection: ${event.reason}`));
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) => {
    // Some engines look for an icon by themselves.
    if (!blockedURI.endsWith("/favicon.ico")) violations.push(`${effectiveDirective} ${blockedURI}`);
  });
  for (const type of ["reading-ready", "reading-progress", "reading-topic", "reading-share", "reading-error"]) {
    // On window, in the bubbling phase: only what bubbles and leaves the shadow root arrives.
    addEventListener(type, (event) => {
      const { target, detail, cancelable, bubbles, composed } = /** @type {CustomEvent} */ (event);
      const seen = { type, detail, cancelable, bubbles, composed };
      // Not listed, so that an event can be handed to the test as JSON.
      events.push(Object.defineProperty(seen, "target", { value: target }));
    });
  }

  const widgets = () => [...document.querySelectorAll("reading-widget")];

  /** All elements with this part, in every widget of the page, in order. */
  const parts = (name) =>
    widgets().flatMap((widget) => [...(widget.shadowRoot?.querySelectorAll(`[part~="${name}"]`) ?? [])]);

  const shown = (element) =>
    Boolean(element?.getClientRects().length && getComputedStyle(element).visibility === "visible");

  window.witness = {
    warnings,
    errors,
    violations,
    events,
    widgets,
    parts,
    shown,
    part: (name) => parts(name)[0],
    target: (name) =>
      parts("target").find(
        (element) => element.dataset.target === name || element.closest("[data-target]")?.dataset.target === name,
      ),

    /** Resolves with the widgets once each of at least `count` has either rendered or failed. */
    async settled(count = 1) {
      const end = Date.now() + 10_000;
      while (Date.now() < end) {
        const all = widgets();
        if (all.length >= count && all.every((widget) => widget.ready)) {
          await Promise.allSettled(all.map((widget) => widget.ready));
          if (
            widgets().length >= count &&
            widgets().every((widget) => widget.hasAttribute("ready") || !widget.analysis)
          )
            return all;
        }
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      throw new Error(
        `${widgets().length} of ${count} widgets after 10 s; warnings: ${warnings.join(" | ")}; errors: ${errors.join(" | ")}`,
      );
    },

    /** Resolves with the first event of this type, also one that has been. */
    async event(type) {
      const end = Date.now() + 10_000;
      while (Date.now() < end) {
        const event = events.find((event) => event.type === type);
        if (event) return event;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      throw new Error(`No ${type} in 10 s; warnings: ${warnings.join(" | ")}; errors: ${errors.join(" | ")}`);
    },

    /** The visible words of a widget or a part, white space as a reader sees it. */
    words(element) {
      const root = element?.shadowRoot ?? element;
      const texts = [];
      const walk = (node) => {
        if (node.nodeType === Node.TEXT_NODE && (!node.parentElement || shown(node.parentElement)))
          texts.push(node.data);
        if (!["STYLE", "SCRIPT"].includes(node.nodeName)) node.childNodes.forEach(walk);
      };
      if (root) walk(root);
      return texts
        .join(" ")
        .replace(/[\s\u00a0\u202f]+/g, " ")
        .trim();
    },

    /** The fields that can be seen. */
    inputs: () =>
      widgets()
        .flatMap((widget) => [...widget.shadowRoot.querySelectorAll("input, textarea")])
        .filter(shown),

    /** Resolves when nothing has scrolled or faded for a while. */
    async still() {
      let [place, since] = [scrollY, performance.now()];
      while (performance.now() - since < 250) {
        if (scrollY !== place) [place, since] = [scrollY, performance.now()];
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    },

    /** What has been said in the places that screen readers listen to. */
    said: () =>
      parts("status")
        .map((part) => part.textContent.trim())
        .join(" ")
        .trim(),

    /** The page without us: what a failure must leave exactly as it was. */
    pageWithoutUs() {
      const copy = /** @type {Element} */ (document.documentElement.cloneNode(true));
      for (const element of copy.querySelectorAll("reading-widget, script")) element.remove();
      return copy.outerHTML;
    },

    chip: (label) => parts("topic").find((chip) => chip.textContent.includes(label)),

    /** The buttons beside a pressed chip: back and forth. */
    steps: () =>
      parts("topics")
        .flatMap((topics) => [...topics.querySelectorAll("button:not([part~=topic])")])
        .filter(shown),

    /** The passages marked in the article now; `null` where the engine can't mark any. */
    marked: () =>
      CSS.highlights ? [...CSS.highlights.values()].flatMap((highlight) => [...highlight]).map(String) : null,

    /**
     * From now on no link leaves the page; where one would have led stands in `departures`. Listens
     * last of all, so what the widget or the page has prevented does not count as leaving.
     */
    stay() {
      const departures = [];
      window.witness.departures = departures;
      addEventListener("click", (event) => {
        const path = /** @type {HTMLAnchorElement[]} */ (event.composedPath());
        const link = path.find((node) => node.nodeName === "A" && node.hasAttribute("href"));
        // A script in a link's place stays on the page.
        if (!link || link.protocol === "javascript:") return;
        if (!event.defaultPrevented) departures.push(link.href);
        event.preventDefault();
      });
      window.open = (url) => {
        departures.push(String(url));
        return /** @type {Window} */ ({ closed: false, focus() {} });
      };
    },

    focused() {
      let element = /** @type {FoundElement} */ (document.activeElement);
      while (element?.shadowRoot?.activeElement)
        element = /** @type {FoundElement} */ (element.shadowRoot.activeElement);
      return element;
    },
    frames: (count = 2) =>
      new Promise((resolve) => {
        const next = () => (count-- > 0 ? requestAnimationFrame(next) : setTimeout(resolve));
        next();
      }),
  };
})();
