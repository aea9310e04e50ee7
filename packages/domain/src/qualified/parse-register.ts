// Reads the register of providers that an operator keeps: who is called, for what, established where.

import type { RegisteredProvider } from "./judge-readiness.ts";

/** JSON: a list of objects with host, role, name, country. Throws an Error in words that follow the name of the setting. */
export function parseRegister(text: string): readonly RegisteredProvider[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new Error("is not JSON", { cause });
  }
  if (!Array.isArray(value)) throw new Error("is not a list of providers");
  for (const [index, entry] of value.entries()) {
    const provider = entry as Partial<RegisteredProvider> | null;
    const missing = (["host", "role", "name", "country"] as const).find(
      (field) => typeof provider?.[field] !== "string" || provider[field] === "",
    );
    if (missing) throw new Error(`says nothing about ${missing} of provider ${index + 1}`);
  }
  return value as RegisteredProvider[];
}
