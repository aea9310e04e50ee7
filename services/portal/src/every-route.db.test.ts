import { createHash } from "node:crypto";
import { createTryLimit } from "@posthorn/db";
import {
  API_KEYS,
  createAuthenticator,
  createVerbBench,
  createVisitor,
  PEOPLE,
  seededKey,
  type VerbBench,
  type Visitor,
} from "@posthorn/testkit";
import { beginPasskeyRegistration, finishPasskeyRegistration } from "@posthorn/usecases";
import type { Hono } from "hono";
import type { WebEnv } from "@posthorn/web";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "./app.ts";
import { contactIdsOf } from "./contacts/ground.test-support.ts";
import { TRY_LIMITS } from "./deps.ts";
import { type RunningPortal, startPortal } from "./start.test-support.ts";

interface Route {
  readonly method: "GET" | "POST";
  readonly path: string;
  /** Open to people without a session. */
  readonly open?: true;
  /** Ids of another account are not found here. */
  readonly owned?: true;
}

/** Every route of the portal: a new one that is not on this list fails the first test. */
const ROUTES: readonly Route[] = [
  { method: "GET", path: "/sign-in", open: true },
  { method: "POST", path: "/sign-in", open: true },
  { method: "POST", path: "/sign-out", open: true },
  { method: "GET", path: "/register", open: true },
  { method: "POST", path: "/register", open: true },
  { method: "GET", path: "/register/sent", open: true },
  { method: "GET", path: "/register/confirm/:token", open: true },
  { method: "POST", path: "/register/confirm/:token", open: true },
  { method: "GET", path: "/register/company" },
  { method: "POST", path: "/register/company" },
  { method: "GET", path: "/company/application", owned: true },
  { method: "POST", path: "/company/application" },
  { method: "GET", path: "/company/application/form.pdf", owned: true },
  { method: "POST", path: "/company/application/submit", owned: true },
  { method: "POST", path: "/company/application/documents" },
  { method: "POST", path: "/company/application/documents/:document/remove", owned: true },
  { method: "GET", path: "/" },
  { method: "GET", path: "/sign-in/code", open: true },
  { method: "POST", path: "/sign-in/code", open: true },
  { method: "GET", path: "/confirm" },
  { method: "POST", path: "/confirm" },
  { method: "GET", path: "/security" },
  { method: "GET", path: "/security/password" },
  { method: "POST", path: "/security/password" },
  { method: "POST", path: "/security/app" },
  { method: "GET", path: "/security/app" },
  { method: "POST", path: "/security/app/confirm" },
  { method: "GET", path: "/security/app/off" },
  { method: "POST", path: "/security/app/off" },
  { method: "GET", path: "/security/recovery-codes" },
  { method: "POST", path: "/security/recovery-codes" },
  { method: "POST", path: "/security/sessions/end-others" },
  { method: "POST", path: "/security/sessions/:session/end", owned: true },
  { method: "POST", path: "/sign-in/passkey/begin", open: true },
  { method: "POST", path: "/sign-in/passkey", open: true },
  { method: "POST", path: "/confirm/passkey/begin" },
  { method: "POST", path: "/confirm/passkey" },
  { method: "GET", path: "/security/passkeys" },
  { method: "GET", path: "/security/passkeys/add" },
  { method: "POST", path: "/security/passkeys/add" },
  { method: "POST", path: "/security/passkeys/begin" },
  { method: "GET", path: "/security/passkeys/:passkey/rename", owned: true },
  { method: "POST", path: "/security/passkeys/:passkey/rename", owned: true },
  { method: "GET", path: "/security/passkeys/:passkey/remove", owned: true },
  { method: "POST", path: "/security/passkeys/:passkey/remove", owned: true },
  { method: "POST", path: "/sign-in/itsme", open: true },
  { method: "POST", path: "/sign-in/card", open: true },
  { method: "GET", path: "/sign-in/identity", open: true },
  { method: "POST", path: "/confirm/itsme" },
  { method: "POST", path: "/confirm/card" },
  { method: "GET", path: "/confirm/identity" },
  { method: "GET", path: "/itsme/callback", open: true },
  { method: "GET", path: "/itsme/jwks.json", open: true },
  { method: "GET", path: "/eid", open: true },
  { method: "POST", path: "/eid", open: true },
  { method: "POST", path: "/eid/host", open: true },
  { method: "GET", path: "/eid/return", open: true },
  { method: "GET", path: "/identify" },
  { method: "POST", path: "/identify/itsme" },
  { method: "POST", path: "/identify/card" },
  { method: "POST", path: "/identify/own-name" },
  { method: "GET", path: "/identify/name" },
  { method: "POST", path: "/identify/name" },
  { method: "POST", path: "/security/identities/:identity/unlink", owned: true },
  { method: "GET", path: "/me" },
  { method: "GET", path: "/me/uses" },
  { method: "GET", path: "/agreements" },
  { method: "POST", path: "/agreements" },
  { method: "GET", path: "/me/export" },
  { method: "POST", path: "/me/export" },
  { method: "GET", path: "/account/export" },
  { method: "POST", path: "/account/export" },
  { method: "POST", path: "/me/language" },
  { method: "POST", path: "/me/consent/give" },
  { method: "POST", path: "/me/consent/withdraw" },
  { method: "GET", path: "/me/email" },
  { method: "POST", path: "/me/email" },
  { method: "POST", path: "/me/email/cancel" },
  { method: "GET", path: "/me/email/:token", owned: true },
  { method: "POST", path: "/me/email/:token", owned: true },
  { method: "GET", path: "/switch" },
  { method: "POST", path: "/switch/:member", owned: true },
  { method: "GET", path: "/account/log" },
  { method: "GET", path: "/account/log/export.csv" },
  { method: "GET", path: "/account/settings" },
  { method: "POST", path: "/account/settings/account" },
  { method: "POST", path: "/account/settings/defaults" },
  { method: "POST", path: "/account/settings/sender" },
  { method: "GET", path: "/account/settings/logo/:digest" },
  { method: "POST", path: "/account/settings/logo" },
  { method: "POST", path: "/account/settings/logo/remove" },
  { method: "GET", path: "/company/api-keys" },
  { method: "POST", path: "/company/api-keys" },
  { method: "GET", path: "/company/api-keys/new" },
  { method: "GET", path: "/company/api-keys/:key", owned: true },
  { method: "POST", path: "/company/api-keys/:key/rotate", owned: true },
  { method: "POST", path: "/company/api-keys/:key/revoke", owned: true },
  { method: "POST", path: "/company/api-keys/:key/take-over", owned: true },
  { method: "GET", path: "/account/close" },
  { method: "GET", path: "/account/close/confirm" },
  { method: "POST", path: "/account/close" },
  { method: "POST", path: "/account/close/undo" },
  { method: "POST", path: "/account/close/refund" },
  { method: "GET", path: "/company/members" },
  { method: "GET", path: "/company/members/invite" },
  { method: "POST", path: "/company/members/invite" },
  { method: "GET", path: "/company/members/leave" },
  { method: "POST", path: "/company/members/leave" },
  { method: "GET", path: "/company/members/:member", owned: true },
  { method: "POST", path: "/company/members/:member/role", owned: true },
  { method: "POST", path: "/company/members/:member/remove", owned: true },
  { method: "POST", path: "/company/invitations/:invitation/resend", owned: true },
  { method: "POST", path: "/company/invitations/:invitation/withdraw", owned: true },
  { method: "GET", path: "/company/teams" },
  { method: "POST", path: "/company/teams" },
  { method: "GET", path: "/company/teams/:team", owned: true },
  { method: "POST", path: "/company/teams/:team", owned: true },
  { method: "POST", path: "/company/teams/:team/members", owned: true },
  { method: "POST", path: "/company/teams/:team/members/:member/remove", owned: true },
  { method: "POST", path: "/company/teams/:team/end", owned: true },
  { method: "GET", path: "/invitation/:token", open: true },
  { method: "POST", path: "/invitation/:token/accept" },
  { method: "POST", path: "/invitation/:token/join", open: true },
  { method: "POST", path: "/invitation/:token/decline", open: true },
  { method: "GET", path: "/sent" },
  { method: "GET", path: "/inbox" },
  { method: "GET", path: "/inbox/:delivery", owned: true },
  { method: "GET", path: "/inbox/:delivery/logo/:digest", owned: true },
  { method: "GET", path: "/inbox/:delivery/genuine", owned: true },
  { method: "GET", path: "/inbox/:delivery/not-for-me", owned: true },
  { method: "POST", path: "/inbox/:delivery/not-for-me", owned: true },
  { method: "POST", path: "/inbox/:delivery/codes", owned: true },
  { method: "GET", path: "/inbox/:delivery/codes", owned: true },
  { method: "POST", path: "/inbox/:delivery/codes/check", owned: true },
  { method: "POST", path: "/inbox/:delivery/identify/itsme", owned: true },
  { method: "POST", path: "/inbox/:delivery/identify/card", owned: true },
  { method: "GET", path: "/inbox/:delivery/card", owned: true },
  { method: "POST", path: "/inbox/:delivery/card", owned: true },
  { method: "GET", path: "/inbox/:delivery/decide", owned: true },
  { method: "POST", path: "/inbox/:delivery/accept", owned: true },
  { method: "POST", path: "/inbox/:delivery/refuse", owned: true },
  { method: "GET", path: "/inbox/:delivery/refused", owned: true },
  { method: "GET", path: "/inbox/:delivery/wait", owned: true },
  { method: "GET", path: "/inbox/:delivery/events", owned: true },
  { method: "GET", path: "/inbox/:delivery/message", owned: true },
  { method: "POST", path: "/inbox/:delivery/proof-copy", owned: true },
  { method: "POST", path: "/inbox/:delivery/consent", owned: true },
  { method: "POST", path: "/inbox/:delivery/consent/withdraw", owned: true },
  { method: "POST", path: "/inbox/:delivery/leave", owned: true },
  { method: "GET", path: "/inbox/:delivery/parts/:ordinal", owned: true },
  { method: "GET", path: "/inbox/:delivery/all.zip", owned: true },
  { method: "GET", path: "/inbox/:delivery/bundle", owned: true },
  { method: "GET", path: "/contacts" },
  { method: "GET", path: "/contacts/export.csv" },
  { method: "GET", path: "/contacts/export.vcf" },
  { method: "POST", path: "/contacts/delete" },
  { method: "GET", path: "/contacts/import" },
  { method: "POST", path: "/contacts/import" },
  { method: "GET", path: "/contacts/imports/:import", owned: true },
  { method: "GET", path: "/contacts/imports/:import/bad.csv", owned: true },
  { method: "GET", path: "/contacts/consents" },
  { method: "GET", path: "/contacts/consents/export.csv" },
  { method: "GET", path: "/contacts/consents/new" },
  { method: "POST", path: "/contacts/consents/new" },
  { method: "GET", path: "/contacts/consents/:consent", owned: true },
  { method: "POST", path: "/contacts/consents/:consent/withdraw", owned: true },
  { method: "GET", path: "/contacts/new" },
  { method: "POST", path: "/contacts/new" },
  { method: "GET", path: "/contacts/:contact", owned: true },
  { method: "POST", path: "/contacts/:contact", owned: true },
  { method: "GET", path: "/compose/:draft/contacts", owned: true },
  { method: "POST", path: "/compose/:draft/contacts", owned: true },
  { method: "GET", path: "/compose/:draft/addressees", owned: true },
  { method: "POST", path: "/compose/:draft/addressees", owned: true },
  { method: "GET", path: "/drafts" },
  { method: "GET", path: "/compose" },
  { method: "GET", path: "/compose/:draft", owned: true },
  { method: "POST", path: "/compose/:draft", owned: true },
  { method: "POST", path: "/compose/:draft/draft", owned: true },
  { method: "POST", path: "/compose/:draft/uploads", owned: true },
  { method: "POST", path: "/compose/:draft/uploads/:upload/remove", owned: true },
  { method: "GET", path: "/compose/:draft/preview", owned: true },
  { method: "POST", path: "/compose/:draft/send", owned: true },
  { method: "GET", path: "/compose/:draft/discard", owned: true },
  { method: "POST", path: "/compose/:draft/discard", owned: true },
  { method: "GET", path: "/messages/:message", owned: true },
  { method: "GET", path: "/messages/:message/events", owned: true },
  { method: "GET", path: "/messages/:message/parts/:ordinal", owned: true },
  { method: "GET", path: "/messages/:message/proofs/submission", owned: true },
  { method: "GET", path: "/messages/:message/proofs/submission/page", owned: true },
  { method: "GET", path: "/messages/:message/proofs/submission/ready", owned: true },
  { method: "GET", path: "/messages/:message/proofs/submission/events", owned: true },
  { method: "GET", path: "/deliveries/:delivery", owned: true },
  { method: "GET", path: "/deliveries/:delivery/events", owned: true },
  { method: "GET", path: "/deliveries/:delivery/repair", owned: true },
  { method: "POST", path: "/deliveries/:delivery/repair", owned: true },
  { method: "GET", path: "/deliveries/:delivery/address", owned: true },
  { method: "POST", path: "/deliveries/:delivery/address", owned: true },
  { method: "GET", path: "/deliveries/:delivery/proofs/:kind", owned: true },
  { method: "GET", path: "/deliveries/:delivery/proofs/:kind/page", owned: true },
  { method: "GET", path: "/deliveries/:delivery/proofs/:kind/ready", owned: true },
  { method: "GET", path: "/deliveries/:delivery/proofs/:kind/events", owned: true },
  { method: "GET", path: "/deliveries/:delivery/bundle", owned: true },
  { method: "GET", path: "/deliveries/:delivery/bundle/ready", owned: true },
  { method: "GET", path: "/deliveries/:delivery/bundle/events", owned: true },
  { method: "GET", path: "/evidence/:record", owned: true },
];
const nameOf = ({ method, path }: Route): string => `${method} ${path}`;
const POSTS = ROUTES.filter(({ method }) => method === "POST");

