import { AppError } from "@posthorn/domain";
import { createVerbBench, type VerbBench } from "@posthorn/testkit";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Presented } from "../collection/ports.ts";
import { fetchSenderLogo } from "../collection/fetch-sender-logo.ts";
import { viewNotice } from "../collection/view-notice.ts";
import { changeSettings, type SettingsPart } from "./change-settings.ts";
import { changeLogo, fetchOwnLogo, type LogoPort, removeLogo } from "./keep-logo.ts";
import type { SettingsHolder } from "./settings-holder.ts";
import { viewSettings } from "./view-settings.ts";

const visitor = { ip: "192.0.2.7", userAgent: "test", language: "nl" };
const LOTTE: SettingsHolder = {
  accountId: "acc_SEED0VANDEWALLE",
  memberId: "mem_SEED0LOTTEMAES",
  personId: "per_SEED0LOTTEMAES",
  role: "admin",
  accountKind: "company",
  accountStatus: "active",
};
const HOLDER: SettingsHolder = { ...LOTTE, accountKind: "private" };
const PNG: LogoPort = {
  encode: async (bytes) => ({ ok: true, logo: { mediaType: "image/png", width: 10, height: 5, bytes } }),
};

let bench: VerbBench;
beforeAll(async () => {
  bench = await createVerbBench();
});
afterAll(() => bench.close());

function change(part: SettingsPart, raw: Record<string, unknown>, holder = LOTTE) {
  return changeSettings(bench.context("portal"), part, raw, act(holder));
}

function act(holder = LOTTE) {
  return { holder, visitor, arrivedAt: Temporal.Now.instant().round("millisecond") };
}

async function faults(work: Promise<unknown>): Promise<readonly string[]> {
  try {
    await work;
    return ["done"];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.fields.length === 0 ? [error.code] : error.fields.map(({ path, code }) => `${path} ${code}`);
  }
}

const settings = () => viewSettings(bench.context("portal"), LOTTE);

test("defaults are kept as chosen, within what the rules allow", async () => {
  const chosen = {
    required_identification: "codes",
    collection_days: "30",
    reminders: "false",
    postal_fallback: "true",
    content_retention_days: "730",
  };
  await change("defaults", chosen);
  expect((await settings()).defaults).toEqual({
    requiredIdentification: "codes",
    collectionDays: 30,
    reminders: false,
    postalFallback: true,
    contentRetentionDays: 730,
  });
  const wrong = {
    ...chosen,
    collection_days: "31",
    content_retention_days: "29",
    postal_fallback: "perhaps",
  };
  expect(await faults(change("defaults", wrong))).toEqual([
    "collection_days out_of_range",
    "postal_fallback not_a_choice",
    "content_retention_days out_of_range",
  ]);
});

test("a company gives an e-mail address, a private holder a postal address", async () => {
  await change("account", { language: "fr", email: "office@vandewalle.example" });
  expect(await settings()).toMatchObject({ language: "fr", email: "office@vandewalle.example" });
  expect(await faults(change("account", { language: "xx", email: "" }))).toEqual([
    "language choose",
    "email required",
  ]);
  expect(await faults(change("account", { language: "nl" }, HOLDER))).toEqual([
    "postal_address.street required",
    "postal_address.number required",
    "postal_address.postcode required",
    "postal_address.town required",
  ]);
  const { email, address } = await settings();
  const home = { street: "Dorpsstraat", number: "1", postcode: "9000", town: "Gent", country: "BE" };
  await change("account", { language: "nl", email: "ignored@example.be", ...home }, HOLDER);
  expect(await settings()).toMatchObject({ email, address: home });
  expect(address).not.toEqual(home);
});

test("who is no admin, and an account that is restricted, change nothing", async () => {
  const user: SettingsHolder = { ...LOTTE, role: "user" };
  expect(await faults(change("sender", { sender_shown: "after" }, user))).toEqual(["not_an_admin"]);
  expect(await faults(viewSettings(bench.context("portal"), user))).toEqual(["not_an_admin"]);
  expect(await faults(removeLogo(bench.context("portal"), act(user)))).toEqual(["not_an_admin"]);
  const closed: SettingsHolder = { ...LOTTE, accountStatus: "closed" };
  expect(await faults(change("sender", { sender_shown: "after" }, closed))).toEqual(["account_closed"]);
  expect(await faults(change("sender", { sender_shown: "never" }))).toEqual(["sender_shown choose"]);
});

test("a logo is kept, replaced and taken away, and is the account's own", async () => {
  const portal = bench.context("portal");
  await changeLogo(portal, PNG, Uint8Array.of(1, 2, 3), act());
  await changeLogo(portal, PNG, Uint8Array.of(4, 5, 6), act());
  const { logo } = await settings();
  expect(logo).toMatchObject({ width: 10, height: 5 });
  const own = await fetchOwnLogo(portal, LOTTE.accountId);
  expect([own.sha256, [...own.bytes]]).toEqual([logo?.sha256, [4, 5, 6]]);
  expect(await faults(fetchOwnLogo(portal, "acc_SEED0CANAL"))).toEqual(["logo_not_found"]);
  const broken: LogoPort = { encode: async () => ({ ok: false, fault: "logo_svg" }) };
  expect(await faults(changeLogo(portal, broken, Uint8Array.of(7), act()))).toEqual(["logo logo_svg"]);
  await removeLogo(portal, act());
  expect((await settings()).logo).toBeNull();
});

test("whoever is named only after acceptance is not shown before it, with or without a logo", async () => {
  const portal = bench.context("portal");
  await changeLogo(portal, PNG, Uint8Array.of(4, 5, 6), act());
  const before = await door((await bench.submit()).deliveryIds[0] ?? "");
  await change("sender", { sender_shown: "after" });
  const after = await door((await bench.submit()).deliveryIds[0] ?? "");
  const collect = bench.context("collect");

  const shown = await viewNotice(collect, before.presented);
  expect(shown.sender?.name).toBe("Immo Vandewalle bv");
  expect(shown.logo).toMatchObject({ width: 10 });
  expect([...(await fetchSenderLogo(collect, before.presented, before.id)).bytes]).toEqual([4, 5, 6]);

  const hidden = await viewNotice(collect, after.presented);
  expect([hidden.sender, hidden.logo]).toEqual([null, null]);
  expect(JSON.stringify(hidden)).not.toContain("Vandewalle");
  expect(await faults(fetchSenderLogo(collect, after.presented, after.id))).toEqual(["logo_not_found"]);
  expect(await faults(fetchSenderLogo(collect, {}, before.id))).toEqual(["logo_not_found"]);
  expect(await faults(fetchSenderLogo(collect, after.presented, before.id))).toEqual(["logo_not_found"]);

  await bench
    .context("owner")
    .db.updateTable("delivery")
    .set({ state: "collected" })
    .where("id", "=", after.id)
    .execute();
  expect((await viewNotice(collect, after.presented)).sender?.name).toBe("Immo Vandewalle bv");
});

async function door(id: string): Promise<{ readonly id: string; readonly presented: Presented }> {
  const hash = `hash-of-${id}`;
  await bench
    .context("owner")
    .db.updateTable("delivery")
    .set({ link_hash: hash })
    .where("id", "=", id)
    .execute();
  return { id, presented: { presented: hash } };
}
