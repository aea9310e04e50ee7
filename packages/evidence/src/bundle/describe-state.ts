// Whether a chain is closed, and what came after: a bundle says so in its name, its inventory and on its page.

import type { EvidenceFacts } from "@posthorn/domain";

export interface BundleState {
  /** The chain has its closing record. */
  readonly complete: boolean;
  /** Records after the closing one. */
  readonly afterFinal: number;
}

export function bundleState(records: readonly Pick<EvidenceFacts, "closing" | "seq">[]): BundleState {
  const closing = records.find((record) => record.closing !== undefined);
  if (!closing) return { complete: false, afterFinal: 0 };
  return { complete: true, afterFinal: records.filter(({ seq }) => seq > closing.seq).length };
}
