// One entry of each register, for tests of the pages.

import { clockNow } from "@posthorn/db";
import type { VerbBench } from "@posthorn/testkit";
import { enterDisclosure, enterSubprocessor, openBreach } from "@posthorn/usecases";

const WORDS = { nl: "Brengt mails", fr: "Porte nos courriels", de: "Bringt E-Mails", en: "Carries mails" };

export const SUBPROCESSOR = {
  name: "Relay NV",
  address: "Stationsstraat 1, 9000 Gent",
  purpose: WORDS,
  country: "BE",
  parentName: "Relay Inc.",
  parentCountry: "US",
  termsUrl: "https://relay.be/dpa",
  hosts: "smtp.relay.be",
  roles: ["mail"],
  effectiveOn: "2999-01-01",
  override: "Assessed on 3 November 2026: data stays in Gent.",
  shortNotice: "",
};

export const BREACH = {
  facts: "A disk with drafts was lost on the way to the data centre.",
  natures: ["confidentiality"],
  people: ["addressees"],
  data: ["names", "content"],
  persons: "12",
  accounts: "",
  assessment: "The disk was encrypted.",
  words: { nl: "Een schijf ging verloren.", fr: "", de: "", en: "" },
  noticedAt: "2026-01-05 14:05",
};

export const DISCLOSURE = {
  authority: "Onderzoeksrechter te Gent",
  legalBasis: "Wetboek van Strafvordering, art. 88bis",
  reference: "GE.2026.1234",
  given: "The log of use of the account in November.",
  givenOn: "2026-01-05",
  subjects: "acc_1 dlv_2",
  telling: "later",
  tellFrom: "2999-05-01",
  tellingWords: "Secrecy of the inquiry until then.",
};

/** Ids by the names of the parameters in the paths. */
export async function plantRegisters(
  bench: VerbBench,
  staffId: string,
): Promise<{ readonly subprocessor: string; readonly breach: string; readonly disclosure: string }> {
  const ctx = bench.context("backoffice");
  const arrivedAt = await clockNow(ctx.db);
  const officer = {
    staff: { staffId, roles: ["privacy_officer"] as const, freshUntil: arrivedAt.add({ hours: 1 }) },
    visitor: { ip: "203.0.113.9", userAgent: "test", language: "nl" },
    arrivedAt,
  };
  return {
    subprocessor: await enterSubprocessor(ctx, officer, SUBPROCESSOR, 30),
    breach: await openBreach(ctx, officer, BREACH),
    disclosure: await enterDisclosure(ctx, officer, DISCLOSURE),
  };
}
