import { sql } from "@posthorn/db";
import { newId } from "@posthorn/runtime";
import { createVerbBench, samplePdf, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  enrolStaff,
  type RunningBackoffice,
  type StaffVisitor,
  startBackoffice,
} from "../start.test-support.ts";
import { requestVisits } from "./requests.test-support.ts";

let bench: VerbBench;
let desk: RunningBackoffice;
let officer: StaffVisitor;

beforeAll(async () => {
  bench = await createVerbBench();
  desk = await startBackoffice(bench);
  officer = await enrolStaff(bench, desk, ["privacy_officer"]);
  await officer.signIn();
}, 60_000);
afterAll(async () => {
  await desk.close();
  await bench.close();
});

const {
  owner,
  today,
  book,
  pathOf,
  openAs,
  rowOf,
  upload,
  send,
  find,
  choose,
  complete,
  tellAndDecide,
  exportOf,
  unzip,
} = requestVisits(() => ({ bench, desk, officer }));

/** By the public form, with a code to the address that was typed. */
async function askedByForm(email: string): Promise<string> {
  const at = Temporal.Now.instant().round("millisecond");
  const id = newId("rrq", at);
  await owner()
    .insertInto("rights_request")
    .values({
      id,
      kind: "access",
      channel: "form",
      name: "Peeters",
      first_names: "Jan",
      email,
      language: "nl",
      received_at: at,
      identity: "codes",
      identified_at: at,
      complete_at: at,
      due_on: today().add({ months: 1 }),
      state: "open",
    })
    .execute();
  return id;
}

