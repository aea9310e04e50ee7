import { createTryLimit, sql } from "@posthorn/db";
import type { StaffRole } from "@posthorn/domain";
import { newSessionToken } from "@posthorn/identity";
import { cookiesSeen, createVerbBench, createVisitor, type VerbBench, type Visitor } from "@posthorn/testkit";
import { keepIdentification } from "@posthorn/usecases";
import { cookieFaults, type WebEnv } from "@posthorn/web";
import type { Hono } from "hono";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApp } from "./app.ts";
import { printedBatch } from "./letters/batch.test-support.ts";
import { applyFor } from "./mandates/application.test-support.ts";
import { plantRegisters } from "./privacy/registers.test-support.ts";
import { plantRequest } from "./privacy/request.test-support.ts";
import {
  csrfOf,
  enrolStaff,
  inviteOne,
  type RunningBackoffice,
  type StaffVisitor,
  startBackoffice,
} from "./start.test-support.ts";

interface Route {
  readonly method: "GET" | "POST";
  readonly path: string;
  /** Open to people without a session. */
  readonly open?: true;
  /** Whose desk it is; the auditor may look. */
  readonly desk?: StaffRole;
  /** Only his own people open it: the auditor does not. */
  readonly officersOnly?: true;
  /** Answers islands with JSON. */
  readonly json?: true;
}

