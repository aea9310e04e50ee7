// Whether a service may claim to be qualified: everything it seals with and everybody it calls must be on record (eIDAS art. 24, 44).

import { judgeEstablishment } from "../register/establishment.ts";

export interface ProviderUse {
  /** `seal`, `timestamp`, `mail`, `sms`, `revocation`, `witness` … */
  readonly role: string;
  readonly url: string;
}

/** One provider on the service's register of subprocessors and trust services. */
export interface RegisteredProvider {
  readonly host: string;
  readonly role: string;
  /** Name and establishment as they stand in the contract. */
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Whoever stands above all others; the provider itself where nobody does. */
  readonly parent: { readonly name: string; readonly country: string };
  /** Why it is used though it or its parent is established elsewhere; in words, for everybody to read. */
  readonly override?: string;
}

/** What one process, or an operator's command, knows; what it leaves out is judged elsewhere. */
export interface ReadinessFacts {
  readonly sealKeys?: readonly {
    readonly provider: "pkcs12" | "csc";
    readonly certificateSha256: string;
    readonly notAfter: Temporal.Instant;
    /** The certificate carries the qualified statements for electronic seals (ETSI EN 319 412-5). */
    readonly qualifiedSeal: boolean;
  }[];
  readonly officers?: number;
  readonly witnesses?: number;
  readonly providers?: readonly ProviderUse[];
  readonly register: readonly RegisteredProvider[];
  /** Addresses people and integrators use. */
  readonly publicUrls?: readonly string[];
  readonly policies?: readonly string[];
  /** Whether `clock.now()` is the one the schema was made with. */
  readonly clockMoved?: boolean;
  readonly clockToleranceSeconds?: number;
  readonly now: Temporal.Instant;
}

export type ReadinessCode =
  | "seal_key_remote"
  | "seal_certificate_qualified"
  | "seal_certificate_valid"
  | "officers_named"
  | "witnesses_named"
  | "provider_registered"
  | "provider_established_in_eu"
  | "no_stand_in"
  | "public_https"
  | "policies_named"
  | "clock_untouched"
  | "clock_tolerance";

export interface ReadinessFinding {
  readonly code: ReadinessCode;
  readonly ok: boolean;
  /** English, for operators: what was found, and what would mend it. */
  readonly detail: string;
}

export const MOST_TOLERANCE_SECONDS = 30;
const WITNESSES = 2;
const OFFICERS = 2;

/** In a fixed order; a finding for each thing that is known, good or bad. */
export function judgeReadiness(facts: ReadinessFacts): readonly ReadinessFinding[] {
  return [
    ...judgeKeys(facts),
    ...atLeast("officers_named", facts.officers, OFFICERS, "officers for acts on keys (KEY_OFFICERS)"),
    ...atLeast("witnesses_named", facts.witnesses, WITNESSES, "witnesses of the log (WITNESSES)"),
    ...(facts.providers ?? []).flatMap((use) => judgeProvider(use, facts.register)),
    ...(facts.publicUrls ?? []).map(judgePublicUrl),
    ...judgePolicies(facts),
    ...judgeClock(facts),
  ];
}

function judgeKeys({ sealKeys, now }: ReadinessFacts): ReadinessFinding[] {
  return (sealKeys ?? []).flatMap((key) => {
    const short = key.certificateSha256.slice(0, 16);
    const valid = Temporal.Instant.compare(now, key.notAfter) < 0;
    return [
      finding(
        "seal_key_remote",
        key.provider === "csc",
        `key ${short}… is held by ${key.provider}`,
        "a qualified seal key lives in a certified device of a trust service provider",
      ),
      finding(
        "seal_certificate_qualified",
        key.qualifiedSeal,
        `certificate ${short}… ${key.qualifiedSeal ? "is" : "is not"} a qualified certificate for electronic seals`,
        "obtain one from a provider on a trusted list",
      ),
      finding(
        "seal_certificate_valid",
        valid,
        `certificate ${short}… ends ${key.notAfter.toString()}`,
        "put a new key in force first",
      ),
    ];
  });
}

