// The body source as a tree of paragraphs, lists and links, so that pages, mails and letters draw it without any markup of the sender's.

/** `href` is an absolute http or https address; `text` is the same as typed: a link never shows another place than it leads to. */
export type BodyInline =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "link"; readonly href: string; readonly text: string }
  | { readonly kind: "break" };

export type BodyBlock =
  | { readonly kind: "paragraph"; readonly inline: readonly BodyInline[] }
  | { readonly kind: "list"; readonly items: readonly (readonly BodyInline[])[] };

/**
 * Empty lines part paragraphs, a line break within one stays a break, lines that begin with "- " are a list, and
 * addresses that begin with http:// or https:// are links. Everything else, tags included, is text.
 */
export function parseBodyBlocks(body: string): BodyBlock[] {
  const blocks: BodyBlock[] = [];
  let paragraph: string[] = [];
  let items: string[] = [];
  const close = (): void => {
    if (paragraph.length > 0) blocks.push({ kind: "paragraph", inline: inlineOfLines(paragraph) });
    if (items.length > 0) blocks.push({ kind: "list", items: items.map(inlineOf) });
    paragraph = [];
    items = [];
  };
  for (const line of body.split("\n").map((raw) => raw.trimEnd())) {
    const item = /^\s*- +(.*)$/u.exec(line)?.[1];
    if (line === "" || (item === undefined ? items.length > 0 : paragraph.length > 0)) close();
    if (item !== undefined) items.push(item);
    else if (line !== "") paragraph.push(line);
  }
  close();
  return blocks;
}

function inlineOfLines(lines: readonly string[]): BodyInline[] {
  return lines.flatMap((line, n) =>
    n === 0 ? inlineOf(line) : [{ kind: "break" as const }, ...inlineOf(line)],
  );
}

// Ends at a space or at what an address cannot hold; the end of the sentence is taken off afterwards.
const ADDRESS = /https?:\/\/[^\s<>"'`{}|\\^]+/giu;
const SENTENCE_END = /[.,;:!?…»”’*_~]+$/u;

function inlineOf(line: string): BodyInline[] {
  const inline: BodyInline[] = [];
  let at = 0;
  const text = (end: number): void => {
    if (end > at) inline.push({ kind: "text", text: line.slice(at, end) });
  };
  for (const match of line.matchAll(ADDRESS)) {
    const typed = withoutSentenceEnd(match[0]);
    const href = hrefOf(typed);
    if (href === null) continue;
    text(match.index);
    inline.push({ kind: "link", href, text: typed });
    at = match.index + typed.length;
  }
  text(line.length);
  return inline;
}

/** "(see https://example.org/a)." leads to `https://example.org/a`, yet brackets within an address stay. */
function withoutSentenceEnd(address: string): string {
  let kept = address.replace(SENTENCE_END, "");
  for (const [open, shut] of [["(", ")"] as const, ["[", "]"] as const]) {
    while (kept.endsWith(shut) && kept.split(shut).length > kept.split(open).length) {
      kept = kept.slice(0, -1).replace(SENTENCE_END, "");
    }
  }
  return kept;
}

function hrefOf(typed: string): string | null {
  const url = URL.parse(typed);
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) return null;
  // "https://bank.be@elsewhere.example" reads as the one and leads to the other.
  return url.username === "" && url.password === "" ? url.href : null;
}
