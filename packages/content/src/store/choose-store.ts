// Which store the configuration names.

import { fileURLToPath } from "node:url";
import { AppError } from "@posthorn/domain";
import { s3Location } from "../s3/s3-location.ts";
import { createS3Store, refuseVersions } from "../s3/s3-store.ts";
import type { ContentStore } from "./content-store.ts";
import { createFileStore } from "./file-store.ts";

/** As every service reads them from its environment. */
export interface ContentSettings {
  readonly CONTENT_URL: string;
  readonly S3_ACCESS_KEY_ID: string | undefined;
  readonly S3_SECRET_ACCESS_KEY: string | undefined;
}

/**
 * The store of `CONTENT_URL`: `file:/…` is a directory, `s3://…` a bucket, which must not keep versions. Throws AppError, at start:
 * `content_url_unsupported`, `content_bucket_versioned`, `content_refused`.
 */
export async function openContentStore(settings: ContentSettings): Promise<ContentStore> {
  const { CONTENT_URL: url, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = settings;
  if (url.startsWith("file:/") && URL.canParse(url)) return createFileStore(fileURLToPath(url));
  if (!url.startsWith("s3:")) {
    // Only the scheme is told: an address of another kind may carry credentials.
    const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0] ?? "(none)";
    throw unsupported(
      `CONTENT_URL must be file:/an/absolute/directory or s3://bucket, its scheme is ${scheme}`,
    );
  }
  const location = s3Location(url);
  if (accessKeyId === undefined || secretAccessKey === undefined)
    throw unsupported("CONTENT_URL of a bucket needs S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY");
  const keys = { accessKeyId, secretAccessKey };
  await refuseVersions(location, keys);
  return createS3Store(location, keys);
}

/** Whom the store belongs to, for the register of subprocessors: nobody else where it is a directory. */
export function storageProviders(url: string): readonly { readonly role: "hosting"; readonly url: string }[] {
  return url.startsWith("s3:") ? [{ role: "hosting", url: s3Location(url).endpoint.href }] : [];
}

function unsupported(detail: string): AppError {
  return new AppError("internal", "content_url_unsupported", { detail });
}
