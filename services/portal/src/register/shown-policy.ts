// The words that somebody agrees to on a page: their version in force, where they are published, and the digest of exactly that text.

import { createHash } from "node:crypto";
import type { Language } from "@posthorn/domain";
import { POLICY_HISTORY, policyText, textsFor } from "@posthorn/texts";
import type { AcceptedWords } from "@posthorn/usecases";

export interface ShownPolicy extends AcceptedWords {
  readonly name: string;
  /** The text itself, in the language of the page. */
  readonly url: string;
}

export function showPolicy(
  { verifyUrl }: { readonly verifyUrl: string },
  policy: AcceptedWords["policy"],
  language: Language,
): ShownPolicy {
  const version = POLICY_HISTORY[policy][0]?.version ?? "1";
  const text = policyText(language, policy, version) ?? "";
  return {
    policy,
    version,
    language,
    sha256: createHash("sha256").update(text, "utf8").digest("hex"),
    name: textsFor(language).policies[policy].name,
    url: new URL(`/policies/${policy}/${version}?lang=${language}`, verifyUrl).href,
  };
}

export function acceptedOf({ policy, version, language, sha256 }: ShownPolicy): AcceptedWords {
  return { policy, version, language, sha256 };
}

/** Goes with a form and comes back: what was ticked counts for these words alone, not for others published meanwhile. */
export function wordsShown(policies: readonly ShownPolicy[]): string {
  return policies.map(({ policy, version, language }) => `${policy}/${version}/${language}`).join(" ");
}
