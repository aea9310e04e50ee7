// Where a certificate says that its status can be asked (RFC 5280 §4.2.1.13, §4.2.2.1; RFC 6960 §4.2.2.2.1).

import { OID } from "../der/oids.ts";
import { children, dottedOid, reading, type Element } from "../der/read.ts";
import { readExtensions } from "./read.ts";

export interface RevocationPointers {
  /** As they stand in the certificate; not checked to be URLs that may be asked. */
  readonly ocspUrls: readonly string[];
  /** Where the certificate of the issuer can be had. */
  readonly issuerUrls: readonly string[];
  /** Of whole lists signed by the certificate's own issuer. */
  readonly crlUrls: readonly string[];
  /** For certificates of OCSP responders: their own status need not be asked. */
  readonly ocspNoCheck: boolean;
}

const URI = 0x86;
const HTTP = /^https?:/iu;

/** Throws PkiError `malformed`. */
export function readRevocationPointers(certificate: Uint8Array): RevocationPointers {
  return reading("an X.509 certificate", () => {
    const extensions = readExtensions(certificate);
    const value = (id: string) => extensions.find((extension) => extension.id === id)?.value;
    return {
      ocspUrls: accessUrls(value(OID.authorityInfoAccess), OID.ocspAccess),
      issuerUrls: accessUrls(value(OID.authorityInfoAccess), OID.caIssuersAccess),
      crlUrls: children(value(OID.crlDistributionPoints)).flatMap(readDistributionPoint),
      ocspNoCheck: extensions.some(({ id }) => id === OID.ocspNoCheck),
    };
  });
}

function accessUrls(accesses: Element | undefined, wanted: string): string[] {
  return children(accesses).flatMap((access) => {
    const [method, location] = children(access);
    return dottedOid(method) === wanted ? uris([location]) : [];
  });
}

/** DistributionPoint: name [0], reasons [1], issuer of an indirect list [2]; only whole and direct lists are of use. */
function readDistributionPoint(point: Element): string[] {
  const fields = children(point);
  if (fields.some(({ tag }) => tag === 0x81 || tag === 0xa2)) return [];
  const fullName = children(fields.find(({ tag }) => tag === 0xa0)).find(({ tag }) => tag === 0xa0);
  return uris(children(fullName)).filter((url) => HTTP.test(url));
}

function uris(names: readonly (Element | undefined)[]): string[] {
  return names.flatMap((name) => (name?.tag === URI ? [Buffer.from(name.content).toString("latin1")] : []));
}
