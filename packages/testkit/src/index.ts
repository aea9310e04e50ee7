// Starts and stops what the tests and the dev stack need, and plays the other side in its real protocol.

export * from "./postgres/start-postgres.ts";
export * from "./postgres/test-database.ts";
