import { createAuthenticator, createVerbBench, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Context } from "../context.ts";
import { beginPasskeyRegistration, PASSKEYS_AT_MOST } from "./begin-registration.ts";
import { finishPasskeyRegistration } from "./finish-registration.ts";
import type { PasskeyHolder } from "./holder.ts";
import { listIdentities } from "../identification/list-identities.ts";
import { unlinkIdentity } from "../identification/unlink-identity.ts";
import { listPasskeys } from "./list-passkeys.ts";
import { add, confirmBy, passkeyPorts, signInBy, SITE, visit } from "./passkeys.test-support.ts";
import { removePasskey } from "./remove-passkey.ts";
import { renamePasskey } from "./rename-passkey.ts";
import { beginPasskeySignIn, finishPasskeySignIn, signInWithPasskey } from "./sign-in-with-passkey.ts";

const REFUSED = { kind: "unauthenticated", code: "passkey_refused" };
const lotte: PasskeyHolder = { kind: "person", id: "per_SEED0LOTTEMAES" };
const pieter: PasskeyHolder = { kind: "person", id: "per_SEED0PIETERDECLERCQ" };
const an: PasskeyHolder = { kind: "staff", id: "stf_AN" };

let bench: VerbBench;
let ctx: Context;
let owner: Context;
let backoffice: Context;

beforeAll(async () => {
  bench = await createVerbBench();
  ctx = bench.context("portal");
  owner = bench.context("owner");
  backoffice = bench.context("backoffice");
  await owner.db
    .insertInto("staff")
    .values({
      id: an.id,
      email: "an@posthorn.example",
      family_name: "Wouters",
      first_names: "An",
      language: "nl",
      roles: ["auditor"],
      webauthn_handle: "aGFuZGxlIG9mIGFu",
      created_at: Temporal.Now.instant(),
      left_at: null,
    })
    .execute();
});
afterAll(() => bench.close());
beforeEach(async () => {
  await owner.db.updateTable("passkey").set({ removed_at: Temporal.Now.instant() }).execute();
});

async function errands(kind: string): Promise<readonly Readonly<Record<string, string>>[]> {
  const rows = await owner.db
    .selectFrom("person_errand")
    .select("facts")
    .where("kind", "=", kind as "passkey_added")
    .where("person_id", "=", lotte.id)
    .orderBy("id")
    .execute();
  return rows.map(({ facts }) => facts as Readonly<Record<string, string>>);
}

async function lastUse(act: string): Promise<{ person_id: string | null; ip: string | null } | undefined> {
  return owner.db
    .selectFrom("use_log")
    .select(["person_id", "ip"])
    .where("act", "=", act)
    .orderBy("used_at", "desc")
    .executeTakeFirst();
}

test("a passkey is added, named, listed, told by mail and logged; then it signs in without an address", async () => {
  const authenticator = createAuthenticator({ counts: true });
  const added = await add(ctx, lotte, authenticator);
  expect(added.name).toBe("Firefox, Linux");
  expect(await listPasskeys(ctx, lotte)).toMatchObject([
    { id: added.id, name: "Firefox, Linux", lastUsedAt: null, suspectedAt: null },
  ]);
  expect((await errands("passkey_added")).at(-1)).toEqual({
    name: "Firefox, Linux",
    browser: "Firefox",
    os: "Linux",
  });
  expect(await lastUse("passkey_added")).toEqual({ person_id: lotte.id, ip: "192.0.2.7" });
  expect(await signInBy(ctx, authenticator)).toEqual({ holderId: lotte.id, passkeyId: added.id });
  expect(await signInBy(ctx, authenticator)).toEqual({ holderId: lotte.id, passkeyId: added.id });
  expect((await listPasskeys(ctx, lotte))[0]?.lastUsedAt).not.toBeNull();
});

test("the session of a passkey says so, without a level, and replaces the one the browser came with", async () => {
  const authenticator = createAuthenticator();
  await add(ctx, lotte, authenticator);
  const tokens = { newToken: () => ({ token: "passkey-token", hash: "passkey-hash" }) };
  const ports = { ...passkeyPorts(ctx), tokens };
  const { ceremonyId, options } = await beginPasskeySignIn(ctx, ports, { ...visit(), holderKind: "person" });
  const answer = authenticator.get(options, SITE);
  const signedIn = await signInWithPasskey(ctx, ports, { ...visit(), ceremonyId, answer });
  expect(signedIn.token).toBe("passkey-token");
  const session = await owner.db
    .selectFrom("session")
    .select(["person_id", "method", "level", "issuer"])
    .where("token_hash", "=", "passkey-hash")
    .executeTakeFirstOrThrow();
  expect(session).toEqual({ person_id: lotte.id, method: "passkey", level: null, issuer: null });
});