/** Every route of the back office: a new one that is not on this list fails the first test. */
const ROUTES: readonly Route[] = [
  { method: "GET", path: "/sign-in", open: true },
  { method: "POST", path: "/sign-in/begin", open: true, json: true },
  { method: "POST", path: "/sign-in", open: true },
  { method: "POST", path: "/sign-out", open: true },
  { method: "GET", path: "/enrol/:token", open: true },
  { method: "POST", path: "/enrol/:token/begin", open: true, json: true },
  { method: "POST", path: "/enrol/:token", open: true },
  { method: "GET", path: "/confirm" },
  { method: "POST", path: "/confirm/begin", json: true },
  { method: "POST", path: "/confirm" },
  { method: "GET", path: "/" },
  { method: "GET", path: "/security" },
  { method: "GET", path: "/security/passkeys/new" },
  { method: "POST", path: "/security/passkeys/new/begin", json: true },
  { method: "POST", path: "/security/passkeys/new" },
  { method: "GET", path: "/security/passkeys/:passkey" },
  { method: "POST", path: "/security/passkeys/:passkey/rename" },
  { method: "POST", path: "/security/passkeys/:passkey/remove" },
  { method: "POST", path: "/security/sessions/end-others" },
  { method: "POST", path: "/security/sessions/:session/end" },
  { method: "GET", path: "/log", desk: "auditor" },
  { method: "GET", path: "/log.csv", desk: "auditor" },
  { method: "GET", path: "/privacy/schedule", desk: "privacy_officer" },
  { method: "GET", path: "/privacy/record", desk: "privacy_officer" },
  { method: "GET", path: "/privacy/record.csv", desk: "privacy_officer" },
  { method: "GET", path: "/privacy/record.pdf", desk: "privacy_officer" },
  { method: "GET", path: "/privacy/requests", desk: "privacy_officer" },
  { method: "GET", path: "/privacy/book-request", desk: "privacy_officer", officersOnly: true },
  { method: "POST", path: "/privacy/book-request", desk: "privacy_officer" },
  { method: "GET", path: "/privacy/requests/:request", desk: "privacy_officer" },
  { method: "GET", path: "/privacy/requests/:request/files/:file", desk: "privacy_officer" },
  { method: "GET", path: "/privacy/requests/:request/letters/:event", desk: "privacy_officer" },
  { method: "POST", path: "/privacy/requests/:request/choose", desk: "privacy_officer" },
  { method: "POST", path: "/privacy/requests/:request/remove", desk: "privacy_officer" },
  { method: "POST", path: "/privacy/requests/:request/identity", desk: "privacy_officer" },
  { method: "POST", path: "/privacy/requests/:request/authority", desk: "privacy_officer" },
  { method: "POST", path: "/privacy/requests/:request/ask-identity", desk: "privacy_officer" },
  { method: "POST", path: "/privacy/requests/:request/send-code", desk: "privacy_officer" },
  { method: "POST", path: "/privacy/requests/:request/extend", desk: "privacy_officer" },
  { method: "POST", path: "/privacy/requests/:request/senders", desk: "privacy_officer" },
  { method: "POST", path: "/privacy/requests/:request/answer", desk: "privacy_officer" },
  { method: "POST", path: "/privacy/requests/:request/carry-out", desk: "privacy_officer" },
  { method: "POST", path: "/privacy/requests/:request/withdraw", desk: "privacy_officer" },
  { method: "POST", path: "/privacy/requests/:request/tell-lift", desk: "privacy_officer" },
  { method: "POST", path: "/privacy/requests/:request/lift", desk: "privacy_officer" },
  { method: "POST", path: "/privacy/requests/:request/export", desk: "privacy_officer" },
  { method: "POST", path: "/privacy/requests/:request/find", desk: "privacy_officer" },
  { method: "POST", path: "/privacy/requests/:request/files", desk: "privacy_officer" },
  { method: "GET", path: "/identification-records", desk: "privacy_officer" },
  { method: "GET", path: "/identification-records/:record", desk: "privacy_officer" },
  { method: "POST", path: "/identification-records/:record/open", desk: "privacy_officer" },
  { method: "GET", path: "/privacy/subprocessors", desk: "privacy_officer" },
  { method: "GET", path: "/privacy/enter-subprocessor", desk: "privacy_officer" },
  { method: "POST", path: "/privacy/enter-subprocessor", desk: "privacy_officer" },
  { method: "GET", path: "/privacy/subprocessors/:subprocessor", desk: "privacy_officer" },
  { method: "POST", path: "/privacy/subprocessors/:subprocessor/end", desk: "privacy_officer" },
  { method: "GET", path: "/privacy/breaches", desk: "privacy_officer" },
  { method: "GET", path: "/privacy/enter-breach", desk: "privacy_officer" },
  { method: "POST", path: "/privacy/enter-breach", desk: "privacy_officer" },
  { method: "GET", path: "/privacy/breaches/:breach", desk: "privacy_officer" },
  { method: "GET", path: "/privacy/breaches/:breach/drafts/:duty/:language", desk: "privacy_officer" },
  { method: "POST", path: "/privacy/breaches/:breach/change", desk: "privacy_officer" },
  { method: "POST", path: "/privacy/breaches/:breach/settle", desk: "privacy_officer" },
  { method: "POST", path: "/privacy/breaches/:breach/release", desk: "privacy_officer" },
  { method: "POST", path: "/privacy/breaches/:breach/close", desk: "privacy_officer" },
  { method: "GET", path: "/privacy/disclosures", desk: "privacy_officer" },
  { method: "GET", path: "/privacy/disclosures.csv", desk: "privacy_officer" },
  { method: "GET", path: "/privacy/enter-disclosure", desk: "privacy_officer" },
  { method: "POST", path: "/privacy/enter-disclosure", desk: "privacy_officer" },
  { method: "GET", path: "/privacy/disclosures/:disclosure", desk: "privacy_officer" },
  { method: "POST", path: "/privacy/disclosures/:disclosure/told", desk: "privacy_officer" },
  { method: "POST", path: "/privacy/disclosures/:disclosure/close", desk: "privacy_officer" },
  { method: "GET", path: "/privacy/consents", desk: "privacy_officer" },
  { method: "GET", path: "/privacy/consents.csv", desk: "privacy_officer" },
  { method: "GET", path: "/privacy/compliance", desk: "privacy_officer", officersOnly: true },
  { method: "POST", path: "/privacy/compliance", desk: "privacy_officer" },
  { method: "GET", path: "/privacy/holds", desk: "privacy_officer" },
  { method: "GET", path: "/privacy/place-hold", desk: "privacy_officer" },
  { method: "POST", path: "/privacy/place-hold", desk: "privacy_officer" },
  { method: "GET", path: "/privacy/holds/:hold", desk: "privacy_officer" },
  { method: "POST", path: "/privacy/holds/:hold/place", desk: "privacy_officer" },
  { method: "POST", path: "/privacy/holds/:hold/refuse", desk: "privacy_officer" },
  { method: "POST", path: "/privacy/holds/:hold/renew", desk: "privacy_officer" },
  { method: "POST", path: "/privacy/holds/:hold/lift", desk: "privacy_officer" },
  { method: "POST", path: "/privacy/holds/:hold/lift/second", desk: "privacy_officer" },
  { method: "POST", path: "/privacy/holds/:hold/lift/withdraw", desk: "privacy_officer" },
  { method: "GET", path: "/privacy/periods", desk: "privacy_officer" },
  { method: "GET", path: "/privacy/periods/:rule", desk: "privacy_officer" },
  { method: "POST", path: "/privacy/periods/:rule", desk: "privacy_officer" },
  { method: "POST", path: "/privacy/periods/:rule/:change/second", desk: "privacy_officer" },
  { method: "POST", path: "/privacy/periods/:rule/:change/withdraw", desk: "privacy_officer" },
  { method: "GET", path: "/companies", desk: "registration_officer" },
  { method: "GET", path: "/companies/:application", desk: "registration_officer" },
  { method: "GET", path: "/companies/:application/documents/:document", desk: "registration_officer" },
  { method: "POST", path: "/companies/:application/approve", desk: "registration_officer" },
  { method: "POST", path: "/companies/:application/refuse", desk: "registration_officer" },
  { method: "POST", path: "/companies/:application/register-numbers", desk: "registration_officer" },
  { method: "GET", path: "/letters", desk: "postal_operator" },
  { method: "GET", path: "/letters/batches", desk: "postal_operator" },
  { method: "POST", path: "/letters/batches", desk: "postal_operator" },
  { method: "GET", path: "/letters/batches/:batch", desk: "postal_operator" },
  { method: "GET", path: "/letters/batches/:batch/events", desk: "postal_operator" },
  { method: "POST", path: "/letters/batches/:batch/printed", desk: "postal_operator" },
  { method: "POST", path: "/letters/batches/:batch/push", desk: "postal_operator" },
  { method: "GET", path: "/letters/batches/:batch/files.zip", desk: "postal_operator", officersOnly: true },
  { method: "GET", path: "/letters/batches/:batch/receipts/:receipt", desk: "postal_operator" },
  { method: "POST", path: "/letters/batches/:batch/receipt", desk: "postal_operator" },
  { method: "POST", path: "/letters/batches/:batch/hand-over/take-back", desk: "postal_operator" },
  { method: "GET", path: "/letters/batches/:batch/hand-over", desk: "postal_operator" },
  { method: "POST", path: "/letters/batches/:batch/hand-over", desk: "postal_operator" },
  { method: "POST", path: "/letters/batches/:batch/hand-over/scan", desk: "postal_operator" },
  { method: "POST", path: "/letters/batches/:batch/hand-over/import", desk: "postal_operator" },
  { method: "POST", path: "/letters/batches/:batch/hand-over/second", desk: "postal_operator" },
  { method: "POST", path: "/letters/batches/:batch/hand-over/withdraw", desk: "postal_operator" },
  { method: "GET", path: "/letters/returns", desk: "postal_operator" },
  { method: "POST", path: "/letters/returns", desk: "postal_operator" },
  { method: "POST", path: "/letters/returns/file", desk: "postal_operator" },
  { method: "GET", path: "/letters/find", desk: "postal_operator" },
  { method: "GET", path: "/letters/jobs/:job", desk: "postal_operator" },
  { method: "GET", path: "/letters/jobs/:job/file.pdf", desk: "postal_operator", officersOnly: true },
  { method: "POST", path: "/letters/jobs/:job/fell-out", desk: "postal_operator" },
  { method: "GET", path: "/letters/deliveries/:delivery", desk: "postal_operator" },
  { method: "POST", path: "/letters/deliveries/:delivery/not-postable", desk: "postal_operator" },
];
/** A decision with nothing left out. */
const WHOLE = {
  number_in_register: "on",
  name_as_in_register: "on",
  representative_entitled: "on",
  form_signed: "on",
  name: "Ooms",
  refusal: "extract_old",
};
const nameOf = ({ method, path }: Route): string => `${method} ${path}`;
const closed = ROUTES.filter(({ open }) => open !== true);
const each = (routes: readonly Route[]) => routes.map((route) => [nameOf(route), route] as const);

