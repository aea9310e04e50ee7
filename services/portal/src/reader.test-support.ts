// Who is signed in at the portal of a test, what rows one seeded company has, and how a reader asks for a route about them.

import { brusselsDay } from "@posthorn/domain";
import { API_KEYS, createAuthenticator, createVisitor, PEOPLE, seededKey } from "@posthorn/testkit";
import type { VerbBench, Visitor } from "@posthorn/testkit";
import { beginPasskeyRegistration, finishPasskeyRegistration } from "@posthorn/usecases";
import { createHash } from "node:crypto";
import { expect } from "vitest";
import { contactIdsOf } from "./contacts/ground.test-support.ts";
import type { Route } from "./routes.test-support.ts";
import type { RunningPortal } from "./start.test-support.ts";

export interface Reader {
  readonly visitor: Visitor;
  readonly csrf: string;
}

/** What stands for the parameters of a route's path. */
export type Ids = Readonly<Record<string, string>>;

export interface Ground {
  readonly bench: VerbBench;
  readonly portal: RunningPortal;
}

const LOTTE = "per_SEED0LOTTEMAES";
const VANDEWALLE = "acc_SEED0VANDEWALLE";
const now = (): Temporal.Instant => Temporal.Now.instant().round("millisecond");

/** A seeded person, by id. */
export function signIn(portal: RunningPortal, personId: string): Promise<Reader> {
  const person = PEOPLE.find(({ id }) => id === personId);
  return signInAs(portal, person?.email ?? "", person?.password ?? "");
}

export async function signInAs(portal: RunningPortal, email: string, password: string): Promise<Reader> {
  const visitor = createVisitor({ language: "en" });
  const form = await visitor.open(`${portal.url}/sign-in?lang=en`);
  const page = await visitor.press(form, "Sign in", { email, password });
  expect(page.status).toBe(200);
  return { visitor, csrf: csrfOf(page.document) };
}

/** Somebody with the form's token and no session. */
export async function nobodyAt(portal: RunningPortal): Promise<Reader> {
  const visitor = createVisitor({ language: "en" });
  const { document } = await visitor.open(`${portal.url}/sign-in`);
  return { visitor, csrf: csrfOf(document) };
}

function csrfOf(document: Document): string {
  return document.querySelector('meta[name="csrf-token"]')?.getAttribute("content") ?? "";
}

/** Where a route stands for these ids. */
export function addressOf(portal: RunningPortal, path: string, ids: Ids): string {
  return portal.url + path.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? "");
}

/** Asks for a route; a POST with no more than the token of the form. Redirects are answered as they are. */
export function ask(
  portal: RunningPortal,
  { visitor, csrf }: Reader,
  { method, path }: Route,
  ids: Ids,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const post = { method, body: new URLSearchParams({ _csrf: csrf, revision: "1" }) };
  return visitor.fetch(addressOf(portal, path, ids), {
    redirect: "manual",
    headers,
    ...(method === "POST" ? post : {}),
  });
}

export async function openDraft(portal: RunningPortal, reader: Reader): Promise<string> {
  const answer = await reader.visitor.fetch(`${portal.url}/compose`, { redirect: "manual" });
  return answer.headers.get("location")?.split("/").at(-1) ?? "";
}

export function uploadTo(
  portal: RunningPortal,
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

/** One of everything that routes are about: of the seeded company, and of Lotte, who is signed in as `lotte`. */
export async function idsOfCompany(ground: Ground, lotte: Reader): Promise<Ids> {
  const { bench, portal } = ground;
  const draft = await openDraft(portal, lotte);
  const upload = await uploadTo(portal, lotte, draft, "notes.txt", "Dear Jan");
  return {
    draft,
    upload: /data-file="([^"]+)"/.exec(await upload.text())?.[1] ?? "",
    ...(await letterIds(bench)),
    ordinal: "1",
    part: "text.pdf",
    digest: "0".repeat(64),
    document: "apd_0",
    session: await sessionOf(bench),
    passkey: await passkeyOf(portal),
    kind: "proof_of_submission",
    identity: await identityOf(bench),
    key: seededKey(API_KEYS.first).id,
    ...(await contactIdsOf(portal.deps)),
    member: "mem_SEED0LOTTEMAES",
    token: "nothing",
    team: await teamOf(bench),
    invitation: await invitationOf(bench),
    ...(await requestsOf(bench)),
  };
}

