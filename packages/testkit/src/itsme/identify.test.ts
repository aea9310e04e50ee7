import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ITSME_ACR_ADVANCED, ITSME_ACR_BASIC } from "@posthorn/domain";
import { newItsmeSecrets, openItsme, type ItsmeAnswer, type ItsmeQuestion } from "@posthorn/identity";
import { decodeJwt, decodeProtectedHeader } from "jose";
import { manualClock } from "../standin/clock.ts";
import { CITIZENS } from "./citizens.ts";
import { startItsmeBench, type ItsmeBench } from "./itsme-bench.ts";
import { identifyWithItsme } from "./play-citizen.ts";

const CLAIM = "http://itsme.services/v2/claim/";
const NUMBER = `${CLAIM}BENationalNumber`;
// Years ahead of every machine: only a clock that is handed in can find the tokens of today in time.
const clock = manualClock("2031-05-01T09:00:00Z");
let bench: ItsmeBench;
let numbered: ItsmeBench;

beforeAll(async () => {
  [bench, numbered] = await Promise.all([
    startItsmeBench({ clock }),
    startItsmeBench({ clock, askRegisterNumber: true }),
  ]);
}, 60_000);
beforeEach(() => numbered.standIn.setMode("ok"));
afterAll(() => Promise.all([bench.stop(), numbered.stop()]));

function identityOf(answer: ItsmeAnswer) {
  if (answer.kind !== "identified") throw new Error("The person said no.");
  return answer.identity;
}

async function asked(from: ItsmeBench, language: "nl" | "fr" | "de" | "en" = "en") {
  const { redirectUri } = from;
  return new URL(await from.itsme.begin({ ...newItsmeSecrets(), redirectUri, language })).searchParams;
}

test("a person is identified: names, date of birth, level, and what was received", async () => {
  const identity = identityOf(await bench.identify("jan"));
  expect(identity).toMatchObject({
    method: "itsme",
    issuer: "itsme",
    country: "BE",
    level: "high",
    familyName: "Peeters",
    givenNames: "Jan",
    subject: "jan",
  });
  expect(identity.authenticatedAt.toString()).toBe("2031-05-01T09:00:00Z");
  expect(identity.birthDate?.toString()).toBe("1974-03-02");
  const { id_token: token } = identity.received;
  expect(decodeProtectedHeader(String(token))).toMatchObject({ alg: "RS256" });
  expect(decodeJwt(String(token))).toMatchObject({ family_name: "Peeters", acr: ITSME_ACR_ADVANCED });
  expect(identity.received).toMatchObject({ family_name: "Peeters", birthdate: "1974-03-02" });
});

test("the register number is asked for, and read, with a legal basis alone", async () => {
  const claims = (search: URLSearchParams) =>
    Object.keys((JSON.parse(search.get("claims") ?? "") as { id_token: object }).id_token);
  expect(claims(await asked(bench))).toEqual([
    "name",
    "given_name",
    "family_name",
    "birthdate",
    `${CLAIM}IDIssuingCountry`,
  ]);
  expect(claims(await asked(numbered))).toContain(NUMBER);
  expect(identityOf(await bench.identify("jan")).registerNumber).toBeUndefined();
  expect(identityOf(await numbered.identify("jan")).registerNumber).toBe("74030251728");
});

test("a number that itsme tells unasked is neither used nor kept", async () => {
  bench.standIn.setMode("unasked_number");
  const identity = identityOf(await bench.identify("jan"));
  bench.standIn.setMode("ok");
  expect(identity.registerNumber).toBeUndefined();
  expect(identity.received).not.toHaveProperty("id_token");
  expect(JSON.stringify(identity)).not.toContain("74030251728");
});

test("the request: code with PKCE S256, advanced, a fresh login, the person's language", async () => {
  const search = await asked(bench, "fr");
  expect(Object.fromEntries(search)).toMatchObject({
    response_type: "code",
    client_id: "posthorn-test",
    scope: "openid service:POSTHORN_TEST",
    code_challenge_method: "S256",
    acr_values: ITSME_ACR_ADVANCED,
    ui_locales: "fr",
    prompt: "login",
    max_age: "1",
  });
  for (const secret of ["state", "nonce", "code_challenge"])
    expect(search.get(secret)).toMatch(/^[\w-]{43}$/u);
});

