// Changes one part of an account's settings; what is on its way keeps what it was sent with.

import { type AccountTable, transact, type Transaction, type Updateable } from "@posthorn/db";
import {
  AppError,
  type FieldError,
  isLanguage,
  parseEmail,
  parseMessageOptions,
  parsePostalAddress,
} from "@posthorn/domain";
import type { Context } from "../context.ts";
import { logUse } from "../record/log-use.ts";
import { requireChangeable, type SettingsAct, type SettingsHolder } from "./settings-holder.ts";

/** The parts of the settings that are changed each by itself. */
export const SETTINGS_PARTS = ["account", "defaults", "sender"] as const;
export type SettingsPart = (typeof SETTINGS_PARTS)[number];

type Changes = Updateable<AccountTable>;
type Raw = Readonly<Record<string, unknown>>;

/**
 * `raw`, by part: `account` reads `language`, `email` (a company's) and `street, number, box, postcode, town, country` (a
 * private account's); `defaults` what `parseMessageOptions` reads; `sender` reads `sender_shown`. Durable on return.
 * Errors: as `requireChangeable`; bad_request `settings_invalid` with fields.
 */
export async function changeSettings(
  ctx: Context,
  part: SettingsPart,
  raw: Raw,
  { holder, visitor, arrivedAt: at }: SettingsAct,
): Promise<void> {
  requireChangeable(holder);
  const changes = READERS[part](ctx, raw, holder);
  await transact(ctx.db, { accountId: holder.accountId }, async (trx) => {
    await update(trx, holder.accountId, { ...changes, settings_changed_at: at });
    await logUse(trx, ctx, {
      act: `settings_${part}_changed`,
      at,
      visitor,
      accountId: holder.accountId,
      personId: holder.personId,
    });
  });
}

async function update(trx: Transaction, accountId: string, changes: Changes): Promise<void> {
  await trx.updateTable("account").set(changes).where("id", "=", accountId).execute();
}

type Read = (ctx: Context, raw: Raw, holder: SettingsHolder) => Changes;

const READERS: Readonly<Record<SettingsPart, Read>> = {
  account: (_, raw, { accountKind }) => readAccount(raw, accountKind),
  defaults: readDefaults,
  sender(_, raw) {
    const shown = raw["sender_shown"];
    if (shown !== "before" && shown !== "after") throw invalid([{ path: "sender_shown", code: "choose" }]);
    return { sender_shown: shown };
  },
};

function readAccount(raw: Raw, kind: "private" | "company"): Changes {
  const errors: FieldError[] = [];
  const language = raw["language"];
  if (!isLanguage(language)) errors.push({ path: "language", code: "choose" });
  // A private holder's address is the one he signs in with: he changes it among his own data, by a link.
  const changes = kind === "company" ? readEmail(raw, errors) : readAddress(raw, errors);
  if (errors.length > 0 || !isLanguage(language)) throw invalid(errors);
  return { ...changes, language };
}

function readEmail(raw: Raw, errors: FieldError[]): Changes {
  const email = parseEmail("email", raw["email"]);
  if (!email.ok) errors.push(...email.errors);
  else if (email.value === null) errors.push({ path: "email", code: "required" });
  else return { email: email.value };
  return {};
}

/** A private account has a postal address. */
function readAddress(raw: Raw, errors: FieldError[]): Changes {
  const address = parsePostalAddress("postal_address", raw);
  if (!address.ok) errors.push(...address.errors);
  else if (address.value === null)
    errors.push(
      ...["street", "number", "postcode", "town"].map((field) => ({
        path: `postal_address.${field}`,
        code: "required",
      })),
    );
  else return { ...address.value, box: address.value.box ?? null };
  return {};
}

function readDefaults(ctx: Context, raw: Raw): Changes {
  const options = parseMessageOptions(raw, {
    identifications: ctx.settings.identifications,
    postalFallback: ctx.settings.letters !== null,
  });
  if (!options.ok) throw invalid(options.errors);
  const { value } = options;
  return {
    default_identification: value.requiredIdentification,
    default_collection_days: value.collectionDays,
    default_reminders: value.reminders,
    default_postal_fallback: value.postalFallback,
    content_retention_days: value.contentRetentionDays,
  };
}

function invalid(fields: readonly FieldError[]): AppError {
  return new AppError("bad_request", "settings_invalid", { fields });
}