let bench: VerbBench;
let desk: RunningBackoffice;
let strict: RunningBackoffice;
let app: Hono<WebEnv>;
let staff: Readonly<Record<StaffRole, StaffVisitor>>;
let ids: Readonly<Record<string, string>>;

beforeAll(async () => {
  bench = await createVerbBench();
  desk = await startBackoffice(bench);
  const { db } = bench.context("backoffice");
  const once = (name: string) => createTryLimit(db, { name, tries: 1, windowSeconds: 900 });
  strict = await startBackoffice(bench, {
    tries: { passkeys: once("p"), invitations: once("i"), lookUps: once("l"), openings: once("o") },
  });
  app = createApp(desk.deps);
  staff = {
    postal_operator: await signedIn("postal_operator"),
    registration_officer: await signedIn("registration_officer"),
    privacy_officer: await signedIn("privacy_officer"),
    auditor: await signedIn("auditor"),
  };
  const { token } = await inviteOne(bench, ["auditor"], "to-come@posthorn.example");
  const { id: application, documentId: document } = await applyFor(bench);
  const letters = await printedBatch(bench, { staffId: staff.postal_operator.id, letters: 1 });
  const { hold, change } = await plantHold();
  ids = {
    hold,
    rule: "R7",
    change,
    token,
    record: await keepRecord(),
    application,
    document,
    ...(await plantRequest(bench, staff.privacy_officer.id)),
    ...(await plantRegisters(bench, staff.privacy_officer.id)),
    duty: "gba",
    language: "fr",
    passkey: "pky_0",
    session: "sse_0",
    batch: letters.batchId,
    receipt: letters.receiptId,
    job: letters.jobs[0]?.id ?? "",
    delivery: letters.jobs[0]?.deliveryId ?? "",
  };
}, 120_000);
afterAll(async () => {
  await desk.close();
  await strict.close();
  await bench.close();
});

