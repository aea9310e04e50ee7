// What the process that renders is asked, and what it answers: paths and facts, never content.

import type { PaperBox, RenditionRefusal } from "@posthorn/domain";

/** Its first word. */
export const READY = "ready";

export type RenderJob = RenderTask & {
  readonly input: string;
  readonly output: string;
  /** Where pages may have ink. */
  readonly area: PaperBox;
};

type RenderTask =
  /** The input is JSON: subject and body. */
  | { readonly kind: "message" }
  | { readonly kind: "text" }
  | { readonly kind: "pdf" }
  | { readonly kind: "picture"; readonly mediaType: string };

export type RenderAnswer = RenderVerdict | { readonly broken: string };

export type RenderVerdict =
  | { readonly ok: true; readonly pages: number; readonly colour: boolean }
  | {
      readonly ok: false;
      readonly reason: RenditionRefusal;
      readonly params?: Readonly<Record<string, string | number>>;
    };
