// All migrations in order; a merged one is frozen, forward only.

import { sql as clockAndAccounts } from "./2026-11-21T2200-clock-and-accounts.ts";
import { sql as messages } from "./2026-11-21T2205-messages.ts";
import { sql as evidence } from "./2026-11-21T2210-evidence.ts";
import { sql as grants } from "./2026-11-21T2215-grants.ts";
import { sql as jobs } from "./2026-11-21T2220-jobs.ts";
import { sql as log } from "./2026-11-22T0100-log.ts";
import { sql as sealKeys } from "./2026-11-22T0110-seal-keys.ts";
import { sql as events } from "./2026-11-22T0120-events.ts";
import { sql as bundle } from "./2026-11-22T0130-bundle.ts";
import { sql as proofTwin } from "./2026-11-22T0150-proof-twin.ts";
import { sql as identification } from "./2026-11-22T0410-identification.ts";
import { sql as signIn } from "./2026-11-22T0420-sign-in.ts";
import { sql as staff } from "./2026-11-22T0430-staff.ts";
import { sql as accounts } from "./2026-11-22T0800-accounts.ts";
import { sql as registration } from "./2026-11-22T0810-registration.ts";
import { sql as contacts } from "./2026-11-22T0820-contacts.ts";
import { sql as inbox } from "./2026-11-22T0830-inbox.ts";
import { sql as leaving } from "./2026-11-22T0840-leaving.ts";
import { sql as letters } from "./2026-11-22T1200-letters.ts";
import { sql as retention } from "./2026-11-22T1600-retention.ts";
import { sql as eraseDeliveries } from "./2026-11-22T1610-erase-deliveries.ts";
import { sql as deliverySets } from "./2026-11-22T1612-delivery-sets.ts";
import { sql as eraseAccounts } from "./2026-11-22T1620-erase-accounts.ts";
import { sql as eraseLogs } from "./2026-11-22T1630-erase-logs.ts";
import { sql as holds } from "./2026-11-22T1640-holds.ts";
import { sql as rights } from "./2026-11-22T1650-rights.ts";
import { sql as privacyDesk } from "./2026-11-22T1655-privacy-desk.ts";
import { sql as registers } from "./2026-11-22T1660-registers.ts";
import { sql as eraseRequests } from "./2026-11-22T1670-erase-requests.ts";
import { sql as deposits } from "./2026-11-22T2200-deposits.ts";
import { sql as calledOff } from "./2026-11-22T2240-called-off.ts";
import { sql as returnAddress } from "./2026-11-22T2250-return-address.ts";

export const MIGRATIONS: readonly { readonly name: string; readonly sql: string }[] = [
  { name: "2026-11-21T2200-clock-and-accounts", sql: clockAndAccounts },
  { name: "2026-11-21T2205-messages", sql: messages },
  { name: "2026-11-21T2210-evidence", sql: evidence },
  { name: "2026-11-21T2215-grants", sql: grants },
  { name: "2026-11-21T2220-jobs", sql: jobs },
  { name: "2026-11-22T0100-log", sql: log },
  { name: "2026-11-22T0110-seal-keys", sql: sealKeys },
  { name: "2026-11-22T0120-events", sql: events },
  { name: "2026-11-22T0130-bundle", sql: bundle },
  { name: "2026-11-22T0150-proof-twin", sql: proofTwin },
  { name: "2026-11-22T0410-identification", sql: identification },
  { name: "2026-11-22T0420-sign-in", sql: signIn },
  { name: "2026-11-22T0430-staff", sql: staff },
  { name: "2026-11-22T0800-accounts", sql: accounts },
  { name: "2026-11-22T0810-registration", sql: registration },
  { name: "2026-11-22T0820-contacts", sql: contacts },
  { name: "2026-11-22T0830-inbox", sql: inbox },
  { name: "2026-11-22T0840-leaving", sql: leaving },
  { name: "2026-11-22T1200-letters", sql: letters },
  { name: "2026-11-22T1600-retention", sql: retention },
  { name: "2026-11-22T1610-erase-deliveries", sql: eraseDeliveries },
  { name: "2026-11-22T1612-delivery-sets", sql: deliverySets },
  { name: "2026-11-22T1620-erase-accounts", sql: eraseAccounts },
  { name: "2026-11-22T1630-erase-logs", sql: eraseLogs },
  { name: "2026-11-22T1640-holds", sql: holds },
  { name: "2026-11-22T1650-rights", sql: rights },
  { name: "2026-11-22T1655-privacy-desk", sql: privacyDesk },
  { name: "2026-11-22T1660-registers", sql: registers },
  { name: "2026-11-22T1670-erase-requests", sql: eraseRequests },
  { name: "2026-11-22T2200-deposits", sql: deposits },
  { name: "2026-11-22T2240-called-off", sql: calledOff },
  { name: "2026-11-22T2250-return-address", sql: returnAddress },
];
