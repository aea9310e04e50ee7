// One container with all the evidence of a delivery, sealed as a whole (ASiC-E with CAdES, ETSI EN 319 162-1 §4.4).

import { createHash } from "node:crypto";
import { hashFor, signCms } from "@posthorn/pki";
import type { BundleRequest, BundleSeal } from "./bundle-request.ts";
import { describeInventory } from "./describe-inventory.ts";
import { listFiles } from "./list-files.ts";
import {
  ASIC_E_TYPE,
  LISTING_PATH,
  MANIFEST_PATH,
  SEAL_PATH,
  writeListing,
  writeManifest,
  type ManifestFile,
} from "./write-manifest.ts";
import { writeZip } from "./write-zip.ts";

/**
 * The seal is CAdES baseline B-T over the manifest, which holds the digest of every other file. What is inside keeps
 * its own seals and does not depend on this one. Fails as the key and the timestamp fail.
 */
export async function makeBundle(request: BundleRequest, seal: BundleSeal): Promise<Uint8Array> {
  const files = listFiles(request);
  const inventory: ManifestFile = {
    path: `0-inventory-${request.language}.html`,
    mediaType: "text/html",
    bytes: Buffer.from(describeInventory(request, files, seal.now), "utf8"),
  };
  const content = [inventory, ...files];
  const listing: ManifestFile = {
    path: LISTING_PATH,
    mediaType: "text/xml",
    bytes: Buffer.from(writeListing(content), "utf8"),
  };
  const manifest = Buffer.from(writeManifest([...content, listing]), "utf8");
  const signature = await signCms({
    contentDigest: new Uint8Array(createHash(hashFor(seal.key)).update(manifest).digest()),
    key: seal.key,
    timestamp: seal.timestamp,
    signingTime: seal.now,
  });
  const entries = [
    { path: "mimetype", bytes: Buffer.from(ASIC_E_TYPE, "latin1"), stored: true },
    ...content,
    listing,
    { path: MANIFEST_PATH, bytes: manifest },
    { path: SEAL_PATH, bytes: signature },
  ];
  return writeZip(entries, seal.now);
}
