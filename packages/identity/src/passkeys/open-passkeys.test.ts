import { type Authenticator, createAuthenticator, type PasskeyQuirks } from "@posthorn/testkit";
import { describe, expect, test } from "vitest";
import { openPasskeys, type Passkeys } from "./open-passkeys.ts";
import type { NewPasskey } from "./verify-registration.ts";

const ORIGIN = "https://portal.posthorn.example";
const passkeys = openPasskeys({ name: "Posthorn", publicUrl: `${ORIGIN}/` });
const REFUSED = { kind: "unauthenticated", code: "passkey_refused" };

interface Registered {
  readonly authenticator: Authenticator;
  readonly handle: string;
  readonly passkey: NewPasskey;
}

async function register(
  authenticator: Authenticator,
  quirks: PasskeyQuirks = {},
  handle = passkeys.newHandle(),
): Promise<Registered> {
  const holder = { handle, name: "lotte@example.be", displayName: "Lotte Maes" };
  const { challenge, options } = await passkeys.askForNew(holder, []);
  const passkey = await passkeys.verifyNew(authenticator.create(options, ORIGIN, quirks), challenge);
  return { authenticator, handle, passkey };
}

async function use(
  { authenticator, handle, passkey }: Registered,
  quirks: PasskeyQuirks = {},
  signCount = passkey.signCount,
): ReturnType<Passkeys["verifyUse"]> {
  const { challenge, options } = await passkeys.askForUse([]);
  const answer = authenticator.get(options, ORIGIN, quirks);
  return passkeys.verifyUse(answer, { ...passkey, challenge, signCount, handle });
}

test.each(["ES256", "EdDSA", "RS256"] as const)("a passkey with %s is made and used", async (algorithm) => {
  const registered = await register(createAuthenticator({ algorithm, backedUp: true }));
  expect(registered.passkey).toMatchObject({
    signCount: 0,
    backedUp: true,
    transports: ["hybrid", "internal"],
  });
  expect(await use(registered)).toEqual({ signCount: 0, backedUp: true, cloned: false });
});

test("what browsers are asked: resident, verified, for this host, without attestation, under a handle that tells nothing", async () => {
  const handle = passkeys.newHandle();
  const known = { credentialId: "AAAA", transports: ["usb"] };
  const made = await passkeys.askForNew({ handle, name: "a@b.be", displayName: "A B" }, [known]);
  expect(made.options).toMatchObject({
    rp: { id: "portal.posthorn.example", name: "Posthorn" },
    user: { id: handle, name: "a@b.be", displayName: "A B" },
    attestation: "none",
    authenticatorSelection: {
      residentKey: "required",
      requireResidentKey: true,
      userVerification: "required",
    },
    excludeCredentials: [{ id: "AAAA", type: "public-key", transports: ["usb"] }],
  });
  expect(Buffer.from(handle, "base64url")).toHaveLength(32);
  const asked = await passkeys.askForUse([]);
  expect(asked.options).toMatchObject({
    rpId: "portal.posthorn.example",
    userVerification: "required",
    challenge: asked.challenge,
  });
  expect(asked.options["allowCredentials"] ?? []).toEqual([]);
  expect(Buffer.from(asked.challenge, "base64url")).toHaveLength(32);
  expect((await passkeys.askForUse([])).challenge).not.toBe(asked.challenge);
});

