import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { isEventName, LANGUAGES, type Language, type ProofKind, type RecipientFacts } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { expect, test } from "vitest";
import { deliveryContent } from "./delivery-content.ts";
import type { ProofRequest, SealedRecord } from "./proof-request.ts";
import { attachmentsOfPdf, inFolder, inspectPdf, isInstalled, textOfPdf } from "./read-pdf.ts";
import { renderMessageProof, renderMessageProofPage, renderProof, renderProofPage } from "./render-proof.ts";
import {
  BY_CODES,
  BY_ITSME,
  BY_MEMBER,
  HARD,
  printedParts,
  SAMPLE_PARTS,
  sampleRecords,
  type SampleStep,
  STEPS,
} from "./sample-records.ts";

const noPoppler = !isInstalled("pdftotext", "pdfdetach", "pdffonts", "qpdf");
const SKIP = "(skipped: poppler or qpdf is not installed)";

const RECORDS: Readonly<Record<ProofKind, readonly SealedRecord[]>> = {
  proof_of_submission: sampleRecords(STEPS.submission),
  proof_of_notification: sampleRecords(STEPS.notification),
  proof_of_non_notification: sampleRecords(STEPS.nonNotification),
  proof_of_collection: sampleRecords(STEPS.collection(BY_CODES, true)),
  proof_of_refusal: sampleRecords(STEPS.refusal(BY_CODES)),
  proof_of_expiry: sampleRecords(STEPS.expiry),
  proof_of_posting: posted(STEPS.posting),
  proof_of_post_outcome: posted(STEPS.postOutcome),
};

/** Records that are no event of the standard never get XML. */
function posted(steps: readonly SampleStep[]): readonly SealedRecord[] {
  return sampleRecords(steps, { postal_fallback: true, parts: printedParts(SAMPLE_PARTS) }).map((record) =>
    isEventName(record.facts.type) ? record : { ...record, xml: null, sealedAt: null },
  );
}

function request(kind: ProofKind, language: Language, rest: Partial<ProofRequest> = {}): ProofRequest {
  return {
    kind,
    language,
    records: RECORDS[kind],
    trust: "demonstration",
    verifyUrl: "https://verify.example/",
    ...rest,
  };
}

async function textOf(
  kind: ProofKind,
  language: Language,
  rest: Partial<ProofRequest> = {},
): Promise<string> {
  return textOfPdf(await renderProof(request(kind, language, rest)));
}

const CASES = (Object.keys(RECORDS) as ProofKind[]).flatMap((kind) =>
  LANGUAGES.map((language) => [kind, language] as const),
);

test.skipIf(noPoppler).each(CASES)(
  `%s in %s: sound, all fonts embedded, every record attached ${SKIP}`,
  async (kind, language) => {
    const pdf = await renderProof(request(kind, language));
    const { check, fonts } = inspectPdf(pdf);
    expect(check).toContain("No syntax or stream encoding errors");
    for (const font of fonts) expect(font).toMatch(/ yes yes yes /);
    const files = attachmentsOfPdf(pdf);
    expect(Object.values(files).toSorted()).toEqual(RECORDS[kind].flatMap(({ xml }) => xml ?? []).toSorted());
    const text = textOfPdf(pdf);
    const { proof } = textsFor(language);
    for (const said of [
      proof.kinds[kind].title,
      proof.legalEffect.demonstration,
      proof.notProved.title,
      proof.notProved.addresses,
      "M-4F7K",
      "dlv_01JD5N8Q4T8K2M0P6R3S9V7X1Z",
    ]) {
      expect(text).toContain(said.replaceAll(/[\s\u00a0]+/gu, " "));
    }
    for (const part of SAMPLE_PARTS) expect(text).toContain(part.sha256.slice(0, 32));
    expect(text).not.toContain("undefined");
  },
);

