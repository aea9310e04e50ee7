import { bundle } from "./bundle.ts";
import { collect } from "./collect.ts";
import { common } from "./common.ts";
import { compose } from "./compose.ts";
import { errors } from "./errors.ts";
import { notices } from "./notices.ts";
import { portal } from "./portal.ts";
import { proof } from "./proof.ts";
import { track } from "./track.ts";

export const de = { bundle, collect, common, compose, errors, notices, portal, proof, track };
