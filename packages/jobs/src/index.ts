// The catalogue of jobs, the way in, and the runner.

export type * from "./catalogue.ts";
export * from "./enqueue.ts";
export * from "./run-jobs.ts";
