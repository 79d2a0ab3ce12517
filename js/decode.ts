// From a file's bytes to its text.

/** By its byte order mark, else the charset that it declares, else UTF-8 if it is, else Windows-1252. */
export function decode(bytes: Uint8Array): string {
  const declared = byOrderMark(bytes) ?? declaredCharset(bytes);
  if (declared) {
    try {
      return new TextDecoder(declared).decode(bytes);
    } catch {
      // A charset that nobody knows.
    }
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function byOrderMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return first === 0xff && second === 0xfe ? "utf-16le" : undefined;
}

/** `<meta charset>`: within the first 1024 bytes, and as browsers do also where it comes late. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 65_536));
  const charset = /<meta[^>]+charset\s*=\s*["']?\s*([\w:-]+)/i.exec(start)?.[1];
  // A file that could be read so far can't be in UTF-16, whatever it says.
  return charset && /^utf-?16/i.test(charset) ? "utf-8" : charset;
}

/** Whether a text is markup: it has a doctype, or tags that make up a page. */
export function isHtml(text: string): boolean {
  const start = text.slice(0, 4096);
  return (
    /^\s*(?:<!doctype html|<\?xml[^>]*>|<!--)/i.test(start) ||
    /<(?:html|head|body|article|main|meta|title|p|div|h1)\b[^>]*>/i.test(start)
  );
}
