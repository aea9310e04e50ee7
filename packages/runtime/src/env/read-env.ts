// Reads a service's settings at its start, and names everything that is wrong with them at once.

import type { EnvField } from "./field.ts";

/** Name of each variable and how it is read. */
export type EnvSpec = Readonly<Record<string, EnvField<unknown>>>;

/** The values, under the names of their variables. */
export type Env<Spec extends EnvSpec> = {
  readonly [Name in keyof Spec]: Spec[Name] extends EnvField<infer Value> ? Value : never;
};

/** Exit code for a wrong configuration (EX_CONFIG of sysexits.h). */
export const EXIT_CONFIG = 78;

/** All that is wrong with the settings: one line each, which names the variable and what to give. */
export class EnvError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    const many = problems.length === 1 ? "One setting is" : `${problems.length} settings are`;
    super(`${many} missing or wrong:\n${problems.map((problem) => `  ${problem}`).join("\n")}`);
    this.name = "EnvError";
    this.problems = problems;
  }
}

/** Reads `source` by `spec`; an empty variable is a missing one. Throws EnvError with all problems. */
export function parseEnv<Spec extends EnvSpec>(spec: Spec, source: NodeJS.ProcessEnv): Env<Spec> {
  const values: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [name, field] of Object.entries(spec)) {
    const given = source[name];
    const text = given === undefined || given === "" ? field.fallback : given;
    if (text === undefined) {
      values[name] = undefined;
      if (field.optional !== true) problems.push(`${name} is not set. Give ${field.expects}.`);
      continue;
    }
    try {
      values[name] = field.read(text);
    } catch (error) {
      const shown = field.secret === true ? "" : ` (${JSON.stringify(text)})`;
      problems.push(`${name}${shown} ${(error as Error).message}. Give ${field.expects}.`);
    }
  }
  if (problems.length > 0) throw new EnvError(problems);
  return values as Env<Spec>;
}

/**
 * Reads the environment of this process. Where something is wrong it says so on the error output and
 * ends the process with exit code 78: call it first, before anything is opened.
 */
export function readEnv<Spec extends EnvSpec>(spec: Spec): Env<Spec> {
  try {
    return parseEnv(spec, process.env);
  } catch (error) {
    if (!(error instanceof EnvError)) throw error;
    process.stderr.write(`This service cannot start. ${error.message}\n`);
    process.exit(EXIT_CONFIG);
  }
}
