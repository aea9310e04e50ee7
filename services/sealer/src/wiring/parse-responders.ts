// Reads the time-stamping authorities, in the order in which they are asked.

export interface Responder {
  readonly url: string;
  /** Object identifier of the policy asked for and required of the token. */
  readonly policy?: string;
}

/** Throws an Error that says what is wrong, in words that follow the name of the variable. */
export function parseResponders(text: string): readonly Responder[] {
  const responders = text
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "")
    .map((entry) => {
      const [url = "", policy, ...rest] = entry.split(/\s+/u);
      if (!/^https?:$/u.test(URL.parse(url)?.protocol ?? ""))
        throw new Error("has an entry without an http address");
      if (rest.length > 0 || (policy !== undefined && !/^[0-2](\.(0|[1-9]\d*))+$/u.test(policy))) {
        throw new Error("has an entry whose policy is no object identifier");
      }
      return policy === undefined ? { url } : { url, policy };
    });
  if (responders.length === 0) throw new Error("names no time-stamping authority");
  return responders;
}
