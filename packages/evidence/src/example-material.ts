// Material for long-term seals from the authorities of a development PKI, answered in process, for tests.

import {
  answerOcspRequest,
  checkOcsp,
  readCertificate,
  type CertificateStatus,
  type CollectMaterial,
  type DevelopmentPki,
} from "@posthorn/pki";

export interface ExampleAuthorities {
  readonly pki: DevelopmentPki;
  /** When the answers are given. */
  readonly now: () => Temporal.Instant;
  /** By serial number, lower-case hex; `good` unless said otherwise. */
  readonly statusOf?: (serial: string) => CertificateStatus;
}

/** Takes a revoked certificate for what it is and collects that too, so that validators can be shown it. */
export function exampleCollect({ pki, now, statusOf }: ExampleAuthorities): CollectMaterial {
  const authorities = [
    { issuer: pki.root.key.certificate, key: pki.ocsp.key },
    { issuer: pki.tsaRoot.key.certificate, key: pki.tsaRoot.key },
  ];
  return async (wanted) => {
    const ocsps = wanted.map(async ({ certificate }) => {
      const { issuerName } = readCertificate(certificate);
      const authority = authorities.find(({ issuer }) => readCertificate(issuer).subjectName === issuerName);
      if (!authority) throw new Error(`no authority for ${issuerName}`);
      const answer = await checkOcsp({
        certificate,
        issuer: authority.issuer,
        url: "http://ocsp.test/",
        now: now(),
        timeoutMs: 1000,
        fetch: async (_url, init) => {
          if (!(init?.body instanceof Uint8Array)) throw new TypeError("no body");
          const reply = await answerOcspRequest(init.body, {
            ...authority,
            now: now(),
            validSeconds: 3600,
            statusOf: statusOf ?? (() => ({ status: "good" })),
          });
          return new Response(new Uint8Array(reply));
        },
      });
      return answer.response;
    });
    const certificates = wanted.flatMap(({ certificate, chain }) => [certificate, ...chain]);
    const issuers = authorities.flatMap(({ issuer, key }) => [issuer, key.certificate]);
    const distinct = new Map(
      [...certificates, ...issuers].map((der) => [Buffer.from(der).toString("hex"), der]),
    );
    return { certificates: [...distinct.values()], ocsps: await Promise.all(ocsps), crls: [] };
  };
}