test.skipIf(noPoppler)(`of a company's member his random id alone is printed ${SKIP}`, async () => {
  const { first_names: _first, ...recipient } = RECORDS.proof_of_collection[0]?.facts.recipient ?? {};
  const organisation = { ...recipient, kind: "organisation", name: "Bakkerij Peeters bv" } as RecipientFacts;
  const records = sampleRecords(STEPS.collection(BY_MEMBER, true), { recipient: organisation });
  const text = await textOf("proof_of_collection", "en", { records });
  expect(text).toContain("Member M-4F7K of Bakkerij Peeters bv");
  expect(text).toContain("Acts for the addressee by membership of a company account");
  expect(text).not.toContain("Jan");
});

test.skipIf(noPoppler)(`the part of a company that sent stands beside its name ${SKIP}`, async () => {
  const records = RECORDS.proof_of_submission.map((record) => ({
    ...record,
    facts: { ...record.facts, sender: { ...record.facts.sender, department: "Dienst Syndic" } },
  }));
  expect(await textOf("proof_of_submission", "nl", { records })).toContain("Dienst Syndic");
});

test.skipIf(noPoppler)(
  `codes never carry a level, and the same words say what they prove ${SKIP}`,
  async () => {
    const withLevel = { ...BY_CODES, authentication: { ...BY_CODES.authentication, level: "high" as const } };
    for (const kind of ["proof_of_collection", "proof_of_refusal"] as const) {
      const steps =
        kind === "proof_of_collection" ? STEPS.collection(withLevel, true) : STEPS.refusal(withLevel);
      const sender = { method: "password" as const, at: "2026-11-21T08:00:00.000Z" };
      const records = sampleRecords(steps).map((record) => ({
        ...record,
        facts: {
          ...record.facts,
          sender: { ...record.facts.sender, authentication: sender, identified: sender },
        },
      }));
      const text = await textOf(kind, "en", { records });
      expect(text).toContain(
        "Possession of the mailbox and the phone that the sender gave; identity not established",
      );
      expect(text).not.toContain("assurance");
    }
  },
);

test.skipIf(noPoppler)(
  `an identified addressee is named with method, level and why it is him ${SKIP}`,
  async () => {
    const text = await textOf("proof_of_collection", "en", {
      records: sampleRecords(STEPS.collection(BY_ITSME, true)),
    });
    expect(text).toContain("Jan Peeters, identified with itsme, assurance high");
    expect(text).toContain("Is the addressee by name and date of birth");
    expect(text).toContain(BY_ITSME.identification_commitment ?? "none");
    expect(text).not.toContain("identity not established");
  },
);

test.skipIf(noPoppler)(`"handed over" is said only where a handover is recorded ${SKIP}`, async () => {
  const available = await textOf("proof_of_collection", "en", {
    records: sampleRecords(STEPS.collection(BY_CODES, false)),
  });
  expect(available).toContain("made available");
  expect(available.toLowerCase()).not.toContain("handed over");
  expect(await textOf("proof_of_collection", "en")).toContain("What was handed over");
});

test.skipIf(noPoppler)(`who was reached in the end is not said to be unreachable ${SKIP}`, async () => {
  const { kinds } = textsFor("en").proof;
  const { sentence, sentenceThen } = kinds.proof_of_non_notification;
  const saysOf = async (...later: Parameters<typeof sampleRecords>[0]) => {
    const records = sampleRecords([...STEPS.nonNotification, ...later]);
    const text = await textOf("proof_of_non_notification", "en", { records });
    return [text.includes(sentence), text.includes(sentenceThen)];
  };
  expect(await saysOf()).toEqual([true, false]);
  const [, noticed] = STEPS.notification;
  expect(await saysOf({ type: "AddresseeContactRepaired" }, noticed)).toEqual([false, true]);
  expect(await saysOf({ type: "LetterToPrint" }, { type: "ConsignmentAcceptance" })).toEqual([false, true]);
});

