// The one form of a JSON value whose octets are hashed and signed: JSON Canonicalization Scheme (RFC 8785).

/**
 * Members sorted by UTF-16 code units, no white space, numbers and strings as ECMAScript writes them; to be encoded
 * as UTF-8. Members that are undefined are left out, as JSON does.
 * Throws TypeError for what JSON cannot hold: NaN, infinities, bigint, functions, lone surrogates, class instances.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") return canonicalNumber(value);
  if (typeof value === "string") return canonicalString(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (isPlainObject(value)) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => `${canonicalString(name)}:${canonicalJson(member)}`);
    return `{${members.join(",")}}`;
  }
  throw new TypeError(`no JSON form for a value of type ${typeof value}`);
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError("no JSON form for a number that is not finite");
  // ECMAScript writes -0 as "0", as RFC 8785 §3.2.2.3 wants
  return String(value);
}

function canonicalString(value: string): string {
  if (!value.isWellFormed()) throw new TypeError("no JSON form for a string with a lone surrogate");
  return JSON.stringify(value);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
