import { createVerbBench, TEST_SENDER, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { loadSession } from "../account/load-session.ts";
import type { Context } from "../context.ts";
import { confirmByIdentity } from "./confirm-by-identity.ts";
import { listIdentities } from "./list-identities.ts";
import {
  digest,
  identityOf,
  NELE,
  now,
  type PersonBench,
  personBench,
  type TestMember,
  tokens,
  VISITOR,
} from "./person.test-support.ts";
import { signInByIdentity } from "./sign-in-by-identity.ts";
import { unlinkIdentity } from "./unlink-identity.ts";

let bench: VerbBench;
let person: PersonBench;
let owner: Context;

beforeAll(async () => {
  bench = await createVerbBench();
  person = personBench(bench);
  owner = bench.context("owner");
});
beforeEach(() => person.reset());
afterAll(() => bench.close());

const LOTTE = {
  personId: "per_SEED0LOTTEMAES",
  accountId: TEST_SENDER.accountId,
  accountKind: "company",
} as const;
const lottesItsme = () => identityOf("sub-lotte", "Maes", "Lotte");
const lottesCard = () => identityOf("85061421231", "Maes", "Lotte", { method: "eid", issuer: "Citizen CA" });

function signIn(identity = lottesItsme()) {
  const input = { identity, visitor: VISITOR, arrivedAt: now(), deviceHash: digest("device") };
  return signInByIdentity(person.ctx, { keys: person.keys, tokens }, input);
}
function load(token: string) {
  return loadSession(person.ctx, {
    tokenHash: digest(token),
    deviceHash: digest("device"),
    visitor: VISITOR,
  });
}
const identifyLotte = (identity = lottesItsme()) => person.identify(identity, LOTTE);

test.each([
  ["itsme", lottesItsme, { method: "itsme", level: "high", issuer: "itsme" }],
  ["a card", lottesCard, { method: "eid", level: "high", issuer: "Citizen CA" }],
])("whoever has linked %s signs in with it, and the session says so", async (_, identity, authentication) => {
  await identifyLotte(identity());
  const session = await signIn(identity());
  const member = await load(session?.token ?? "");
  expect(member).toMatchObject({ personId: LOTTE.personId, authentication });
  const record = owner.db
    .selectFrom("identification_record")
    .select("person_id")
    .where("purpose", "=", "sign_in");
  expect(await record.execute()).toEqual([{ person_id: LOTTE.personId }]);
});

test("what nobody has linked, and what a person without an account has linked, answer alike and leave nothing", async () => {
  expect(await signIn()).toBeNull();
  await person.identify(identityOf("sub-nele", "Claes", "Nele"), NELE);
  await owner.db
    .updateTable("member")
    .set({ left_at: now() })
    .where("person_id", "=", NELE.personId)
    .execute();
  const before = await owner.db.selectFrom("identification_record").select("id").execute();
  expect(await signIn(identityOf("sub-nele", "Claes", "Nele"))).toBeNull();
  await owner.db
    .updateTable("member")
    .set({ left_at: null })
    .where("person_id", "=", NELE.personId)
    .execute();
  expect(await owner.db.selectFrom("identification_record").select("id").execute()).toEqual(before);
  const failed = owner.db
    .selectFrom("use_log")
    .select(["person_id", "account_id"])
    .where("act", "=", "sign_in_failed by itsme");
  expect(await failed.execute()).toEqual([
    { person_id: null, account_id: null },
    { person_id: null, account_id: null },
  ]);
});

test("a person's own means confirms that it is still him; somebody else's does not", async () => {
  await identifyLotte();
  await person.identify(identityOf("sub-nele", "Claes", "Nele"), NELE);
  const { token = "" } = (await signIn()) ?? {};
  const long = now().subtract({ hours: 1 });
  await owner.db
    .updateTable("session")
    .set({ fresh_at: long })
    .where("token_hash", "=", digest(token))
    .execute();
  const member = await load(token);
  if (!member) throw new Error("the session is gone");
  const confirm = (identity = lottesItsme()) =>
    confirmByIdentity(
      person.ctx,
      { keys: person.keys, tokens },
      { member, identity, visitor: VISITOR, arrivedAt: now() },
    );
  expect(await confirm(identityOf("sub-nele", "Claes", "Nele"))).toBeNull();
  expect(await confirm(identityOf("sub-nobody", "Maes", "Lotte"))).toBeNull();
  expect(Temporal.Instant.compare((await load(token))?.freshAt ?? now(), long)).toBe(0);
  const fresh = await confirm();
  expect(await load(token)).toBeNull();
  const after = await load(fresh?.token ?? "");
  expect(Temporal.Instant.compare(after?.freshAt ?? long, long)).toBe(1);
  // What evidence says of the sign-in stays.
  expect(after?.authentication).toEqual(member.authentication);
});

test("means are listed without what could be used of them, and unlinked one by one", async () => {
  await identifyLotte();
  await identifyLotte(lottesCard());
  const standing = await listIdentities(person.ctx, LOTTE.personId);
  expect(standing.identified).toMatchObject({ method: "eid", issuer: "Citizen CA", level: "high" });
  expect(standing.linked.map(({ method }) => method)).toEqual(["itsme", "eid"]);
  expect(JSON.stringify(standing)).not.toMatch(/sub-lotte|85061421231/);
  const [first] = standing.linked;
  const unlink = (id: string, member: TestMember = LOTTE) =>
    unlinkIdentity(person.ctx, { member, id, visitor: VISITOR, arrivedAt: now() });
  await expect(unlink(first?.id ?? "", NELE)).rejects.toMatchObject({ kind: "not_found" });
  await unlink(first?.id ?? "");
  await expect(unlink(first?.id ?? "")).rejects.toMatchObject({
    kind: "not_found",
    code: "identity_unknown",
  });
  expect(await signIn()).toBeNull();
  expect(await signIn(lottesCard())).not.toBeNull();
});

test("the last means of signing in stays", async () => {
  const nele = NELE;
  await person.identify(identityOf("sub-nele", "Claes", "Nele"), nele);
  const { password_hash: hash } = await owner.db
    .selectFrom("person")
    .select("password_hash")
    .where("id", "=", NELE.personId)
    .executeTakeFirstOrThrow();
  await owner.db.updateTable("person").set({ password_hash: null }).where("id", "=", NELE.personId).execute();
  const [only] = (await listIdentities(person.ctx, NELE.personId)).linked;
  const unlink = () =>
    unlinkIdentity(person.ctx, { member: NELE, id: only?.id ?? "", visitor: VISITOR, arrivedAt: now() });
  await expect(unlink()).rejects.toMatchObject({ kind: "conflict", code: "last_sign_in" });
  await owner.db.updateTable("person").set({ password_hash: hash }).where("id", "=", NELE.personId).execute();
  await unlink();
  expect((await listIdentities(person.ctx, NELE.personId)).linked).toEqual([]);
});
