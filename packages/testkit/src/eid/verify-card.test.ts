import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { AppError } from "@posthorn/domain";
import type { AuthenticatedIdentity } from "@posthorn/domain";
import { openEid, readEidSettings } from "@posthorn/identity";
import type { EidSettings, EidVariables } from "@posthorn/identity";
import { answerOcspRequest, fromPem, readCertificate, toPem } from "@posthorn/pki";
import type { SubjectName } from "@posthorn/pki";
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { cardKeys } from "./authorities.ts";
import { createCardBench, digestOf } from "./card-bench.ts";
import { CARDS } from "./card-list.ts";
import type { CardId } from "./card-list.ts";
import { issueCard } from "./issue-card.ts";
import type { StandInCard } from "./issue-card.ts";
import { signWebEid } from "./sign-web-eid.ts";
import type { WebEidAnswer } from "./sign-web-eid.ts";

const bench = createCardBench();
const { set, clock, responder, eid, trust } = bench;
const origin = "https://collect.posthorn.example";
const nonce = eid.newNonce();
const at = clock.now();
const issuing = { now: at, ocspUrl: "http://ocsp.cards.test/ocsp" };

beforeEach(() => responder.setMode("ok"));

function verify(token: unknown, change: { nonce?: string; origin?: string; at?: Temporal.Instant } = {}) {
  return eid.verifyToken(token, { nonce, origin, at, ...change });
}

function show(card: StandInCard | CardId, change: Partial<WebEidAnswer> = {}): WebEidAnswer {
  const shown = typeof card === "string" ? set.cards[card] : card;
  return { ...signWebEid(shown, { nonce, origin }), ...change };
}

async function refusal(act: Promise<unknown>): Promise<string> {
  const error = await act.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) return `no AppError: ${String(error)}`;
  // Errors are logged: no word of them may come from the card.
  expect(`${error.stack ?? ""} ${error.detail} ${String(error.cause)}`).not.toMatch(/Peeters|74030251728/);
  return `${error.code} ${error.kind}`;
}

test.each(["jan", "jan_rsa"] as const)("the card %s says who holds it", async (id) => {
  const token = show(id);
  const { received, ...identity } = await verify(JSON.stringify(token));
  expect(identity).toEqual({
    method: "eid",
    issuer: "Citizen CA (demonstration)",
    country: "BE",
    level: "high",
    authenticatedAt: at,
    familyName: "Peeters",
    givenNames: "Jan",
    birthDate: Temporal.PlainDate.from("1974-03-02"),
    registerNumber: "74030251728",
    subject: "74030251728",
  } satisfies Omit<AuthenticatedIdentity, "received">);
  expect(received["certificate"]).toBe(toPem(set.cards[id].certificate));
  expect(JSON.parse(String(received["token"]))).toEqual(token);
});

test("two given names, particles, hyphens and accents arrive as they stand on the card", async () => {
  const identity = await verify(show("noemie"));
  expect(identity).toMatchObject({ familyName: "Van den Broeck-D'Hondt", givenNames: "Noémie Élise" });
});

test("of a bis number no birth date is made, nor of one whose day is unknown", async () => {
  const ioana = await verify(show("ioana"));
  expect(ioana).toMatchObject({ registerNumber: "91450803214", level: "high" });
  expect(ioana.birthDate).toBeUndefined();
  expect(ioana.issuer).toBe("Foreigner CA (demonstration)");
  const yusuf = await verify(show("yusuf"));
  expect(yusuf.registerNumber).toBe("68000012344");
  expect(yusuf.birthDate).toBeUndefined();
});

test("a card without register number is known by its key, one without given name has none", async () => {
  const ana = await verify(show("ana"));
  expect(ana.registerNumber).toBeUndefined();
  expect(ana.birthDate).toBeUndefined();
  expect(ana.subject).toMatch(/^[0-9a-f]{64}$/);
  expect((await verify(show("ana"))).subject).toBe(ana.subject);
  expect((await verify(show("suryani"))).givenNames).toBeUndefined();
});

test("a card whose name changed is the same subject under another name", async () => {
  const [before, after] = await Promise.all([verify(show("jan")), verify(show("jan_renamed"))]);
  expect(after.subject).toBe(before.subject);
  expect(after.familyName).toBe("Peeters-Maes");
});

