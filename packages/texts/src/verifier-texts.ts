// Words of the offline page, apart from the catalogues: it carries these into every bundle, and nothing else.

import type { Language } from "@posthorn/domain";
import { verifier as de } from "./de/verifier.ts";
import { verifier as en } from "./en/verifier.ts";
import { verifier as fr } from "./fr/verifier.ts";
import { verifier as nl } from "./nl/verifier.ts";

export type VerifierTexts = typeof en;

export const verifierTexts: Readonly<Record<Language, VerifierTexts>> = { de, en, fr, nl };
