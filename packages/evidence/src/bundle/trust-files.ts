// Copies of certificates and keys found in the evidence: to compare with, never to be trusted from here.

import { readCertificate, readSignedData, toPem, type CertificateFacts } from "@posthorn/pki";
import { textsFor } from "@posthorn/texts";
import type { BundleRecord, BundleRequest } from "./bundle-request.ts";
import type { BundleFile } from "./list-files.ts";

export function trustFiles(request: BundleRequest): readonly BundleFile[] {
  const words = textsFor(request.language).bundle;
  const certificates = distinctCertificates(request.records);
  return [
    {
      group: "trust",
      path: "trust/README.txt",
      mediaType: "text/plain",
      bytes: Buffer.from(describeTrust(request, certificates), "utf8"),
      label: words.trustNote,
      at: null,
    },
    ...certificates.map((certificate): BundleFile => ({
      group: "trust",
      path: `trust/certificate-${certificate.sha256.slice(0, 16)}.pem`,
      mediaType: "application/x-pem-file",
      bytes: Buffer.from(toPem(certificate.der), "latin1"),
      label: words.certificateOf(commonName(certificate)),
      at: null,
    })),
    ...(request.logKey === null
      ? []
      : [
          {
            group: "trust" as const,
            path: "trust/log.vkey",
            mediaType: "text/plain",
            bytes: Buffer.from(`${request.logKey}\n`, "utf8"),
            label: words.logKey,
            at: null,
          },
        ]),
  ];
}

function describeTrust(
  { language, records, logKey }: BundleRequest,
  certificates: readonly CertificateFacts[],
): string {
  const words = textsFor(language).bundle.trustText;
  const policies = [...new Set(records.flatMap(({ facts }) => facts.policies))];
  const listed = certificates.map(
    ({ subjectName, sha256, notBefore, notAfter }) =>
      `${subjectName}\n  ${sha256}\n  ${notBefore.toString()} - ${notAfter.toString()}`,
  );
  const sections = [
    [words.anchors, words.anchorsText],
    [words.certificates, listed.join("\n")],
    [words.logKey, logKey ?? words.noLogKey],
    [words.policies, policies.join("\n")],
  ];
  const body = sections.map(([title = "", text]) => `${title}\n${"-".repeat(title.length)}\n${text}\n`);
  return [`${words.lead}\n`, ...body].join("\n");
}

/** Of the seals and of the timestamps over the records, each once, in the order in which they come up. */
function distinctCertificates(records: readonly BundleRecord[]): readonly CertificateFacts[] {
  const found = new Map<string, CertificateFacts>();
  for (const { xml, stamp } of records) {
    const sealed = [
      ...(xml ?? "").matchAll(/<ds:X509Certificate>([A-Za-z0-9+/=\s]+)<\/ds:X509Certificate>/gu),
    ];
    const ders = [
      ...sealed.map(([, text = ""]) => Buffer.from(text, "base64")),
      ...readSignedData(stamp.token).certificates,
    ];
    for (const der of ders) {
      const facts = readCertificate(der);
      found.set(facts.sha256, facts);
    }
  }
  return [...found.values()];
}

function commonName({ subjectName }: CertificateFacts): string {
  return /(?:^|,\s*)CN=([^,]+)/u.exec(subjectName)?.[1] ?? subjectName;
}
