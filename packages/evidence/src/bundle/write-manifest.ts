// The two manifests of a container: what it holds, and the digests that its seal covers (ETSI EN 319 162-1 §4.4, A.4).

import { createHash } from "node:crypto";
import type { ZipEntry } from "./write-zip.ts";

export const ASIC_E_TYPE = "application/vnd.etsi.asic-e+zip";
export const SEAL_PATH = "META-INF/signature001.p7s";
export const MANIFEST_PATH = "META-INF/ASiCManifest001.xml";
export const LISTING_PATH = "META-INF/manifest.xml";

export interface ManifestFile extends ZipEntry {
  readonly mediaType: string;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";

/** Every file with its media type (OpenDocument 1.2 part 3). */
export function writeListing(files: readonly ManifestFile[]): string {
  const entries = [{ path: "/", mediaType: ASIC_E_TYPE }, ...files].map(
    ({ path, mediaType }) =>
      `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${mediaType}"/>\n`,
  );
  return (
    `${DECLARATION}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" ` +
    `manifest:version="1.2">\n${entries.join("")}</manifest:manifest>\n`
  );
}

/** What the seal signs: the digest of every file. */
export function writeManifest(files: readonly ManifestFile[]): string {
  const references = files.map(
    ({ path, mediaType, bytes }) =>
      `<asic:DataObjectReference URI="${path}" MimeType="${mediaType}">` +
      `<ds:DigestMethod Algorithm="${SHA256}"/>` +
      `<ds:DigestValue>${createHash("sha256").update(bytes).digest("base64")}</ds:DigestValue>` +
      "</asic:DataObjectReference>\n",
  );
  return (
    `${DECLARATION}<asic:ASiCManifest xmlns:asic="http://uri.etsi.org/02918/v1.2.1#" ` +
    `xmlns:ds="http://www.w3.org/2000/09/xmldsig#">\n` +
    `<asic:SigReference URI="${SEAL_PATH}" MimeType="application/pkcs7-signature"/>\n` +
    `${references.join("")}</asic:ASiCManifest>\n`
  );
}
