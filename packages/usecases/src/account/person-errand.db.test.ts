import { type PersonErrandKind, sql, transact } from "@posthorn/db";
import { createVerbBench, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sweep } from "../deadline/sweep.ts";
import type { MailAnswer, MailToSend, Postponed } from "../notice/ports.ts";
import { owePersonErrand } from "./owe-person-errand.ts";
import { oweMailedLink } from "../mailed-link/owe-link.ts";
import { bookLinkUsed, readMailedLink } from "../mailed-link/use-link.ts";
import { type PersonErrandPorts, runPersonErrand } from "./run-person-errand.ts";

let bench: VerbBench;
beforeAll(async () => {
  bench = await createVerbBench();
});
afterAll(() => bench.close());

const LOTTE = "per_SEED0LOTTEMAES";
const TAKEN: MailAnswer = {
  outcome: "accepted",
  response: "250 Ok",
  ours: false,
  dialogue: "",
  raw: new Uint8Array(),
};

function portsWith(answers: readonly (MailAnswer | Postponed | Error)[]) {
  const sent: MailToSend[] = [];
  const ports: PersonErrandPorts = {
    requestCode: () => ({ code: "", hash: "" }),
    linkTo: ({ id, purpose }) => ({
      url: `https://portal.example/${purpose}/${id}`,
      hash: `digest of ${id}`,
    }),
    personMail: ({ kind, facts, service, url }) => ({
      subject: kind,
      text: JSON.stringify(facts),
      html: url ?? service,
    }),
    mail: {
      async send(mail) {
        const answer = answers[sent.length];
        sent.push(mail);
        if (answer instanceof Error || answer === undefined)
          throw answer ?? new Error("nothing more was expected");
        return answer;
      },
    },
  };
  return { ports, sent };
}

async function owe(kind: PersonErrandKind): Promise<string> {
  const ctx = bench.context("portal");
  const at = Temporal.Now.instant().round("millisecond").subtract({ seconds: 1 });
  await transact(ctx.db, {}, (trx) => owePersonErrand(trx, ctx, LOTTE, kind, { browser: "Firefox" }, at));
  const { id } = await bench
    .context("owner")
    .db.selectFrom("person_errand")
    .select("id")
    .where("kind", "=", kind)
    .executeTakeFirstOrThrow();
  return id;
}

const due = (id: string) =>
  sql`UPDATE person_errand SET next_attempt_at = clock.now() WHERE id = ${id}`.execute(
    bench.context("owner").db,
  );

test("a mail goes to the person once, in his language", async () => {
  const id = await owe("totp_on");
  const { ports, sent } = portsWith([TAKEN]);
  const worker = bench.context("worker");
  expect(await runPersonErrand(worker, ports, id)).toBe("done");
  expect(await runPersonErrand(worker, ports, id)).toBe("nothing_to_do");
  expect(sent).toMatchObject([
    {
      to: "lotte.maes@vandewalle.example",
      toName: "Lotte Maes",
      language: "nl",
      attemptId: id,
      subject: "totp_on",
      text: '{"browser":"Firefox"}',
      html: "Posthorn",
    },
  ]);
});

test("a relay that is away is tried again after a pause, under the same name; a sweep brings it back", async () => {
  const id = await owe("totp_off");
  const { ports, sent } = portsWith([{ outcome: "postponed", response: null }, new Error("crash"), TAKEN]);
  const worker = bench.context("worker");
  expect(await runPersonErrand(worker, ports, id)).toBe("waits");
  expect(await runPersonErrand(worker, ports, id)).toBe("nothing_to_do");
  await due(id);
  await expect(runPersonErrand(worker, ports, id)).rejects.toThrow("crash");
  expect(await runPersonErrand(worker, ports, id)).toBe("nothing_to_do");
  await due(id);
  expect(await sweep(worker)).toBeGreaterThan(0);
  expect(await runPersonErrand(worker, ports, id)).toBe("done");
  expect(new Set(sent.map(({ attemptId }) => attemptId))).toEqual(new Set([id]));
});

test("two workers at once send one mail", async () => {
  const id = await owe("new_device");
  const { ports, sent } = portsWith([TAKEN]);
  const worker = bench.context("worker");
  const runs = await Promise.all([1, 2, 3].map(() => runPersonErrand(worker, ports, id)));
  expect(runs.toSorted()).toEqual(["done", "nothing_to_do", "nothing_to_do"]);
  expect(sent).toHaveLength(1);
});

const KIM = { email: "kim@nowhere.example", name: "Kim", language: "fr" } as const;

async function oweLink(hours: number) {
  const ctx = bench.context("portal");
  const at = Temporal.Now.instant().round("millisecond").subtract({ seconds: 1 });
  const linkId = await transact(ctx.db, {}, (trx) =>
    oweMailedLink(trx, ctx, {
      kind: "registration_link",
      purpose: "registration",
      subjectId: "reg_1",
      to: KIM,
      facts: {},
      at,
      expiresAt: at.add({ hours }),
    }),
  );
  const { id } = await bench
    .context("owner")
    .db.selectFrom("person_errand")
    .select("id")
    .where("mailed_link_id", "=", linkId)
    .executeTakeFirstOrThrow();
  return { linkId, errandId: id, at };
}

test("a link goes to an address without an account, opens once, and only what it was made for", async () => {
  const { linkId, errandId, at } = await oweLink(24);
  const { ports, sent } = portsWith([TAKEN]);
  expect(await runPersonErrand(bench.context("worker"), ports, errandId)).toBe("done");
  expect(sent).toMatchObject([
    { to: KIM.email, toName: "Kim", language: "fr", html: `https://portal.example/registration/${linkId}` },
  ]);
  const { db } = bench.context("portal");
  const hash = `digest of ${linkId}`;
  const read = (presentedLink: string, purpose: "registration" | "invitation", now = at) =>
    transact(db, { presentedLink }, (trx) =>
      readMailedLink(trx, presentedLink, purpose, now, { lock: true }),
    );
  await expect(read("digest of another", "registration")).rejects.toMatchObject({ code: "link_unknown" });
  await expect(read(hash, "invitation")).rejects.toMatchObject({ code: "link_unknown" });
  await expect(read(hash, "registration", at.add({ hours: 24 }))).rejects.toMatchObject({
    code: "link_expired",
  });
  const link = await read(hash, "registration");
  await transact(db, { presentedLink: hash }, (trx) => bookLinkUsed(trx, link, at));
  await expect(read(hash, "registration")).rejects.toMatchObject({ code: "link_used" });
});

test("a link that has ended before its mail is sent is not sent", async () => {
  const { errandId } = await oweLink(0);
  const { ports, sent } = portsWith([]);
  expect(await runPersonErrand(bench.context("worker"), ports, errandId)).toBe("done");
  expect(sent).toEqual([]);
});
