// Stands in for itsme: an OpenID provider with the same algorithms and rules, its own page to choose a test citizen, and faults when told to.

import { generateKeyPair } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { ITSME_ACR_ADVANCED, ITSME_ACR_BASIC } from "@posthorn/domain";
import type { PublicJwks } from "@posthorn/identity";
import { type Context, Hono } from "hono";
import type { Provider } from "oidc-provider";
import type { StandInClock } from "../standin/clock.ts";
import { serveApp } from "../standin/serve.ts";
import { findCitizen } from "./citizens.ts";
import { keepArtefacts } from "./keep-artefacts.ts";
import { loadProvider } from "./load-provider.ts";
import { ITSME_MODES } from "./modes.ts";
import type { ItsmeMode } from "./modes.ts";
import { openProvider } from "./open-provider.ts";
import { citizenPage, frontPage } from "./pages.tsx";
import { remakeToken } from "./remake-token.ts";

export interface ItsmeOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly clock: StandInClock;
  readonly clientId: string;
  readonly serviceCode: string;
  /** To the letter, as itsme wants them. */
  readonly redirectUris: readonly string[];
  readonly clientKeys: PublicJwks;
}

export interface ItsmeStandIn {
  /** Without a slash at its end; `GET` and `POST /mode` with `{"mode":"slow","delay_ms":500}` there. */
  readonly url: string;
  /** `<url>/v2`. */
  readonly issuer: string;
  /** `delayMs` is real time, for `slow`. */
  setMode(mode: ItsmeMode, delayMs?: number): void;
  /** As if our published keys had been read again. Tries under way go on. */
  setClientKeys(keys: PublicJwks): void;
  stop(): Promise<void>;
}

const KID = "itsme-stand-in";
const MOUNT = "/v2";
const DEFAULT_DELAY_MS = 30_000;

export async function startItsme(options: ItsmeOptions): Promise<ItsmeStandIn> {
  const [{ privateKey: signingKey }, parts] = await Promise.all([
    promisify(generateKeyPair)("rsa", { modulusLength: 2048 }),
    loadProvider(),
  ]);
  const state = { mode: "ok" as ItsmeMode, delayMs: DEFAULT_DELAY_MS, keys: options.clientKeys };
  const adapterFor = keepArtefacts(options.clock);
  let provider: Provider | undefined;
  const app = new Hono();

  app.get("/mode", (c) => c.json({ mode: state.mode, delay_ms: state.delayMs }));
  app.post("/mode", async (c) => {
    const body: unknown = await c.req.json().catch(() => null);
    const { mode, delay_ms: delayMs } = (body ?? {}) as { mode?: unknown; delay_ms?: unknown };
    const asked = ITSME_MODES.find((known) => known === mode);
    if (asked === undefined) return c.json({ error: `mode is one of ${ITSME_MODES.join(", ")}` }, 400);
    setMode(asked, typeof delayMs === "number" ? delayMs : undefined);
    return c.json({ mode: state.mode, delay_ms: state.delayMs });
  });
  app.get("/", (c) => frontPage(c, { mode: state.mode, modes: ITSME_MODES, url: server.url }));
  app.use("*", async (c, next) => {
    if (state.mode === "down") return c.text("Service Unavailable", 503);
    return next();
  });
  app.get("/citizen/:uid", async (c) => {
    const { params } = await running().interactionDetails(...nodeSides(c));
    return citizenPage(c, {
      client: "Posthorn",
      language: typeof params["ui_locales"] === "string" ? params["ui_locales"] : "en",
      asked: askedIn(params["claims"]),
      redirectsTo: [...new Set(options.redirectUris.map((uri) => new URL(uri).origin))],
    });
  });
  app.post("/citizen/:uid", async (c) => {
    const form = await c.req.parseBody();
    const citizen = findCitizen(form["citizen"]);
    if (form["act"] !== "cancel" && citizen === undefined)
      return c.text("Nobody of that name lives here.", 400);
    const result =
      form["act"] === "cancel" || citizen === undefined
        ? { error: "access_denied", error_description: "The person said no" }
        : {
            login: {
              accountId: citizen.id,
              acr: citizen.basicOnly === true ? ITSME_ACR_BASIC : ITSME_ACR_ADVANCED,
              remember: false,
            },
          };
    const next = await running().interactionResult(...nodeSides(c), result);
    return c.redirect(next, 303);
  });
  app.all(`${MOUNT}/*`, async (c) => {
    if (state.mode === "slow") await pause(state.delayMs, undefined, { ref: false });
    if (state.mode === "garbage" && c.req.path === `${MOUNT}/token`) return c.html("<h1>It works</h1>");
    if (state.mode === "foreign_host" && c.req.path.endsWith("/openid-configuration")) return foreign(c);
    return passOn(c);
  });

  /** Below a path of its own; each request for a person begins anew, as `prompt=login` wants it. */
  async function passOn(c: Context): Promise<Response> {
    const [incoming, outgoing] = nodeSides(c);
    const address = incoming.url ?? "/";
    if (c.req.path === `${MOUNT}/authorization`) incoming.headers.cookie = "";
    Object.assign(incoming, { originalUrl: address, url: address.slice(MOUNT.length) });
    await running().callback()(incoming, outgoing);
    return RESPONSE_ALREADY_SENT;
  }

  function foreign(c: Context): Response {
    const at = (path: string) => `${server.url}${MOUNT}${path}`;
    return c.json({
      issuer: at(""),
      authorization_endpoint: at("/authorization"),
      token_endpoint: "http://127.0.0.2:9/v2/token",
      jwks_uri: at("/jwkSet"),
    });
  }

  function running(): Provider {
    if (provider === undefined) throw new Error("The stand-in itsme has not started.");
    return provider;
  }

  function setMode(mode: ItsmeMode, delayMs = DEFAULT_DELAY_MS): void {
    Object.assign(state, { mode, delayMs });
  }

  function setClientKeys(keys: PublicJwks): void {
    state.keys = keys;
    const facts = {
      ...options,
      issuer: `${server.url}${MOUNT}`,
      clientKeys: keys,
      signingKey,
      kid: KID,
      adapterFor,
    };
    provider = openProvider(parts, facts, async (token) => {
      const now = Math.floor((await options.clock.now()).epochMilliseconds / 1000);
      return remakeToken(token, now, state.mode, {
        signingKey,
        kid: KID,
        clientKeys: state.keys,
      });
    });
  }

  const server = await serveApp(app, { port: options.port });
  setClientKeys(options.clientKeys);
  return { url: server.url, issuer: `${server.url}${MOUNT}`, setMode, setClientKeys, stop: server.stop };
}

/** The provider speaks to Node itself. */
function nodeSides(c: Context): [HttpBindings["incoming"], HttpBindings["outgoing"]] {
  const { incoming, outgoing } = c.env as HttpBindings;
  return [incoming, outgoing];
}

function askedIn(claims: unknown): readonly string[] {
  if (typeof claims !== "string") return [];
  const asked = JSON.parse(claims) as { readonly id_token?: object };
  return Object.keys(asked.id_token ?? {});
}
