// Reads the register of providers that an operator keeps: who is called, for what, established where.

import { OVERRIDE_SHORTEST } from "../register/establishment.ts";
import type { RegisteredProvider } from "./judge-readiness.ts";

/**
 * JSON: a list of objects with host, role, name, country, parent (name and country; itself where nobody stands above it) and, for one
 * established elsewhere, override: why it is used. Throws an Error in words that follow the name of the setting.
 */
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
    requireParent(provider, index + 1);
  }
  return value as RegisteredProvider[];
}

function requireParent(provider: Partial<RegisteredProvider> | null, place: number): void {
  const parent = provider?.parent as Partial<RegisteredProvider["parent"]> | undefined;
  if (typeof parent?.name !== "string" || parent.name === "" || typeof parent.country !== "string")
    throw new Error(`says nothing about the ultimate parent (name and country) of provider ${place}`);
  const override: unknown = provider?.override;
  if (override === undefined) return;
  if (typeof override !== "string" || override.trim().length < OVERRIDE_SHORTEST)
    throw new Error(`gives no reason of ${OVERRIDE_SHORTEST} characters to override provider ${place}`);
}