/** A hold that was asked for, and a shorter period that waits for a second officer. */
async function plantHold(): Promise<{ readonly hold: string; readonly change: string }> {
  const { db } = bench.context("owner");
  await sql`INSERT INTO legal_hold (id, scope, scope_id, account_id, ground, reason, asked_at, state)
    VALUES ('hld_1', 'account', 'acc_SEED0VANDEWALLE', 'acc_SEED0VANDEWALLE', 'dispute', 'A summons', clock.now(), 'asked')`.execute(
    db,
  );
  await sql`INSERT INTO retention_change (id, rule, kept, reason, shorter, proposed_by, proposed_at)
    VALUES ('prd_1', 'R7', '40 days', 'Less is enough', true, ${staff.auditor.id}, clock.now())`.execute(db);
  return { hold: "hld_1", change: "prd_1" };
}

async function signedIn(role: StaffRole): Promise<StaffVisitor> {
  const one = await enrolStaff(bench, desk, [role]);
  await one.signIn();
  return one;
}

async function keepRecord(): Promise<string> {
  const ctx = bench.context("owner");
  const at = Temporal.Now.instant().round("millisecond");
  const kept = await ctx.db.transaction().execute((trx) =>
    keepIdentification(trx, ctx, bench.identityKeys, {
      identity: {
        method: "eid",
        issuer: "Citizen CA",
        country: "BE",
        level: "high",
        authenticatedAt: at,
        familyName: "Maes",
        subject: "85073003328",
        received: {},
      },
      purpose: "activate",
      personId: "per_SEED0LOTTEMAES",
      at,
    }),
  );
  return kept.recordId;
}

const fill = (path: string) => path.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? "");

async function ask(one: StaffVisitor, route: Route, accept?: string): Promise<Response> {
  const path = fill(route.path);
  if (route.method === "POST") return one.post(path, {}, accept);
  return one.visitor.fetch(desk.url + path, {
    redirect: "manual",
    ...(accept === undefined ? {} : { headers: { accept } }),
  });
}

const nobodies: Record<string, { readonly visitor: Visitor; readonly csrf: string }> = {};

async function openAsNobody(at: string) {
  const visitor = createVisitor({ language: "en" });
  return { visitor, csrf: csrfOf(await visitor.open(`${at}/sign-in`)) };
}

/** Somebody with a form's token and without a session. */
async function askAsNobody(route: Route, accept: string, at = desk.url): Promise<Response> {
  const { visitor, csrf } = (nobodies[at] ??= await openAsNobody(at));
  return visitor.fetch(at + fill(route.path), {
    method: route.method,
    redirect: "manual",
    headers: { accept, origin: at },
    ...(route.method === "POST" ? { body: new URLSearchParams({ _csrf: csrf }) } : {}),
  });
}

async function codeOf(answer: Response): Promise<string> {
  return ((await answer.json()) as { code: string }).code;
}

test("every route is on the list", () => {
  const known = new Set(ROUTES.map(nameOf));
  const unlisted = app.routes
    .filter(({ method, path }) => method !== "ALL" && !/^\/(assets\/|healthz|readyz)/.test(path))
    .map(({ method, path }) => `${method} ${path}`)
    .filter((name) => !known.delete(name));
  expect(unlisted).toEqual([]);
  expect([...known]).toEqual([]);
});