test.each([
  ["jan_expired", "eid_certificate_expired forbidden"],
  ["jan_early", "eid_certificate_not_yet_valid forbidden"],
  ["jan_revoked", "eid_certificate_revoked forbidden"],
  ["jan_signature", "eid_certificate_purpose forbidden"],
  ["jan_stranger", "eid_certificate_untrusted forbidden"],
] as const)("%s is refused: %s", async (id, code) => {
  expect(await refusal(verify(show(id)))).toBe(code);
  expect(await refusal(eid.verifyCertificate([set.cards[id].certificate], at))).toBe(code);
});

test("a good card is known by its certificate alone where the handshake proved the key", async () => {
  const identity = await eid.verifyCertificate([set.cards.jan.certificate], at);
  expect(identity).toMatchObject({ familyName: "Peeters", registerNumber: "74030251728", level: "high" });
  expect(Object.keys(identity.received)).toEqual(["certificate"]);
  expect(await refusal(eid.verifyCertificate([], at))).toBe("eid_token_malformed forbidden");
});

test("a token for another origin, another nonce, or with one bit changed is refused", async () => {
  const wrong = "eid_signature_wrong forbidden";
  const jan = set.cards.jan;
  expect(await refusal(verify(signWebEid(jan, { nonce, origin: "https://evil.example" })))).toBe(wrong);
  expect(await refusal(verify(show("jan"), { origin: "https://portal.posthorn.example" }))).toBe(wrong);
  expect(await refusal(verify(show("jan"), { nonce: eid.newNonce() }))).toBe(wrong);
  expect(await refusal(verify(show("jan"), { nonce: "too short" }))).toBe("eid_nonce_wrong forbidden");
  for (const id of ["jan", "jan_rsa"] as const) {
    const signature = Buffer.from(show(id).signature, "base64");
    signature[20] = (signature[20] ?? 0) ^ 1;
    expect(await refusal(verify(show(id, { signature: signature.toString("base64") })))).toBe(wrong);
  }
  // Somebody else's certificate beside one's own signature.
  const other = { unverifiedCertificate: show("nele").unverifiedCertificate };
  expect(await refusal(verify(show("jan", other)))).toBe(wrong);
});

test.each([
  ["jan", "RS256"],
  ["jan", "PS384"],
  ["jan", "ES256"],
  ["jan", "ES512"],
  ["jan", "HS256"],
  ["jan", "none"],
  ["jan", "es384"],
  ["jan", "__proto__"],
  ["jan_rsa", "ES256"],
  ["jan_rsa", "RS1"],
] as const)("the key of %s does not answer as %s", async (id, algorithm) => {
  expect(await refusal(verify(show(id, { algorithm })))).toBe("eid_algorithm_refused forbidden");
});

test.each(["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"])(
  "an RSA card may sign by %s, and a signature is only of its own algorithm",
  async (algorithm) => {
    const token = signWebEid(set.cards.jan_rsa, { nonce, origin, algorithm });
    expect((await verify(token)).familyName).toBe("Peeters");
    const other = algorithm.startsWith("RS") ? `PS${algorithm.slice(2)}` : `RS${algorithm.slice(2)}`;
    expect(await refusal(verify({ ...token, algorithm: other }))).toBe("eid_signature_wrong forbidden");
  },
);

test.each([
  ["no key usage for signatures of a session", { keyUsage: ["nonRepudiation", "digitalSignature"] }],
  ["a purpose other than client authentication", { extendedKeyUsage: ["ocspSigning"] }],
  ["a signing policy of citizens", { policies: ["2.16.56.12.1.1.2.1"] }],
  ["a signing policy of foreigners", { policies: ["2.16.56.12.1.1.7.1"] }],
  ["a signing policy beside the right one", { policies: ["2.16.56.12.1.1.2.2", "2.16.56.12.1.1.2.1"] }],
  ["a policy that looks alike", { policies: ["2.16.56.12.1.1.2.2.1"] }],
  ["no policy", { policies: [] }],
  ["an authority in a card's place", { ca: {} }],
] as const)("a certificate with %s is refused", async (_, change) => {
  const card = issueCard(set.authorities, CARDS.jan, issuing, change);
  expect(await refusal(verify(show(card)))).toBe("eid_certificate_purpose forbidden");
});

test("a certificate without extended key usage, as on some cards, is accepted", async () => {
  const card = issueCard(set.authorities, CARDS.jan, issuing, { extendedKeyUsage: [] });
  expect((await verify(show(card))).familyName).toBe("Peeters");
});