describe("a sign-in is refused, and looks the same,", () => {
  test.each([
    ["from another origin", { quirks: { origin: "https://portal.localhost:4400" } }],
    ["for another site", { quirks: { rpId: "localhost" } }],
    ["without verification of the person", { quirks: { userVerified: false } }],
    ["under another handle", { quirks: { userHandle: "c29tZWJvZHkgZWxzZQ" } }],
    ["with an invented challenge", { quirks: { challenge: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" } }],
    ["from another browser than asked", { browserHash: "browser-2" }],
  ])("%s", async (_, given) => {
    const authenticator = createAuthenticator();
    await add(ctx, lotte, authenticator);
    await expect(signInBy(ctx, authenticator, given)).rejects.toMatchObject(REFUSED);
    expect(await lastUse("sign_in_failed")).toEqual({ person_id: null, ip: "192.0.2.7" });
    // Nothing of it counts against the holder.
    await expect(signInBy(ctx, authenticator)).resolves.toMatchObject({ holderId: lotte.id });
  });

  test("with a passkey that nobody knows, and with one that was removed", async () => {
    const stranger = createAuthenticator();
    const { options } = await beginPasskeyRegistration(ctx, passkeyPorts(ctx), { ...visit(), holder: lotte });
    stranger.create(options, SITE);
    await expect(signInBy(ctx, stranger)).rejects.toMatchObject(REFUSED);
    const removed = createAuthenticator();
    const { id } = await add(ctx, lotte, removed);
    await removePasskey(ctx, { ...visit(), holder: lotte, passkeyId: id });
    await expect(signInBy(ctx, removed)).rejects.toMatchObject(REFUSED);
  });

  test("when it is answered a second time, or too late, or by no ceremony at all", async () => {
    const authenticator = createAuthenticator();
    await add(ctx, lotte, authenticator);
    const ports = passkeyPorts(ctx);
    const { ceremonyId, options } = await beginPasskeySignIn(ctx, ports, {
      ...visit(),
      holderKind: "person",
    });
    const answer = authenticator.get(options, SITE);
    const finish = (id: string) =>
      finishPasskeySignIn(
        ctx,
        ports,
        { ...visit(), holderKind: "person", ceremonyId: id, answer },
        async (__, { holderId }) => holderId,
      );
    const both = await Promise.allSettled([finish(ceremonyId), finish(ceremonyId)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(finish(ceremonyId)).rejects.toMatchObject(REFUSED);
    await expect(finish("cer_0")).rejects.toMatchObject(REFUSED);

    const late = await beginPasskeySignIn(ctx, ports, { ...visit(), holderKind: "person" });
    await owner.db
      .updateTable("sign_in_ceremony")
      .set({ expires_at: Temporal.Now.instant().subtract({ seconds: 1 }) })
      .where("id", "=", late.ceremonyId)
      .execute();
    const lateAnswer = authenticator.get(late.options, SITE);
    const input = {
      ...visit(),
      holderKind: "person",
      ceremonyId: late.ceremonyId,
      answer: lateAnswer,
    } as const;
    await expect(finishPasskeySignIn(ctx, ports, input, async () => "in")).rejects.toMatchObject(REFUSED);
  });

  test("when the answer is junk; then its ceremony is used up too", async () => {
    const authenticator = createAuthenticator();
    await add(ctx, lotte, authenticator);
    const ports = passkeyPorts(ctx);
    const { ceremonyId, options } = await beginPasskeySignIn(ctx, ports, {
      ...visit(),
      holderKind: "person",
    });
    const answers = [{ junk: "x".repeat(65_536) }, authenticator.get(options, SITE)];
    for (const answer of answers) {
      const input = { ...visit(), holderKind: "person", ceremonyId, answer } as const;
      await expect(finishPasskeySignIn(ctx, ports, input, async () => "in")).rejects.toMatchObject(REFUSED);
    }
  });
});

test("a counter that goes back closes this passkey alone, and its holder is told once", async () => {
  const copied = createAuthenticator({ counts: true });
  const other = createAuthenticator();
  const { id } = await add(ctx, lotte, copied, { name: "Key of the office" });
  await add(ctx, lotte, other);
  await signInBy(ctx, copied);
  const told = (await errands("passkey_suspected")).length;
  await expect(signInBy(ctx, copied, { quirks: { signCount: 1 } })).rejects.toMatchObject(REFUSED);
  expect((await errands("passkey_suspected")).slice(told)).toEqual([
    { name: "Key of the office", browser: "Firefox", os: "Linux" },
  ]);
  expect(await lastUse("passkey_suspected")).toMatchObject({ person_id: lotte.id });
  await expect(signInBy(ctx, copied)).rejects.toMatchObject(REFUSED);
  expect(await errands("passkey_suspected")).toHaveLength(told + 1);
  await expect(signInBy(ctx, other)).resolves.toMatchObject({ holderId: lotte.id });
  const [first] = await listPasskeys(ctx, lotte);
  expect(first).toMatchObject({ id });
  expect(first?.suspectedAt).not.toBeNull();
});

test("what fails after the proof books nothing: the counter stands where it stood", async () => {
  const authenticator = createAuthenticator({ counts: true });
  await add(ctx, lotte, authenticator);
  const ports = passkeyPorts(ctx);
  const { ceremonyId, options } = await beginPasskeySignIn(ctx, ports, { ...visit(), holderKind: "person" });
  const input = {
    ...visit(),
    holderKind: "person",
    ceremonyId,
    answer: authenticator.get(options, SITE),
  } as const;
  const failing = finishPasskeySignIn(ctx, ports, input, () => Promise.reject(new Error("no room")));
  await expect(failing).rejects.toThrow("no room");
  expect((await listPasskeys(ctx, lotte))[0]?.lastUsedAt).toBeNull();
});

describe("adding", () => {
  test("is not for the same authenticator twice; a suspected passkey may be replaced by it", async () => {
    const authenticator = createAuthenticator({ counts: true });
    await add(ctx, lotte, authenticator);
    await expect(add(ctx, lotte, authenticator)).rejects.toThrow("InvalidStateError");
    await expect(signInBy(ctx, authenticator, { quirks: { signCount: 1 } })).rejects.toMatchObject(REFUSED);
    await expect(add(ctx, lotte, authenticator)).resolves.toMatchObject({ name: "Firefox, Linux" });
    await expect(signInBy(ctx, authenticator)).resolves.toMatchObject({ holderId: lotte.id });
  });

  test("asks every time for the same holder, and never twice answers one question", async () => {
    const ports = passkeyPorts(ctx);
    const first = await beginPasskeyRegistration(ctx, ports, { ...visit(), holder: lotte });
    const second = await beginPasskeyRegistration(ctx, ports, { ...visit(), holder: lotte });
    expect(first.options["user"]).toEqual(second.options["user"]);
    expect(JSON.stringify(first.options)).not.toContain(lotte.id);
    const answer = createAuthenticator().create(first.options, SITE);
    const finish = (ceremonyId: string, given: object = {}) =>
      finishPasskeyRegistration(ctx, ports, {
        ...visit(),
        holder: lotte,
        ceremonyId,
        answer,
        name: "A",
        ...given,
      });
    await expect(finish(second.ceremonyId)).rejects.toMatchObject(REFUSED);
    await expect(finish(first.ceremonyId, { browserHash: "browser-2" })).rejects.toMatchObject(REFUSED);
    await expect(finish(first.ceremonyId, { holder: pieter })).rejects.toMatchObject(REFUSED);
    await expect(finish(first.ceremonyId, { name: "x".repeat(61) })).rejects.toMatchObject({
      code: "passkey_name_invalid",
      fields: [{ path: "name", code: "too_long", params: { max: 60 } }],
    });
    await expect(finish(first.ceremonyId)).resolves.toMatchObject({ name: "A" });
    await expect(finish(first.ceremonyId)).rejects.toMatchObject(REFUSED);
  });

  test("of somebody else's passkey is refused: an id belongs to one holder", async () => {
    const authenticator = createAuthenticator();
    await add(ctx, lotte, authenticator);
    const ports = passkeyPorts(ctx);
    const { ceremonyId, options } = await beginPasskeyRegistration(ctx, ports, {
      ...visit(),
      holder: pieter,
    });
    const answer = createAuthenticator().create(options, SITE);
    const [known] = await owner.db
      .selectFrom("passkey")
      .select("credential_id")
      .where("removed_at", "is", null)
      .execute();
    const stolen = { ...answer, id: known?.credential_id, rawId: known?.credential_id };
    const input = { ...visit(), holder: pieter, ceremonyId, answer: stolen, name: "" };
    await expect(finishPasskeyRegistration(ctx, ports, input)).rejects.toMatchObject(REFUSED);
  });

  test("ends somewhere", async () => {
    for (let made = 0; made < PASSKEYS_AT_MOST; made += 1) await add(ctx, pieter);
    await expect(add(ctx, pieter)).rejects.toMatchObject({ kind: "conflict", code: "passkeys_too_many" });
  });

  test("keeps nothing where what stands beside it fails", async () => {
    const ports = passkeyPorts(ctx);
    const { ceremonyId, options } = await beginPasskeyRegistration(ctx, ports, {
      ...visit(),
      holder: pieter,
    });
    const answer = createAuthenticator().create(options, SITE);
    const input = { ...visit(), holder: pieter, ceremonyId, answer, name: "" };
    const failing = finishPasskeyRegistration(ctx, ports, input, () =>
      Promise.reject(new Error("used before")),
    );
    await expect(failing).rejects.toThrow("used before");
    expect(await listPasskeys(ctx, pieter)).toEqual([]);
  });
});

describe("removing", () => {
  test("leaves the password; who has neither that nor an identity keeps the last passkey", async () => {
    const { id } = await add(ctx, lotte);
    const { id: second } = await add(ctx, lotte);
    const remove = (passkeyId: string) => removePasskey(ctx, { ...visit(), holder: lotte, passkeyId });
    const person = owner.db.updateTable("person").where("id", "=", lotte.id);
    const { password_hash } = await owner.db
      .selectFrom("person")
      .select("password_hash")
      .where("id", "=", lotte.id)
      .executeTakeFirstOrThrow();
    const link = () =>
      owner.db
        .insertInto("person_identity")
        .values({
          method: "itsme",
          subject_digest: "d",
          key_version: 1,
          person_id: lotte.id,
          issuer: "itsme",
          linked_at: Temporal.Now.instant(),
          last_used_at: Temporal.Now.instant(),
        })
        .execute();
    await person.set({ password_hash: null }).execute();
    try {
      // Of two at once one stays.
      const both = await Promise.allSettled([remove(id), remove(second)]);
      expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
      const [left] = await listPasskeys(ctx, lotte);
      await expect(remove(left?.id ?? "")).rejects.toMatchObject({ kind: "conflict", code: "passkey_last" });
      await link();
      // The last passkey and the last identity at the same instant: one of them stays.
      const [linked] = (await listIdentities(ctx, lotte.id)).linked;
      const { visitor, arrivedAt } = visit();
      const member = { personId: lotte.id, accountId: "acc_SEED0VANDEWALLE" };
      const unlink = (linkedId: string) => unlinkIdentity(ctx, { member, id: linkedId, visitor, arrivedAt });
      const last = await Promise.allSettled([unlink(linked?.id ?? ""), remove(left?.id ?? "")]);
      expect(last.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
      const { linked: identities } = await listIdentities(ctx, lotte.id);
      const passkeys = await listPasskeys(ctx, lotte);
      expect(identities.length + passkeys.length).toBe(1);
      if (passkeys.length === 1) {
        await link();
        await remove(left?.id ?? "");
      }
      expect(await listPasskeys(ctx, lotte)).toEqual([]);
      expect((await errands("passkey_removed")).at(-1)).toMatchObject({ name: "Firefox, Linux" });
    } finally {
      await person.set({ password_hash }).execute();
    }
  });

  test("and renaming are for one's own: somebody else's passkey is not there", async () => {
    const { id } = await add(ctx, lotte);
    const theirs = { ...visit(), holder: pieter, passkeyId: id };
    const unknown = { kind: "not_found", code: "passkey_unknown" };
    await expect(removePasskey(ctx, theirs)).rejects.toMatchObject(unknown);
    await expect(renamePasskey(ctx, { ...theirs, name: "Mine" })).rejects.toMatchObject(unknown);
    await renamePasskey(ctx, { ...theirs, holder: lotte, name: "  Phone\u0301  of\tLotte " });
    expect(await listPasskeys(ctx, lotte)).toMatchObject([{ name: "Phoné of Lotte" }]);
    for (const [name, code] of [
      ["", "required"],
      ["a\u202eb", "control_characters"],
      ["\u0007", "control_characters"],
    ] as const)
      await expect(renamePasskey(ctx, { ...theirs, holder: lotte, name })).rejects.toMatchObject({
        code: "passkey_name_invalid",
        fields: [{ path: "name", code }],
      });
  });
});

describe("confirming within a session", () => {
  test("asks for the holder's own passkeys and takes no other's", async () => {
    const mine = createAuthenticator();
    const theirs = createAuthenticator();
    const { id } = await add(ctx, lotte, mine);
    await add(ctx, pieter, theirs);
    expect(await confirmBy(ctx, lotte, mine)).toEqual({ holderId: lotte.id, passkeyId: id });
    await expect(confirmBy(ctx, lotte, theirs)).rejects.toMatchObject(REFUSED);
    // A challenge that was asked of one holder is no other's.
    await expect(confirmBy(ctx, lotte, theirs, pieter)).rejects.toMatchObject(REFUSED);
  });

  test("is not offered to who has none", async () => {
    await expect(confirmBy(ctx, pieter, createAuthenticator())).rejects.toMatchObject({
      code: "passkey_none",
    });
  });
});

describe("staff", () => {
  test("have passkeys of their own; a person's opens no back office, and theirs no portal", async () => {
    const hers = createAuthenticator();
    const persons = createAuthenticator();
    const { id } = await add(backoffice, an, hers);
    await add(ctx, lotte, persons);
    expect(await signInBy(backoffice, hers, { holderKind: "staff" })).toEqual({
      holderId: an.id,
      passkeyId: id,
    });
    await expect(signInBy(backoffice, persons, { holderKind: "staff" })).rejects.toMatchObject(REFUSED);
    await expect(signInBy(ctx, hers)).rejects.toMatchObject(REFUSED);
    // Not even a service that asks for the wrong kind sees it.
    await expect(signInBy(ctx, hers, { holderKind: "staff" })).rejects.toThrow();
    const log = await owner.db
      .selectFrom("staff_log")
      .select(["staff_id", "act", "subject"])
      .orderBy("id")
      .execute();
    expect(log).toEqual([
      { staff_id: an.id, act: "passkey_added", subject: id },
      { staff_id: null, act: "sign_in_refused", subject: null },
    ]);
  });

  test("keep their last passkey, and have none that opens once they have left", async () => {
    const hers = createAuthenticator();
    const { id } = await add(backoffice, an, hers);
    const remove = () => removePasskey(backoffice, { ...visit(), holder: an, passkeyId: id });
    await expect(remove()).rejects.toMatchObject({ kind: "conflict", code: "passkey_last" });
    await add(backoffice, an);
    await remove();
    const next = createAuthenticator();
    await add(backoffice, an, next);
    await owner.db
      .updateTable("staff")
      .set({ left_at: Temporal.Now.instant() })
      .where("id", "=", an.id)
      .execute();
    await expect(signInBy(backoffice, next, { holderKind: "staff" })).rejects.toMatchObject(REFUSED);
    await expect(add(backoffice, an)).rejects.toMatchObject({ kind: "not_found", code: "holder_unknown" });
  });
});

test("ceremonies are counted per address", async () => {
  const ports = passkeyPorts(ctx, 3);
  const asked = { ...visit({ ip: "192.0.2.99" }), holderKind: "person" } as const;
  for (let tried = 0; tried < 3; tried += 1) await beginPasskeySignIn(ctx, ports, asked);
  await expect(beginPasskeySignIn(ctx, ports, asked)).rejects.toMatchObject({ code: "too_many_tries" });
  const elsewhere = { ...visit({ ip: "192.0.2.98" }), holderKind: "person" } as const;
  expect((await beginPasskeySignIn(ctx, ports, elsewhere)).ceremonyId).toMatch(/^cer_/);
});
