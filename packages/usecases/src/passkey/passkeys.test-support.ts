// One holder's browser and authenticator before the verbs of passkeys, for tests.

import { createTryLimit } from "@posthorn/db";
import { openPasskeys } from "@posthorn/identity";
import { type Authenticator, createAuthenticator, type PasskeyQuirks } from "@posthorn/testkit";
import type { Context } from "../context.ts";
import { beginPasskeyRegistration } from "./begin-registration.ts";
import { beginPasskeyConfirmation, confirmWithPasskey } from "./confirm-with-passkey.ts";
import { type AddedPasskey, finishPasskeyRegistration } from "./finish-registration.ts";
import type { PasskeyHolder, PasskeyVisit } from "./holder.ts";
import type { PasskeyPorts } from "./ports.ts";
import type { ProvenHolder } from "./prove-passkey.ts";
import { beginPasskeySignIn, finishPasskeySignIn } from "./sign-in-with-passkey.ts";

export const SITE = "http://portal.localhost:4400";
const passkeys = openPasskeys({ name: "Posthorn", publicUrl: SITE });

export function passkeyPorts(ctx: Context, tries = 200): PasskeyPorts {
  return { passkeys, tries: createTryLimit(ctx.db, { name: `test-${tries}`, tries, windowSeconds: 900 }) };
}

export function visit(given: Partial<PasskeyVisit> & { readonly ip?: string } = {}): PasskeyVisit {
  return {
    visitor: { ip: given.ip ?? "192.0.2.7", userAgent: FIREFOX, language: "nl" },
    arrivedAt: Temporal.Now.instant().round("millisecond"),
    browserHash: given.browserHash ?? "browser-1",
  };
}

const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0";

export async function add(
  ctx: Context,
  holder: PasskeyHolder,
  authenticator: Authenticator = createAuthenticator(),
  given: { readonly name?: string; readonly quirks?: PasskeyQuirks } = {},
): Promise<AddedPasskey> {
  const ports = passkeyPorts(ctx);
  const { ceremonyId, options } = await beginPasskeyRegistration(ctx, ports, { ...visit(), holder });
  const answer = authenticator.create(options, SITE, given.quirks);
  const name = given.name ?? "";
  return finishPasskeyRegistration(ctx, ports, { ...visit(), holder, ceremonyId, answer, name });
}

export async function signInBy(
  ctx: Context,
  authenticator: Authenticator,
  given: {
    readonly holderKind?: PasskeyHolder["kind"];
    readonly quirks?: PasskeyQuirks;
    readonly browserHash?: string;
  } = {},
): Promise<ProvenHolder> {
  const ports = passkeyPorts(ctx);
  const holderKind = given.holderKind ?? "person";
  const { ceremonyId, options } = await beginPasskeySignIn(ctx, ports, { ...visit(), holderKind });
  const answer = authenticator.get(options, SITE, given.quirks);
  const asked = { ...visit(given), holderKind, ceremonyId, answer };
  return finishPasskeySignIn(ctx, ports, asked, async (_, proven) => proven);
}

export async function confirmBy(
  ctx: Context,
  holder: PasskeyHolder,
  authenticator: Authenticator,
  answers: PasskeyHolder = holder,
): Promise<ProvenHolder> {
  const ports = passkeyPorts(ctx);
  const { ceremonyId, options } = await beginPasskeyConfirmation(ctx, ports, { ...visit(), holder });
  const { rpId, challenge } = options;
  const answer = authenticator.get({ rpId, challenge }, SITE);
  const asked = { ...visit(), holder: answers, ceremonyId, answer };
  return confirmWithPasskey(ctx, ports, asked, async (_, proven) => proven);
}