/** A message that was just entrusted, and what hangs on it. */
export async function letterIds(bench: VerbBench): Promise<Ids> {
  const { messageId, deliveryIds } = await bench.submit();
  const delivery = deliveryIds[0] ?? "";
  const record = await bench
    .context("worker")
    .db.selectFrom("evidence_record")
    .select("id")
    .where("delivery_id", "=", delivery)
    .executeTakeFirstOrThrow();
  return { message: messageId, delivery, record: record.id };
}

async function teamOf(bench: VerbBench): Promise<string> {
  const team = {
    id: "tea_ROUTES",
    account_id: VANDEWALLE,
    name: "Verhuur",
    sender_name: null,
    created_at: now(),
  };
  await bench.context("owner").db.insertInto("team").values(team).execute();
  return team.id;
}

async function invitationOf(bench: VerbBench): Promise<string> {
  const at = now();
  const row = {
    id: "inv_ROUTES",
    account_id: VANDEWALLE,
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

async function sessionOf(bench: VerbBench): Promise<string> {
  const { id } = await bench
    .context("owner")
    .db.selectFrom("session")
    .select("id")
    .where("person_id", "=", LOTTE)
    .executeTakeFirstOrThrow();
  return id;
}

async function passkeyOf({ deps }: RunningPortal): Promise<string> {
  const visit = {
    holder: { kind: "person", id: LOTTE },
    visitor: { ip: "192.0.2.7", userAgent: "", language: "en" },
    arrivedAt: deps.arrivedAt(),
    browserHash: "browser",
  } as const;
  const { ceremonyId, options } = await beginPasskeyRegistration(deps.ctx, deps.passkeys, visit);
  const answer = createAuthenticator().create(options, "http://portal.localhost");
  const made = { ...visit, ceremonyId, answer, name: "Phone" };
  return (await finishPasskeyRegistration(deps.ctx, deps.passkeys, made)).id;
}

async function identityOf(bench: VerbBench): Promise<string> {
  const at = now();
  const row = { method: "itsme", subject_digest: "ab".repeat(32), key_version: 1, issuer: "itsme" } as const;
  await bench
    .context("owner")
    .db.insertInto("person_identity")
    .values({ ...row, person_id: LOTTE, linked_at: at, last_used_at: at })
    .execute();
  return "itsme-abababababababab";
}

/** A request of Lotte's own, and one that the company is to decide about. */
async function requestsOf(bench: VerbBench): Promise<Ids> {
  const { db } = bench.context("owner");
  const at = now();
  const shared = { kind: "access", name: "Maes", language: "nl", received_at: at, state: "open" } as const;
  const complete = { complete_at: at, due_on: brusselsDay(at).add({ months: 1 }) };
  await db
    .insertInto("rights_request")
    .values([
      { ...shared, ...complete, id: "rrq_OWN", channel: "account", identity: "account", person_id: LOTTE },
      { ...shared, ...complete, id: "rrq_ASKED", channel: "form", identity: "codes" },
    ])
    .execute();
  const { deliveryIds } = await bench.submit();
  await db
    .insertInto("rights_request_sender")
    .values({
      request_id: "rrq_ASKED",
      account_id: VANDEWALLE,
      delivery_ids: deliveryIds,
      told_at: at,
      decide_by: brusselsDay(at).add({ days: 14 }),
    })
    .execute();
  return { request: "rrq_OWN", asked: "rrq_ASKED" };
}
