// The reader's own server, of the fediverse or for reading later: which one they mean, and, only if they
// tick the box, keeping it on their device.

/**
 * The host of `social.example`, `@name@social.example` or `https://social.example/@name`,
 * international names in ASCII; with the path of an address if `keepsPath`. `undefined` for anything
 * else.
 */
export function serverName(input: string, keepsPath = false): string | undefined {
  const text = input.trim();
  const handle = /^@?[^@\s/]+@([^@\s/]+)$/.exec(text)?.[1];
  const isAddress = !handle && /^https?:\/\//i.test(text);
  const isHost = (keepsPath ? /^[^@\s/?#]+(?:\/[^\s?#]*)?$/ : /^[^@\s/?#]+\/?$/).test(handle ?? text);
  if (!isAddress && !isHost) return undefined;
  try {
    const url = new URL(isAddress ? text : `https://${handle ?? text}`);
    // A server on the web has a name with a dot in it, and shares over https.
    const isName = /^[^.].*\.[a-z0-9-]{2,}$/i.test(url.hostname) && !/^[\d.]+$/.test(url.hostname);
    if (!isName || url.username || url.password) return undefined;
    return url.host + (keepsPath ? url.pathname.replace(/\/+$/, "") : "");
  } catch {
    return undefined;
  }
}

const key = (target: string) => `reading-widget ${target}`;

/** Keeps what the reader has named, as they wish. */
export function remember(target: string, server: string, software: string): void {
  try {
    localStorage.setItem(key(target), `${server}\n${software}`);
  } catch {
    // A device that keeps nothing: they type it again.
  }
}

export function forget(target: string): void {
  try {
    localStorage.removeItem(key(target));
  } catch {
    // Nothing was kept there.
  }
}

/** Server and software that were kept; to be asked for only once the reader has opened the form. */
export function recall(target: string): [server: string, software: string] | undefined {
  try {
    const [server, software] = localStorage.getItem(key(target))?.split("\n") ?? [];
    // Other scripts of the page write there too.
    return server && serverName(server, true) ? [server, software ?? ""] : undefined;
  } catch {
    return undefined;
  }
}