test.skipIf(noPoppler)(`expiry never says that the message was received ${SKIP}`, async () => {
  const text = await textOf("proof_of_expiry", "en");
  const [stated] = text.split("What this does not prove");
  expect(stated).not.toMatch(/received/i);
  expect(text).toContain("Until the end of Sunday 6 December 2026");
  expect(text).toContain("Monday 7 December 2026 at 00.00.00 (Brussels, UTC+1)");
});

test.skipIf(noPoppler)(
  `non-notification tells what each channel answered, and whose the cause was ${SKIP}`,
  async () => {
    const text = await textOf("proof_of_non_notification", "en");
    expect(text).toContain("E-mail to jan.peeters@example.be: failed for good");
    expect(text).toContain("550 5.1.1");
    expect(text).toContain("Text message to +32470123456: taken for delivery");
    const [first, second] = STEPS.nonNotification;
    const ours = sampleRecords([first, { ...second, reasons: ["R_ERDS_Malfunction"] }]);
    expect(await textOf("proof_of_non_notification", "en", { records: ours })).toContain(
      "The cause lies with the service",
    );
  },
);

test.skipIf(noPoppler)(
  `commands are printed line by line as they are typed, never on a page of their own ${SKIP}`,
  async () => {
    const opened: SampleStep = { type: "ContentAccessTracking", after_final: true };
    for (let length = 0; length < 12; length += 2) {
      const later = Array.from({ length }, () => opened);
      const records = sampleRecords([...STEPS.collection(BY_ITSME, true), ...later]);
      const content = request("proof_of_collection", "fr", { records });
      const pdf = await renderProof(content);
      const pages = inFolder({ "proof.pdf": pdf }, (folder) =>
        execFileSync("pdftotext", ["-layout", join(folder, "proof.pdf"), "-"], { encoding: "utf8" }),
      ).split("\f");
      const last = pages.findLast((page) => page.trim() !== "") ?? "";
      const { notProved } = textsFor("fr").proof;
      expect(last.replaceAll(/[\s\u00a0]+/gu, " ")).toContain(
        notProved.title.replaceAll(/[\s\u00a0]+/gu, " "),
      );
      const lines = last.split("\n").map((line) => line.trim());
      const { steps } = deliveryContent(content).check;
      for (const command of steps.flatMap(({ commands }) => commands)) expect(lines).toContain(command);
    }
  },
);

test.skipIf(noPoppler).each(LANGUAGES)(
  `in %s an expiry after which a letter followed denies nothing that came by post ${SKIP}`,
  async (language) => {
    const records = sampleRecords([
      ...STEPS.expiry,
      { type: "LetterToPrint", event_at: "2026-12-06T23:00:00.000Z", details: { after: "expired" } },
    ]);
    const { notProved } = textsFor(language).proof;
    const flat = (words: string) => words.replaceAll(/[\s\u00a0]+/gu, " ");
    const text = await textOf("proof_of_expiry", language, { records });
    expect(text).toContain(flat(notProved.expiredWithLetter));
    expect(text).not.toContain(flat(notProved.proof_of_expiry));
  },
);

test.skipIf(noPoppler)(`what became of a letter is the carrier's statement, never ours ${SKIP}`, async () => {
  const text = await textOf("proof_of_post_outcome", "en");
  expect(text).toContain("bpost states about the letter: delivered.");
  expect(text).toContain("010541288500452621221234567890");
  expect(text).toContain("it is the operator’s statement, not a finding of this service");
  // A statement has no XML: the command names the newest evidence that has.
  expect(text).toContain("07-RelayToNonERDS.xml");
  const ending = (step: SampleStep) =>
    textOf("proof_of_post_outcome", "en", { records: posted([...STEPS.posting, step]) });
  const silent = await ending({ type: "CarrierSilent" });
  expect(silent).toContain("has not said in time");
  expect(silent).toContain("has stated nothing in time, and may still do so");
  expect(silent).not.toContain("it is the operator’s statement");
});

