// A seal key held by a remote sealing service (Cloud Signature Consortium API v2.0).

import { createHash, verify, type KeyObject } from "node:crypto";
import { integer, sequence } from "../der/write.ts";
import { PkiError } from "../error.ts";
import { nodeHash } from "../key/algorithm.ts";
import type { SealKey } from "../key/seal-key.ts";
import {
  createServiceCaller,
  type CallService,
  type JsonObject,
  type RemoteService,
} from "./call-service.ts";
import { readCredential, type Credential } from "./read-credential.ts";

export interface RemoteSealOptions extends RemoteService {
  readonly credentialId: string;
  /** What the service asks before it signs, by its name for it (as `PIN`); none where it trusts the client alone. */
  readonly authData?: Readonly<Record<string, string>>;
}

/**
 * Reads certificate and algorithm of the credential; every signature is verified against that certificate before it is
 * used. A signature that does not arrive in time is asked for once more: a second one of the same digest harms nobody.
 * Throws, here and from `sign`, PkiError `seal_unreachable`, `seal_refused`, `seal_garbage` or `seal_disabled`.
 * Not checked: whether anybody trusts the certificate, and its dates.
 */
export async function openRemoteSeal(options: RemoteSealOptions): Promise<SealKey> {
  const call = createServiceCaller(options);
  const { credentialId, authData = {} } = options;
  const asked = { credentialID: credentialId, certificates: "chain", certInfo: true, authInfo: true };
  const credential = readCredential(await call("credentials/info", asked));
  const { certificate, chain, algorithm, hash } = credential;
  return {
    certificate: certificate.der,
    chain,
    algorithm,
    hash,
    certificateSha256: certificate.sha256,
    subjectName: certificate.subjectName,
    notBefore: certificate.notBefore,
    notAfter: certificate.notAfter,
    sign: (tbs) =>
      twice(async () => {
        const digest = createHash(nodeHash(hash)).update(tbs).digest("base64");
        const signature = await requestSignature(call, credential, { credentialId, authData, digest });
        return requireOwnSignature(tbs, signature, certificate.publicKey, nodeHash(hash));
      }),
  };
}

async function twice(act: () => Promise<Uint8Array>): Promise<Uint8Array> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof PkiError && error.code === "seal_unreachable") return act();
    throw error;
  }
}

interface SignatureRequest {
  readonly credentialId: string;
  readonly authData: Readonly<Record<string, string>>;
  /** Base64. */
  readonly digest: string;
}

/** `credentials/authorize` where the credential needs it (§11.6), then `signatures/signHash` (§11.10). */
async function requestSignature(
  call: CallService,
  { needsActivation, signAlgo, hashAlgorithm }: Credential,
  { credentialId, authData, digest }: SignatureRequest,
): Promise<Uint8Array> {
  const request = { credentialID: credentialId, hashes: [digest], hashAlgorithmOID: hashAlgorithm };
  const activation = needsActivation ? { SAD: await authorize(call, request, authData) } : {};
  const { signatures } = await call("signatures/signHash", { ...request, ...activation, signAlgo });
  const [signature, ...others] = Array.isArray(signatures) ? (signatures as readonly unknown[]) : [];
  if (typeof signature !== "string" || others.length > 0) {
    throw new PkiError("seal_garbage", "the remote service did not answer with one signature");
  }
  return new Uint8Array(Buffer.from(signature, "base64"));
}

async function authorize(
  call: CallService,
  request: JsonObject,
  authData: Readonly<Record<string, string>>,
): Promise<string> {
  const given = Object.entries(authData).map(([id, value]) => ({ id, value }));
  const { SAD } = await call("credentials/authorize", {
    ...request,
    numSignatures: 1,
    ...(given.length > 0 ? { authData: given } : {}),
  });
  if (typeof SAD === "string" && SAD !== "") return SAD;
  throw new PkiError("seal_garbage", "the remote service gave no activation data");
}

/** ECDSA in DER: services give it so, or as r‖s of fixed length. */
function requireOwnSignature(
  tbs: Uint8Array,
  signature: Uint8Array,
  publicKey: KeyObject,
  hash: string,
): Uint8Array {
  if (verify(hash, tbs, publicKey, signature)) return signature;
  const raw = { key: publicKey, dsaEncoding: "ieee-p1363" } as const;
  if (publicKey.asymmetricKeyType === "ec" && verify(hash, tbs, raw, signature)) {
    const half = signature.length / 2;
    return sequence(integer(signature.subarray(0, half)), integer(signature.subarray(half)));
  }
  throw new PkiError("seal_garbage", "the remote signature does not fit digest and certificate");
}
