// What ink is to a reader who does not see it: an element of the structure tree (ISO 32000-1 §14.8.4).

import type { Block } from "./block.ts";

type Role = "H1" | "H2" | "P" | "Figure" | "L" | "LI" | "Lbl" | "LBody" | "Table" | "TR" | "TH" | "TD";

/** An element: ink that bears the same object, on whatever page, stands in the same element. */
export interface Tag {
  readonly role: Role;
  /** Absent where the element stands in the document itself. */
  readonly parent?: Tag;
  /** What a figure shows, in words. */
  readonly alt?: string;
}

/** All of the block's ink as one element, whatever it was before. */
export function tagged(block: Block, tag: Tag): Block {
  return { ...block, inks: block.inks.map((ink) => ({ ...ink, tag })) };
}

/** The block as decoration, which is not read out. */
export function untagged(block: Block): Block {
  return { ...block, inks: block.inks.map((ink) => ({ ...ink, tag: undefined })) };
}

/** Text of the block that is no element yet becomes a paragraph: nothing that is written goes unread. */
export function readable(block: Block): Block {
  const tag: Tag = { role: "P" };
  const inks = block.inks.map((ink) => (ink.kind === "text" && !ink.tag ? { ...ink, tag } : ink));
  return { ...block, inks };
}

/** One item of a list: what it is called, and what is said of it. */
export function listItem(list: Tag): { readonly label: Tag; readonly body: Tag } {
  const parent: Tag = { role: "LI", parent: list };
  return { label: { role: "Lbl", parent }, body: { role: "LBody", parent } };
}
