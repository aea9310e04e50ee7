// Which policies there are, in which versions, and since when: what was published stays, word for word.

import type { Language } from "@posthorn/domain";
import { de } from "./de/index.ts";
import { en } from "./en/index.ts";
import { fr } from "./fr/index.ts";
import { nl } from "./nl/index.ts";

const catalogues = { de: de.policies, en: en.policies, fr: fr.policies, nl: nl.policies };

export const POLICY_NAMES = [
  "practice-statement",
  "terms",
  "privacy",
  "accessibility",
  "electronic-delivery",
  "processor-agreement",
] as const;
export type PolicyName = (typeof POLICY_NAMES)[number];

export interface PolicyVersion {
  readonly version: "1" | "2";
  /** First day in force, Brussels. */
  readonly since: string;
}

/** Of each policy its versions, newest first. */
export const POLICY_HISTORY: Readonly<Record<PolicyName, readonly PolicyVersion[]>> = {
  "practice-statement": [
    { version: "2", since: "2026-11-22" },
    { version: "1", since: "2026-11-22" },
  ],
  terms: [{ version: "1", since: "2026-11-22" }],
  privacy: [{ version: "1", since: "2026-11-22" }],
  accessibility: [{ version: "1", since: "2026-11-22" }],
  "electronic-delivery": [{ version: "1", since: "2026-11-22" }],
  "processor-agreement": [{ version: "1", since: "2026-11-22" }],
};

/** The text of one version; its digest is taken over exactly these characters in UTF-8. Undefined where there is none. */
export function policyText(language: Language, name: string, version: string): string | undefined {
  const policy = POLICY_NAMES.find((known) => known === name);
  if (policy === undefined) return undefined;
  const known = POLICY_HISTORY[policy].find((entry) => entry.version === version);
  const versions: Readonly<Partial<Record<PolicyVersion["version"], string>>> =
    catalogues[language][policy].versions;
  return known && versions[known.version];
}