test.skipIf(noPoppler).each(LANGUAGES)(
  `a letter never posted is nobody's statement, in %s ${SKIP}`,
  async (language) => {
    const { kinds, notProved, reason } = textsFor(language).proof;
    const flat = (text: string) => text.replaceAll(/[\s\u00a0]+/gu, " ");
    const text = flat(await textOf("proof_of_post_outcome", language, { records: posted(STEPS.notPosted) }));
    expect(text).toContain(flat(kinds.proof_of_post_outcome.failed));
    expect(text).toContain(flat(notProved.neverPosted));
    expect(text.toLowerCase()).toContain(flat(reason["own:called_off"]).toLowerCase());
    expect(text).not.toContain(flat(notProved.proof_of_post_outcome));
  },
);

test.skipIf(noPoppler)(`what the carrier says in no word of ours stands in his own ${SKIP}`, async () => {
  const [, delivered] = STEPS.postOutcome.slice(-2);
  const rerouted: SampleStep = {
    type: "CarrierStatement",
    event_at: "2026-12-10T15:30:00.000Z",
    carrier: { source: "bpost", outcome: "other", words: "Omgeleid naar Aalst" },
  };
  const records = posted([...STEPS.posting, rerouted, ...(delivered ? [delivered] : [])]);
  expect(await textOf("proof_of_post_outcome", "en", { records })).toContain("Omgeleid naar Aalst");
});

test.skipIf(noPoppler)(
  `what our desk entered for the carrier is said so in the proof's language ${SKIP}`,
  async () => {
    const entered = (words: string): SampleStep => ({
      type: "CarrierStatement",
      event_at: "2026-12-11T09:12:00.000Z",
      carrier: { source: "bpost", outcome: "returned", words },
    });
    for (const words of ["weigering (entered by the postal desk)", "entered by the postal desk"]) {
      const records = posted([...STEPS.posting, entered(words)]);
      const text = await textOf("proof_of_post_outcome", "nl", { records });
      expect(text).not.toContain("entered by");
      expect(text.replaceAll(/\s+/gu, " ")).toContain(textsFor("nl").proof.post.enteredByDesk);
      expect(text.includes("“weigering”")).toBe(words.startsWith("weigering"));
    }
  },
);

test.skipIf(noPoppler)(`awkward names, twenty parts and an organisation survive ${SKIP}`, async () => {
  const text = await textOf("proof_of_collection", "fr", {
    records: sampleRecords(STEPS.collection(BY_CODES, true), HARD),
  });
  for (const said of [
    "Ștefănescu & Žižková Łódź-Győr",
    "🇧🇪",
    "😀",
    "Pour l’organisation ; personne non identifiée",
    "facture_№18_Łőș.pdf",
    "0202.239.951",
    "Page 4 sur 4",
  ]) {
    expect(text).toContain(said);
  }
  expect(text).toContain("fin Bcc: nobody");
  expect(text).toContain("remplacés par \ufffd");
});

test.skipIf(noPoppler)(
  `a qualified provider claims no more than the delivery has earned ${SKIP}`,
  async () => {
    const qualified = { trust_status: "qualified" } as const;
    const submitted = await textOf("proof_of_submission", "en", {
      records: sampleRecords(STEPS.submission, qualified),
      trust: "qualified",
    });
    expect(submitted).toContain("qualified only if collected with eID or itsme");
    const byCodes = await textOf("proof_of_collection", "en", {
      records: sampleRecords(STEPS.collection(BY_CODES, true), qualified),
      trust: "qualified",
    });
    expect(byCodes).toContain("Electronic registered delivery · not qualified");
    expect(byCodes).toContain("does not replace a registered letter that the law requires");
    const byItsme = await textOf("proof_of_collection", "en", {
      records: sampleRecords(STEPS.collection(BY_ITSME, true), qualified),
      trust: "qualified",
    });
    expect(byItsme).toContain("Electronic registered delivery · qualified");
    expect(byItsme).not.toContain("does not replace");
  },
);

