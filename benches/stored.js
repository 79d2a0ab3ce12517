// A page as it was stored, in Chromium at its own address: its bytes, without its scripts and requests.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const mount = "/reading-widget/";
const types = { js: "text/javascript", wasm: "application/wasm" };

/** The pages of an unpacked set, each with an address: some have none in the set. */
export function storedPages(folder) {
  return JSON.parse(readFileSync(join(folder, "gold.json"), "utf8")).map(({ file, url }) => ({
    file,
    // Chromium asks for some hosts by https alone.
    url: /^https?:\/\//.test(url)
      ? new URL(url).href.split("#")[0].replace(/^http:/, "https:")
      : `https://paper.example/${encodeURIComponent(file)}`,
    bytes: readFileSync(join(folder, "pages", file)),
  }));
}

/** Opens it; gives the address at which `folders` of ours lie on its site, the only ones that scripts may come from. */
export async function openStored(tab, { url, bytes }, folders) {
  const ours = new URL(mount, url).href;
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src ${ours} 'wasm-unsafe-eval'; connect-src ${ours}`;
  await tab.answerRequests((asked) => {
    if (asked === url)
      return { body: bytes, headers: { "Content-Type": "text/html", "Content-Security-Policy": policy } };
    // Where the page sends its reader on, they stay.
    if (!asked.startsWith(ours)) return { status: 204 };
    const file = folders.map((folder) => join(folder, new URL(asked).pathname.slice(mount.length))).find(existsSync);
    return (
      file && {
        body: readFileSync(file),
        headers: { "Content-Type": types[file.split(".").pop()] ?? "application/json" },
      }
    );
  });
  await tab.visit(url);
  return ours;
}
