// Runs in the page: what can be read of a control, by the colours that the engine has really computed.
// One global: `contrast`.
(() => {
  const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 });
  const pen = canvas.getContext("2d", { willReadFrequently: true });

  /** These colours over each other, the first at the bottom, as red, green and blue. */
  function blend(colors) {
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, 1, 1);
    for (const color of colors) {
      pen.fillStyle = "#0000";
      pen.fillStyle = color;
      pen.fillRect(0, 0, 1, 1);
    }
    return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
  }

  const luminance = (rgb) =>
    rgb
      .map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
      .reduce((sum, value, index) => sum + value * [0.2126, 0.7152, 0.0722][index], 0);

  function ratio(one, other) {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  }

  const isClear = (color) =>
    ["0,0,0", "255,255,255"].every((ground) => String(blend([`rgb(${ground})`, color])) === ground);

  /** The backgrounds from the page's to this element's. A popover of ours has an opaque one. */
  function grounds(element) {
    const found = [];
    for (let at = element; at; at = at.assignedSlot ?? at.parentElement ?? at.getRootNode().host)
      found.unshift(getComputedStyle(at).backgroundColor);
    return found;
  }

  window.contrast = {
    blend,
    ratio,

    /** What is too faint in a control: `needs` is `{ edge: true }` where its border must be seen too. */
    faint(control, { edge = false } = {}) {
      const found = [];
      const check = (what, color, behind, least) => {
        const [seen, ground] = [blend([...behind, color]), blend(behind)];
        const value = ratio(seen, ground);
        if (value < least) found.push(`${what} ${value.toFixed(2)}: rgb(${seen}) on rgb(${ground})`);
      };
      for (const element of [control, ...control.querySelectorAll("*")]) {
        if (!witness.shown(element)) continue;
        const style = getComputedStyle(element);
        const hasText =
          [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()) || element.value;
        if (hasText && element.type !== "range" && element.type !== "checkbox")
          check("text", style.color, grounds(element), 4.5);
        if (element.placeholder)
          check("placeholder", getComputedStyle(element, "::placeholder").color, grounds(element), 4.5);
        if (element.localName === "svg") check("icon", style.stroke, grounds(element), 3);
      }
      const { borderTopColor, borderTopWidth, outlineColor } = getComputedStyle(control);
      const outside = grounds(control).slice(0, -1);
      if (edge && borderTopWidth !== "0px" && !isClear(borderTopColor)) check("edge", borderTopColor, outside, 3);
      if (edge && control.matches(":focus-visible")) check("ring", outlineColor, outside, 3);
      return found;
    },
  };
})();