interface Reader {
  readonly visitor: Visitor;
  readonly csrf: string;
}

let bench: VerbBench;
let portal: RunningPortal;
let app: Hono<WebEnv>;
let lotte: Reader;
let camille: Reader;
let ids: Readonly<Record<string, string>>;

beforeAll(async () => {
  bench = await createVerbBench();
  const ctx = bench.context("portal", {
    limits: { fileBytes: 20_000, messageBytes: 30_000, files: 2, addressees: 3 },
  });
  portal = await startPortal({
    ctx,
    content: bench.content,
    wrapping: bench.wrapping,
    keys: bench.keys,
    identityKeys: bench.identityKeys,
    signInLimit: createTryLimit(ctx.db, TRY_LIMITS.signIn),
    now: () => Temporal.Now.instant().round("millisecond"),
  });
  app = createApp(portal.deps);
  lotte = await signIn("per_SEED0LOTTEMAES");
  camille = await signIn("per_SEED0CAMILLEDUBOIS");
  ids = await lottesIds();
}, 60_000);
afterAll(async () => {
  await portal.close();
  await bench.close();
});

async function signIn(personId: string): Promise<Reader> {
  const person = PEOPLE.find(({ id }) => id === personId);
  const visitor = createVisitor({ language: "en" });
  const form = await visitor.open(`${portal.url}/sign-in?lang=en`);
  const page = await visitor.press(form, "Sign in", {
    email: person?.email ?? "",
    password: person?.password ?? "",
  });
  expect(page.status).toBe(200);
  return {
    visitor,
    csrf: page.document.querySelector('meta[name="csrf-token"]')?.getAttribute("content") ?? "",
  };
}