test.each(each(closed))("%s: nobody signed in is led to the door, a program gets 401", async (_, route) => {
  const answer = await askAsNobody(route, "text/html");
  expect(answer.status).toBe(303);
  expect(answer.headers.get("location")).toMatch(/^\/sign-in/);
  expect((await askAsNobody(route, "application/json")).status).toBe(401);
});

test.each(each(ROUTES.filter(({ method }) => method === "POST")))(
  "%s: without the token of the form, from elsewhere, or as multipart nothing is done",
  async (_, { path }) => {
    const { visitor } = staff.privacy_officer;
    const accept = "application/json";
    const address = desk.url + fill(path);
    const post = (body: BodyInit, headers: Record<string, string> = {}) =>
      visitor.fetch(address, { method: "POST", body, redirect: "manual", headers: { accept, ...headers } });
    const without = await post(new URLSearchParams({ _csrf: "" }));
    expect(without.status).toBe(403);
    expect(await codeOf(without)).toBe("csrf_failed");
    const multipart = new FormData();
    multipart.append("reason", "x");
    expect((await post(multipart)).status).toBe(403);
    expect((await post(new URLSearchParams(), { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await post(new URLSearchParams({ reason: "x".repeat(70_000) }))).status).toBe(413);
  },
);

test.each(each(ROUTES.filter(({ desk: owner }) => owner !== undefined)))(
  "%s: other desks get 403 and the refusal is written down; the auditor looks and does nothing",
  async (_, route) => {
    const others = (["postal_operator", "registration_officer", "privacy_officer"] as const).filter(
      (role) => role !== route.desk,
    );
    for (const role of others) {
      const answer = await ask(staff[role], route, "application/json");
      expect(answer.status).toBe(403);
      expect(await codeOf(answer)).toBe("staff_role_missing");
      const last = await bench
        .context("owner")
        .db.selectFrom("staff_log")
        .select(["act", "subject"])
        .where("staff_id", "=", staff[role].id)
        .orderBy("id", "desc")
        .limit(1)
        .executeTakeFirst();
      expect(last).toEqual({ act: "page_refused", subject: nameOf(route) });
    }
    const audited = await ask(staff.auditor, route, "application/json");
    expect(audited.status).toBe(route.method === "GET" && route.officersOnly !== true ? 200 : 403);
    await audited.body?.cancel();
  },
);

test.each(each(closed.filter(({ method }) => method === "GET")))(
  "%s: looking leaves an entry",
  async (_, route) => {
    const one = staff[route.desk ?? "privacy_officer"];
    const entries = async () => {
      const { db } = bench.context("owner");
      return (await db.selectFrom("staff_log").select("id").where("staff_id", "=", one.id).execute()).length;
    };
    const before = await entries();
    const answer = await ask(one, route);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(await entries()).toBe(before + 1);
  },
);

test("what does not exist, or is somebody else's, is not there", async () => {
  const { privacy_officer: one } = staff;
  const passkey = await bench
    .context("owner")
    .db.selectFrom("passkey")
    .select("id")
    .where("holder_id", "=", staff.auditor.id)
    .executeTakeFirstOrThrow();
  for (const id of ["pky_0", passkey.id]) {
    expect((await one.visitor.fetch(`${desk.url}/security/passkeys/${id}`)).status).toBe(404);
    expect((await one.post(`/security/passkeys/${id}/rename`, { name: "mine" })).status).toBe(404);
    expect((await one.post(`/security/passkeys/${id}/remove`)).status).toBe(404);
  }
  expect((await one.post("/security/sessions/sse_0/end")).status).toBe(404);
  expect((await one.visitor.fetch(`${desk.url}/identification-records/idr_0`)).status).toBe(404);
  const reason = "a reason that is long enough";
  expect((await one.post("/identification-records/idr_0/open", { reason })).status).toBe(404);
  for (const path of ["/privacy/requests/rrq_0", `/privacy/requests/${ids["request"] ?? ""}/files/rrf_0`])
    expect((await one.visitor.fetch(desk.url + path)).status).toBe(404);
  expect((await one.post("/privacy/requests/rrq_0/senders")).status).toBe(404);
  expect((await one.visitor.fetch(`${desk.url}/privacy/subprocessors/sub_0`)).status).toBe(404);
  expect((await one.post("/privacy/compliance", { account: "acc_0", reason, q: "acc_0" })).status).toBe(409);
  expect((await one.post("/privacy/requests/rrq_0/files")).status).toBe(400);
  const { registration_officer: officer } = staff;
  const known = ids["application"] ?? "";
  for (const path of [
    "/companies/app_0",
    "/companies/app_0/documents/doc_0",
    `/companies/${known}/documents/doc_0`,
  ])
    expect((await officer.visitor.fetch(desk.url + path)).status).toBe(404);
  for (const act of ["approve", "refuse", "register-numbers"]) {
    const fields = { ...WHOLE, reason, seen_at: "0" };
    expect((await officer.post(`/companies/app_0/${act}`, fields)).status).toBe(404);
  }
  expect((await one.visitor.fetch(`${desk.url}/enrol/${newSessionToken()}`)).status).toBe(404);
  expect((await one.visitor.fetch(`${desk.url}/nowhere`)).status).toBe(404);
});

test.each([
  ["nothing", {}],
  ["no JSON", { ceremony: "cer_0", answer: "{" }],
  ["JSON of another form", { ceremony: "cer_0", answer: '["x"]' }],
  ["an endless answer", { ceremony: "cer_0", answer: JSON.stringify({ id: "x".repeat(60_000) }) }],
])("an answer of %s to the door is refused as any other", async (_, fields) => {
  const visitor = createVisitor({ language: "en" });
  const csrf = csrfOf(await visitor.open(`${desk.url}/sign-in`));
  const answer = await visitor.fetch(`${desk.url}/sign-in`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: desk.url },
    body: new URLSearchParams({ _csrf: csrf, ...fields }),
  });
  expect(answer.status).toBe(401);
  expect(await answer.text()).toContain("This passkey does not open the back office.");
});

