// What a command of the command line gets, and what it answers (exit codes of sysexits.h for wrong use).

import type { Language } from "@posthorn/domain";

export const EXIT = {
  /** Everything passed. */
  passed: 0,
  /** Something failed for certain. */
  failed: 1,
  /** Something is open, or could not be read. */
  open: 2,
  usage: 64,
} as const;

/** The world around a command; paths are resolved against `folder`. */
export interface Terminal {
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Temporal.Instant;
  readonly write: (text: string) => void;
  readonly complain: (text: string) => void;
}

export interface Command {
  /** One line for the list of commands. */
  readonly usage: string;
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<number>;
}

/** Wrong use: said with the usage, exit 64. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UsageError";
  }
}

const LANGUAGES: readonly Language[] = ["en", "nl", "fr", "de"];

/** `--lang`, else LC_ALL, LC_MESSAGES or LANG, else English. Throws UsageError for a language there is not. */
export function chooseLanguage(asked: string | undefined, env: Terminal["env"]): Language {
  if (asked !== undefined) {
    const found = LANGUAGES.find((language) => language === asked);
    if (!found) throw new UsageError(`--lang is one of ${LANGUAGES.join(", ")}`);
    return found;
  }
  const locale = env["LC_ALL"] ?? env["LC_MESSAGES"] ?? env["LANG"] ?? "";
  return LANGUAGES.find((language) => locale.toLowerCase().startsWith(language)) ?? "en";
}

/** Text from a file, safe to print: no control characters, none that reorder, nothing endless. */
export function tame(text: string): string {
  return text.replaceAll(/[\p{Control}\p{Format}\u2028\u2029]/gu, "\uFFFD").slice(0, 400);
}
