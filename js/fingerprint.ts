// What an article says, in two numbers: to notice that it says something else.

export interface Fingerprint {
  /** A hash of their texts. */
  paragraphs: number;
  /** Of all its text, in UTF-16 units. */
  length: number;
}

export function fingerprint(article: Element): Fingerprint {
  const all = article.textContent ?? "";
  const paragraphs = [...article.querySelectorAll("p,li,h1,h2,h3,h4,h5,h6,blockquote,pre,td,dd")];
  // FNV-1a, of everything where there are no paragraphs; lists in lists say the same again and again.
  let hash = 0x811c9dc5;
  let left = 1e6;
  for (const { textContent } of paragraphs.length > 0 ? paragraphs : [article]) {
    for (let index = 0; index < textContent!.length; index++)
      hash = Math.imul(hash ^ textContent!.charCodeAt(index), 0x01000193);
    left -= textContent!.length;
    if (left < 0) break;
  }
  return { paragraphs: hash, length: all.length };
}

/** Whether the article has become another, and not only an advertisement within it. */
export function differs(now: Fingerprint, before: Fingerprint): boolean {
  /** What an advertisement says of itself is shorter, in UTF-16 units. */
  const aside = 120;
  return now.paragraphs !== before.paragraphs || Math.abs(now.length - before.length) > aside;
}
