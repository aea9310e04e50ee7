// What each service of a stack is told through its environment: as in production, but for URLs and keys.

import { existsSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { urlForRole } from "@posthorn/db";
import type { ServiceRole } from "@posthorn/db";
import { createLogSigner } from "@posthorn/evidence";
import { POLICY_HISTORY, POLICY_NAMES } from "@posthorn/texts";
import { EID_HOST } from "../eid/keep-cards.ts";
import { rolePassword } from "../postgres/test-database.ts";
import { PRINT_PARTNER_USER } from "../print-partner/start-print-partner.ts";
import type { Ports } from "./choose-ports.ts";
import type { Officers } from "./officers.ts";
import type { StackKeys } from "./prepare-keys.ts";
import type { StackAddresses } from "./stack-addresses.ts";
import type { StandIns } from "./start-stand-ins.ts";

/** The services of a stack, each with its own process, database role and port. */
export type ServiceName = ServiceRole;

export const SERVICES: readonly ServiceName[] = [
  "portal",
  "api",
  "collect",
  "worker",
  "sealer",
  "inbound",
  "verify",
  "backoffice",
  "press",
  "eraser",
];

export interface EnvironmentFacts {
  readonly ownerUrl: string;
  readonly ports: Ports;
  readonly addresses: StackAddresses;
  readonly keys: StackKeys;
  readonly standIns: StandIns;
  readonly officers: Officers;
  /** `file:` URL of the content store's folder. */
  readonly contentUrl: string;
  /** `file:` URL of the folder that the erasure journal is copied to. */
  readonly journalUrl: string;
  /** Whether cards are asked for by mutual TLS too. */
  readonly eidTls: boolean;
  /** Which adapters the worker sends with. */
  readonly provider: "smtp+twilio" | "flowmailer";
}

/** Domain of the addresses that bounces come back to, and of the sender's address. */
export const BOUNCE_DOMAIN = "bounce.posthorn.example";
const MAIL_FROM = "Posthorn <no-reply@posthorn.example>";
export const TWILIO_ACCOUNT = `AC${"0".repeat(32)}`;
export const FLOWMAILER_ACCOUNT = "100";
export const FLOWMAILER_CLIENT = "posthorn";
export const CARRIER_ACCOUNT = "843249";
/** Keys of the two printers of every stack. */
export const OWN_PRINTER = "own";
export const PRINT_PARTNER = "partner";
/** Where letters come back to. */
const RETURN_ADDRESS = "Posthorn demonstration, Kouter 7, 9000 Gent";
export const ITSME_CLIENT = { ITSME_CLIENT_ID: "posthorn", ITSME_SERVICE_CODE: "POSTHORN_DEMO" } as const;
/** Name of the public log: its address without the scheme. */
export const LOG_ORIGIN = "verify.posthorn.example/log";

/** What a stack's log is followed with. */
export function logVerifierKey({ logKey }: Pick<StackKeys, "logKey">): string {
  return createLogSigner(LOG_ORIGIN, readFileSync(new URL(logKey), "utf8")).verifierKey;
}

/** Invented: a demonstration has no authorisation. */
const LEGAL_BASIS = "demonstration of a ministerial authorisation (Act of 8 August 1983, art. 5)";

// The clock of a stack may stand years ahead of the machine's.
const CLOCK_TOLERANCE_SECONDS = 100 * 366 * 86_400;

const PORT_OF: Readonly<Record<ServiceName, keyof Ports>> = {
  portal: "portal",
  api: "api",
  collect: "collect",
  worker: "worker",
  sealer: "sealer",
  inbound: "inbound",
  verify: "verify",
  backoffice: "backoffice",
  press: "press",
  eraser: "eraser",
};

/** The port on which a service answers `/readyz`. */
export function portOf(service: ServiceName, ports: Ports): number {
  return ports[PORT_OF[service]];
}

/** The variables of one service. The machine's own come along only where a process needs them to run. */
export function environmentOf(service: ServiceName, facts: EnvironmentFacts): Record<string, string> {
  const { addresses, ports } = facts;
  return {
    ...inherited(),
    NODE_ENV: "development",
    DATABASE_URL: urlForRole(facts.ownerUrl, service, rolePassword(facts.ownerUrl)),
    HOST: "127.0.0.1",
    PORT: String(portOf(service, ports)),
    PUBLIC_URL: addresses.services[service],
    PORTAL_URL: addresses.services.portal,
    COLLECT_URL: addresses.services.collect,
    VERIFY_URL: addresses.services.verify,
    LOG_LEVEL: "info",
    CLOCK_TOLERANCE: String(CLOCK_TOLERANCE_SECONDS),
    TRUST_STATUS: "demonstration",
    ISSUER_NAME: "Posthorn demonstration",
    ISSUER_COUNTRY: "BE",
    PROVIDER_CONTACT: "contact@posthorn.example",
    DPO_CONTACT: "privacy@posthorn.example",
    POLICY_URLS: policyUrls(addresses.services.verify),
    ...OWN[service](facts),
  };
}

const OWN: Readonly<Record<ServiceName, (facts: EnvironmentFacts) => Record<string, string>>> = {
  portal: (facts) => ({
    ...intake(facts),
    ...itsme(facts),
    ...cards(facts, facts.ports.portalEid),
    WRAP_PRIVATE_KEY: facts.keys.wrapPrivateKey,
    MANDATE_PUBLIC_KEY: facts.keys.mandatePublicKey,
    SIGN_IN_KEYS: facts.keys.signInKeys,
    CODE_KEY: facts.keys.codeKey,
    // The seeded people have a password alone, shown to whoever tries the service: each would first have to show or set up more.
    REQUIRE_SECOND_FACTOR: "false",
    UI_PAGE: "on",
  }),
  api: intake,
  collect: ({ keys, contentUrl, standIns, ports, eidTls }) => ({
    ...itsme({ keys, standIns }),
    ...cards({ standIns, eidTls }, ports.collectEid),
    CONTENT_URL: contentUrl,
    WRAP_PRIVATE_KEY: keys.wrapPrivateKey,
    CODE_KEY: keys.codeKey,
    CHECK_CODE_KEY: keys.checkCodeKey,
    IDENTITY_KEYS: keys.identityKeys,
    NRN_LEGAL_BASIS: LEGAL_BASIS,
  }),
  worker: (facts) => ({
    ...bounces(facts),
    ...providers(facts),
    ...workerKeys(facts),
    PRINTERS: printers(facts.standIns),
    PRINTER_KEYS: `${PRINT_PARTNER}=${facts.keys.partnerClientKey}`,
    PRINT_PRIVATE_KEY: facts.keys.printPrivateKey,
    ...SWEEP,
  }),
  sealer: ({ standIns, officers, keys }) => ({
    SEAL_KEYS: JSON.stringify([
      {
        type: "pkcs12",
        file: pathToFileURL(standIns.pki.sealP12Path).href,
        password: pathToFileURL(standIns.pki.sealPasswordPath).href,
      },
    ]),
    KEY_OFFICERS: JSON.stringify(officers.publicKeys),
    TSA_URLS: standIns.tsaUrl,
    TSA_ROOTS: pathToFileURL(standIns.pki.tsaRootPemPath).href,
    LOG_KEY: keys.logKey,
    LOG_ORIGIN,
    WITNESSES: standIns.witnesses.map(({ verifierKey, url }) => `${verifierKey} ${url}`).join(","),
    CHECKPOINT_SECONDS: "1",
    ...SWEEP,
  }),
  inbound: ({ keys, ports }) => ({
    SMTP_PORT: String(ports.inboundSmtp),
    BOUNCE_DOMAIN,
    TWILIO_AUTH_TOKEN: keys.shared.twilioToken,
    FLOWMAILER_WEBHOOK_SECRET: keys.shared.flowmailerWebhook,
  }),
  backoffice: ({ keys, contentUrl, standIns }) => ({
    IDENTITY_KEYS: keys.identityKeys,
    CONTENT_URL: contentUrl,
    MANDATE_PRIVATE_KEY: keys.mandatePrivateKey,
    PRINT_PRIVATE_KEY: keys.printPrivateKey,
    PRINTERS: printers(standIns),
  }),
  press: ({ keys, contentUrl, standIns }) => ({
    CONTENT_URL: contentUrl,
    WRAP_PRIVATE_KEY: keys.wrapPrivateKey,
    PRINT_PUBLIC_KEY: keys.printPublicKey,
    PRINTERS: printers(standIns),
    RETURN_ADDRESS,
    ...SWEEP,
  }),
  eraser: ({ contentUrl, journalUrl }) => ({
    CONTENT_URL: contentUrl,
    ERASURE_JOURNAL: journalUrl,
    ...SWEEP,
  }),
  verify: ({ standIns, keys }) => ({
    SEAL_ANCHORS: pathToFileURL(standIns.pki.rootPemPath).href,
    TIMESTAMP_ANCHORS: pathToFileURL(standIns.pki.tsaRootPemPath).href,
    LOG_VKEY: logVerifierKey(keys),
    WITNESS_VKEYS: standIns.witnesses.map(({ verifierKey }) => verifierKey).join(","),
  }),
};

/** One of ours, whose files are downloaded, and a partner's, to whom they are brought. */
function printers({ printPartner }: Pick<StandIns, "printPartner">): string {
  return JSON.stringify([
    { key: OWN_PRINTER, name: "Own printer" },
    {
      key: PRINT_PARTNER,
      name: "Print partner",
      sftp: {
        host: "127.0.0.1",
        port: printPartner.port,
        user: PRINT_PARTNER_USER,
        hostKey: printPartner.hostKey,
        directory: ".",
      },
    },
  ]);
}

/** The policies in force, the practice statement first: evidence takes its own names from there. */
function policyUrls(verify: string): string {
  return POLICY_NAMES.filter((name) => !AGREEMENTS.has(name))
    .map((name) => `${verify}/policies/${name}/${POLICY_HISTORY[name][0]?.version ?? ""}`)
    .join(",");
}

/** What single people or companies accept; it binds no delivery. */
const AGREEMENTS: ReadonlySet<string> = new Set(["electronic-delivery", "processor-agreement"]);

// The clock may be moved at any time: what is overdue by then is looked for every second.
const SWEEP = { SWEEP_SECONDS: "1" };

function intake({ keys, contentUrl, standIns }: EnvironmentFacts): Record<string, string> {
  return {
    CONTENT_URL: contentUrl,
    WRAP_PUBLIC_KEY: keys.wrapPublicKey,
    IDENTITY_KEYS: keys.identityKeys,
    POSTAGE_TARIFF: "BE:8=9,40=12,100=18;*:8=14,40=20,100=32",
    PRINTERS: printers(standIns),
    ...(existsSync(SOFFICE) ? { SOFFICE } : {}),
    IDENTIFICATIONS: "codes,eid_or_itsme",
    NRN_LEGAL_BASIS: LEGAL_BASIS,
  };
}

function itsme({ keys, standIns }: Pick<EnvironmentFacts, "keys" | "standIns">): Record<string, string> {
  return {
    ...ITSME_CLIENT,
    ITSME_ISSUER: standIns.itsme.issuer,
    ITSME_SIGNING_KEY: keys.itsmeSigningKey,
    ITSME_DECRYPTION_KEYS: keys.itsmeDecryptionKey,
  };
}

/** Mutual TLS has a host of its own, at which a browser first complains about a certificate that it does not know. */
function cards(
  { standIns, eidTls }: Pick<EnvironmentFacts, "standIns" | "eidTls">,
  port: number,
): Record<string, string> {
  const { settings, tls } = standIns.cards;
  if (!eidTls) return { ...settings };
  return {
    ...settings,
    ...tls,
    EID_TLS_PORT: String(port),
    EID_TLS_PUBLIC_URL: `https://${EID_HOST}:${port}`,
  };
}

function bounces({ keys }: EnvironmentFacts): Record<string, string> {
  return { BOUNCE_DOMAIN, VERP_KEY: keys.verpKey };
}

function workerKeys({ keys, contentUrl }: EnvironmentFacts): Record<string, string> {
  return {
    LINK_KEY: keys.linkKey,
    CODE_KEY: keys.codeKey,
    CHECK_CODE_KEY: keys.checkCodeKey,
    CONTENT_URL: contentUrl,
  };
}

function providers({ keys, standIns, addresses, provider }: EnvironmentFacts): Record<string, string> {
  return {
    MAIL_PROVIDER: provider === "flowmailer" ? "flowmailer" : "smtp",
    SMS_PROVIDER: provider === "flowmailer" ? "flowmailer" : "twilio",
    MAIL_FROM,
    SMTP_URL: standIns.smtpUrl,
    DKIM_DOMAIN: "posthorn.example",
    DKIM_SELECTOR: "demo",
    DKIM_KEY: keys.dkimKey,
    TWILIO_ACCOUNT_SID: TWILIO_ACCOUNT,
    TWILIO_AUTH_TOKEN: keys.shared.twilioToken,
    TWILIO_FROM: "Posthorn",
    TWILIO_BASE_URL: standIns.phoneUrl,
    SMS_CALLBACK_URL: `${addresses.services.inbound}/twilio/status`,
    FLOWMAILER_LOGIN_URL: standIns.flowmailerUrl,
    FLOWMAILER_API_URL: standIns.flowmailerUrl,
    FLOWMAILER_ACCOUNT,
    FLOWMAILER_CLIENT_ID: FLOWMAILER_CLIENT,
    FLOWMAILER_CLIENT_SECRET: keys.shared.flowmailerSecret,
    FLOWMAILER_SOURCE: "1",
    CARRIER: "bpost",
    BPOST_URL: standIns.carrier.url,
    BPOST_API_KEY: keys.shared.carrierKey,
    BPOST_ACCOUNT: CARRIER_ACCOUNT,
    RETURN_ADDRESS,
    NUMBER_RANGE_ABROAD: "RR47310000BE-RR47319999BE",
  };
}

/** Where Debian puts LibreOffice; without it office documents are refused where a letter is to follow. */
const SOFFICE = "/usr/bin/soffice";

const NEEDED = ["PATH", "HOME", "TMPDIR", "TZ", "LANG", "NODE_EXTRA_CA_CERTS"];

function inherited(): Record<string, string> {
  // Nothing else: a variable of the machine must not be taken for a setting of ours.
  return Object.fromEntries(
    NEEDED.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}
