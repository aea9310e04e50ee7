// Seals the example record with a development PKI, for the tests of this package.

import { canonicalJson, type EvidenceFacts } from "@posthorn/domain";
import {
  createRevocationClient,
  createTimestampClient,
  developmentFetch,
  issueDevelopmentPki,
  type DevelopmentPkiRequest,
} from "@posthorn/pki";
import { EXAMPLE_FACTS, EXAMPLE_RANDOM } from "./example-facts.ts";
import { inclusionPaths, stampedDigest } from "./merkle/hash-tree.ts";
import { leafValue } from "./record/leaf-value.ts";
import { evidenceXml, type RecordStamp } from "./xml/evidence-xml.ts";
import { signXades } from "./xades/sign-xades.ts";

export interface ExampleOptions {
  readonly sealKey?: NonNullable<DevelopmentPkiRequest["sealKey"]>;
  readonly sealHash?: NonNullable<DevelopmentPkiRequest["sealHash"]>;
  readonly facts?: EvidenceFacts;
  /** Leaves stamped together with the record's own, which is put last. */
  readonly others?: readonly Uint8Array[];
}

export async function exampleSealing({
  sealKey = "P-256",
  sealHash = "SHA-256",
  facts = EXAMPLE_FACTS,
  others = [],
}: ExampleOptions) {
  const now = Temporal.Instant.from("2026-11-21T09:02:15Z");
  const pki = issueDevelopmentPki({ now, sealKey, sealHash, ocspUrl: "http://status.test/ocsp" });
  const client = createTimestampClient({
    responders: [{ url: "http://tsa.test/", trustedRoots: [pki.tsaRoot.key.certificate] }],
    timeoutMs: 1000,
    fetch: developmentFetch({ pki, now: () => now }),
  });
  const asked = now.add({ seconds: 5 });
  const collect = createRevocationClient({
    timeoutMs: 1000,
    trustedRoots: [pki.root.key.certificate, pki.tsaRoot.key.certificate],
    fetch: developmentFetch({ pki, now: () => asked }),
    clock: async () => asked,
  });
  const timestamp = async (sha256: Uint8Array) => (await client.stamp(sha256)).token;
  const canonical = canonicalJson(facts);
  const leaves = [...others, leafValue(EXAMPLE_RANDOM, canonical)];
  const path = inclusionPaths(leaves).at(-1);
  if (!path) throw new RangeError("no leaf");
  const stamp: RecordStamp = { token: await timestamp(stampedDigest(leaves)), path, genTime: now };
  const unsigned = evidenceXml(facts, canonical, EXAMPLE_RANDOM, stamp);
  const sealed = await signXades(unsigned, pki.seal.key, { signedAt: now, timestamp });
  return { pki, now, timestamp, collect, stamp, unsigned, sealed };
}
