// What the operator's acts on staff are given: the database as its owner, and ids.

import type { Context } from "../context.ts";

/** Only the command line and the dev stack have it: no service may write who belongs to the staff. */
export type StaffOperator = Pick<Context, "db" | "newId">;
