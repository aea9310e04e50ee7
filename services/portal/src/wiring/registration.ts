// Binds registering: how often it may be asked for, the approval form as PDF, and the public half of the desk's pair.

import type { KeyObject } from "node:crypto";
import { wrapKey } from "@posthorn/content";
import { createTryLimit, type Database } from "@posthorn/db";
import { renderApprovalForm } from "@posthorn/documents";
import { type RegistrationDeps, TRY_LIMITS } from "../deps.ts";

export function bindRegistration(db: Database, mandateKey: KeyObject): RegistrationDeps {
  return {
    limits: {
      byAddress: createTryLimit(db, TRY_LIMITS.register),
      inAll: createTryLimit(db, TRY_LIMITS.registerInAll),
      byMailbox: createTryLimit(db, TRY_LIMITS.registerByMailbox),
    },
    approvalForm: { render: renderApprovalForm },
    mandateWrapping: { wrap: (key, context) => wrapKey(mandateKey, key, context) },
  };
}