async function lottesIds(): Promise<Readonly<Record<string, string>>> {
  const { messageId, deliveryIds } = await bench.submit();
  const { db } = bench.context("worker");
  const record = await db
    .selectFrom("evidence_record")
    .select("id")
    .where("delivery_id", "=", deliveryIds[0] ?? "")
    .executeTakeFirstOrThrow();
  const draft = await openDraft(lotte);
  const upload = await uploadTo(lotte, draft, "notes.txt", "Dear Jan");
  const rowId = /data-file="([^"]+)"/.exec(await upload.text())?.[1] ?? "";
  return {
    draft,
    upload: rowId,
    message: messageId,
    delivery: deliveryIds[0] ?? "",
    ordinal: "1",
    digest: "0".repeat(64),
    document: "apd_0",
    session: await sessionOf("per_SEED0LOTTEMAES"),
    passkey: await passkeyOf("per_SEED0LOTTEMAES"),
    kind: "proof_of_submission",
    identity: await identityOf("per_SEED0LOTTEMAES"),
    record: record.id,
    key: seededKey(API_KEYS.first).id,
    ...(await contactIdsOf(portal.deps)),
    member: "mem_SEED0LOTTEMAES",
    token: "nothing",
    team: await teamOf("acc_SEED0VANDEWALLE"),
    invitation: await invitationOf("acc_SEED0VANDEWALLE"),
  };
}

