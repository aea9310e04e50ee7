import { clockNow, transact } from "@posthorn/db";
import { createLetterBench, createVerbBench, type LetterBench, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mismatchOccasion } from "../collection/mismatch-occasion.ts";
import { oweErrand } from "../record/owe-errand.ts";
import type { ErrandPorts, MismatchWords } from "./ports.ts";
import { runErrand } from "./run-errand.ts";

let bench: VerbBench;
let letters: LetterBench;

beforeAll(async () => {
  bench = await createVerbBench();
  letters = createLetterBench(bench);
});
afterAll(() => bench.close());

const unexpected = () => {
  throw new Error("another mail than the one that is owed");
};

test.each([
  ["name", {}, "send_again"],
  ["name", { sms_failure_open: true }, "mend"],
  ["birth_date", { sms_failure_open: true }, "send_again"],
  ["register_number", {}, "send_again"],
  ["not_a_member", { state: "refused", final_at: Temporal.Instant.from("2026-11-22T10:00:00Z") }, "nothing"],
] as const)(
  "of %s the sender hears once what did not fit, and what he can still do",
  async (field, columns, remedy) => {
    const letter = await letters.notify({}, columns);
    const collect = bench.context("collect");
    const worker = bench.context("worker");
    const at = await clockNow(worker.db);
    const door = { presented: letters.digest.link(letter.token) };
    const owe = () =>
      transact(collect.db, door, (trx) =>
        oweErrand(trx, collect, letter.deliveryId, "identity_mismatch", mismatchOccasion(field, at), at),
      );
    await owe();
    await owe();
    const [errand, ...more] = await worker.db
      .selectFrom("errand")
      .select("id")
      .where("delivery_id", "=", letter.deliveryId)
      .execute();
    expect(more).toEqual([]);
    const told: MismatchWords[] = [];
    const sent: string[] = [];
    const ports: ErrandPorts = {
      links: { linkFor: unexpected, checkCodeFor: unexpected, checkUrl: "" },
      mail: {
        send(mail) {
          sent.push(mail.to);
          return Promise.resolve({
            outcome: "accepted",
            response: "250",
            ours: false,
            dialogue: "",
            raw: new Uint8Array(),
          });
        },
      },
      rendering: {
        noticeFailed: unexpected,
        final: unexpected,
        posted: unexpected,
        corrected: unexpected,
        notForMe: unexpected,
        addressNeeded: unexpected,
        extendedForSender: unexpected,
        extended: unexpected,
        letterCalledOff: unexpected,
        proofCopy: unexpected,
        evidenceFalling: unexpected,
        identityMismatch(words) {
          told.push(words);
          return { subject: "", text: "", html: "" };
        },
      },
      deliveryLink: (id) => `https://portal.example/d/${id}`,
    };
    expect(await runErrand(worker, ports, errand?.id ?? "")).toBe("done");
    expect(await runErrand(worker, ports, errand?.id ?? "")).toBe("nothing_to_do");
    expect(told).toMatchObject([{ field, remedy, codesOpen: true, addressee: "Jan Peeters" }]);
    expect(sent).toEqual(["lotte.maes@vandewalle.example"]);
  },
);
