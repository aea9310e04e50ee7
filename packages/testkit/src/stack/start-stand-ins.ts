// Starts the other side of a stack: mailbox, phone, Flowmailer, itsme, identity cards, carrier, time-stamping authority, OCSP responder, witnesses of the log, print partner.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { publicJwks, readItsmeKeys } from "@posthorn/identity";
import { type CarrierStandIn, startCarrier } from "../carrier/start-carrier.ts";
import { startCards } from "../eid/start-cards.tsx";
import type { CardsStandIn } from "../eid/start-cards.tsx";
import { startFlowmailer } from "../flowmailer/start-flowmailer.ts";
import { startItsme } from "../itsme/start-itsme.ts";
import type { ItsmeStandIn } from "../itsme/start-itsme.ts";
import { startMailbox } from "../mailbox/start-mailbox.ts";
import { startPhone } from "../phone/start-phone.ts";
import { makeDevPki } from "../pki/make-dev-pki.ts";
import type { DevPki } from "../pki/make-dev-pki.ts";
import { createOcspResponder } from "../pki/ocsp-responder.ts";
import type { OcspResponder } from "../pki/ocsp-responder.ts";
import { createTimestampResponder } from "../pki/timestamp-responder.ts";
import type { TimestampResponder } from "../pki/timestamp-responder.ts";
import { type PrintPartner, sshPublicKey, startPrintPartner } from "../print-partner/start-print-partner.ts";
import { serveApp } from "../standin/serve.ts";
import { startWitnesses } from "../witness/start-witnesses.ts";
import type { StandInWitness } from "../witness/start-witnesses.ts";
import type { Ports } from "./choose-ports.ts";
import type { StackKeys } from "./prepare-keys.ts";
import {
  CARRIER_ACCOUNT,
  FLOWMAILER_ACCOUNT,
  FLOWMAILER_CLIENT,
  ITSME_CLIENT,
  logVerifierKey,
  TWILIO_ACCOUNT,
} from "./service-environment.ts";
import { addressesOf } from "./stack-addresses.ts";
import type { StackClock } from "./stack-clock.ts";

export interface StandIns {
  readonly smtpUrl: string;
  readonly phoneUrl: string;
  readonly flowmailerUrl: string;
  readonly itsme: ItsmeStandIn;
  readonly cards: CardsStandIn;
  readonly carrier: CarrierStandIn;
  readonly tsaUrl: string;
  readonly pki: DevPki;
  readonly tsa: TimestampResponder;
  readonly ocsp: OcspResponder;
  readonly witnesses: readonly StandInWitness[];
  /** What is brought to it lies in the stack's folder `print-partner`. */
  readonly printPartner: PrintPartner;
  stop(): Promise<void>;
}

/** All of them in this process, on 127.0.0.1. What was started is stopped again where one cannot start. */
export async function startStandIns(options: {
  readonly directory: string;
  readonly ports: Ports;
  readonly keys: StackKeys;
  readonly clock: StackClock;
}): Promise<StandIns> {
  const { ports, keys, clock, directory } = options;
  await using started = new AsyncDisposableStack();
  const keep = <T extends { stop(): Promise<void> }>(running: T): T => {
    started.defer(() => running.stop());
    return running;
  };
  const mailbox = keep(
    await startMailbox({
      port: ports.mailbox,
      smtpPort: ports.mailboxSmtp,
      clock,
      directory: join(directory, "mails"),
      inbound: { host: "127.0.0.1", port: ports.inboundSmtp },
    }),
  );
  const phone = keep(
    await startPhone({
      port: ports.phone,
      clock,
      accountSid: TWILIO_ACCOUNT,
      authToken: keys.shared.twilioToken,
    }),
  );
  const flowmailer = keep(
    await startFlowmailer({
      port: ports.flowmailer,
      clock,
      accountId: FLOWMAILER_ACCOUNT,
      clientId: FLOWMAILER_CLIENT,
      clientSecret: keys.shared.flowmailerSecret,
      mails: mailbox.store,
      texts: phone.store,
      webhookUrl: `http://127.0.0.1:${ports.inbound}/flowmailer/events?secret=${encodeURIComponent(keys.shared.flowmailerWebhook)}`,
    }),
  );
  const itsme = keep(await startItsmeFor(ports, keys, clock));
  const cards = keep(await startCards({ port: ports.cards, clock, directory: join(directory, "cards") }));
  const carrier = keep(
    await startCarrier({
      port: ports.carrier,
      clock,
      apiKey: keys.shared.carrierKey,
      accountId: CARRIER_ACCOUNT,
      directory: join(directory, "carrier"),
    }),
  );
  const ocspUrl = `http://127.0.0.1:${ports.ocsp}/ocsp`;
  const pki = await makeDevPki({ directory: join(directory, "pki"), now: clock.now(), ocspUrl });
  const tsa = createTimestampResponder({ pki, clock });
  const ocsp = createOcspResponder({ pki, clock });
  const tsaServer = keep(await serveApp(tsa.app, { port: ports.tsa }));
  keep(await serveApp(ocsp.app, { port: ports.ocsp }));
  const witnesses = keep(
    await startWitnesses({
      directory: join(directory, "witnesses"),
      port: ports.witnesses,
      clock,
      logKey: logVerifierKey(keys),
    }),
  );
  const printPartner = keep(
    await startPrintPartner({
      port: ports.printPartner,
      directory: join(directory, "print-partner"),
      hostKey: readFileSync(new URL(keys.partnerHostKey), "utf8"),
      clientKey: sshPublicKey(readFileSync(new URL(keys.partnerClientKey), "utf8")),
    }),
  );
  const running = started.move();
  return {
    smtpUrl: mailbox.smtpUrl,
    phoneUrl: phone.url,
    flowmailerUrl: flowmailer.url,
    itsme,
    cards,
    carrier,
    tsaUrl: `${tsaServer.url}/tsa`,
    pki,
    tsa,
    ocsp,
    witnesses: witnesses.all,
    printPartner,
    stop: () => running.disposeAsync(),
  };
}

/** Where each site takes its people back. */
function startItsmeFor(ports: Ports, keys: StackKeys, clock: StackClock): Promise<ItsmeStandIn> {
  const { collect, portal } = addressesOf(ports).services;
  const pem = (file: string) => readFileSync(new URL(file), "utf8");
  const own = readItsmeKeys({
    signing: pem(keys.itsmeSigningKey),
    decryption: [pem(keys.itsmeDecryptionKey)],
  });
  return startItsme({
    port: ports.itsme,
    clock,
    clientId: ITSME_CLIENT.ITSME_CLIENT_ID,
    serviceCode: ITSME_CLIENT.ITSME_SERVICE_CODE,
    redirectUris: [collect, portal].map((site) => `${site}/itsme/callback`),
    clientKeys: publicJwks(own),
  });
}