async function teamOf(accountId: string): Promise<string> {
  const at = Temporal.Now.instant().round("millisecond");
  const team = {
    id: "tea_ROUTES",
    account_id: accountId,
    name: "Verhuur",
    sender_name: null,
    created_at: at,
  };
  await bench.context("owner").db.insertInto("team").values(team).execute();
  return team.id;
}

async function invitationOf(accountId: string): Promise<string> {
  const at = Temporal.Now.instant().round("millisecond");
  const row = {
    id: "inv_ROUTES",
    account_id: accountId,
    email: "an.wouters@vandewalle.example",
    role: "user",
    language: "nl",
    invited_by: "mem_SEED0LOTTEMAES",
    created_at: at,
    expires_at: at.add({ hours: 24 }),
  } as const;
  await bench.context("owner").db.insertInto("invitation").values(row).execute();
  return row.id;
}

async function sessionOf(personId: string): Promise<string> {
  const { id } = await bench
    .context("owner")
    .db.selectFrom("session")
    .select("id")
    .where("person_id", "=", personId)
    .executeTakeFirstOrThrow();
  return id;
}

async function passkeyOf(personId: string): Promise<string> {
  const { ctx, passkeys } = portal.deps;
  const visit = {
    holder: { kind: "person", id: personId },
    visitor: { ip: "192.0.2.7", userAgent: "", language: "en" },
    arrivedAt: portal.deps.arrivedAt(),
    browserHash: "browser",
  } as const;
  const { ceremonyId, options } = await beginPasskeyRegistration(ctx, passkeys, visit);
  const answer = createAuthenticator().create(options, "http://portal.localhost");
  const made = { ...visit, ceremonyId, answer, name: "Phone" };
  return (await finishPasskeyRegistration(ctx, passkeys, made)).id;
}

