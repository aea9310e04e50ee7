// Puts the back office on a port of its own for tests: the real app under its real role, and staff with software authenticators.

import { newContentKey, zipEntries } from "@posthorn/content";
import { renderProcessingRecord } from "@posthorn/documents";
import { openPasskeys, newSessionToken, tokenHash } from "@posthorn/identity";
import { parsePrinters, writeManifest } from "@posthorn/postal";
import {
  type Authenticator,
  createAuthenticator,
  createVisitor,
  type Page,
  type VerbBench,
  type Visitor,
} from "@posthorn/testkit";
import { newId } from "@posthorn/runtime";
import { type Context, inviteStaff, type TryLimit } from "@posthorn/usecases";
import { buildAssets, type RunningServer, serveApp } from "@posthorn/web";
import { expect } from "vitest";
import { createApp } from "./app.ts";
import type { BackofficeDeps } from "./deps.ts";
import { inspection, requestPapers, sessionTokens } from "./wiring/ports.ts";

const TEST_PRINTERS = parsePrinters(
  JSON.stringify([
    { key: "own", name: "Our printer" },
    {
      key: "partner",
      name: "Partner",
      sftp: { host: "127.0.0.1", port: 1, user: "posthorn", hostKey: "A".repeat(43), directory: "in" },
    },
  ]),
);

export interface RunningBackoffice {
  readonly url: string;
  readonly deps: BackofficeDeps;
  close(): Promise<void>;
}

export async function startBackoffice(
  bench: VerbBench,
  given: {
    readonly tries?: Partial<BackofficeDeps["tries"]>;
    readonly now?: () => Temporal.Instant;
    readonly twoPersons?: boolean;
  } = {},
): Promise<RunningBackoffice> {
  const ctx: Context = bench.context("backoffice");
  const holder: { app?: ReturnType<typeof createApp> } = {};
  const server: RunningServer = await serveApp(
    { fetch: (request, env) => holder.app?.fetch(request, env) ?? new Response(null, { status: 503 }) },
    { port: 0 },
  );
  // The port is known only now, and the app must know its origin.
  const url = `http://backoffice.localhost:${server.port}`;
  const deps: BackofficeDeps = {
    ctx,
    site: { origin: url, trustStatus: "demonstration", assets: await buildAssets(), log: QUIET },
    health: { live: () => READY, ready: async () => READY },
    passkeys: openPasskeys({ name: "Posthorn", publicUrl: url }),
    tokens: sessionTokens,
    sessionHash: tokenHash,
    identityKeys: bench.identityKeys,
    mandates: { content: bench.content, keys: bench.keys },
    letters: {
      printers: TEST_PRINTERS,
      files: {
        files: { content: bench.content, keys: bench.keys },
        printers: TEST_PRINTERS,
        manifest: writeManifest,
        zip: zipEntries,
      },
      inspection,
      twoPersons: given.twoPersons ?? false,
    },
    privacy: {
      noticeDays: 30,
      contact: "contact@posthorn.example",
      officer: "dpo@posthorn.example",
      renderRecord: renderProcessingRecord,
    },
    requests: {
      files: {
        content: bench.content,
        newContentKey,
        inspection,
        keys: { ...bench.keys, wrap: (key, context) => bench.wrapping.wrap(key, context) },
      },
      ...requestPapers("Posthorn", "privacy@posthorn.example"),
    },
    arrivedAt: given.now ?? (() => Temporal.Now.instant().round("millisecond")),
    tries: { passkeys: ENDLESS, invitations: ENDLESS, lookUps: ENDLESS, openings: ENDLESS, ...given.tries },
  };
  holder.app = createApp(deps);
  return { url, deps, close: () => server.close(200) };
}

/** Somebody of the staff at his browser. */
export interface StaffVisitor {
  readonly id: string;
  readonly visitor: Visitor;
  readonly authenticator: Authenticator;
  /** Signs in anew, in this browser. */
  signIn(): Promise<Page>;
  confirm(next: string): Promise<Page>;
  /** Posts a form with the token that a page of his holds. */
  post(path: string, fields?: Readonly<Record<string, string>>, accept?: string): Promise<Response>;
}

