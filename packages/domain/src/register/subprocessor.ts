// An entry in the register of subprocessors: whom we hand personal data to, for what, and from when (GDPR art. 28(2), 28(4)).

import type { FieldError } from "../error.ts";
import { parseDate } from "../input/parse-choice.ts";
import { failed, isBlank, type Parsed, parseRequiredLine, valueOr } from "../input/parse-line.ts";
import { type Language, LANGUAGES } from "../language.ts";
import type { PlainDate } from "../lifecycle/state.ts";
import { judgeEstablishment, OVERRIDE_LONGEST, OVERRIDE_SHORTEST } from "./establishment.ts";
import { collected, parseChoices, parseCountry, parseOptionalWords, splitList } from "./parse-words.ts";

/** What a provider does for us; a host is called in one of these roles. */
export const PROVIDER_ROLES = [
  "hosting",
  "mail",
  "sms",
  "identification",
  "timestamp",
  "seal",
  "revocation",
  "carrier",
  "printer",
  "payment",
  "support",
] as const;
export type ProviderRole = (typeof PROVIDER_ROLES)[number];

/** Days ahead that account holders are told of a new one, where nothing else is configured. */
export const NOTICE_DAYS_DEFAULT = 30;
export const NAME_LONGEST = 200;
export const ADDRESS_LONGEST = 300;
export const PURPOSE_LONGEST = 300;
export const HOSTS_MOST = 20;

export interface RawSubprocessor {
  readonly name: string;
  readonly address: string;
  readonly purpose: Readonly<Record<Language, string>>;
  readonly country: string;
  readonly parentName: string;
  readonly parentCountry: string;
  readonly termsUrl: string;
  readonly hosts: string;
  readonly roles: readonly string[];
  readonly effectiveOn: string;
  readonly override: string;
  readonly shortNotice: string;
}

export interface NewSubprocessor {
  readonly name: string;
  readonly address: string;
  readonly purpose: Readonly<Record<Language, string>>;
  readonly country: string;
  readonly parentName: string;
  readonly parentCountry: string;
  readonly termsUrl: string;
  readonly hosts: readonly string[];
  readonly roles: readonly ProviderRole[];
  readonly effectiveOn: PlainDate;
  /** Null where it is established within, and its parent as well. */
  readonly override: string | null;
  /** Null where account holders are told in time. */
  readonly shortNotice: string | null;
}

const HOST = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/u;

/**
 * Fields as those of `NewSubprocessor` in snake_case, `purpose.nl` … Errors beside those of lines and words: `override_required` at
 * `override` for one established, or owned, outside the European Economic Area; `short_notice_required` at `short_notice` where it takes
 * effect less than `noticeDays` after `today`; `host_invalid`, `url_invalid`.
 */
export function parseSubprocessor(
  raw: RawSubprocessor,
  { today, noticeDays }: { readonly today: PlainDate; readonly noticeDays: number },
): Parsed<NewSubprocessor> {
  const errors: FieldError[] = [];
  const line = (path: string, typed: string, most: number) =>
    valueOr(errors, parseRequiredLine(path, typed, most)) ?? "";
  const entry = {
    name: line("name", raw.name, NAME_LONGEST),
    address: line("address", raw.address.replaceAll(/\s+/gu, " "), ADDRESS_LONGEST),
    purpose: Object.fromEntries(
      LANGUAGES.map((language) => [
        language,
        line(`purpose.${language}`, raw.purpose[language], PURPOSE_LONGEST),
      ]),
    ) as Record<Language, string>,
    country: valueOr(errors, parseCountry("country", raw.country)) ?? "",
    parentName: line("parent_name", raw.parentName, NAME_LONGEST),
    parentCountry: valueOr(errors, parseCountry("parent_country", raw.parentCountry)) ?? "",
    termsUrl: valueOr(errors, parseTerms(raw.termsUrl)) ?? "",
    hosts: valueOr(errors, parseHosts(raw.hosts)) ?? [],
    roles: valueOr(errors, parseChoices("roles", raw.roles, PROVIDER_ROLES)) ?? [],
  };
  const words = { min: OVERRIDE_SHORTEST, max: OVERRIDE_LONGEST };
  const override = valueOr(errors, parseOptionalWords("override", raw.override, words)) ?? "";
  const shortNotice = valueOr(errors, parseOptionalWords("short_notice", raw.shortNotice, words)) ?? "";
  const day = isBlank(raw.effectiveOn)
    ? failed("effective_on", "required")
    : parseDate("effective_on", raw.effectiveOn);
  const effectiveOn = valueOr<PlainDate | null>(errors, day);
  const placed = entry.country !== "" && entry.parentCountry !== "";
  const standing = judgeEstablishment({ ...entry, override });
  if (placed && standing === "outside" && isBlank(raw.override))
    errors.push({ path: "override", code: "override_required" });
  const late =
    effectiveOn !== null && Temporal.PlainDate.compare(effectiveOn, today.add({ days: noticeDays })) < 0;
  if (late && isBlank(raw.shortNotice))
    errors.push({ path: "short_notice", code: "short_notice_required", params: { days: noticeDays } });
  return collected(
    errors,
    effectiveOn && {
      ...entry,
      effectiveOn,
      override: standing === "within" ? null : override,
      shortNotice: late ? shortNotice : null,
    },
  );
}

function parseTerms(typed: string): Parsed<string> {
  if (isBlank(typed)) return failed("terms_url", "required");
  const url = URL.parse(typed.trim());
  const ok = url !== null && url.protocol === "https:" && url.username === "" && url.href.length <= 500;
  return ok ? { ok: true, value: url.href } : failed("terms_url", "url_invalid");
}

/** None where it is called at no host of its own: an auditor, a cleaner of machines. */
function parseHosts(typed: string): Parsed<readonly string[]> {
  const hosts = splitList(typed.toLowerCase());
  const wrong = hosts.find((host) => !HOST.test(host));
  if (wrong !== undefined) return failed("hosts", "host_invalid", { host: wrong.slice(0, 80) });
  return hosts.length > HOSTS_MOST
    ? failed("hosts", "out_of_range", { min: 0, max: HOSTS_MOST })
    : { ok: true, value: hosts };
}