async function identityOf(personId: string): Promise<string> {
  const at = Temporal.Now.instant().round("millisecond");
  const row = { method: "itsme", subject_digest: "ab".repeat(32), key_version: 1, issuer: "itsme" } as const;
  await bench
    .context("owner")
    .db.insertInto("person_identity")
    .values({ ...row, person_id: personId, linked_at: at, last_used_at: at })
    .execute();
  return "itsme-abababababababab";
}

async function openDraft(reader: Reader): Promise<string> {
  const answer = await reader.visitor.fetch(`${portal.url}/compose`, { redirect: "manual" });
  return answer.headers.get("location")?.split("/").at(-1) ?? "";
}

function fill(path: string): string {
  return portal.url + path.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? "");
}

function ask(
  reader: Reader,
  { method, path }: Route,
  headers: Record<string, string> = {},
): Promise<Response> {
  const post = { method, body: new URLSearchParams({ _csrf: reader.csrf, revision: "1" }) };
  return reader.visitor.fetch(fill(path), {
    redirect: "manual",
    headers,
    ...(method === "POST" ? post : {}),
  });
}

function uploadTo(
  reader: Reader,
  draft: string,
  name: string,
  content: string | Uint8Array<ArrayBuffer>,
  sha256 = createHash("sha256").update(content).digest("hex"),
): Promise<Response> {
  return reader.visitor.fetch(`${portal.url}/compose/${draft}/uploads`, {
    method: "POST",
    body: content,
    headers: {
      accept: "application/json",
      "X-CSRF-Token": reader.csrf,
      "X-Content-SHA256": sha256,
      "X-File-Name": encodeURIComponent(name),
    },
  });
}

async function codeOf(answer: Response): Promise<string> {
  return ((await answer.json()) as { code: string }).code;
}

test("every route is on the list", () => {
  const known = new Set(ROUTES.map(nameOf));
  const unlisted = app.routes
    .filter(({ method, path }) => method !== "ALL" && !/^\/(assets\/|healthz|readyz)/.test(path))
    // Without what a parameter must look like.
    .map(({ method, path }) => `${method} ${path.replaceAll(/\{[^/]*\}/g, "")}`)
    .filter((name) => !known.delete(name));
  expect(unlisted).toEqual([]);
  expect([...known]).toEqual([]);
});

