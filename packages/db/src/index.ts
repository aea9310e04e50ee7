// The only place with pg and kysely: schema, migrations, roles, and the queries that several verbs share.

export { type Insertable, type Selectable, sql, type Updateable } from "kysely";
export * from "./database.ts";
export * from "./migrate.ts";
export * from "./roles.ts";
export * from "./queries/append-record.ts";
export * from "./queries/hold-account.ts";
export * from "./queries/limit-tries.ts";
export * from "./queries/lock-delivery.ts";
export type * from "./schema/accounts.ts";
export type * from "./schema/bundle.ts";
export type * from "./schema/company.ts";
export type * from "./schema/evidence.ts";
export type * from "./schema/identification.ts";
export type * from "./schema/index.ts";
export type * from "./schema/letters.ts";
export type * from "./schema/log.ts";
export type * from "./schema/messages.ts";
export type * from "./schema/registers.ts";
export type * from "./schema/retention.ts";
export type * from "./schema/rights.ts";
export type * from "./schema/sign-in.ts";
