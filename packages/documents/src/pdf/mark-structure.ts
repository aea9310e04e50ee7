// The structure tree of a tagged PDF, built while its pages are drawn (ISO 32000-1 §14.7).

import {
  PDFName,
  PDFOperator,
  PDFOperatorNames,
  PDFHexString,
  type PDFArray,
  type PDFDocument,
  type PDFPage,
  type PDFRef,
} from "pdf-lib";
import type { Tag } from "../layout/tag.ts";

export interface Structure {
  /** What follows on this page, up to `endMark`, stands in the element; without one it is decoration. */
  beginMark(page: PDFPage, tag: Tag | undefined): PDFOperator;
  /** Enters the tree into the catalog; nothing can be marked afterwards. */
  close(): void;
}

interface Element {
  readonly ref: PDFRef;
  readonly kids: PDFArray;
}

export function openStructure({ context, catalog }: PDFDocument): Structure {
  const root = context.nextRef();
  const body = addElement("Document", root, {});
  const elements = new Map<Tag, Element>();
  // Per page the elements by the number of the mark.
  const marked = new Map<PDFPage, PDFRef[]>();

  function addElement(role: string, parent: PDFRef, more: Record<string, PDFHexString | object>): Element {
    const kids = context.obj([]);
    return {
      ref: context.register(context.obj({ Type: "StructElem", S: role, P: parent, K: kids, ...more })),
      kids,
    };
  }

  function elementOf(tag: Tag): Element {
    const known = elements.get(tag);
    if (known) return known;
    const parent = tag.parent ? elementOf(tag.parent) : body;
    const element = addElement(tag.role, parent.ref, {
      ...(tag.alt === undefined ? {} : { Alt: PDFHexString.fromText(tag.alt) }),
      ...(tag.role === "TH" ? { A: { O: "Table", Scope: "Column" } } : {}),
    });
    parent.kids.push(element.ref);
    elements.set(tag, element);
    return element;
  }

  return {
    beginMark(page, tag) {
      if (!tag) return PDFOperator.of(PDFOperatorNames.BeginMarkedContent, [PDFName.of("Artifact")]);
      const marks = marked.get(page) ?? [];
      marked.set(page, marks);
      const { ref, kids } = elementOf(tag);
      const number = marks.push(ref) - 1;
      kids.push(context.obj({ Type: "MCR", Pg: page.ref, MCID: number }));
      return PDFOperator.of(PDFOperatorNames.BeginMarkedContentSequence, [
        PDFName.of(tag.role),
        `<</MCID ${number}>>`,
      ]);
    },
    close() {
      const numbers = [...marked].flatMap(([page, refs], index) => {
        page.node.set(PDFName.of("StructParents"), context.obj(index));
        // Fields are reached in the order in which they are read.
        page.node.set(PDFName.of("Tabs"), PDFName.of("S"));
        return [index, context.register(context.obj(refs))];
      });
      context.assign(
        root,
        context.obj({
          Type: "StructTreeRoot",
          K: body.ref,
          ParentTree: context.register(context.obj({ Nums: numbers })),
          ParentTreeNextKey: marked.size,
        }),
      );
      catalog.set(PDFName.of("StructTreeRoot"), root);
      catalog.set(PDFName.of("MarkInfo"), context.obj({ Marked: true }));
    },
  };
}

/** For files that are printed and never read out: all ink is decoration. */
export const UNTAGGED: Structure = {
  beginMark: () => PDFOperator.of(PDFOperatorNames.BeginMarkedContent, [PDFName.of("Artifact")]),
  close() {},
};

export function endMark(): PDFOperator {
  return PDFOperator.of(PDFOperatorNames.EndMarkedContent);
}