test.each(ROUTES.filter(({ open }) => open !== true).map((route) => [nameOf(route), route] as const))(
  "%s: nobody signed in is led to the sign-in form, a program gets 401",
  async (_, route) => {
    const visitor = createVisitor({ language: "en" });
    const form = await visitor.open(`${portal.url}/sign-in`);
    const csrf = form.document.querySelector('meta[name="csrf-token"]')?.getAttribute("content") ?? "";
    const answer = await ask({ visitor, csrf }, route);
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toMatch(/^\/sign-in/);
    expect((await ask({ visitor, csrf }, route, { accept: "application/json" })).status).toBe(401);
  },
);

test.each(POSTS.map((route) => [nameOf(route), route] as const))(
  "%s: without the token of the form nothing is done",
  async (_, route) => {
    const answer = await ask({ ...lotte, csrf: "" }, route, { accept: "application/json" });
    expect(answer.status).toBe(403);
    expect(await codeOf(answer)).toBe("csrf_failed");
    const multipart = new FormData();
    multipart.append("subject", "x");
    const address = fill(route.path);
    const inBody = await lotte.visitor.fetch(address, {
      method: "POST",
      body: multipart,
      redirect: "manual",
      headers: { accept: "application/json" },
    });
    expect(inBody.status).toBe(403);
    const elsewhere = await ask(lotte, route, { accept: "application/json", "sec-fetch-site": "cross-site" });
    expect(elsewhere.status).toBe(403);
  },
);

test.each(ROUTES.filter(({ owned }) => owned === true).map((route) => [nameOf(route), route] as const))(
  "%s: what is another account's is not there",
  async (_, route) => {
    if (route.path.endsWith("/uploads")) {
      expect((await uploadTo(camille, ids["draft"] ?? "", "a.txt", "hello")).status).toBe(404);
      return;
    }
    expect((await ask(camille, route)).status).toBe(404);
  },
);

test("ids that nobody has are not there either", async () => {
  for (const path of [
    "/deliveries/dlv_0",
    "/messages/msg_0",
    "/evidence/evd_0",
    "/compose/dft_0",
    "/nowhere",
  ]) {
    expect((await lotte.visitor.fetch(portal.url + path)).status).toBe(404);
  }
  const unknownKind = await lotte.visitor.fetch(
    `${portal.url}/deliveries/${ids["delivery"] ?? ""}/proofs/proof_of_love`,
  );
  expect(unknownKind.status).toBe(404);
});

test("signing in wrongly says so, keeps the address, and is limited per address and mailbox", async () => {
  const visitor = createVisitor({ language: "en" });
  const form = await visitor.open(`${portal.url}/sign-in?lang=en`);
  const attempt = (email: string) => visitor.press(form, "Sign in", { email, password: "wrong" });
  const wrong = await attempt("nele.claes@post.example");
  expect(wrong.status).toBe(401);
  expect(wrong.text).toContain("E-mail address or password is not right.");
  expect(wrong.document.querySelector<HTMLInputElement>("#email")?.value).toBe("nele.claes@post.example");
  expect((await attempt("nobody@post.example")).text).toContain("E-mail address or password is not right.");
  for (let tries = 1; tries < TRY_LIMITS.signIn.tries; tries += 1) await attempt("nele.claes@post.example");
  const limited = await attempt("nele.claes@post.example");
  expect(limited.status).toBe(429);
  expect(Number(limited.headers.get("retry-after"))).toBeGreaterThan(0);
  // Another mailbox from the same place is not locked out.
  expect((await attempt("tom.janssens@post.example")).status).toBe(401);
}, 60_000);

test("a sign-in leads only to pages of this site, and signing out ends the session itself", async () => {
  const visitor = createVisitor({ language: "en" });
  const form = await visitor.open(
    `${portal.url}/sign-in?lang=en&next=${encodeURIComponent("//elsewhere.example/")}`,
  );
  const person = PEOPLE[1];
  const page = await visitor.press(form, "Sign in", {
    email: person?.email ?? "",
    password: person?.password ?? "",
  });
  expect(new URL(page.url).pathname).toBe("/");
  const cookie = visitor.cookiesFor(portal.url);
  const out = await visitor.press(page, "Sign out");
  expect(out.text).toContain("You are signed out");
  const stolen = await fetch(portal.url.replace("portal.localhost", "127.0.0.1"), {
    redirect: "manual",
    headers: { cookie },
  });
  expect(stolen.status).toBe(303);
});

