// The worker's settings, and what the chosen providers need of them: what is missing is named at the start.

import {
  parsePostalService,
  parseRegister,
  type PrinterProfile,
  type ProviderUse,
  TRUST_STATUSES,
} from "@posthorn/domain";
import { parseCodeKey } from "@posthorn/identity";
import { type ItemNumberRange, parseNumberRange, parsePrinterKeys, parsePrinters } from "@posthorn/postal";
import { CONTENT_SETTINGS, type Env, env, type EnvField } from "@posthorn/runtime";

export interface Mailbox {
  readonly address: string;
  readonly name?: string;
  /** Behind the at sign: of Message-IDs, and what we greet with. */
  readonly domain: string;
}

export const SETTINGS = {
  DATABASE_URL: env.url({ protocols: ["postgres:", "postgresql:"] }),
  HOST: env.withDefault(env.text(), "127.0.0.1"),
  PORT: env.port(),
  LOG_LEVEL: env.withDefault(env.oneOf(["trace", "debug", "info", "warn", "error", "fatal"]), "info"),
  CLOCK_TOLERANCE: env.withDefault(env.int({ min: 0 }), "30"),
  SWEEP_SECONDS: env.withDefault(env.int({ min: 1 }), "60"),
  CONCURRENCY: env.withDefault(env.int({ min: 1, max: 200 }), "8"),
  TRUST_STATUS: env.withDefault(env.oneOf(TRUST_STATUSES), "demonstration"),
  ISSUER_NAME: env.text(),
  ISSUER_COUNTRY: env.withDefault(env.text(), "BE"),
  POLICY_URLS: env.withDefault(env.list(), ""),
  PROVIDER_REGISTER: env.withDefault(env.parsed(parseRegister, "a list of providers in JSON"), "[]"),
  // Where people reach the provider, and his data protection officer: mails name it.
  PROVIDER_CONTACT: env.withDefault(env.text(), ""),
  DPO_CONTACT: env.withDefault(env.text(), ""),
  PORTAL_URL: env.url(),
  COLLECT_URL: env.url(),
  ...CONTENT_SETTINGS,
  MAIL_PROVIDER: env.withDefault(env.oneOf(["smtp", "flowmailer"]), "smtp"),
  SMS_PROVIDER: env.withDefault(env.oneOf(["twilio", "flowmailer"]), "twilio"),
  MAIL_FROM: mailbox(),
  BOUNCE_DOMAIN: env.text(),
  VERP_KEY: key(),
  LINK_KEY: key(),
  CODE_KEY: key(),
  CHECK_CODE_KEY: key(),
  // Whom letters are handed over to, and as what, where no carrier is connected.
  POSTAL_OPERATOR: env.withDefault(env.text(), "bpost"),
  POSTAL_SERVICE: env.withDefault(
    env.parsed(parsePostalService, "a name, or one a language: nl=…;fr=…"),
    "Aangetekende zending",
  ),
  CARRIER: env.withDefault(env.oneOf(["bpost", "none"]), "none"),
  BPOST_URL: env.withDefault(env.url(), "https://sen.bpost.be"),
  BPOST_API_KEY: env.optional(env.secret()),
  BPOST_ACCOUNT: env.optional(env.text()),
  BPOST_SUBACCOUNT: env.optional(env.text()),
  RETURN_ADDRESS: env.withDefault(env.list(), ""),
  NUMBER_RANGE: env.optional(numbers("range")),
  NUMBER_RANGE_ABROAD: env.optional(numbers("s10")),
  PRINTERS: env.withDefault(env.parsed(printersOrNone, "the printers in JSON"), "[]"),
  PRINTER_KEYS: env.withDefault(
    env.parsed(parsePrinterKeys, "private keys by printer, e.g. partner=file:///run/keys/partner"),
    "",
  ),
  PRINT_PRIVATE_KEY: env.optional(env.text()),
  SMTP_URL: env.optional(env.url({ protocols: ["smtp:", "smtps:"] })),
  DKIM_DOMAIN: env.optional(env.text()),
  DKIM_SELECTOR: env.optional(env.text()),
  DKIM_KEY: env.optional(env.secret()),
  TWILIO_ACCOUNT_SID: env.optional(env.text()),
  TWILIO_AUTH_TOKEN: env.optional(env.secret()),
  TWILIO_FROM: env.optional(env.text()),
  TWILIO_BASE_URL: env.optional(env.url()),
  SMS_CALLBACK_URL: env.optional(env.url()),
  FLOWMAILER_LOGIN_URL: env.withDefault(env.url(), "https://login.flowmailer.net"),
  FLOWMAILER_API_URL: env.withDefault(env.url(), "https://api.flowmailer.net"),
  FLOWMAILER_ACCOUNT: env.optional(env.text()),
  FLOWMAILER_CLIENT_ID: env.optional(env.text()),
  FLOWMAILER_CLIENT_SECRET: env.optional(env.secret()),
  FLOWMAILER_SOURCE: env.optional(env.text()),
  FLOWMAILER_SMS_FROM: env.withDefault(env.text(), "Posthorn"),
} as const;