test("people as they are: one name, two names, a bis number, an unknown day of birth, foreign documents", async () => {
  const alone = identityOf(await numbered.identify("suryani"));
  expect(alone).toMatchObject({ familyName: "Suryani" });
  expect(alone).not.toHaveProperty("givenNames");
  expect(identityOf(await numbered.identify("noemie"))).toMatchObject({
    familyName: "Van den Broeck-D'Hondt",
    givenNames: "Noémie Élise",
  });
  expect(identityOf(await numbered.identify("ioana")).registerNumber).toBe("91450803214");
  const unknown = identityOf(await numbered.identify("yusuf"));
  expect(unknown).not.toHaveProperty("birthDate");
  expect(unknown.registerNumber).toBe("68000012344");
  const portuguese = identityOf(await numbered.identify("ana"));
  expect(portuguese).toMatchObject({ country: "PT", familyName: "Silva" });
  expect(portuguese).not.toHaveProperty("registerNumber");
  expect(portuguese).not.toHaveProperty("level");
  expect(identityOf(await numbered.identify("sanne")).country).toBe("NL");
});

test("an account that was made again is another subject", async () => {
  const [first, again] = [await bench.identify("tom"), await bench.identify("tom-again")].map(identityOf);
  expect(again).toMatchObject({ familyName: "Janssens", givenNames: "Tom" });
  expect(again?.subject).not.toBe(first?.subject);
});

test("an account whose holder changed his name is the same subject", async () => {
  expect(identityOf(await bench.identify("nele-renamed"))).toMatchObject({
    familyName: "Claes-Verhulst",
    subject: identityOf(await bench.identify("nele")).subject,
  });
});

test("whoever says no has cancelled", async () => {
  expect(await bench.identify("cancel")).toEqual({ kind: "cancelled" });
});

test("basic is enough where no more was asked, and then it is substantial", async () => {
  const { itsme, redirectUri } = bench;
  const secrets = newItsmeSecrets();
  const minimumAcr: NonNullable<ItsmeQuestion["minimumAcr"]> = ITSME_ACR_BASIC;
  const startedAt = clock.now();
  const address = await itsme.begin({ ...secrets, redirectUri, language: "nl", minimumAcr });
  const callbackUrl = await identifyWithItsme(address, "bram");
  const answer = { ...secrets, redirectUri, startedAt, at: clock.now(), callbackUrl, minimumAcr };
  expect(identityOf(await itsme.finish(answer)).level).toBe("substantial");
});

test("an answer is taken behind a proxy that calls our address otherwise", async () => {
  const { itsme, redirectUri } = bench;
  const secrets = newItsmeSecrets();
  const startedAt = clock.now();
  const back = new URL(
    await identifyWithItsme(await itsme.begin({ ...secrets, redirectUri, language: "de" }), "nele"),
  );
  const callbackUrl = `http://10.0.0.7:8080/behind${back.pathname}${back.search}`;
  const answer = { ...secrets, redirectUri, startedAt, at: clock.now(), callbackUrl };
  expect(identityOf(await itsme.finish(answer)).familyName).toBe("Claes");
});

test("while keys are changed the one before still opens, afterwards it does not", async () => {
  const { settings, standIn } = bench;
  const [current] = settings.keys.decryption;
  const [next] = numbered.settings.keys.decryption;
  if (current === undefined || next === undefined) throw new Error("Each bench has a decryption key.");
  const opened = (decryption: readonly (typeof current)[]) =>
    openItsme({ ...settings, keys: { ...settings.keys, decryption } });
  const during = await opened([next, current]);
  const after = await opened([next]);
  const finish = async (itsme: typeof during) => {
    const secrets = newItsmeSecrets();
    const { redirectUri } = bench;
    const times = { startedAt: clock.now(), at: clock.now() };
    const address = await itsme.begin({ ...secrets, redirectUri, language: "en" });
    const callbackUrl = await identifyWithItsme(address, "lotte");
    return itsme.finish({ ...secrets, ...times, redirectUri, callbackUrl });
  };
  expect(during.jwks.keys.find(({ use }) => use === "enc")?.kid).toBe(next.kid);
  // itsme has not yet read our keys again: it still encrypts to the one before
  expect(identityOf(await finish(during)).familyName).toBe("Maes");
  await expect(finish(after)).rejects.toMatchObject({ code: "itsme_answer_refused", detail: "unknown_key" });
  standIn.setClientKeys(during.jwks);
  expect(identityOf(await finish(during)).familyName).toBe("Maes");
  expect(identityOf(await finish(after)).familyName).toBe("Maes");
  standIn.setClientKeys(bench.itsme.jwks);
});

test("no two citizens of the stand-in are the same account", () => {
  expect(new Set(CITIZENS.map(({ id }) => id)).size).toBe(CITIZENS.length);
});
