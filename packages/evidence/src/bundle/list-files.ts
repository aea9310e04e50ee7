// The files of a bundle in the order of its inventory, each with the words that it has there.

import type { EvidenceFacts } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import type { BundleRequest, KeptFile } from "./bundle-request.ts";
import { trustFiles } from "./trust-files.ts";

export const BUNDLE_GROUPS = ["proofs", "evidence", "records", "log", "kept", "trust", "tools"] as const;
export type BundleGroup = (typeof BUNDLE_GROUPS)[number];

export interface BundleFile {
  readonly group: BundleGroup;
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly label: string;
  /** Said below the label. */
  readonly note?: string;
  readonly at: Temporal.Instant | null;
}

export function listFiles(request: BundleRequest): readonly BundleFile[] {
  const words = textsFor(request.language);
  return [
    ...proofFiles(request),
    ...recordFiles(request),
    ...logFiles(request),
    ...keptFiles(request),
    ...trustFiles(request),
    {
      group: "tools",
      path: "verifier.html",
      mediaType: "text/html",
      bytes: Buffer.from(request.verifier, "utf8"),
      label: words.bundle.verifier,
      at: null,
    },
  ];
}

function proofFiles({ language, proofs }: BundleRequest): readonly BundleFile[] {
  const { kinds } = textsFor(language).proof;
  return proofs.map(({ kind, pdf }, index) => ({
    group: "proofs",
    path: `proofs/${index + 1}-${kind.replaceAll("_", "-")}.pdf`,
    mediaType: "application/pdf",
    bytes: pdf,
    label: kinds[kind].title,
    at: null,
  }));
}

/** Sealed events as XML; other records as their canonical JSON with what proves it. */
function recordFiles({ language, records }: BundleRequest): readonly BundleFile[] {
  const files = records.map(({ facts, canonical, random, stamp, xml }): BundleFile => {
    const shared = {
      label: eventInWords(language, facts),
      ...(facts.after_final === true ? { note: textsFor(language).proof.track.afterFinal } : {}),
      at: Temporal.Instant.from(facts.event_at),
    };
    if (xml !== null) {
      const path = `evidence/${numbered(facts.seq)}-${facts.type}.xml`;
      return { ...shared, group: "evidence", path, mediaType: "text/xml", bytes: Buffer.from(xml, "utf8") };
    }
    const record = {
      record: canonical,
      random: Buffer.from(random).toString("base64"),
      stamp: {
        token: Buffer.from(stamp.token).toString("base64"),
        path: stamp.path,
        gen_time: stamp.genTime.toString({ smallestUnit: "millisecond" }),
      },
    };
    const path = `records/${numbered(facts.seq)}-${facts.type}.json`;
    return { ...shared, group: "records", path, mediaType: "application/json", bytes: jsonBytes(record) };
  });
  return [
    ...files.filter(({ group }) => group === "evidence"),
    ...files.filter(({ group }) => group === "records"),
  ];
}

function logFiles({ language, records }: BundleRequest): readonly BundleFile[] {
  const words = textsFor(language).bundle;
  return records.flatMap(({ facts, logProof }): readonly BundleFile[] =>
    logProof === null
      ? []
      : [
          {
            group: "log",
            path: `log/${numbered(facts.seq)}.json`,
            mediaType: "application/json",
            bytes: jsonBytes(logProof),
            label: words.logProof(String(logProof.index)),
            note: eventInWords(language, facts),
            at: null,
          },
        ],
  );
}

const ENDINGS: Readonly<Record<string, string>> = {
  "message/rfc822": "eml",
  "text/html": "html",
  "application/json": "json",
  "application/pdf": "pdf",
  "image/png": "png",
  "image/jpeg": "jpg",
};

function keptFiles({ language, kept }: BundleRequest): readonly BundleFile[] {
  const words = textsFor(language).bundle.kept;
  const given = kept.filter((file): file is KeptFile & { readonly bytes: Uint8Array } => file.bytes !== null);
  return given.map(({ kind, mediaType, bytes, keptAt }, index) => {
    const type = mediaType.split(";", 1)[0] ?? "";
    const path = `kept/${numbered(index + 1)}-${kind.replaceAll("_", "-")}.${ENDINGS[type] ?? "txt"}`;
    return { group: "kept", path, mediaType: type, bytes, label: words[kind], at: keptAt };
  });
}

/** The same words as in the proofs. */
export function eventInWords(language: BundleRequest["language"], { type, details }: EvidenceFacts): string {
  const names: Readonly<Record<string, string>> = textsFor(language).proof.track.event;
  const name = details?.["unreachable"] === true ? names["Unreachable"] : names[type];
  return name ?? type;
}

function numbered(seq: number): string {
  return String(seq).padStart(2, "0");
}

function jsonBytes(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`, "utf8");
}