test("a code shows a mailbox: what was written to another address, or is of another account holder, takes a tick", async () => {
  const email = "jan@mailbox.example";
  const own = await send({ name: "PEETERS", first_names: "Jan", email: "Jan@mailbox.example" });
  const namesake = await send({ name: "Peeters", first_names: "Jan", email: "jan@elsewhere.example" });
  const id = await askedByForm(email);
  expect((await choose(id, [own])).status).toBe(303);
  const refused = await choose(id, [own, namesake]);
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain("another name or address");
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM person WHERE erased_at IS NULL AND email_verified_at IS NOT NULL ORDER BY id LIMIT 1`.execute(
    owner(),
  );
  const person = rows[0]?.id ?? "";
  expect((await choose(id, [own], { person })).status).toBe(409);
  expect((await rowOf(id)).person_id).toBeNull();
  expect((await choose(id, [own, namesake], { person, other_names: "on" })).status).toBe(303);
  expect((await rowOf(id)).person_id).toBe(person);
});

test("what a second search finds is added; one is taken away again; and each asks for the passkey", async () => {
  const jan = { name: "Peeters", first_names: "Jan" };
  const one = await send({ ...jan, email: "one@added.example" });
  const other = await send({ ...jan, email: "other@added.example" });
  const id = await book();
  const chosen = async () =>
    (
      await owner()
        .selectFrom("rights_request_delivery")
        .select("delivery_id")
        .where("request_id", "=", id)
        .orderBy("delivery_id")
        .execute()
    ).map(({ delivery_id }) => delivery_id);
  const add = async (email: string) => {
    const found = await find(id, { email });
    const delivery = found.document.querySelector<HTMLInputElement>('input[name="delivery"]')?.value ?? "";
    return officer.visitor.press(found, "Add to the choice", { delivery });
  };
  expect((await add("one@added.example")).text).toContain("Your choice is kept.");
  await add("other@added.example");
  expect(await chosen()).toEqual([one, other].toSorted());
  const again = await find(id, { email: "other@added.example" });
  expect(again.text).toContain("All that was found is chosen already.");
  expect(again.document.querySelectorAll("main button.seal")).toHaveLength(0);
  const page = await openAs(officer, id);
  expect(page.document.querySelectorAll("main button.primary")).toHaveLength(1);
  const person = "per_SEED0LOTTEMAES";
  expect((await choose(id, [], { person, other_names: "on" })).status).toBe(303);
  expect((await choose(id, [one])).status).toBe(303);
  expect((await rowOf(id)).person_id).toBe(person);
  const remove = (which: string) => officer.post(`${pathOf(id)}/remove`, { id: which });
  expect((await remove(one)).status).toBe(303);
  expect(await chosen()).toEqual([other]);
  expect((await remove(person)).status).toBe(303);
  expect((await rowOf(id)).person_id).toBeNull();
  for (const gone of [one, person, "dlv_0"]) expect((await remove(gone)).status).toBe(409);
  expect((await openAs(officer, id)).text).toContain("Choice taken away");

  await owner()
    .updateTable("staff_session")
    .set({ fresh_at: Temporal.Instant.from("2026-01-01T00:00:00Z") })
    .execute();
  for (const act of ["find", "choose", "remove"]) {
    const refused = await officer.post(`${pathOf(id)}/${act}`, { email: "one@added.example", delivery: one });
    expect(refused.status).toBe(403);
    expect(await refused.text()).not.toContain(`value="${one}"`);
  }
  expect(await chosen()).toEqual([other]);
  await officer.confirm(pathOf(id));
});

test("an erasure granted in full is not told as carried out while a hold keeps a part of it", async () => {
  const at = Temporal.Now.instant().round("millisecond");
  const jan = { name: "Peeters", first_names: "Jan", email: "held@peeters.example" };
  const [free, held] = [await send(jan, at), await send(jan, at)];
  const id = await complete({ kind: "erasure" });
  await choose(id, [free, held]);
  await tellAndDecide(id, "granted");
  await officer.visitor.press(await openAs(officer, id), "Answer", { answer: "granted" });
  const hold = {
    id: "hld_edges",
    scope: "delivery",
    scope_id: held,
    ground: "dispute",
    reason: "In court",
    asked_at: at,
    state: "placed",
    decided_by: officer.id,
    decided_at: at,
    ends_on: today().add({ days: 30 }),
  } as const;
  await owner().insertInto("legal_hold").values(hold).execute();
  const names = async () =>
    (await owner().selectFrom("delivery").select("name").where("id", "in", [free, held]).execute()).map(
      ({ name }) => name,
    );
  const early = await officer.visitor.press(await openAs(officer, id), "Carry out and write");
  expect(early.status).toBe(409);
  expect(early.text).toContain("A legal hold names a part of it.");
  expect(await names()).toEqual(["Peeters", "Peeters"]);
  expect(await rowOf(id)).toMatchObject({ state: "answered", carried_out_at: null });
  await owner().updateTable("legal_hold").set({ state: "ended" }).where("id", "=", hold.id).execute();
  await officer.visitor.press(await openAs(officer, id), "Carry out and write");
  expect(await names()).toEqual(["", ""]);
  expect((await rowOf(id)).carried_out_at).not.toBeNull();
});

test("R12 identity document: its copy goes as well where he takes his request back before anybody looked", async () => {
  const id = await book();
  await upload(id, "identity_document", samplePdf());
  const files = () =>
    owner().selectFrom("rights_request_file").select("blob_id").where("request_id", "=", id).execute();
  const [file] = await files();
  const portal = bench.context("portal").db;
  await portal.transaction().execute(async (trx) => {
    await sql`SELECT set_config('posthorn.rights_request', ${id}, true)`.execute(trx);
    await trx.updateTable("rights_request").set({ state: "withdrawn" }).where("id", "=", id).execute();
  });
  expect((await openAs(officer, id)).document.querySelector(`a[href^='${pathOf(id)}/files/']`)).toBeNull();
  expect(await files()).toEqual([]);
  expect(
    await owner()
      .selectFrom("blob_removal")
      .select("blob_id")
      .where("blob_id", "=", file?.blob_id ?? "")
      .execute(),
  ).toHaveLength(1);
});

const at = Temporal.Now.instant().round("millisecond");

/** Somebody uses the letter from his own computer. */
async function used(delivery: string, act: string, ip: string): Promise<void> {
  await owner()
    .insertInto("use_log")
    .values({
      used_at: at,
      falls_on: today().add({ months: 24 }),
      service: "collect",
      act,
      account_id: null,
      person_id: null,
      delivery_id: delivery,
      subject: null,
      ip,
      user_agent: `Browser of ${ip}`,
      language: "nl",
    })
    .execute();
}

/** What is kept of who collected, and the evidence of it. */
async function collectedBy(delivery: string, person: string): Promise<string> {
  const id = newId("idr", at);
  await owner()
    .insertInto("identification_record")
    .values({
      id,
      delivery_id: delivery,
      person_id: person,
      purpose: "collect",
      method: "itsme",
      issuer: "itsme",
      level: "high",
      identified_at: at,
      commitment: "0".repeat(64),
      commitment_key: Buffer.alloc(32),
      sealed: Buffer.alloc(1),
      key_version: 1,
      kept_at: at,
    })
    .execute();
  await used(delivery, "identified", "203.0.113.77");
  await used(delivery, "content_opened", "203.0.113.77");
  await sql`INSERT INTO evidence_seal (record_id, account_id, delivery_id, xml, certificate_sha256, sealed_at)
    SELECT id, account_id, delivery_id, '<e:RecipientsDelegateDetails>mbr_secret</e:RecipientsDelegateDetails>', 'x', recorded_at
    FROM evidence_record WHERE delivery_id = ${delivery} ORDER BY seq LIMIT 1`.execute(owner());
  return id;
}

interface ExportedLetter {
  readonly log_of_use: readonly { readonly by: string; readonly act?: string; readonly ip?: string }[];
  readonly identification_records: readonly { readonly id: string }[] | null;
}

async function letterOf(
  request: string,
  delivery: string,
): Promise<{ letter: ExportedLetter; all: string } | null> {
  const held = await unzip(await exportOf(request));
  if (held === null) return null;
  const letter = JSON.parse(held[`letters/${delivery}/letter.json`] ?? "{}") as ExportedLetter;
  return { letter, all: Object.values(held).join("\n") };
}

test("of a delegate who collected for an organisation another gets the instant and nothing else; the delegate himself gets his own", async () => {
  const delivery = await send({ name: "Peeters", first_names: "Jan", email: "post@peeters-bv.example" }, at);
  await sql`UPDATE delivery SET kind = 'organisation', enterprise_number = '0403170701' WHERE id = ${delivery}`.execute(
    owner(),
  );
  await used(delivery, "codes_asked", "203.0.113.5");
  const record = await collectedBy(delivery, "per_SEED0NELECLAES");
  const stranger = await complete();
  await choose(stranger, [delivery]);
  await tellAndDecide(stranger, "granted");
  const given = await letterOf(stranger, delivery);
  const own = await complete({ name: "Claes", first_names: "Nele" });
  await choose(own, [delivery], { person: "per_SEED0NELECLAES", other_names: "on" });
  await tellAndDecide(own, "granted");
  const hers = await letterOf(own, delivery);
  if (given === null || hers === null) return;
  expect(given.letter.log_of_use.map(({ by }) => by)).toEqual([
    "holder_of_the_link",
    "somebody_entitled",
    "somebody_entitled",
  ]);
  expect(given.letter.identification_records).toBeNull();
  for (const secret of ["203.0.113.77", "203.0.113.5", "itsme", record, "mbr_secret"])
    expect(given.all).not.toContain(secret);
  expect(hers.letter.log_of_use.map(({ ip }) => ip)).toEqual([undefined, "203.0.113.77", "203.0.113.77"]);
  expect(hers.letter.identification_records).toMatchObject([{ id: record }]);
  expect(hers.all).toContain("mbr_secret");
  expect(hers.all).not.toContain("203.0.113.5");
});

test("who opened it with codes alone is known only where the mailbox was shown to be his who asks", async () => {
  const email = "codes@peeters.example";
  const delivery = await send({ name: "Peeters", first_names: "Jan", email }, at);
  await used(delivery, "codes_right", "203.0.113.88");
  await used(delivery, "identification_mismatch_name", "203.0.113.99");
  const byDocument = await complete();
  const byCode = await askedByForm(email);
  for (const [id, seen] of [
    [byDocument, false],
    [byCode, true],
  ] as const) {
    await choose(id, [delivery]);
    await tellAndDecide(id, "granted");
    const given = await letterOf(id, delivery);
    if (given === null) return;
    expect(given.all.includes("203.0.113.88")).toBe(seen);
    expect(given.all).not.toContain("203.0.113.99");
    expect(given.letter.log_of_use.map(({ by }) => by)).toEqual([
      seen ? "requester" : "somebody_entitled",
      "holder_of_the_link",
    ]);
  }
});