test("text that no page of ours sends is refused, wherever it comes in", async () => {
  const { privacy_officer: one } = staff;
  expect((await one.post("/confirm", { ceremony: "\u0000", answer: "{}" })).status).toBe(400);
  expect((await one.visitor.fetch(`${desk.url}/identification-records/%00`)).status).toBe(400);
  expect((await one.post("/security/sessions/%00/end")).status).toBe(400);
  const path = `/identification-records/${ids["record"] ?? ""}/open`;
  expect((await one.post(path, { reason: "a reason with \u0000 in it" })).status).toBe(400);
  expect((await one.visitor.fetch(`${desk.url}/identification-records?q=%00`)).status).toBe(400);
});

test("what is tried too often is 429 with the time to wait", async () => {
  const begin = { method: "POST", path: "/sign-in/begin" } as const;
  expect((await askAsNobody(begin, "application/json", strict.url)).status).toBe(200);
  const limited = await askAsNobody(begin, "application/json", strict.url);
  expect(limited.status).toBe(429);
  expect(Number(limited.headers.get("retry-after"))).toBeGreaterThan(0);
  const post = await askAsNobody({ method: "POST", path: "/sign-in" }, "text/html", strict.url);
  expect(post.status).toBe(429);
  expect(await post.text()).toContain("You can try again in");
  const enrol = { method: "GET", path: "/enrol/:token" } as const;
  expect((await askAsNobody(enrol, "text/html", strict.url)).status).toBe(200);
  expect((await askAsNobody(enrol, "text/html", strict.url)).status).toBe(429);
});

test("whom a register names is looked up so often an hour and no more, on the page or in its file", async () => {
  const one = await signedIn("privacy_officer");
  const headers = { cookie: one.visitor.cookiesFor(desk.url) };
  const ask = (path: string) => createVisitor().fetch(`${strict.url}${path}`, { headers });
  expect((await ask("/privacy/consents.csv")).status).toBe(200);
  expect((await ask("/privacy/consents.csv?of=jan@post.example")).status).toBe(200);
  const limited = await ask("/privacy/consents.csv?of=jan@post.example");
  expect(limited.status).toBe(429);
  expect(Number(limited.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await ask("/privacy/consents?of=jan@post.example")).status).toBe(429);
  expect((await ask("/privacy/consents")).status).toBe(200);
});

test("a sign-in leads only to pages of this site", async () => {
  const visitor = createVisitor({ language: "en" });
  for (const next of ["//elsewhere.example/", "https://elsewhere.example/", "/\\elsewhere.example", "x"]) {
    const page = await visitor.open(`${desk.url}/sign-in?next=${encodeURIComponent(next)}`);
    expect(page.document.querySelector<HTMLInputElement>('[name="next"]')?.value).toBe("/");
  }
});

test("whatever was asked for, no cookie was set but those on the list, as the list says", () => {
  const seen = cookiesSeen("backoffice");
  expect(seen.length).toBeGreaterThan(0);
  expect(seen.flatMap((line) => cookieFaults("backoffice", line))).toEqual([]);
});