test("neither a citizen nor an OCSP responder issues cards", async () => {
  for (const [issuer, key] of [
    [set.cards.nele.certificate, set.cards.nele.privateKey],
    [set.authorities.citizen.responder.key.certificate, set.authorities.citizen.responder.privateKey],
  ] as const) {
    const change = { issuer: { privateKey: key, certificate: issuer } };
    const card = issueCard(set.authorities, CARDS.jan, issuing, change);
    const untrusted = "eid_certificate_untrusted forbidden";
    expect(await refusal(verify(show(card)))).toBe(untrusted);
    expect(await refusal(eid.verifyCertificate([card.certificate, issuer], at))).toBe(untrusted);
  }
});

test("a card without family name is refused, odd numbers in place of the register number are left out", async () => {
  const issued = (subject: SubjectName) => show(issueCard(set.authorities, CARDS.jan, issuing, { subject }));
  const commonName = "Jan (Authentication)";
  expect(await refusal(verify(issued({ commonName })))).toBe("eid_no_legal_name forbidden");
  const named = { commonName, country: "PT", surname: "Silva" };
  for (const serialNumber of ["74030251729", "B123456789", "740302517280", "7403025172"]) {
    const identity = await verify(issued({ ...named, serialNumber }));
    expect(identity.registerNumber).toBeUndefined();
    expect(identity).toMatchObject({ subject: serialNumber, country: "BE", level: "high" });
  }
});

test.each(["down", "garbage", "unknown", "stale", "unsigned"] as const)(
  "an OCSP responder that is %s lets nobody in, and says when to try again",
  async (mode) => {
    responder.setMode(mode);
    const error = await verify(show("jan")).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: "eid_status_unknown", kind: "unavailable", retryAfterSeconds: 60 });
  },
);

test("a slow OCSP responder is not waited for", async () => {
  responder.setMode("slow", 5_000);
  const impatient = bench.open({
    timeoutMs: 20,
    fetch: (_, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener("abort", () => reject(new Error("aborted")));
      }),
  });
  expect(await refusal(impatient.verifyToken(show("jan"), { nonce, origin, at }))).toBe(
    "eid_status_unknown unavailable",
  );
});

test("an old good answer is not taken again after the card was blocked", async () => {
  const own = createCardBench();
  const { jan } = own.set.cards;
  const question = { nonce, origin, at: own.clock.now() };
  await own.eid.verifyToken(show(jan), question);
  own.responder.revoke(jan.serial);
  expect(await refusal(own.eid.verifyToken(show(jan), question))).toBe("eid_certificate_revoked forbidden");
  own.responder.setMode("replay");
  expect(await refusal(own.eid.verifyToken(show(jan), question))).toBe("eid_status_unknown unavailable");
});

test("an answer signed in advance counts only where that was chosen, and only on its day", async () => {
  const { ca, responder: signer } = set.authorities.citizen;
  const presigned = (signedAt: Temporal.Instant): Partial<EidSettings> => ({
    fetch: async (_, init) => {
      const request = new Uint8Array(init?.body as Uint8Array<ArrayBuffer>);
      const reply = await answerOcspRequest(request, {
        issuer: ca.key.certificate,
        key: signer.key,
        now: signedAt,
        validSeconds: 30 * 86_400,
        withoutNonce: true,
        statusOf: () => ({ status: "good" }),
      });
      return new Response(Buffer.from(reply));
    },
  });
  const question = { nonce, origin, at };
  const unknown = "eid_status_unknown unavailable";
  const optional = { ...trust, nonceRequired: false };
  expect(await refusal(bench.open(presigned(at)).verifyToken(show("jan"), question))).toBe(unknown);
  const chosen = bench.open({ ...presigned(at), trust: optional });
  expect((await chosen.verifyToken(show("jan"), question)).familyName).toBe("Peeters");
  const old = bench.open({ ...presigned(at.subtract({ hours: 25 })), trust: optional });
  expect(await refusal(old.verifyToken(show("jan"), question))).toBe(unknown);
});

test("a certificate that names a host outside the list is not asked about", async () => {
  const asked: string[] = [];
  const watching = bench.open({
    fetch: async (input) => {
      asked.push(new Request(input).url);
      return new Response();
    },
  });
  const elsewhere = issueCard(set.authorities, CARDS.jan, {
    ...issuing,
    ocspUrl: "http://169.254.169.254/ocsp",
  });
  const question = { nonce, origin, at };
  expect(await refusal(watching.verifyToken(show(elsewhere), question))).toBe(
    "eid_status_unknown unavailable",
  );
  expect(asked).toEqual([]);
  const silent = issueCard(set.authorities, CARDS.jan, { ...issuing, ocspUrl: undefined });
  expect(await refusal(watching.verifyToken(show(silent), question))).toBe("eid_status_unknown unavailable");
});

