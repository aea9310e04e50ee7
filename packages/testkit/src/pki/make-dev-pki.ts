// The dev stack's own PKI, made once in a directory and used again at the next start.

import { createPrivateKey, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  createSealKey,
  exportPkcs12,
  fromPem,
  issueDevelopmentPki,
  loadPkcs12,
  readRevocationPointers,
  toPem,
  type DevelopmentPki,
  type Identity,
  type RevocationIdentities,
  type SealKey,
} from "@posthorn/pki";

export interface DevPki {
  /** PEM texts of the two roots, and where they stand. */
  readonly rootPem: string;
  readonly rootPemPath: string;
  readonly tsaRootPem: string;
  readonly tsaRootPemPath: string;
  /** What the sealer is given. */
  readonly sealP12Path: string;
  readonly sealPassword: string;
  readonly sealPasswordPath: string;
  readonly sealKey: SealKey;
  /** What the stand-ins sign with. */
  readonly tsaKey: SealKey;
  readonly authorities: RevocationIdentities;
}

export interface DevPkiOptions {
  readonly directory: string;
  /** The stack's clock: certificates are valid from the day before. */
  readonly now: Temporal.Instant;
  /** The lists are served beside it, at `/crl/root.crl` and `/crl/tsa-root.crl`. */
  readonly ocspUrl: string;
}

/**
 * What stands in the directory is used as long as it is valid at `now` and its certificates name these addresses.
 * Otherwise, and where an earlier version left less, keys and certificates are issued anew, under the same roots where
 * these are still valid, so that older proofs stay trusted.
 */
export async function makeDevPki(options: DevPkiOptions): Promise<DevPki> {
  const { directory, now, ocspUrl } = options;
  const tsaCrlUrl = new URL("/crl/tsa-root.crl", ocspUrl).href;
  const kept = await readPki(directory);
  if (kept && [kept.sealKey, kept.tsaKey].every((key) => isUsable(key, now))) {
    const named = [kept.sealKey, kept.tsaKey].map((key) => readRevocationPointers(key.certificate));
    const asked = named.every(({ ocspUrls }) => ocspUrls.includes(ocspUrl));
    if (asked && named.at(-1)?.crlUrls.includes(tsaCrlUrl) === true) return kept;
  }
  const roots = readRoots(directory, now);
  writePki(directory, issueDevelopmentPki({ now, ocspUrl, tsaCrlUrl, ...(roots ? { roots } : {}) }));
  const made = await readPki(directory);
  if (!made) throw new Error(`no PKI could be kept in ${directory}`);
  return made;
}

function isUsable(key: SealKey, now: Temporal.Instant): boolean {
  return (
    Temporal.Instant.compare(key.notBefore, now) <= 0 && Temporal.Instant.compare(now, key.notAfter) <= 0
  );
}

function readRoots(directory: string, now: Temporal.Instant) {
  if (!["root", "tsa-root"].every((name) => existsSync(join(directory, `${name}.key`)))) return undefined;
  const root = readIdentity(directory, "root", []);
  const tsaRoot = readIdentity(directory, "tsa-root", []);
  return isUsable(root.key, now) && isUsable(tsaRoot.key, now) ? { root, tsaRoot } : undefined;
}

/** Nothing where there is none, or one of a form that lacks the responder of the time-stamping root. */
async function readPki(directory: string): Promise<DevPki | undefined> {
  const path = (name: string) => join(directory, name);
  if (!["seal.p12", "tsa-ocsp.key"].every((name) => existsSync(path(name)))) return undefined;
  const sealPassword = readFileSync(path("seal.password"), "utf8");
  const root = readIdentity(directory, "root", []);
  const tsaRoot = readIdentity(directory, "tsa-root", []);
  return {
    rootPem: toPem(root.key.certificate),
    rootPemPath: path("root.pem"),
    tsaRootPem: toPem(tsaRoot.key.certificate),
    tsaRootPemPath: path("tsa-root.pem"),
    sealP12Path: path("seal.p12"),
    sealPassword,
    sealPasswordPath: path("seal.password"),
    sealKey: await loadPkcs12(readFileSync(path("seal.p12")), sealPassword),
    tsaKey: readIdentity(directory, "tsa", ["tsa-root"]).key,
    authorities: {
      root,
      tsaRoot,
      ocsp: readIdentity(directory, "ocsp", ["root"]),
      tsaOcsp: readIdentity(directory, "tsa-ocsp", ["tsa-root"]),
    },
  };
}

function certificate(directory: string, name: string): Uint8Array {
  const [first] = fromPem(readFileSync(join(directory, `${name}.pem`), "utf8"));
  if (!first) throw new Error(`no certificate in ${name}.pem`);
  return first;
}

function readIdentity(directory: string, name: string, chain: readonly string[]): Identity {
  const privateKey = createPrivateKey(readFileSync(join(directory, `${name}.key`), "utf8"));
  const issuers = chain.map((issuer) => certificate(directory, issuer));
  return { privateKey, key: createSealKey(privateKey, certificate(directory, name), issuers) };
}

/** Made aside and renamed into place at the end: a start that is broken off leaves nothing half made. */
function writePki(directory: string, pki: DevelopmentPki): void {
  const aside = `${directory}.new`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true, mode: 0o700 });
  const password = randomBytes(24).toString("base64url");
  const write = (name: string, content: string | Uint8Array) =>
    writeFileSync(join(aside, name), content, { mode: 0o600 });
  write("seal.p12", exportPkcs12({ ...pki.seal.key, privateKey: pki.seal.privateKey }, password));
  write("seal.password", password);
  const { root, tsaRoot, tsa, ocsp, tsaOcsp } = pki;
  const identities = { root, "tsa-root": tsaRoot, tsa, ocsp, "tsa-ocsp": tsaOcsp };
  for (const [name, identity] of Object.entries(identities)) {
    write(`${name}.pem`, toPem(identity.key.certificate));
    write(`${name}.key`, identity.privateKey.export({ type: "pkcs8", format: "pem" }).toString());
  }
  rmSync(directory, { recursive: true, force: true });
  renameSync(aside, directory);
}
