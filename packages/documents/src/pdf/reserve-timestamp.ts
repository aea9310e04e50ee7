// Adds what a validator needs years later, and room for a timestamp over all of it (EN 319 142-1 §5.4, §5.5).

import { createHash } from "node:crypto";
import {
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  type PDFRef,
} from "pdf-lib";
import type { ReservedSignature } from "./reserve-signature.ts";
import { addSignatureField, byteRangeSlots, fillByteRange } from "./signature-field.ts";
import { streamOctets } from "./stream-octets.ts";

/** Each list holds DER. */
export interface SecurityStore {
  readonly certificates: readonly Uint8Array[];
  readonly ocsps: readonly Uint8Array[];
  readonly crls: readonly Uint8Array[];
}

/**
 * Appends two incremental updates: the document security store with what it does not hold yet, and a field for a
 * document timestamp. `room` as in `SignatureField`. Throws when the bytes are no PDF that can be read.
 */
export async function reserveTimestamp(
  pdf: Uint8Array,
  store: SecurityStore,
  room: number,
): Promise<ReservedSignature> {
  const document = await PDFDocument.load(pdf, {
    updateMetadata: false,
    forIncrementalUpdate: true,
    parseSpeed: ParseSpeeds.Fastest,
  });
  const { context } = document;
  addToStore(document, store);
  const stored = await document.commit({ useObjectStreams: false });
  const timestamp = context.register(
    context.obj({
      Type: "DocTimeStamp",
      Filter: "Adobe.PPKLite",
      SubFilter: "ETSI.RFC3161",
      ByteRange: byteRangeSlots(),
      Contents: PDFHexString.of("0".repeat(room * 2)),
    }),
  );
  addSignatureField(document, timestamp, "Timestamp");
  const bytes = await document.commit({ useObjectStreams: false });
  return fillByteRange(bytes, stored.length, room);
}

function addToStore({ context, catalog }: PDFDocument, store: SecurityStore): void {
  const dss = catalog.lookupMaybe(PDFName.of("DSS"), PDFDict) ?? context.obj({ Type: "DSS" });
  addStreams(dss, "Certs", store.certificates);
  addStreams(dss, "OCSPs", store.ocsps);
  addStreams(dss, "CRLs", store.crls);
  catalog.set(PDFName.of("DSS"), context.getObjectRef(dss) ?? context.register(dss));
  for (const changed of [catalog, dss]) {
    const ref = context.getObjectRef(changed);
    if (ref) context.snapshot?.markRefForSave(ref);
  }
}

function addStreams(dss: PDFDict, name: string, values: readonly Uint8Array[]): void {
  const { context } = dss;
  const list = dss.lookupMaybe(PDFName.of(name), PDFArray) ?? context.obj([]);
  const known = new Set(list.asArray().map((item) => digest(streamOctets(context.lookup(item)))));
  for (const value of values) {
    if (known.has(digest(value))) continue;
    known.add(digest(value));
    list.push(registerStream(dss, value));
  }
  if (list.size() === 0) return;
  dss.set(PDFName.of(name), list);
  const ref = context.getObjectRef(list);
  if (ref) context.snapshot?.markRefForSave(ref);
}

function registerStream({ context }: PDFDict, octets: Uint8Array): PDFRef {
  return context.register(PDFRawStream.of(context.obj({ Length: octets.length }), octets));
}

function digest(octets: Uint8Array): string {
  return createHash("sha256").update(octets).digest("hex");
}
