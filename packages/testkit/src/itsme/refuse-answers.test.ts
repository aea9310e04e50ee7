import { inspect } from "node:util";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { AppError } from "@posthorn/domain";
import { newItsmeSecrets, openItsme, type ItsmeReturn } from "@posthorn/identity";
import { manualClock } from "../standin/clock.ts";
import { createVisitor } from "../visitor/visitor.ts";
import { startItsmeBench, type ItsmeBench } from "./itsme-bench.ts";
import type { ItsmeMode } from "./modes.ts";
import { identifyWithItsme } from "./play-citizen.ts";

const clock = manualClock("2031-05-01T09:00:00Z");
let bench: ItsmeBench;

beforeAll(async () => {
  bench = await startItsmeBench({ clock, askRegisterNumber: true });
}, 60_000);
beforeEach(() => bench.standIn.setMode("ok"));
afterAll(() => bench.stop());

async function failureOf(act: () => Promise<unknown>): Promise<AppError> {
  const failure: unknown = await act().then(
    () => new Error("Nothing was refused."),
    (thrown: unknown) => thrown,
  );
  if (failure instanceof AppError) return failure;
  throw failure;
}

/** A try whose answer has come back and waits to be handed in. */
async function answered(): Promise<ItsmeReturn> {
  const { itsme, redirectUri } = bench;
  const secrets = newItsmeSecrets();
  const startedAt = clock.now();
  const address = await itsme.begin({ ...secrets, redirectUri, language: "en" });
  const callbackUrl = await identifyWithItsme(address, "jan");
  return { ...secrets, callbackUrl, redirectUri, startedAt, at: clock.now() };
}

const refusal = (detail: string) => ({ kind: "forbidden", code: "itsme_answer_refused", detail });

test.each<[ItsmeMode, string]>([
  ["wrong_nonce", "nonce"],
  ["wrong_issuer", "issuer"],
  ["wrong_audience", "audience"],
  ["expired", "expired"],
  ["issued_later", "issued_at"],
  ["old_authentication", "auth_time"],
  ["acr_basic", "acr_too_low"],
  ["no_family_name", "incomplete"],
  ["malformed_number", "register_number"],
  ["unsigned", "unsigned"],
  ["hmac", "algorithm"],
  ["forged", "signature"],
  ["unknown_signer", "unknown_signer"],
  ["unencrypted", "unencrypted"],
  ["unknown_key", "unknown_key"],
  ["undecryptable", "undecryptable"],
])("an ID token with the fault %s is refused: %s", async (mode, detail) => {
  bench.standIn.setMode(mode);
  const failure = await failureOf(() => bench.identify("jan"));
  expect(failure).toMatchObject(refusal(detail));
  expect(inspect(failure, { depth: 10 })).not.toMatch(/Peeters|1974-03-02|740302/u);
});

test("somebody without an itsme code is refused where it was asked for", async () => {
  expect(await failureOf(() => bench.identify("bram"))).toMatchObject(refusal("acr_too_low"));
});

test("a code is good once", async () => {
  const answer = await answered();
  expect(await bench.itsme.finish(answer)).toMatchObject({ kind: "identified" });
  expect(await failureOf(() => bench.itsme.finish(answer))).toMatchObject(refusal("code"));
});

test("a code is good for three minutes of our clock", async () => {
  const answer = await answered();
  clock.advance({ minutes: 4 });
  const late = { ...answer, at: clock.now() };
  expect(await failureOf(() => bench.itsme.finish(late))).toMatchObject(refusal("code"));
});

test("a code of another verifier, a state of another try and an answer twice over are refused", async () => {
  const answer = await answered();
  const other = newItsmeSecrets();
  const finish = (change: Partial<ItsmeReturn>) =>
    failureOf(() => bench.itsme.finish({ ...answer, ...change }));
  expect(await finish({ state: other.state })).toMatchObject(refusal("state"));
  const doubled = new URL(answer.callbackUrl);
  doubled.searchParams.append("code", "another");
  expect(await finish({ callbackUrl: doubled })).toMatchObject(refusal("malformed"));
  const stranger = new URL(answer.callbackUrl);
  stranger.searchParams.set("iss", "https://idp.prd.itsme.example/v2");
  expect(await finish({ callbackUrl: stranger })).toMatchObject(refusal("issuer"));
  expect(await finish({ callbackUrl: answer.redirectUri })).toMatchObject(refusal("state"));
  expect(await finish({ codeVerifier: other.codeVerifier })).toMatchObject(refusal("code"));
});

test("a no that belongs to no try, and words that no provider says, are nothing to act upon", async () => {
  const answer = await answered();
  const back = (query: object) => {
    const parameters = new URLSearchParams({ iss: bench.standIn.issuer, ...query });
    return failureOf(() =>
      bench.itsme.finish({ ...answer, callbackUrl: `${answer.redirectUri}?${parameters}` }),
    );
  };
  expect(await back({ error: "access_denied", state: "another" })).toMatchObject(refusal("state"));
  const { state } = answer;
  const strange = await back({ state, error: "<b>you won</b>\nlevel=fatal" });
  expect(strange).toMatchObject({ code: "itsme_unavailable" });
  expect(inspect(strange, { depth: 10 })).not.toContain("you won");
  expect(await back({ state, error: "invalid_scope" })).toMatchObject({
    cause: { message: "answer: invalid_scope" },
  });
});

test("a nonce of another try is refused although the code is good", async () => {
  const answer = await answered();
  const { nonce } = newItsmeSecrets();
  expect(await failureOf(() => bench.itsme.finish({ ...answer, nonce }))).toMatchObject(refusal("nonce"));
});

test("an identification from before the try was begun is refused", async () => {
  const answer = await answered();
  const begunLater = { ...answer, startedAt: answer.at.add({ minutes: 2 }) };
  expect(await failureOf(() => bench.itsme.finish(begunLater))).toMatchObject(refusal("auth_time"));
});

test("our clock decides, not the one of the machine", async () => {
  const answer = await answered();
  const machines = { ...answer, at: Temporal.Now.instant() };
  // our proof towards itsme is then of a time that itsme does not accept either
  expect(await failureOf(() => bench.itsme.finish(machines))).toMatchObject({ code: "itsme_unavailable" });
});

test("the stand-in insists on PKCE, on a registered address and on our key", async () => {
  const { itsme, redirectUri, settings, standIn } = bench;
  const address = new URL(await itsme.begin({ ...newItsmeSecrets(), redirectUri, language: "en" }));
  const without = new URL(address);
  without.searchParams.delete("code_challenge");
  const answer = await createVisitor().fetch(without.href);
  expect(new URL(answer.headers.get("location") ?? "").searchParams.get("error")).toBe("invalid_request");
  const elsewhere = new URL(address);
  elsewhere.searchParams.set("redirect_uri", "http://collect.localhost:4402/elsewhere");
  expect((await createVisitor().fetch(elsewhere.href)).status).toBe(400);
  const [strange] = settings.keys.decryption;
  if (strange === undefined) throw new Error("The bench has a decryption key.");
  const impostor = await openItsme({ ...settings, keys: { ...settings.keys, signing: strange } });
  const good = await answered();
  expect(await failureOf(() => impostor.finish(good))).toMatchObject({ code: "itsme_unavailable" });
  expect(standIn.issuer).toMatch(/\/v2$/u);
});
