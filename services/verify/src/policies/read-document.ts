// Reads the plain text of a policy into what a page shows: the text stays what it is, byte for byte; this only looks.

export type Block =
  | { readonly kind: "heading"; readonly id: string; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  /** Names that evidence uses as addresses, each with what it means. */
  | { readonly kind: "names"; readonly names: readonly { readonly anchor: string; readonly text: string }[] };

export interface PolicyDocument {
  readonly title: string;
  readonly blocks: readonly Block[];
}

const NAME = /^- #([\w-]+): (.*)$/;
const NUMBERED = /^## (\d+)\. (.*)$/;

/** The form of packages/texts: `# title`, `## 1. heading`, `- item`, `- #anchor: meaning`, else paragraphs. */
export function readDocument(text: string): PolicyDocument {
  const groups = text.trimEnd().split("\n\n");
  const [first = "", ...rest] = groups;
  return { title: first.replace(/^# /, ""), blocks: rest.flatMap((group) => readGroup(group)) };
}

function readGroup(group: string): readonly Block[] {
  const heading = NUMBERED.exec(group);
  if (heading !== null) {
    const [, number = "", words = ""] = heading;
    return [{ kind: "heading", id: `section-${number}`, text: `${number}. ${words}` }];
  }
  const lines = group.split("\n");
  const names = lines.map((line) => NAME.exec(line));
  if (names.every((name) => name !== null))
    return [
      { kind: "names", names: names.map(([, anchor = "", meaning = ""]) => ({ anchor, text: meaning })) },
    ];
  if (lines.every((line) => line.startsWith("- ")))
    return [{ kind: "list", items: lines.map((line) => line.slice(2)) }];
  return [{ kind: "paragraph", text: lines.join(" ") }];
}