export type Settings = Env<typeof SETTINGS>;

/** The value of a setting that the chosen provider cannot do without. Throws an Error that names it. */
export function needed<Name extends keyof Settings>(
  settings: Settings,
  name: Name,
): NonNullable<Settings[Name]> {
  const value = settings[name];
  if (value === undefined || value === null)
    throw new Error(`${name} is not set; the provider that was chosen needs it`);
  return value;
}

/** Whom the worker hands personal data to, as configured. */
export function providersOf(settings: Settings): readonly ProviderUse[] {
  const { MAIL_PROVIDER: mail, SMS_PROVIDER: sms } = settings;
  const flowmailer = settings.FLOWMAILER_API_URL.href;
  return [
    { role: "mail", url: mail === "smtp" ? needed(settings, "SMTP_URL").href : flowmailer },
    {
      role: "sms",
      url: sms === "twilio" ? (settings.TWILIO_BASE_URL?.href ?? "https://api.twilio.com") : flowmailer,
    },
    ...(settings.CARRIER === "bpost" ? [{ role: "carrier", url: settings.BPOST_URL.href }] : []),
    ...settings.PRINTERS.flatMap(({ sftp }) =>
      sftp ? [{ role: "printer", url: `sftp://${sftp.host}` }] : [],
    ),
  ];
}

/** An installation may have no printer at all; then none is configured here either. */
function printersOrNone(text: string): readonly PrinterProfile[] {
  return text === "[]" ? [] : parsePrinters(text);
}

/** Numbers of registered items within Belgium, or of the postal union for abroad. */
function numbers(kind: ItemNumberRange["kind"]): EnvField<ItemNumberRange> {
  return env.parsed((text) => {
    const range = parseNumberRange(text);
    if (range.kind !== kind)
      throw new Error(kind === "s10" ? "has numbers within Belgium" : "has numbers for abroad");
    return range;
  }, "a first and a last number with a hyphen between them");
}

/** 32 bytes, as base 64 or hex, or a file that holds them. */
function key(): EnvField<Uint8Array> {
  const secret = env.secret();
  return {
    expects: "32 random bytes as base 64 or hex, or file: and the path of a file that holds them",
    secret: true,
    read(text) {
      try {
        return parseCodeKey(secret.read(text));
      } catch (cause) {
        throw new Error("is no key of 32 bytes", { cause });
      }
    },
  };
}

/** `Posthorn <no-reply@posthorn.example>`, or the address alone. */
export function mailbox(): EnvField<Mailbox> {
  return {
    expects: "a mail address with or without a name, such as Posthorn <no-reply@posthorn.example>",
    read(text) {
      const [, name, inBrackets] = /^(.*?)\s*<([^<>]+)>$/.exec(text.trim()) ?? [];
      const address = (inBrackets ?? text).trim();
      const [, domain] = /^[^@\s]+@([^@\s]+)$/.exec(address) ?? [];
      if (!domain) throw new Error("is no mail address");
      return { address, domain, ...(name ? { name: name.replaceAll(/^"|"$/g, "") } : {}) };
    },
  };
}