test.skipIf(noPoppler)(
  `later records still being sealed are counted, not attached; the closed chain says how many follow ${SKIP}`,
  async () => {
    const opened = sampleRecords([
      ...STEPS.collection(BY_CODES, true),
      {
        type: "ContentAccessTracking",
        after_final: true,
        part: { name: "lease-2024.pdf", sha256: "0".repeat(64) },
      },
    ]);
    const records = opened.map((record, index) =>
      index === 8 ? { ...record, xml: null, sealedAt: null, logIndex: null } : record,
    );
    const pdf = await renderProof(request("proof_of_collection", "en", { records }));
    const text = textOfPdf(pdf);
    expect(text).toContain("One later record was still being sealed.");
    expect(text).toContain("2 later records follow.");
    expect(text).toContain("not yet in the log");
    expect(Object.keys(attachmentsOfPdf(pdf))).toHaveLength(8);
  },
);

test.skipIf(noPoppler)(`a record type without words stands under its own name ${SKIP}`, async () => {
  const records = sampleRecords([...STEPS.notification, { type: "toString" }, { type: "SomethingNew" }]);
  const text = await textOf("proof_of_notification", "en", { records });
  expect(text).toMatch(/toString · record 4.*SomethingNew · record 5/);
});

test.skipIf(noPoppler)(
  `a repair, a use that opened the window and an outage are told on every later proof ${SKIP}`,
  async () => {
    const [submitted] = STEPS.submission;
    const records = sampleRecords([
      submitted,
      {
        type: "AddresseeContactRepaired",
        details: { fields: "email,mobile", state: "notice_failed", old_sha256: "ab".repeat(32) },
      },
      { type: "NotificationAccessTracking", details: { round: 2, opened_window: true } },
      {
        type: "WindowExtendedForOutage",
        details: { outage_minutes: 75, deadline: "2026-12-07T23:00:00.000Z" },
      },
    ]).map((record, index) =>
      index === 1 || index === 3 ? { ...record, xml: null, sealedAt: null } : record,
    );
    const text = await textOf("proof_of_notification", "en", { records });
    expect(text).toContain("A holder of the notice used it");
    expect(text).toContain("Corrected: e-mail address, mobile number");
    expect(text).toContain(`old_sha256: ${"ab".repeat(32)}`);
    expect(text).toContain("This use proved the notice");
    expect(text).toContain(
      "75 minutes. The time to collect now runs until the end of Monday 7 December 2026",
    );
    // Records that are no event of the standard never have evidence of their own.
    expect(text).not.toContain("still being sealed");
  },
);

test("the same records give the same bytes, in any order", async () => {
  const first = await renderProof(request("proof_of_expiry", "nl"));
  const second = await renderProof(
    request("proof_of_expiry", "nl", { records: RECORDS.proof_of_expiry.toReversed() }),
  );
  expect(Buffer.compare(first, second)).toBe(0);
});

test.skipIf(noPoppler)(
  `the proof of a whole message names every addressee and attaches every acceptance ${SKIP}`,
  async () => {
    const records = Array.from({ length: 25 }, (_, index) =>
      sampleRecords(STEPS.notification, {
        delivery: `dlv_${String(index).padStart(4, "0")}`,
        ...(index === 3 ? HARD : {}),
      }),
    ).flat();
    const pdf = await renderMessageProof({
      message: "msg_01JD5N8Q4T",
      language: "nl",
      records,
      trust: "demonstration",
      verifyUrl: "https://verify.example/",
    });
    const text = textOfPdf(pdf);
    expect(text).toContain("25 geadresseerden");
    expect(text).toContain("msg_01JD5N8Q4T");
    for (let index = 0; index < 25; index += 1)
      expect(text).toContain(`dlv_${String(index).padStart(4, "0")}`);
    const names = Object.keys(attachmentsOfPdf(pdf));
    expect(names).toHaveLength(25);
    expect(names).toContain("dlv_0003-01-SubmissionAcceptance.xml");
  },
);

