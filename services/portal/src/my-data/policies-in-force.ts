// Which agreements are in force now, by version: what everybody here must have accepted.

import { POLICY_HISTORY } from "@posthorn/texts";
import type { PoliciesInForce } from "@posthorn/usecases";

export const POLICIES_IN_FORCE: PoliciesInForce = {
  terms: POLICY_HISTORY.terms[0]?.version ?? "1",
  privacy: POLICY_HISTORY.privacy[0]?.version ?? "1",
  "processor-agreement": POLICY_HISTORY["processor-agreement"][0]?.version ?? "1",
};