/** Invites as the operator and registers the first passkey, as the person does. */
export async function enrolStaff(
  bench: VerbBench,
  { url }: Pick<RunningBackoffice, "url">,
  roles: readonly string[],
  email = `${newSessionToken()
    .toLowerCase()
    .replaceAll(/[^a-z]/g, "")}@posthorn.example`,
): Promise<StaffVisitor> {
  const { id, token } = await inviteOne(bench, roles, email);
  const staff = createStaffVisitor(url, id);
  const page = await answerForm(staff, `${url}/enrol/${token}`, "create");
  expect(new URL(page.url).pathname).toBe("/sign-in");
  return staff;
}

export async function inviteOne(
  bench: VerbBench,
  roles: readonly string[],
  email: string,
): Promise<{ readonly id: string; readonly token: string }> {
  const { db } = bench.context("owner");
  const { staffId, token } = await inviteStaff({ db, newId }, sessionTokens, {
    email,
    familyName: "Vermeulen",
    firstNames: "Bo",
    language: "en",
    roles,
  });
  return { id: staffId, token };
}

export function createStaffVisitor(
  url: string,
  id: string,
  authenticator = createAuthenticator(),
): StaffVisitor {
  const visitor = createVisitor({ language: "en" });
  // The same for all forms of one browser: reading it out of one page is enough.
  let csrf: string | undefined;
  const staff: StaffVisitor = {
    id,
    visitor,
    authenticator,
    signIn: () => answerForm(staff, `${url}/sign-in`, "get"),
    confirm: (next) => answerForm(staff, `${url}/confirm?next=${encodeURIComponent(next)}`, "get"),
    async post(path, fields = {}, accept) {
      csrf ??= csrfOf(await visitor.open(`${url}/security`));
      return visitor.fetch(url + path, {
        method: "POST",
        redirect: "manual",
        body: new URLSearchParams({ _csrf: csrf, ...fields }),
        headers: { origin: url, ...(accept === undefined ? {} : { accept }) },
      });
    },
  };
  return staff;
}

export function csrfOf(page: Page): string {
  return page.document.querySelector('meta[name="csrf-token"]')?.getAttribute("content") ?? "";
}

/** What the island does in a browser: asks the server, lets the authenticator answer, posts the form. */
export async function answerForm(
  { visitor, authenticator }: Pick<StaffVisitor, "visitor" | "authenticator">,
  address: string,
  act: "create" | "get",
): Promise<Page> {
  return answerPage({ visitor, authenticator }, await visitor.open(address), { act });
}

/** The same on a page that is open already; of several such forms the one that posts to `action`, with `values` filled in. */
export async function answerPage(
  { visitor, authenticator }: Pick<StaffVisitor, "visitor" | "authenticator">,
  page: Page,
  given: {
    readonly act: "create" | "get";
    readonly action?: string;
    readonly values?: Readonly<Record<string, string>>;
  },
): Promise<Page> {
  const { act, action, values } = given;
  const which = action === undefined ? "" : `[action$="${action}"]`;
  const form = page.document.querySelector<HTMLFormElement>(`form[data-island="passkey"]${which}`);
  if (!form) throw new Error(`no passkey form on ${page.url} (${page.status}): ${page.text.slice(0, 400)}`);
  const { origin } = new URL(page.url);
  const begun = await visitor.fetch(new URL(form.dataset["begin"] ?? "", page.url).href, {
    method: "POST",
    headers: { accept: "application/json", "X-CSRF-Token": csrfOf(page), origin },
  });
  const question = (await begun.json()) as { readonly ceremonyId: string; readonly options: unknown };
  const answer = authenticator[act](question.options, origin);
  const button = form.querySelector("button")?.textContent?.trim() ?? "";
  return visitor.press(page, button, {
    ...values,
    ceremony: question.ceremonyId,
    answer: JSON.stringify(answer),
  });
}

const READY = { status: 200, body: { status: "ok" } } as const;
const ENDLESS: TryLimit = { consume: async () => undefined, forget: async () => undefined };
const quiet = (): void => undefined;
const QUIET = {
  info: quiet,
  warn: quiet,
  error(fields: object, message: string) {
    process.stderr.write(`${message} ${String((fields as { err?: { stack?: string } }).err?.stack)}\n`);
  },
};
