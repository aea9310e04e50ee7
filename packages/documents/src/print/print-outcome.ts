// What comes of making a file ready for paper: pages, or the reason why there can be none.

import type { RenditionRefusal } from "@posthorn/domain";

export interface Printable {
  readonly ok: true;
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** Whether anything on it is neither black, grey nor white. */
  readonly colour: boolean;
}

export interface Unprintable {
  readonly ok: false;
  readonly reason: RenditionRefusal;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** Thrown inside this folder where a file turns out to be unprintable; never leaves it. */
export class PrintRefusal extends Error {
  readonly outcome: Unprintable;

  constructor(reason: RenditionRefusal, params?: Readonly<Record<string, string | number>>) {
    super(reason);
    this.outcome = { ok: false, reason, ...(params ? { params } : {}) };
  }
}

/** What `make` gives; a refusal as a value, and whatever else goes wrong over a file as `unreadable`. */
export async function orRefusal(make: () => Promise<Printable>): Promise<Printable | Unprintable> {
  try {
    return await make();
  } catch (error) {
    return error instanceof PrintRefusal ? error.outcome : { ok: false, reason: "unreadable" };
  }
}