test("a missing authority is fetched once from an allowed host, and never becomes a root", async () => {
  const { citizen, stranger } = set.authorities;
  const fetched: string[] = [];
  const serve =
    (authority: typeof citizen): typeof globalThis.fetch =>
    async (input, init) => {
      if (init?.method !== "GET") return bench.fetch(input, init);
      fetched.push(new Request(input).url);
      return new Response(Buffer.from(authority.ca.key.certificate));
    };
  const bare = { ...trust, intermediates: [] };
  const issuerUrl = "http://ocsp.cards.test/citizen.crt";
  const card = issueCard(set.authorities, CARDS.jan, issuing, { issuerUrl });
  const fetching = bench.open({ trust: bare, fetch: serve(citizen) });
  const question = { nonce, origin, at };
  for (const _ of [1, 2])
    expect((await fetching.verifyToken(show(card), question)).familyName).toBe("Peeters");
  expect(fetched).toEqual([issuerUrl]);

  const untrusted = "eid_certificate_untrusted forbidden";
  const foreign = issueCard(set.authorities, CARDS.jan_stranger, issuing, { issuerUrl });
  const lured = bench.open({ trust: bare, fetch: serve(stranger) });
  expect(await refusal(lured.verifyToken(show(foreign), question))).toBe(untrusted);
  fetched.length = 0;
  const elsewhere = issueCard(set.authorities, CARDS.jan, issuing, {
    issuerUrl: "http://127.0.0.1:5432/ca.crt",
  });
  expect(await refusal(fetching.verifyToken(show(elsewhere), question))).toBe(untrusted);
  expect(fetched).toEqual([]);
});

test("what the handshake brings along may stand in between, and is no root", async () => {
  const bare = bench.open({ trust: { ...trust, intermediates: [] } });
  const { citizen, stranger } = set.authorities;
  const jan = [set.cards.jan.certificate, citizen.ca.key.certificate];
  expect((await bare.verifyCertificate(jan, at)).familyName).toBe("Peeters");
  const other = [set.cards.jan_stranger.certificate, stranger.ca.key.certificate];
  expect(await refusal(bare.verifyCertificate(other, at))).toBe("eid_certificate_untrusted forbidden");
});

test("dates are judged by our clock, years ahead of the machine's", async () => {
  const later = at.add({ hours: 24 * 366 * 9 });
  const own = createCardBench(later.toString());
  const token = signWebEid(own.set.cards.jan, { nonce, origin });
  expect((await own.eid.verifyToken(token, { nonce, origin, at: later })).familyName).toBe("Peeters");
  const early = refusal(own.eid.verifyToken(token, { nonce, origin, at }));
  expect(await early).toBe("eid_certificate_not_yet_valid forbidden");
});

test("whatever a browser may send in place of a token is refused as such", async () => {
  const malformed = "eid_token_malformed forbidden";
  const good = show("jan");
  const odd: unknown[] = [
    "",
    "null",
    "[]",
    "{",
    undefined,
    42,
    { ...good, format: "web-eid:2.0" },
    { ...good, format: "web-eid:1" + "0".repeat(500) },
    { ...good, format: ["web-eid:1.0"] },
    { ...good, signature: "not base64" },
    { ...good, signature: undefined },
    { ...good, unverifiedCertificate: "" },
    { ...good, unverifiedCertificate: good.unverifiedCertificate.slice(0, 400) },
    { ...good, unverifiedCertificate: "A".repeat(20_000) },
    { ...good, appVersion: 7 },
    JSON.stringify({ ...good, appVersion: "x".repeat(20_000) }),
  ];
  for (const token of odd) expect(await refusal(verify(token))).toBe(malformed);
});

test("a certificate with any octet changed never leads to an identity", async () => {
  const { certificate } = set.cards.jan;
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: certificate.length - 1 }),
      fc.integer({ min: 1, max: 255 }),
      async (place, change) => {
        const altered = Buffer.from(certificate);
        altered[place] = (altered[place] ?? 0) ^ change;
        const unverifiedCertificate = altered.toString("base64");
        expect(await refusal(verify(show("jan", { unverifiedCertificate })))).toMatch(/^eid_/);
      },
    ),
    { numRuns: 100 },
  );
});

