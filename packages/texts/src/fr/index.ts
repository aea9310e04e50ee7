import { accountMails } from "./account-mails.ts";
import { backoffice } from "./backoffice.ts";
import { bundle } from "./bundle.ts";
import { collect } from "./collect.ts";
import { collectIdentify } from "./collect-identify.ts";
import { common } from "./common.ts";
import { company } from "./company.ts";
import { compose } from "./compose.ts";
import { errors } from "./errors.ts";
import { identify } from "./identify.ts";
import { notices } from "./notices.ts";
import { passkeys } from "./passkeys.ts";
import { policies } from "./policies.ts";
import { portal } from "./portal.ts";
import { proof } from "./proof.ts";
import { security } from "./security.ts";
import { track } from "./track.ts";
import { verify } from "./verify.ts";
import { verification } from "./verification.ts";
import { webEid } from "./web-eid.ts";
import { registration } from "./registration.ts";
import { members } from "./members.ts";
import { invitation } from "./invitation.ts";
import { teams } from "./teams.ts";
import { closing } from "./closing.ts";
import { accountSettings } from "./account-settings.ts";
import { contacts } from "./contacts.ts";
import { inbox } from "./inbox.ts";
import { myData } from "./my-data.ts";
import { mandates } from "./mandates.ts";
import { letter } from "./letter.ts";
import { postal } from "./postal.ts";
import { print } from "./print.ts";
import { registers } from "./registers.ts";
import { rights } from "./rights.ts";
import { holds } from "./holds.ts";
import { retention } from "./retention.ts";
import { privacyPages } from "./privacy-pages.ts";

export const fr = {
  accountMails,
  backoffice,
  bundle,
  collect,
  collectIdentify,
  common,
  company,
  compose,
  errors,
  identify,
  notices,
  passkeys,
  policies,
  portal,
  proof,
  security,
  track,
  verification,
  verify,
  webEid,
  registration,
  members,
  invitation,
  teams,
  closing,
  accountSettings,
  contacts,
  inbox,
  myData,
  mandates,
  letter,
  postal,
  print,
  registers,
  rights,
  holds,
  retention,
  privacyPages,
};
