// The stand-in's card reader as a page, what the browser extension asks, and the authorities' OCSP, on one port.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { toPem } from "@posthorn/pki";
import { Hono } from "hono";
import { citizenName } from "../itsme/citizens.ts";
import type { StandInClock } from "../standin/clock.ts";
import { page } from "../standin/page.tsx";
import { serveApp } from "../standin/serve.ts";
import { createCardResponder } from "./answer-status.ts";
import type { CardResponder } from "./answer-status.ts";
import { digestOf } from "./card-bench.ts";
import { CARD_IDS } from "./card-list.ts";
import type { CardId } from "./card-list.ts";
import { keepCards } from "./keep-cards.ts";
import type { CardSet } from "./keep-cards.ts";
import { signWebEid } from "./sign-web-eid.ts";
import { writeExtension } from "./write-extension.ts";

export interface CardsStandIn extends CardSet {
  readonly url: string;
  readonly responder: CardResponder;
  /** Folder of the browser extension, to be loaded unpacked. */
  readonly extension: string;
  /** What our services are told of these authorities. */
  readonly settings: Readonly<
    Record<"EID_ROOTS" | "EID_ROOT_DIGESTS" | "EID_INTERMEDIATES" | "EID_HOSTS", string>
  >;
  /** Certificate and key of a listener for mutual TLS, as `file:` URLs. */
  readonly tls: Readonly<Record<"EID_TLS_CERTIFICATE" | "EID_TLS_KEY", string>>;
  stop(): Promise<void>;
}

export interface CardsOptions {
  readonly port: number;
  readonly clock: StandInClock;
  /** Cards are kept there. */
  readonly directory: string;
}

export async function startCards({ port, clock, directory }: CardsOptions): Promise<CardsStandIn> {
  const host = `127.0.0.1:${port}`;
  const set = keepCards(directory, { now: await clock.now(), ocspUrl: `http://${host}/ocsp` });
  const responder = createCardResponder(set, clock);
  const app = new Hono();
  app.route("/", readerApp(set));
  app.route("/", responder.app);
  const server = await serveApp(app, { port });
  const extension = join(directory, "extension");
  writeExtension(extension, server.url);
  return {
    ...set,
    url: server.url,
    extension,
    responder,
    ...writeSettings(set, directory, host),
    stop: () => server.stop(),
  };
}

function writeSettings({ authorities, server }: CardSet, directory: string, host: string) {
  const { root, citizen, foreigner } = authorities;
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const write = (name: string, text: string): string => {
    const file = join(directory, name);
    writeFileSync(file, text, { mode: 0o600 });
    return pathToFileURL(file).href;
  };
  const pem = (...certificates: readonly Uint8Array[]) => certificates.map(toPem).join("");
  const serverKey = server.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  return {
    settings: {
      EID_ROOTS: write("roots.pem", pem(root.key.certificate)),
      EID_ROOT_DIGESTS: digestOf(root.key.certificate),
      EID_INTERMEDIATES: write(
        "intermediates.pem",
        pem(citizen.ca.key.certificate, foreigner.ca.key.certificate),
      ),
      EID_HOSTS: host,
    },
    tls: {
      EID_TLS_CERTIFICATE: write("tls.pem", pem(server.key.certificate, root.key.certificate)),
      EID_TLS_KEY: write("tls.key", serverKey),
    },
  };
}

/** `POST /sign` takes JSON alone, so that no page of another origin can use it as a form; it answers what the card in the reader says. */
function readerApp({ cards }: CardSet): Hono {
  const app = new Hono();
  let inserted: CardId | undefined = "jan";
  app.get("/", (c) =>
    page(c, {
      name: "Cards",
      about: "stand-in for a card reader: nobody is identified",
      title: "Which card is in the reader?",
      body: (
        <>
          <h1>Which card is in the reader?</h1>
          <p>
            {inserted === undefined
              ? "None: identification is cancelled."
              : `That of ${citizenName(cards[inserted].profile.holder)} (${cards[inserted].profile.about}).`}
          </p>
          <form method="post" action="/insert">
            <ul class="plain">
              {CARD_IDS.map((id) => (
                <li class="card row">
                  <button name="card" value={id} aria-pressed={id === inserted ? "true" : "false"}>
                    {citizenName(cards[id].profile.holder)}
                  </button>
                  <span>{cards[id].profile.about}</span>
                  {id === inserted && <span class="pill ok">in the reader</span>}
                </li>
              ))}
              <li>
                <button name="card" value="">
                  No card
                </button>
              </li>
            </ul>
          </form>
        </>
      ),
    }),
  );
  app.post("/insert", async (c) => {
    const { card } = await c.req.parseBody();
    inserted = CARD_IDS.find((id) => id === card);
    return c.redirect("/", 303);
  });
  app.post("/sign", async (c) => {
    if (!/^application\/json\b/u.test(c.req.header("content-type") ?? "")) return c.body(null, 415);
    const asked: unknown = await c.req.json().catch(() => null);
    const call = readCall(asked);
    if (!call) return c.json({ error: "nonce and origin are texts" }, 400);
    if (inserted === undefined) return c.json({ code: "ERR_WEBEID_USER_CANCELLED" }, 409);
    return c.json(signWebEid(cards[inserted], call));
  });
  return app;
}

function readCall(body: unknown): { nonce: string; origin: string } | undefined {
  if (typeof body !== "object" || body === null || !("nonce" in body) || !("origin" in body))
    return undefined;
  const { nonce, origin } = body;
  return typeof nonce === "string" && typeof origin === "string" ? { nonce, origin } : undefined;
}
