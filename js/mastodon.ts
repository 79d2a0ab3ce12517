// Which server a reader means.

/**
 * The host of `mastodon.example`, `@name@mastodon.example` or `https://mastodon.example/@name`,
 * international names in ASCII; `undefined` for anything else.
 */
export function serverName(input: string): string | undefined {
  const text = input.trim();
  const handle = /^@?[^@\s/]+@([^@\s/]+)$/.exec(text)?.[1];
  const address = handle ?? (/^https?:\/\//i.test(text) ? text : /^[^@\s/]+\/?$/.test(text) ? text : undefined);
  if (address === undefined) return undefined;
  try {
    const url = new URL(/^https?:\/\//i.test(address) ? address : `https://${address}`);
    // A server on the web has a name with a dot in it, and shares over https.
    const isName = /^[^.].*\.[a-z0-9-]{2,}$/i.test(url.hostname) && !/^[\d.]+$/.test(url.hostname);
    return isName && !url.username && !url.password ? url.host : undefined;
  } catch {
    return undefined;
  }
}
