import { bundle } from "./bundle.ts";
import { collect } from "./collect.ts";
import { common } from "./common.ts";
import { compose } from "./compose.ts";
import { errors } from "./errors.ts";
import { notices } from "./notices.ts";
import { policies } from "./policies.ts";
import { portal } from "./portal.ts";
import { proof } from "./proof.ts";
import { track } from "./track.ts";
import { verify } from "./verify.ts";
import { verification } from "./verification.ts";
import { webEid } from "./web-eid.ts";

export const en = {
  bundle,
  collect,
  common,
  compose,
  errors,
  notices,
  policies,
  portal,
  proof,
  track,
  verification,
  verify,
  webEid,
};
