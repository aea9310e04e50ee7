// What the process that renders is asked, and what it answers: paths and facts, never content.

import type { PaperBox, RenditionRefusal } from "@posthorn/domain";

export type RenderJob =
  /** `input` is JSON: subject and body. */
  | { readonly kind: "message"; readonly input: string; readonly output: string }
  | { readonly kind: "text"; readonly input: string; readonly output: string }
  | { readonly kind: "pdf"; readonly input: string; readonly output: string; readonly area: PaperBox };

export type RenderAnswer =
  | { readonly ok: true; readonly pages: number; readonly colour: boolean }
  | {
      readonly ok: false;
      readonly reason: RenditionRefusal;
      readonly params?: Readonly<Record<string, string | number>>;
    };