test("the proof of a whole message waits for every seal and needs at least one acceptance", async () => {
  const base = {
    message: "msg_1",
    language: "en",
    trust: "demonstration",
    verifyUrl: "https://verify.example/",
  } as const;
  await expect(renderMessageProof({ ...base, records: [] })).rejects.toMatchObject({
    code: "proof_not_available",
  });
  const unsealed = sampleRecords(STEPS.submission).map((record) => ({ ...record, xml: null }));
  await expect(renderMessageProof({ ...base, records: unsealed })).rejects.toMatchObject({
    code: "proof_being_sealed",
  });
});

/** Texts of a page, tags away, as a reader of the page hears them. */
function wordsOf(page: string): string {
  return page
    .replaceAll(/<style>[^]*?<\/style>/gu, "")
    .replaceAll(/<[^>]+>/gu, " ")
    .replaceAll(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/\s+/gu, " ");
}

test.skipIf(noPoppler).each(CASES)(
  `%s in %s: the page says what the PDF says, digest for digest ${SKIP}`,
  async (kind, language) => {
    const page = renderProofPage(request(kind, language));
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).not.toMatch(/<script|src=|url\(|@import|undefined/u);
    const said = wordsOf(page);
    const printed = (await textOf(kind, language)).replaceAll(/\s/gu, "");
    const digests = said.match(/\b[0-9a-f]{64}\b/gu) ?? [];
    expect(digests.length).toBeGreaterThanOrEqual(SAMPLE_PARTS.length + 1);
    for (const digest of digests) {
      // The PDF sets a digest on two lines.
      expect(printed).toContain(digest.slice(0, 32));
      expect(printed).toContain(digest.slice(32));
    }
    const utc = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z/gu;
    expect([...said.matchAll(utc)].map(String).toSorted()).toEqual(
      [...printed.matchAll(utc)].map(String).toSorted(),
    );
  },
);

test("what a sender wrote is text on the page, whatever it holds", () => {
  const evil = `<img src=x onerror="alert(1)"> & 'co'`;
  const [first] = RECORDS.proof_of_submission;
  const record = { ...(first as SealedRecord), facts: { ...(first as SealedRecord).facts, subject: evil } };
  const page = renderProofPage(request("proof_of_submission", "en", { records: [record] }));
  expect(page).not.toContain("<img");
  expect(wordsOf(page)).toContain(evil);
  const whole = renderMessageProofPage({
    message: "msg_1",
    language: "en",
    records: [record],
    trust: "demonstration",
    verifyUrl: "https://verify.example/",
  });
  expect(wordsOf(whole)).toContain("msg_1");
});

test.skipIf(noPoppler)(`where the log has a record is said and attached ${SKIP}`, async () => {
  const logProof = {
    index: 41,
    leaf: "ab".repeat(32),
    inclusion: ["cd".repeat(32)],
    checkpoint: `verify.example/log\n48211\n${Buffer.alloc(32, 7).toString("base64")}\n\n— verify.example/log AAAA\n`,
    timestamp: null,
  };
  const verifiesUntil = Temporal.Instant.from("2036-03-01T00:00:00Z");
  const [first] = RECORDS.proof_of_submission;
  const records = [{ ...(first as SealedRecord), logIndex: 41, logProof, verifiesUntil }];
  const pdf = await renderProof(request("proof_of_submission", "en", { records }));
  const text = textOfPdf(pdf);
  expect(text).toContain("Entry 41 of the public log. Checkpoint of 48,211 entries, root BwcHBwcH");
  expect(text).toContain("verify without renewal until Saturday 1 March 2036");
  const attached: unknown = JSON.parse(attachmentsOfPdf(pdf)["log-proofs.json"] ?? "null");
  expect(attached).toEqual([expect.objectContaining({ record: first?.facts.id, ...logProof })]);
});
