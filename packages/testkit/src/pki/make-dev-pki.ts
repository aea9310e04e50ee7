// The dev stack's own PKI, made once in a directory and used again at the next start.

import { createPrivateKey, randomBytes, X509Certificate } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  createSealKey,
  exportPkcs12,
  fromPem,
  issueDevelopmentPki,
  loadPkcs12,
  toPem,
  type DevelopmentPki,
  type Identity,
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
  readonly ocspKey: SealKey;
  /** The CA about whose certificates the OCSP responder answers, DER. */
  readonly issuer: Uint8Array;
}

export interface DevPkiOptions {
  readonly directory: string;
  /** The stack's clock: certificates are valid from the day before. */
  readonly now: Temporal.Instant;
  readonly ocspUrl: string;
}

/**
 * What stands in the directory is used as long as it is valid at `now` and names this OCSP address. Otherwise keys and
 * certificates are issued anew, under the same roots where these are still valid, so that older proofs stay trusted.
 */
export async function makeDevPki(options: DevPkiOptions): Promise<DevPki> {
  const kept = await readPki(options.directory);
  if (kept && isUsable(kept.sealKey, options) && namesOcsp(kept.sealKey, options.ocspUrl)) return kept;
  const roots = kept && readRoots(options.directory, options);
  const pki = issueDevelopmentPki({
    now: options.now,
    ocspUrl: options.ocspUrl,
    ...(roots ? { roots } : {}),
  });
  writePki(options.directory, pki);
  const made = await readPki(options.directory);
  if (!made) throw new Error(`no PKI could be kept in ${options.directory}`);
  return made;
}

function isUsable(key: SealKey, { now }: DevPkiOptions): boolean {
  return (
    Temporal.Instant.compare(key.notBefore, now) <= 0 && Temporal.Instant.compare(now, key.notAfter) <= 0
  );
}

function namesOcsp(key: SealKey, url: string): boolean {
  return new X509Certificate(key.certificate).infoAccess?.split("\n").includes(`OCSP - URI:${url}`) ?? false;
}

function readRoots(directory: string, options: DevPkiOptions) {
  if (!existsSync(join(directory, "root.key")) || !existsSync(join(directory, "tsa-root.key")))
    return undefined;
  const root = readIdentity(directory, "root", []);
  const tsaRoot = readIdentity(directory, "tsa-root", []);
  return isUsable(root.key, options) && isUsable(tsaRoot.key, options) ? { root, tsaRoot } : undefined;
}

async function readPki(directory: string): Promise<DevPki | undefined> {
  const path = (name: string) => join(directory, name);
  if (!existsSync(path("seal.p12"))) return undefined;
  const sealPassword = readFileSync(path("seal.password"), "utf8");
  const root = certificate(directory, "root");
  return {
    rootPem: toPem(root),
    rootPemPath: path("root.pem"),
    tsaRootPem: toPem(certificate(directory, "tsa-root")),
    tsaRootPemPath: path("tsa-root.pem"),
    sealP12Path: path("seal.p12"),
    sealPassword,
    sealPasswordPath: path("seal.password"),
    sealKey: await loadPkcs12(readFileSync(path("seal.p12")), sealPassword),
    tsaKey: readIdentity(directory, "tsa", ["tsa-root"]).key,
    ocspKey: readIdentity(directory, "ocsp", ["root"]).key,
    issuer: root,
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
  const { root, tsaRoot, tsa, ocsp } = pki;
  for (const [name, identity] of Object.entries({ root, "tsa-root": tsaRoot, tsa, ocsp })) {
    write(`${name}.pem`, toPem(identity.key.certificate));
    write(`${name}.key`, identity.privateKey.export({ type: "pkcs8", format: "pem" }).toString());
  }
  rmSync(directory, { recursive: true, force: true });
  renameSync(aside, directory);
}
