// One contact, consent and report of a file of the seeded company, for tests of who sees them.

import { addContact, importContacts, listConsents, stateConsent } from "@posthorn/usecases";
import type { PortalDeps } from "../deps.ts";

export async function contactIdsOf({
  ctx,
  arrivedAt,
}: PortalDeps): Promise<Readonly<Record<"contact" | "consent" | "import", string>>> {
  const owner = {
    accountId: "acc_SEED0VANDEWALLE",
    memberId: "mem_SEED0LOTTEMAES",
    personId: "per_SEED0LOTTEMAES",
    language: "nl",
  } as const;
  const an = { name: "Wouters", first_names: "An", email: "an.wouters@example.be" };
  const visitor = { ip: "192.0.2.7", userAgent: "", language: "en" };
  const fields = { ...an, basis: "clause", stated_on: "2026-01-05", words: "Agreed." };
  await stateConsent(ctx, owner, { fields, visitor, arrivedAt: arrivedAt() });
  const { consents } = await listConsents(ctx, owner.accountId, {});
  const source = new Blob(["name,email\nx,y"]).stream();
  return {
    contact: await addContact(ctx, owner, an),
    consent: consents[0]?.id ?? "",
    import: await importContacts(ctx, { ...owner, source, visitor }),
  };
}
