// A QR code of an address as SVG elements. Loaded when the reader asks for one.

import { encode } from "uqr";

const svg = "http://www.w3.org/2000/svg";

/** The drawing; throws an error where the address is too long for any code. */
export function qrCode(text: string, label: string): SVGElement {
  const { size, data } = encode(text, { ecc: "L", border: 4 });
  let path = "";
  for (let y = 0; y < size; y++) {
    const row = data[y]!;
    // Neighbours in one stroke.
    for (let x = 0; x < size; x++) {
      const start = x;
      while (row[x]) x++;
      if (x > start) path += `M${start} ${y}h${x - start}v1H${start}z`;
    }
  }
  const drawing = document.createElementNS(svg, "svg");
  drawing.setAttribute("viewBox", `0 0 ${size} ${size}`);
  drawing.setAttribute("class", "qr");
  drawing.setAttribute("role", "img");
  drawing.setAttribute("aria-label", label);
  drawing.setAttribute("shape-rendering", "crispEdges");
  const dark = document.createElementNS(svg, "path");
  dark.setAttribute("d", path);
  drawing.append(dark);
  return drawing;
}