function atLeast(
  code: ReadinessCode,
  found: number | undefined,
  wanted: number,
  what: string,
): ReadinessFinding[] {
  if (found === undefined) return [];
  return [finding(code, found >= wanted, `${found} ${what}`, `name at least ${wanted}`)];
}

function judgeProvider(use: ProviderUse, register: readonly RegisteredProvider[]): ReadinessFinding[] {
  const url = URL.parse(use.url);
  const host = url?.hostname ?? use.url;
  const standIn = isStandIn(host);
  const entry = register.find((candidate) => candidate.host === host && candidate.role === use.role);
  return [
    finding(
      "no_stand_in",
      !standIn,
      `${use.role}: ${host}`,
      "only a host of this machine or of a reserved name stands here",
    ),
    finding(
      "provider_registered",
      entry !== undefined,
      `${use.role}: ${host} ${entry ? `is ${entry.name}` : "is not on the register"}`,
      "enter it in the register of subprocessors, or in PROVIDER_REGISTER",
    ),
    ...(entry ? [judgeEntry(entry)] : []),
  ];
}

function judgeEntry(entry: RegisteredProvider): ReadinessFinding {
  const { name, country, parent, override = null } = entry;
  const standing = judgeEstablishment({ country, parentCountry: parent.country, override });
  const where = `${name} is established in ${country}, its parent ${parent.name} in ${parent.country}`;
  return finding(
    "provider_established_in_eu",
    standing !== "outside",
    standing === "overridden" ? `${where}; used all the same: ${override}` : where,
    "choose a provider established in the European Union, or say in its entry why it is used (override)",
  );
}

/** Whether a host is of this machine or of a name reserved for examples: nobody stands behind it. */
export function isStandInUse({ url }: ProviderUse): boolean {
  return isStandIn(URL.parse(url)?.hostname ?? url);
}

function judgePublicUrl(address: string): ReadinessFinding {
  const url = URL.parse(address);
  const ok = url !== null && url.protocol === "https:" && !isStandIn(url.hostname);
  return finding("public_https", ok, address, "people reach the service by https and a name of its own");
}

function judgePolicies({ policies }: ReadinessFacts): ReadinessFinding[] {
  if (!policies) return [];
  const named = policies.some((policy) => policy.includes("practice-statement"));
  return [
    finding(
      "policies_named",
      named,
      `${policies.length} policies (POLICY_URLS)`,
      "evidence names the practice statement",
    ),
  ];
}

function judgeClock({ clockMoved, clockToleranceSeconds }: ReadinessFacts): ReadinessFinding[] {
  return [
    ...(clockMoved === undefined
      ? []
      : [
          finding(
            "clock_untouched",
            !clockMoved,
            clockMoved ? "clock.now() was replaced" : "clock.now() is the machine's",
            "restore the function of the schema",
          ),
        ]),
    ...(clockToleranceSeconds === undefined
      ? []
      : [
          finding(
            "clock_tolerance",
            clockToleranceSeconds <= MOST_TOLERANCE_SECONDS,
            `${clockToleranceSeconds} s (CLOCK_TOLERANCE)`,
            `at most ${MOST_TOLERANCE_SECONDS} s`,
          ),
        ]),
  ];
}

function finding(code: ReadinessCode, ok: boolean, found: string, mend: string): ReadinessFinding {
  return { code, ok, detail: ok ? found : `${found}: ${mend}` };
}

/** This machine, its network, and the names reserved for examples and tests (RFC 2606, RFC 6761). */
function isStandIn(host: string): boolean {
  return (
    /^(localhost|.*\.(localhost|example|test|invalid|local|internal))$/u.test(host) ||
    /^(127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|0\.)/u.test(host) ||
    /^\[(::1?|f[cd].*|fe80.*)\]$/u.test(host) ||
    !host.includes(".")
  );
}