test("a list that is asked for wrongly", async () => {
  const at = (query: string) => lotte.visitor.fetch(`${portal.url}/sent?${query}`);
  expect((await at("cursor=nonsense")).status).toBe(400);
  expect((await at("state=nonsense&q=%25_%5C")).status).toBe(200);
  const language = await lotte.visitor.fetch(
    fill("/deliveries/:delivery/proofs/proof_of_submission?language=xx"),
  );
  expect(language.status).toBe(400);
});

test("files that are refused: too large, too many, changed on the way, programs, none", async () => {
  const draft = await openDraft(lotte);
  const large = await uploadTo(lotte, draft, "large.txt", "x".repeat(20_001));
  expect(large.status).toBe(413);
  expect(await codeOf(large)).toBe("file_too_large");
  const changed = await uploadTo(lotte, draft, "a.txt", "hello", "0".repeat(64));
  expect(changed.status).toBe(409);
  expect(await codeOf(changed)).toBe("digest_mismatch");
  const program = await uploadTo(
    lotte,
    draft,
    "a.pdf",
    Uint8Array.from(Buffer.from(`MZ${"\0".repeat(100)}`)),
  );
  expect(program.status).toBe(400);
  expect(await codeOf(program)).toMatch(/^part_/);
  const empty = await uploadTo(lotte, draft, "a.txt", "");
  expect(empty.status).toBe(400);
  expect((await uploadTo(lotte, draft, "one.txt", "x".repeat(15_000))).status).toBe(201);
  const together = await uploadTo(lotte, draft, "two.txt", "x".repeat(16_000));
  expect(together.status).toBe(413);
  expect(await codeOf(together)).toBe("message_too_large");
  expect((await uploadTo(lotte, draft, "two.txt", "x")).status).toBe(201);
  const third = await uploadTo(lotte, draft, "three.txt", "x");
  expect(third.status).toBe(409);
  expect(await codeOf(third)).toBe("too_many_files");
  const page = await lotte.visitor.open(`${portal.url}/compose/${draft}?lang=en`);
  expect(page.text).toContain("one.txt");
  expect(page.text).not.toContain("a.pdf");
});

test("a proof that is being sealed answers 409 and when to come back", async () => {
  const answer = await lotte.visitor.fetch(fill("/deliveries/:delivery/proofs/:kind"));
  expect(answer.status).toBe(409);
  expect(answer.headers.get("retry-after")).toBe("1");
  expect(await answer.text()).toContain("being sealed");
  const evidence = await lotte.visitor.fetch(fill("/evidence/:record"), {
    headers: { accept: "application/json" },
  });
  expect(evidence.status).toBe(409);
  expect(await codeOf(evidence)).toBe("evidence_being_sealed");
});

test("a repair with errors keeps what was typed, one without changes says so, a right one is carried out once", async () => {
  const { deliveryIds } = await bench.submit();
  const open = () => lotte.visitor.open(`${portal.url}/deliveries/${deliveryIds[0] ?? ""}/repair?lang=en`);
  const button = "Mend and send a new notice";
  const wrong = await lotte.visitor.press(await open(), button, {
    email: "jan.peeters@",
    mobile: "0470 99 88 77",
  });
  expect(wrong.status).toBe(400);
  expect(wrong.document.querySelector<HTMLInputElement>("#mobile")?.value).toBe("0470 99 88 77");
  expect(wrong.document.querySelector("#email-error")).not.toBeNull();
  const same = await lotte.visitor.press(await open(), button);
  expect(same.text).toContain("Change at least one of the fields.");
  const mended = await lotte.visitor.press(await open(), button, { email: "jan.p@example.be" });
  expect(mended.text).toContain("jan.p@example.be");
  expect((await open()).text).toContain("can no longer be mended");
  const late = await lotte.visitor.press(wrong, button, { email: "jan.q@example.be" });
  expect(late.status).toBe(409);
});

test("the sender gets back exactly what he sent", async () => {
  const answer = await lotte.visitor.fetch(fill("/messages/:message/parts/1"));
  expect(answer.headers.get("content-disposition")).toContain("attachment");
  expect(await answer.text()).toMatch(/^Formal notice: rent arrears\n\nDear Mr Peeters/);
  expect((await lotte.visitor.fetch(fill("/messages/:message/parts/2"))).status).toBe(404);
});
