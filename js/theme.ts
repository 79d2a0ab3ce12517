// Light or dark: by the text colour that the page hands down, since many sites switch by a class
// that says nothing to `light-dark()`.

/** The colour scheme that suits the element's place. */
export function colorScheme(host: Element, theme: string | undefined): "light" | "dark" {
  if (theme === "light" || theme === "dark") return theme;
  return luminance(getComputedStyle(host).color) > 0.4 ? "dark" : "light";
}

/** Relative luminance (WCAG 2), 0 to 1, of a computed colour. */
function luminance(color: string): number {
  const numbers = color.match(/-?[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? [];
  const [first = 0, second = 0, third = 0] = numbers;
  // The lightness of these is perceptual: squared and cubed it comes near to luminance.
  if (/^ok(lab|lch)/.test(color)) return first ** 3;
  if (/^(lab|lch)/.test(color)) return (first / 100) ** 3;
  const scale = color.startsWith("rgb") ? 255 : 1;
  const channels = color.startsWith("color(")
    ? numbers.slice(-numbers.length).slice(/\d/.test(color.slice(6, color.indexOf(" "))) ? 1 : 0)
    : [first, second, third];
  const [red = 0, green = 0, blue = 0] = channels.map((value) => linear(value / scale));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
