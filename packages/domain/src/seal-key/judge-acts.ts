// Which seal keys are in force after a chain of acts; a chain that does not hold puts none in force.

import { FIRST_PREVIOUS, OFFICERS_NEEDED, parseKeyAct, type SignedKeyAct } from "./key-act.ts";

export interface KeysInForce {
  /** The certificate whose key seals what is written now; null when none is in force. */
  readonly current: string | null;
  /** Certificates whose keys must never seal again. */
  readonly retired: readonly string[];
  /** Digest of the last statement: `previous` of the next act. */
  readonly head: string;
  readonly acts: number;
}

export type ActFault = "not_an_act" | "out_of_order" | "chain_broken" | "too_few_officers";

export type ActsJudgement =
  | { readonly ok: true; readonly keys: KeysInForce }
  | { readonly ok: false; readonly number: number; readonly fault: ActFault };

export interface ActChecks {
  /** SHA-256 of the UTF-8 octets, lower-case hex. */
  digest(statement: string): string;
  /** Whether this officer is known and signed these octets. */
  signed(officer: string, signature: string, statement: string): boolean;
}

/**
 * All acts from the first, in order. A key activated again after it was retired stays retired. Acts from before there were
 * officers may lack signatures: the first signed act points to them and so ratifies them; after it each must be signed.
 */
export function judgeKeyActs(
  acts: readonly SignedKeyAct[],
  checks: ActChecks,
  officersNeeded: number = OFFICERS_NEEDED,
): ActsJudgement {
  let head = FIRST_PREVIOUS;
  const activated: string[] = [];
  const retired = new Set<string>();
  let unratified: number | null = null;
  let ratified = false;
  for (const [index, { statement, signatures }] of acts.entries()) {
    const number = index + 1;
    const act = parseKeyAct(statement);
    if (!act) return { ok: false, number, fault: "not_an_act" };
    if (act.number !== number) return { ok: false, number, fault: "out_of_order" };
    if (act.previous !== head) return { ok: false, number, fault: "chain_broken" };
    const officers = new Set(
      signatures.flatMap(({ officer, signature }) =>
        checks.signed(officer, signature, statement) ? [officer] : [],
      ),
    );
    if (officers.size >= officersNeeded) {
      ratified = true;
      unratified = null;
    } else {
      if (ratified) return { ok: false, number, fault: "too_few_officers" };
      unratified ??= number;
    }
    if (act.act === "activate") activated.push(act.certificate_sha256);
    else retired.add(act.certificate_sha256);
    head = checks.digest(statement);
  }
  if (unratified !== null) return { ok: false, number: unratified, fault: "too_few_officers" };
  const current = activated.findLast((certificate) => !retired.has(certificate)) ?? null;
  return { ok: true, keys: { current, retired: [...retired], head, acts: acts.length } };
}