test("roots are believed by their digests alone", () => {
  const { root, stranger } = set.authorities;
  const roots = toPem(root.key.certificate);
  const pinned = digestOf(root.key.certificate);
  const read = (EID_ROOTS?: string, EID_ROOT_DIGESTS?: string, more: EidVariables = {}) =>
    readEidSettings({ EID_ROOTS, EID_ROOT_DIGESTS, ...more });
  expect(read()).toBeUndefined();
  expect(read(" ", "")).toBeUndefined();
  const settings = read(roots, pinned.toUpperCase());
  expect(settings).toMatchObject({ trust: { nonceRequired: true }, useRegisterNumber: false });
  expect(settings?.trust.roots).toEqual(fromPem(roots));
  expect(settings?.trust.hosts).toContain("ocsp.eidpki.belgium.be");
  expect(() => read(roots)).toThrow("EID_ROOT_DIGESTS does not name");
  const more = roots + toPem(stranger.ca.key.certificate);
  expect(() => read(more, pinned)).toThrow("EID_ROOT_DIGESTS does not name");
  expect(() => read(roots, `${pinned}, ${"ab".repeat(32)}`)).toThrow("EID_ROOTS does not hold");
  expect(() => read(roots, pinned, { EID_OCSP_NONCE: "no" })).toThrow("EID_OCSP_NONCE");
  expect(() => read("file:///nowhere/roots.pem", pinned)).toThrow("ENOENT");
  const others = { EID_OCSP_NONCE: "optional", EID_HOSTS: "a.test,b.test", NRN_LEGAL_BASIS: "a decision" };
  expect(read(roots, pinned, others)).toMatchObject({
    trust: { nonceRequired: false, hosts: ["a.test", "b.test"] },
    useRegisterNumber: true,
  });
});

test("without a legal basis the number on a card is not used, for a birth date or anything else", async () => {
  const without = bench.open({ useRegisterNumber: false });
  const identity = await without.verifyToken(show("jan"), { nonce, origin, at });
  expect(identity).toMatchObject({ familyName: "Peeters", givenNames: "Jan", level: "high" });
  expect(identity.registerNumber).toBeUndefined();
  expect(identity.birthDate).toBeUndefined();
  expect(identity.subject).toMatch(/^[0-9a-f]{64}$/);
  const { received: _, ...told } = identity;
  expect(JSON.stringify(told)).not.toContain("74030251728");
});

// A published token of a test card, which is not ours to distribute: a folder with token-ECC.json and be-ec-ca.cer.
const REFERENCE = [process.env["WEB_EID_DIR"], resolve("..", "shared", "reference", "web-eid")].find(
  (folder) => existsSync(join(folder ?? "", "token-ECC.json")),
);
test.skipIf(REFERENCE === undefined)(
  "a Belgian test card's token verifies on 24 December 2024, with a status port that answers good (skipped: the token is not here)",
  async () => {
    const reference = JSON.parse(readFileSync(join(REFERENCE ?? "", "token-ECC.json"), "utf8")) as {
      readonly token: object;
      readonly nonce: string;
      readonly origin: string;
    };
    const roots = readFileSync(join(REFERENCE ?? "", "be-ec-ca.cer"), "utf8");
    const [root] = fromPem(roots);
    const settings = readEidSettings({
      EID_ROOTS: roots,
      EID_ROOT_DIGESTS: digestOf(root ?? new Uint8Array()),
      NRN_LEGAL_BASIS: "a decision",
    });
    if (!settings) throw new Error("no roots");
    const asked: string[] = [];
    const given = openEid({
      ...settings,
      requireGood: async ({ certificate }) => void asked.push(readCertificate(certificate).serial),
    });
    const then = Temporal.Instant.from("2024-12-24T12:00:00Z");
    const question = { nonce: reference.nonce, origin: reference.origin, at: then };
    const identity = await given.verifyToken(reference.token, question);
    expect(identity).toMatchObject({
      familyName: "Specimen",
      givenNames: "Nora Angèle",
      registerNumber: "01050399864",
      birthDate: Temporal.PlainDate.from("2001-05-03"),
      issuer: "eID TEST EC Citizen CA",
      country: "BE",
      level: "high",
    });
    expect(asked).toHaveLength(1);
    expect(await refusal(given.verifyToken(reference.token, { ...question, origin: "https://a.test" }))).toBe(
      "eid_signature_wrong forbidden",
    );
    // Nobody is asked about a card whose answer is wrong already.
    expect(asked).toHaveLength(1);
  },
);

test("keys of cards are what they are said to be", () => {
  expect(cardKeys("RSA").publicKey.asymmetricKeyDetails?.modulusLength).toBe(2048);
  expect(cardKeys("EC").publicKey.asymmetricKeyDetails?.namedCurve).toBe("secp384r1");
});
