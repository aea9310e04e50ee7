// The kinds of settings a service can have, and how each is read from text.

import { readFileSync } from "node:fs";

/** How one variable is read. Immutable: `optional` and `withDefault` make new ones. */
export interface EnvField<T> {
  /** What to write, in words that follow "Give": `a port from 1 to 65535, such as 8080`. */
  readonly expects: string;
  /** Used, as if it had been set, where the variable is missing. */
  readonly fallback?: string;
  /** True where a missing variable is read as undefined. */
  readonly optional?: boolean;
  /** True where the value must not be printed. */
  readonly secret?: boolean;
  /** Throws an Error that says what is wrong, in words that follow the name of the variable. */
  read(text: string): T;
}

/** Undefined where the variable is missing. */
export function optional<T>(field: EnvField<T>): EnvField<T | undefined> {
  return { ...field, optional: true };
}

/** `text` is read where the variable is missing, by the same rules. */
export function withDefault<T>(field: EnvField<T>, text: string): EnvField<T> {
  return { ...field, fallback: text };
}

/** Any text that is not empty. */
export function text(): EnvField<string> {
  return { expects: "a text", read: (value) => value };
}

/** One of the given words. */
export function oneOf<const Word extends string>(words: readonly Word[]): EnvField<Word> {
  return {
    expects: `one of ${words.join(", ")}`,
    read(value) {
      const found = words.find((word) => word === value);
      if (found === undefined) throw new Error("is none of the words it may be");
      return found;
    },
  };
}

/** `true` or `false`. */
export function flag(): EnvField<boolean> {
  const words = oneOf(["true", "false"]);
  return { ...words, read: (value) => words.read(value) === "true" };
}

/** Words separated by commas, without the spaces around them; empty ones are left out. */
export function list(): EnvField<readonly string[]> {
  return {
    expects: "words separated by commas",
    read: (value) =>
      value
        .split(",")
        .map((word) => word.trim())
        .filter((word) => word !== ""),
  };
}

/** Some of the given words, separated by commas, at least one, none twice. */
export function listOf<const Word extends string>(words: readonly Word[]): EnvField<readonly Word[]> {
  const one = oneOf(words);
  const all = list();
  return {
    expects: `some of ${words.join(", ")}, separated by commas`,
    read(value) {
      const found = [...new Set(all.read(value).map((word) => one.read(word)))];
      if (found.length === 0) throw new Error("names nothing");
      return found;
    },
  };
}

/** A whole number within the bounds, both inclusive. */
export function int(bounds: { min?: number; max?: number } = {}): EnvField<number> {
  const { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = bounds;
  const from = bounds.min === undefined ? "" : ` from ${min}`;
  const to = bounds.max === undefined ? "" : ` to ${max}`;
  return {
    expects: `a whole number${from}${to}`,
    read(value) {
      if (!/^-?\d{1,15}$/.test(value)) throw new Error("is not a whole number");
      const number = Number(value);
      if (number < min || number > max) throw new Error("is out of bounds");
      return number;
    },
  };
}

/** A TCP port. */
export function port(): EnvField<number> {
  return { ...int({ min: 1, max: 65_535 }), expects: "a port from 1 to 65535, such as 8080" };
}

/**
 * Text with a form of its own, given or in a file that a `file:` URL names. `parse` throws an Error in words that follow the
 * name of the variable. Never printed.
 */
export function parsed<T>(parse: (text: string) => T, expects: string): EnvField<T> {
  const whole = secret();
  return { expects, secret: true, read: (value) => parse(whole.read(value)) };
}

/** An absolute URL, of one of `protocols` (with their colon) where given. May hold a password: never printed. */
export function url(options: { protocols?: readonly string[]; example?: string } = {}): EnvField<URL> {
  const { protocols, example } = options;
  const kinds = protocols === undefined ? "" : ` that starts with ${protocols.join(" or ")}`;
  return {
    expects: `an absolute URL${kinds}${example === undefined ? "" : `, such as ${example}`}`,
    secret: true,
    read(value) {
      const found = URL.parse(value);
      if (found === null) throw new Error("is not an absolute URL");
      if (protocols !== undefined && !protocols.includes(found.protocol)) {
        throw new Error(`starts with ${found.protocol}, which cannot be used here`);
      }
      return found;
    },
  };
}

/** A length of time in ISO 8601, of days and smaller, not negative. */
export function duration(): EnvField<Temporal.Duration> {
  return {
    expects: "a length of time in ISO 8601, such as PT30S, PT5M or P1D",
    read(value) {
      let found: Temporal.Duration;
      try {
        found = Temporal.Duration.from(value);
      } catch (cause) {
        throw new Error("is not a length of time in ISO 8601", { cause });
      }
      if (found.years !== 0 || found.months !== 0)
        throw new Error("has years or months, whose length varies");
      if (found.sign < 0) throw new Error("is negative");
      return found;
    },
  };
}

/**
 * A secret: the value itself, or `file:` and the path of a file whose content it is (without the line
 * end at its end). Never printed.
 */
export function secret(): EnvField<string> {
  return {
    expects: "the secret itself, or file: and the path of a file that holds it",
    secret: true,
    read(value) {
      if (!value.startsWith("file:")) return value;
      const content = readSecretFile(pathOf(value)).replace(/\r?\n$/, "");
      if (content === "") throw new Error("names a file that is empty");
      return content;
    },
  };
}

function pathOf(value: string): string {
  // Both file:/run/secrets/x and the URL form file:///run/secrets/x.
  return value.replace(/^file:(\/\/(?=\/))?/, "");
}

function readSecretFile(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new Error(`names a file that cannot be read (${code ?? "unknown error"}: ${path})`, { cause });
  }
}
