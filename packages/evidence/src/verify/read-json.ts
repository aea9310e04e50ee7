// JSON of strangers, member by member.

/** Throws TypeError for anything but an object. */
export function asObject(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new TypeError("not an object");
  return Object.fromEntries(Object.entries(value));
}

/** Throws TypeError for anything but a text. */
export function asText(value: unknown): string {
  if (typeof value !== "string") throw new TypeError("not a text");
  return value;
}
