// The stand-in carrier's proof of what became of an item: a PDF, signed with a certificate of its own.

import { createHash, generateKeyPairSync, randomBytes } from "node:crypto";
import {
  COLORS,
  composeDocument,
  paragraph,
  placeSignature,
  reserveSignature,
  signedRanges,
  textBlock,
  textWidth,
  type PageFrame,
  type Style,
} from "@posthorn/documents";
import { createSealKey, hashFor, issueCertificate, type SealKey, signCms } from "@posthorn/pki";
import type { CarrierItem } from "./store.ts";

const NAME = "Stand-in for the carrier";
const MARGIN = { top: 60, bottom: 40, side: 60 } as const;
const STYLE: Readonly<Record<"title" | "body", Style>> = {
  title: { face: "serif", size: 18, color: COLORS.ink },
  body: { face: "sans", size: 10.5, color: COLORS.ink, leading: 1.4 },
};

/** The same item with the same events gives the same octets as long as the stand-in runs. */
export function openProofs(now: Temporal.Instant): (item: CarrierItem) => Promise<Uint8Array> {
  const key = issueKey(now);
  const written = new Map<string, Promise<Uint8Array>>();
  return (item) => {
    const name = `${item.barcode}/${item.events.length}`;
    const proof = written.get(name) ?? writeProof(item, key);
    written.set(name, proof);
    return proof;
  };
}

async function writeProof(item: CarrierItem, key: SealKey): Promise<Uint8Array> {
  const last = item.events.at(-1)?.dateTime ?? item.announcedAt;
  const madeAt = Temporal.Instant.from(last);
  const width = textWidth({ margin: MARGIN });
  const line = (words: string) => paragraph([{ text: words, style: STYLE.body }], width, 6);
  const pdf = await composeDocument({
    blocks: [
      textBlock([{ text: "Proof of a registered item", style: STYLE.title }], width),
      ...line(`Item ${item.barcode}`),
      ...line(`Addressee: ${Object.values(item.receiver).join(", ")}`),
      ...item.events.flatMap(({ dateTime, description, location }) =>
        line(`${dateTime}: ${description}, ${location}`),
      ),
    ],
    frame: FRAME,
    title: `Proof of ${item.barcode}`,
    author: NAME,
    subject: item.barcode,
    language: "en",
    madeAt,
    attachments: [],
  });
  const reserved = await reserveSignature(pdf, {
    signer: key.subjectName,
    reason: "Proof of a registered item",
    signedAt: madeAt,
    room: 8_000,
  });
  const hash = createHash(hashFor(key));
  for (const range of signedRanges(reserved)) hash.update(range);
  return placeSignature(reserved, await signCms({ contentDigest: hash.digest(), key }));
}

const FRAME: PageFrame = {
  margin: MARGIN,
  headerGap: 20,
  footerGap: 10,
  header: () => textBlock([{ text: NAME, style: STYLE.body }], 300),
  footer: () => textBlock([{ text: "Of no value: for demonstration", style: STYLE.body }], 300),
};

function issueKey(now: Temporal.Instant): SealKey {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const serial = new Uint8Array(randomBytes(16));
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  const certificate = issueCertificate({
    subject: { commonName: NAME, country: "BE" },
    publicKey,
    issuer: { privateKey },
    serial,
    notBefore: now.subtract({ hours: 24 }),
    notAfter: now.toZonedDateTimeISO("UTC").add({ years: 20 }).toInstant(),
    keyUsage: ["digitalSignature", "nonRepudiation"],
  });
  return createSealKey(privateKey, certificate, []);
}
