// Puts the portal on a port of its own for tests: the real app over real roles, store and wraps.

import { type KeyObject, randomBytes } from "node:crypto";
import { generateWrapKeyPair, zipEntries } from "@posthorn/content";
import { renderOwnSummary } from "@posthorn/documents";
import { createSealedCodes, tokenHash } from "@posthorn/identity";
import { createRenditions } from "@posthorn/postal";
import type {
  CodesPort,
  ContentPort,
  Context,
  IdentityKeysPort,
  IdentityWays,
  KeyUnwrapping,
  KeyWrapping,
  TryLimit,
} from "@posthorn/usecases";
import { buildAssets, type RunningServer, serveApp } from "@posthorn/web";
import { createApp } from "./app.ts";
import type { PortalDeps } from "./deps.ts";
import { draftSealing, inspection, logos, passwords, sessionTokens } from "./wiring/ports.ts";
import { bindContacts } from "./wiring/contacts.ts";
import { bindInbox } from "./wiring/inbox.ts";
import { bindWays } from "./wiring/identification.ts";
import { bindPasskeys } from "./wiring/passkeys.ts";
import { bindRegistration } from "./wiring/registration.ts";
import { bindRights } from "./wiring/rights.ts";
import { bindSignIn } from "./wiring/sign-in.ts";

export interface PortalGround {
  readonly ctx: Context;
  readonly content: ContentPort;
  readonly wrapping: KeyWrapping;
  readonly keys: KeyUnwrapping;
  readonly identityKeys: IdentityKeysPort;
  readonly signInLimit: TryLimit;
  now(): Temporal.Instant;
  /** For pages of the inbox: its database role, and codes that the test can read. */
  readonly inbox?: { readonly ctx: Context; readonly codes: CodesPort };
}

export interface RunningPortal {
  readonly url: string;
  readonly deps: PortalDeps;
  close(): Promise<void>;
}

export async function startPortal(
  ground: PortalGround,
  given: {
    readonly port?: number;
    readonly uiPage?: boolean;
    readonly moreThanPassword?: boolean;
    /** Key of codes, where a test stands in for the mail. */
    readonly codeKey?: Uint8Array;
    /** Public half of the desk's pair; a new one unless told. */
    readonly mandateKey?: KeyObject;
    /** What the portal at this address offers; nothing unless told. */
    readonly cardHost?: string;
    readonly ways?: (url: string) => IdentityWays | Promise<IdentityWays>;
  } = {},
): Promise<RunningPortal> {
  const stopping = new AbortController();
  // The port is known only after the app stands, and the app must know its origin.
  const site = {
    origin: "",
    trustStatus: "demonstration" as const,
    assets: await buildAssets(),
    log: QUIET,
    privacyUrl: "/",
  };
  const renditions = createRenditions({});
  const deps: PortalDeps = {
    ctx: ground.ctx,
    site,
    privacy: { contact: "contact@posthorn.example", officer: "dpo@posthorn.example", noticeDays: 30 },
    health: { live: () => READY, ready: async () => READY },
    passwords,
    tokens: sessionTokens,
    sessionHash: tokenHash,
    sealing: draftSealing,
    inspection,
    logos,
    renditions,
    content: ground.content,
    wrapping: ground.wrapping,
    keys: ground.keys,
    identityKeys: ground.identityKeys,
    arrivedAt: ground.now,
    signIn: bindSignIn(ground.ctx.db, {
      keys: [{ version: 1, key: randomBytes(32) }],
      tries: ground.signInLimit,
      breached: null,
      moreThanPassword: given.moreThanPassword ?? false,
      onBreachedFailure: quiet,
    }),
    contacts: bindContacts(ground.ctx.db),
    identification: bindWays(ground.ctx.db, {}),
    passkeys: bindPasskeys(ground.ctx.db, { name: "Posthorn", publicUrl: "http://portal.localhost/" }),
    zipEntries,
    ownSummary: renderOwnSummary,
    inbox: bindInbox(
      ground.ctx.db,
      ground.inbox?.ctx ?? ground.ctx,
      ground.inbox?.codes ?? createSealedCodes(randomBytes(32)),
    ),
    registration: bindRegistration(ground.ctx.db, given.mandateKey ?? generateWrapKeyPair().publicKey),
    rights: bindRights(ground.ctx.db, given.codeKey ?? randomBytes(32)),
    verifyUrl: "http://verify.localhost/",
    collectUrl: "http://collect.localhost/",
    uiPage: given.uiPage ?? false,
    stopping: stopping.signal,
  };
  const holder: { app?: ReturnType<typeof createApp> } = {};
  const server: RunningServer = await serveApp(
    { fetch: (request, env) => holder.app?.fetch(request, env) ?? new Response(null, { status: 503 }) },
    { port: given.port ?? 0 },
  );
  const url = `http://portal.localhost:${server.port}`;
  const passkeys = bindPasskeys(ground.ctx.db, { name: "Posthorn", publicUrl: url });
  const identification = {
    ...bindWays(ground.ctx.db, (await given.ways?.(url)) ?? {}),
    ...(given.cardHost === undefined ? {} : { cardHost: given.cardHost }),
  };
  holder.app = createApp({ ...deps, passkeys, identification, site: { ...site, origin: url } });
  return {
    url,
    deps,
    async close() {
      stopping.abort();
      await server.close(200);
      await renditions.close();
    },
  };
}

const READY = { status: 200, body: { status: "ok" } } as const;
const quiet = (): void => undefined;
const QUIET = {
  info: quiet,
  warn: quiet,
  error(fields: object, message: string) {
    process.stderr.write(`${message} ${String((fields as { err?: { stack?: string } }).err?.stack)}\n`);
  },
};
