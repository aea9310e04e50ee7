// Pure rules of registered delivery: no I/O, no clock, no random.

export * from "./error.ts";
export * from "./language.ts";
export * from "./trust.ts";
export * from "./lifecycle/command.ts";
export * from "./lifecycle/state.ts";
export * from "./record/canonical-json.ts";
export * from "./record/event.ts";
export * from "./record/facts.ts";
