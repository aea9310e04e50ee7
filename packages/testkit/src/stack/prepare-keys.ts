// Makes the keys of a stack once and keeps them in its directory, readable by its owner only.

import { generateKeyPairSync, randomBytes } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { generateWrapKeyPair } from "@posthorn/content";
import { newSshKey } from "../print-partner/start-print-partner.ts";

/** `file:` URLs of the keys, as the services' variables take them. */
export interface StackKeys {
  readonly wrapPublicKey: string;
  readonly wrapPrivateKey: string;
  /** Of what companies upload for the staff's desk. */
  readonly mandatePublicKey: string;
  readonly mandatePrivateKey: string;
  /** Of print files, which the press closes and the desk opens. */
  readonly printPublicKey: string;
  readonly printPrivateKey: string;
  /** Ed25519: of the print partner's server, and of ours, who brings files there. */
  readonly partnerHostKey: string;
  readonly partnerClientKey: string;
  readonly codeKey: string;
  readonly linkKey: string;
  readonly checkCodeKey: string;
  /** As `IDENTITY_KEYS` takes it: `1=file:…`. */
  readonly identityKeys: string;
  /** As `SIGN_IN_KEYS` takes it. */
  readonly signInKeys: string;
  readonly verpKey: string;
  readonly dkimKey: string;
  /** Ed25519, of the public log. */
  readonly logKey: string;
  /** RSA: proves to itsme who asks. */
  readonly itsmeSigningKey: string;
  /** RSA: opens what itsme answers. */
  readonly itsmeDecryptionKey: string;
  /** The secrets that our side and a stand-in share; these are values, not URLs. */
  readonly shared: {
    readonly twilioToken: string;
    readonly flowmailerSecret: string;
    readonly flowmailerWebhook: string;
    readonly carrierKey: string;
  };
}

/** Makes what is missing in `directory`; what stands there is kept, or sealed content would be lost. */
export function prepareKeys(directory: string): StackKeys {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const secret = (name: string) => keep(directory, `${name}.key`, () => randomBytes(32).toString("base64"));
  const shared = (name: string) => readFileSync(secret(name), "utf8");
  const content = keepPair(directory, "wrap");
  const mandate = keepPair(directory, "mandate");
  const print = keepPair(directory, "print");
  const rsa = () => pem(generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey, "pkcs8");
  const ssh = () => newSshKey().private;
  const log = () => pem(generateKeyPairSync("ed25519").privateKey, "pkcs8");
  return {
    wrapPublicKey: content.publicKey,
    wrapPrivateKey: content.privateKey,
    mandatePublicKey: mandate.publicKey,
    mandatePrivateKey: mandate.privateKey,
    printPublicKey: print.publicKey,
    printPrivateKey: print.privateKey,
    partnerHostKey: keep(directory, "partner-host.key", ssh).href,
    partnerClientKey: keep(directory, "partner-client.key", ssh).href,
    codeKey: secret("code").href,
    linkKey: secret("link").href,
    checkCodeKey: secret("check-code").href,
    identityKeys: `1=${secret("identity-1").href}`,
    signInKeys: `1=${secret("sign-in-1").href}`,
    verpKey: secret("verp").href,
    dkimKey: keep(directory, "dkim.pem", rsa).href,
    logKey: keep(directory, "log.pem", log).href,
    itsmeSigningKey: keep(directory, "itsme-signing.pem", rsa).href,
    itsmeDecryptionKey: keep(directory, "itsme-decryption.pem", rsa).href,
    shared: {
      twilioToken: shared("twilio-token"),
      flowmailerSecret: shared("flowmailer-client"),
      flowmailerWebhook: shared("flowmailer-webhook"),
      carrierKey: shared("carrier-api"),
    },
  };
}

/** Two files, the private one last: a pair of which only half was written is made anew. */
function keepPair(
  directory: string,
  name: string,
): { readonly publicKey: string; readonly privateKey: string } {
  const privateFile = join(directory, `${name}-private.pem`);
  const publicFile = join(directory, `${name}-public.pem`);
  if (!existsSync(privateFile)) {
    const pair = generateWrapKeyPair();
    write(publicFile, pem(pair.publicKey, "spki"));
    write(privateFile, pem(pair.privateKey, "pkcs8"));
  }
  return { publicKey: pathToFileURL(publicFile).href, privateKey: pathToFileURL(privateFile).href };
}

function pem(key: KeyObject, type: "spki" | "pkcs8"): string {
  return key.export({ type: type as "pkcs8", format: "pem" }).toString();
}

function keep(directory: string, name: string, make: () => string): URL {
  const file = join(directory, name);
  if (!existsSync(file)) write(file, make());
  return pathToFileURL(file);
}

function write(file: string, content: string): void {
  // Whole or not at all: half a key would be kept for ever.
  writeFileSync(`${file}.new`, content, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
