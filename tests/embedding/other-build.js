// The built files as another build would have them: what a cache may still hold of it.
import { extname } from "node:path";

/** A file of `dist/`, changed as its kind of file changes from one build to the next. */
export function ofAnotherBuild(name, body) {
  if (extname(name) === ".wasm") return renumbered(body);
  const text = body.toString();
  if (name.startsWith("languages/"))
    return Buffer.from(text.replace('"copyByHand":', '"copyOtherwise":').replace('"share":', '"shareIt":'));
  return Buffer.from(
    text
      .replace(/export const build="\w+"/, 'export const build="0ther6ui1d"')
      .replace(/\bas (passage|qrCode|Stepper)\b/, "as renamed"),
  );
}

/** A wasm with two pairs of its imports' names swapped: they are only numbers, so it can be linked all the same. */
export function renumbered(wasm) {
  const { start, end } = section(wasm, 2);
  const swapped = { i3: "i4", i4: "i3", i7: "i8", i8: "i7" };
  // A name is preceded by its length and followed by the kind of the import, 0 for a function.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: bytes of a wasm.
  const names = wasm.toString("latin1", start, end).replace(/(?<=\x02)i[3478](?=\x00)/g, (name) => swapped[name]);
  const changed = Buffer.concat([wasm.subarray(0, start), Buffer.from(names, "latin1"), wasm.subarray(end)]);
  if (changed.equals(wasm)) throw new Error("The wasm has no imports i3, i4, i7, i8.");
  return changed;
}

function section(wasm, wanted) {
  let at = 8;
  while (at < wasm.length) {
    const id = wasm[at++];
    let size = 0;
    for (let shift = 0, byte = 128; byte & 128; shift += 7) {
      byte = wasm[at++];
      size |= (byte & 127) << shift;
    }
    if (id === wanted) return { start: at, end: at + size };
    at += size;
  }
  throw new Error(`The wasm has no section ${wanted}.`);
}
