// What every process needs and no rule of delivery is in: settings, log, figures, health, life and death, ids, clock.

export * from "./clock/arrival-clock.ts";
export * from "./clock/assert-clock.ts";
export * from "./env/content-settings.ts";
export * as env from "./env/field.ts";
export type { EnvField } from "./env/field.ts";
export * from "./env/read-env.ts";
export * from "./health/create-health.ts";
export * from "./health/serve-health.ts";
export * from "./id/new-id.ts";
export * from "./journal/journal-files.ts";
export * from "./lifecycle/run-service.ts";
export * from "./log/create-log.ts";
export * from "./metrics/create-metrics.ts";
