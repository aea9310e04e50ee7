// Where content is kept: the same settings in every process that reads or removes it.

import { optional, secret, text } from "./field.ts";

/** `CONTENT_URL` is `file:/…` or `s3://…`; the keys are needed for the latter alone. */
export const CONTENT_SETTINGS = {
  CONTENT_URL: text(),
  S3_ACCESS_KEY_ID: optional(secret()),
  S3_SECRET_ACCESS_KEY: optional(secret()),
};