describe("a registration is refused", () => {
  test.each<[string, PasskeyQuirks]>([
    ["from another origin", { origin: "https://portal.posthorn.example.evil.example" }],
    ["from another port", { origin: `${ORIGIN}:8443` }],
    ["for another site", { rpId: "posthorn.example" }],
    ["that answers another challenge", { challenge: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" }],
    ["that was an authentication", { type: "webauthn.get" }],
    ["from within a frame", { crossOrigin: true }],
    ["of somebody whom the authenticator did not verify", { userVerified: false }],
    ["of nobody present", { userPresent: false }],
    ["with a chain of certificates", { attestation: { format: "packed", statement: chain() } }],
    ["with a statement of a phone", { attestation: { format: "android-key", statement: chain() } }],
    ["with a format that nobody knows", { attestation: { format: "x", statement: new Map() } }],
  ])("%s", async (_, quirks) => {
    await expect(register(createAuthenticator(), quirks)).rejects.toMatchObject(REFUSED);
  });
});

describe("a use is refused", () => {
  test.each<[string, PasskeyQuirks]>([
    ["at another origin", { origin: "https://verify.posthorn.example" }],
    ["at the same name without encryption", { origin: "http://portal.posthorn.example" }],
    ["for another site", { rpId: "backoffice.posthorn.example" }],
    ["that answers another challenge", { challenge: "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" }],
    ["that was a registration", { type: "webauthn.create" }],
    ["from within a frame", { crossOrigin: true }],
    ["by somebody whom the authenticator did not verify", { userVerified: false }],
    ["by nobody present", { userPresent: false }],
    ["under another holder's handle", { userHandle: "c29tZWJvZHkgZWxzZQ" }],
    ["with a signature that is not the passkey's", { signature: Buffer.alloc(70, 7) }],
  ])("%s", async (_, quirks) => {
    const registered = await register(createAuthenticator());
    await expect(use(registered, quirks)).rejects.toMatchObject(REFUSED);
  });

  test("of a holder whose authenticator signs for another passkey", async () => {
    const mine = await register(createAuthenticator());
    const other = await register(createAuthenticator(), {}, mine.handle);
    await expect(use({ ...mine, authenticator: other.authenticator })).rejects.toMatchObject(REFUSED);
    const { challenge, options } = await passkeys.askForUse([]);
    const forged = { ...other.authenticator.get(options, ORIGIN), id: mine.passkey.credentialId };
    const answer = { ...forged, rawId: forged.id };
    await expect(
      passkeys.verifyUse(answer, { ...mine.passkey, challenge, handle: mine.handle }),
    ).rejects.toMatchObject(REFUSED);
  });

  test.each([
    ["nothing", null],
    ["a text", "AAAA"],
    ["a list", []],
    ["no response", { id: "AAAA", rawId: "AAAA", type: "public-key" }],
    ["two ids", { id: "AAAA", rawId: "BBBB", type: "public-key", response: {} }],
    ["an id that is no base64url", { id: "a b", rawId: "a b", type: "public-key", response: {} }],
    [
      "an id without end",
      { id: "A".repeat(60_000), rawId: "A".repeat(60_000), type: "public-key", response: {} },
    ],
    ["numbers", { id: "AAAA", rawId: "AAAA", type: "public-key", response: numbers() }],
    [
      "64 KB of junk in every part",
      { id: "AAAA", rawId: "AAAA", type: "public-key", response: junk(65_536) },
    ],
    ["junk of the right form", { id: "AAAA", rawId: "AAAA", type: "public-key", response: junk(400) }],
  ])("where the answer is %s", async (_, answer) => {
    const { passkey, handle } = await register(createAuthenticator());
    const expected = { ...passkey, challenge: "AAAA", handle };
    await expect(passkeys.verifyUse(answer, { ...expected, credentialId: "AAAA" })).rejects.toMatchObject(
      REFUSED,
    );
    await expect(passkeys.verifyNew(answer, "AAAA")).rejects.toMatchObject(REFUSED);
  });
});

describe("the counter", () => {
  test("rises with every use of an authenticator that keeps one", async () => {
    const registered = await register(createAuthenticator({ counts: true }));
    expect(registered.passkey.signCount).toBe(1);
    expect(await use(registered)).toMatchObject({ signCount: 2, cloned: false });
  });

  test.each([
    ["goes back", 4, 5],
    ["stands still", 5, 5],
    ["is suddenly not kept any more", 0, 5],
  ])("%s: genuine, but a copy may be in use", async (_, answered, known) => {
    const registered = await register(createAuthenticator({ counts: true }));
    expect(await use(registered, { signCount: answered }, known)).toMatchObject({ cloned: true });
  });

  test("says nothing where the signature is wrong: nobody can make somebody else's passkey look like a copy", async () => {
    const registered = await register(createAuthenticator({ counts: true }));
    const forged = { signCount: 0, signature: Buffer.alloc(70, 7) };
    await expect(use(registered, forged, 5)).rejects.toMatchObject(REFUSED);
  });
});

function chain(): ReadonlyMap<string, number | Uint8Array | readonly Uint8Array[]> {
  return new Map<string, number | Uint8Array | readonly Uint8Array[]>([
    ["alg", -7],
    ["sig", Buffer.alloc(70)],
    ["x5c", [Buffer.alloc(300)]],
  ]);
}

function junk(size: number): Readonly<Record<string, string>> {
  const text = "QUJD".repeat(size / 4);
  return {
    clientDataJSON: text,
    attestationObject: text,
    authenticatorData: text,
    signature: text,
    userHandle: text,
  };
}

function numbers(): Readonly<Record<string, number>> {
  return { clientDataJSON: 1, attestationObject: 1, authenticatorData: 1, signature: 1, userHandle: 1 };
}
