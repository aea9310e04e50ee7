// Two addressees identify themselves, by itsme and by card; then everything that leaves the service is searched for what must not.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createIdentityKeys, parseIdentityKeys } from "@posthorn/identity";
import {
  type ApiAddressee,
  CITIZENS,
  createVisitor,
  identifyWithItsme,
  openLocal,
  type Page,
  PEOPLE,
  playAddressee,
  signWebEid,
  type StandInCard,
  type Visitor,
  waitFor,
} from "@posthorn/testkit";
import { textsFor } from "@posthorn/texts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ask } from "../actors/hold-table.ts";
import { openStack, type TestStack } from "../actors/open-stack.ts";
import { newAddressee, newMessage } from "../actors/write-message.ts";
import { unpackLayers } from "../secrecy/unpack-layers.ts";

const JAN = CITIZENS[0];
const words = textsFor("en");
const BROWSER = "posthorn journey";

interface Artefact {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface Unpacked {
  readonly name: string;
  readonly layers: readonly Buffer[];
}

let stack: TestStack;
let artefacts: readonly Unpacked[];
let rows: readonly { readonly table: string; readonly text: string }[];
let secrets: ReadonlyMap<string, string>;
let kept: readonly string[];

beforeAll(async () => {
  stack = await openStack();
  const identification = { birth_date: JAN.birthdate, national_register_number: JAN.registerNumber };
  const byItsme = { ...newAddressee(), identification };
  const byCard = { ...newAddressee(), identification };
  const found: Artefact[] = [];
  const deliveries: string[] = [];
  for (const [addressee, way] of [
    [byItsme, "itsme"],
    [byCard, "card"],
  ] as const) {
    const accepted = await stack.api.submit(
      newMessage([addressee], { required_identification: "eid_or_itsme" }),
    );
    const id = accepted.deliveries[0]?.id ?? "";
    deliveries.push(id);
    found.push(...(await collect(addressee, way)));
    found.push(...(await fromApi(accepted.id, id)));
  }
  found.push(...(await fromPortal(deliveries)));
  found.push(...(await sentOut([byItsme, byCard])));
  found.push(...written(), ...(await publicLog()));
  artefacts = found.map(({ name, bytes }) => ({ name, layers: unpackLayers(bytes) }));
  rows = await databaseRows();
  kept = await openedRecords();
  secrets = secretsOf(kept);
}, 240_000);

afterAll(() => stack?.stop());

/** The pages on the way, as the addressee was shown them. */
async function collect(
  addressee: ApiAddressee & { readonly mobile: string },
  way: "itsme" | "card",
): Promise<Artefact[]> {
  const played = playAddressee({ post: stack.post, ...addressee, language: "en" });
  const notice = await played.openNotice();
  const { visitor } = played;
  const decision =
    way === "itsme"
      ? await passItsme(visitor, notice)
      : await passCard(visitor, notice, stack.standIns.cards.cards.jan);
  expect(decision.text).toContain(words.collect.decide.title);
  const message = await played.accept(decision);
  return [notice, decision, message].map((page) => ({ name: `${way} ${page.url}`, bytes: html(page) }));
}

async function passItsme(visitor: Visitor, notice: Page): Promise<Page> {
  const form = formOf(notice, "/identify/itsme");
  const sent = await visitor.fetch(form.action, { method: "POST", ...posted(notice, form) });
  const itsme = sent.headers.get("location") ?? "";
  return visitor.open(await identifyWithItsme(itsme, "jan"));
}

async function passCard(visitor: Visitor, notice: Page, card: StandInCard): Promise<Page> {
  const page = await visitor.press(notice, words.collectIdentify.card);
  const form = page.document.querySelector<HTMLFormElement>("form[data-island=web-eid]");
  if (form === null) throw new Error(`No form for a card on ${page.url}: ${page.text.slice(0, 400)}`);
  const nonce = form.dataset["nonce"] ?? "";
  const token = signWebEid(card, { nonce, origin: new URL(page.url).origin });
  const answer = await visitor.fetch(new URL(form.getAttribute("action") ?? "", page.url).href, {
    method: "POST",
    ...posted(page, form, { web_eid_token: JSON.stringify(token) }),
  });
  return visitor.open(new URL(answer.headers.get("location") ?? "", page.url).href);
}

function formOf(page: Page, ending: string): HTMLFormElement {
  const form = Array.from(page.document.querySelectorAll("form")).find((each) =>
    each.action.endsWith(ending),
  );
  if (form === undefined) throw new Error(`No form to ${ending} on ${page.url}: ${page.text.slice(0, 400)}`);
  return form;
}

function posted(
  page: Page,
  form: HTMLFormElement,
  values: Readonly<Record<string, string>> = {},
): RequestInit {
  const fields = new URLSearchParams();
  for (const input of form.querySelectorAll("input"))
    fields.set(input.name, values[input.name] ?? input.value);
  return { body: fields, headers: { origin: new URL(page.url).origin } };
}

/** What an integrator gets: states, evidence, proofs, the bundle. */
async function fromApi(message: string, delivery: string): Promise<Artefact[]> {
  const last = ["NotificationDelivered", "ContentHandover"];
  const evidence = (await stack.api.evidence(delivery, last)).filter(({ sealed }) => sealed);
  const paths = [
    ...evidence.map(({ id }) => `/evidence/${id}`),
    ...["proof_of_submission", "proof_of_notification", "proof_of_collection"].map(
      (kind) => `/deliveries/${delivery}/proofs/${kind}?language=nl`,
    ),
    `/messages/${message}/proofs/submission?language=fr`,
    `/deliveries/${delivery}/bundle?language=en`,
  ];
  const sealed = await Promise.all(
    paths.map(async (path) => ({ name: path, bytes: await stack.api.sealed(path, 60_000) })),
  );
  const plain = await Promise.all(
    [`/deliveries/${delivery}`, `/messages/${message}`, "/messages", `/deliveries/${delivery}/evidence`].map(
      async (path) => ({
        name: path,
        bytes: new Uint8Array(await (await stack.api.get(path)).arrayBuffer()),
      }),
    ),
  );
  return [...sealed, ...plain];
}

/** What the sender sees, and the proof as a web page. */
async function fromPortal(deliveries: readonly string[]): Promise<Artefact[]> {
  const [lotte] = PEOPLE;
  const visitor = createVisitor({ language: "en" });
  const signIn = await visitor.open(`${stack.addresses.services.portal}/sign-in`);
  const password = Array.from(signIn.document.querySelectorAll("form")).find((form) =>
    form.querySelector("[name=password]"),
  );
  if (password === undefined) throw new Error("No form for a password.");
  await visitor.fetch(new URL(password.getAttribute("action") ?? "", signIn.url).href, {
    method: "POST",
    ...posted(signIn, password, { email: lotte?.email ?? "", password: lotte?.password ?? "" }),
  });
  const pages: Artefact[] = [];
  for (const path of ["/", "/sent", ...deliveries.map((id) => `/deliveries/${id}`)]) {
    const page = await visitor.open(new URL(path, stack.addresses.services.portal).href);
    expect(page.status, path).toBe(200);
    pages.push({ name: `portal ${path}`, bytes: html(page) });
  }
  return pages;
}

/** Raw mails and text messages, the copy of the proof among them. */
async function sentOut(
  addressees: readonly (ApiAddressee & { readonly mobile: string })[],
): Promise<Artefact[]> {
  for (const { email } of addressees)
    await stack.post.mailTo(email, { matches: (mail) => mail.attachments.length > 0, withinMs: 60_000 });
  const { mailbox, phone } = stack.addresses;
  const mails = (await (await openLocal(`${mailbox}/api/messages`)).json()) as readonly {
    readonly id: string;
  }[];
  const raw = mails.map(async ({ id }) => ({ name: `mail ${id}`, bytes: await stack.post.rawMail(id) }));
  const texts = await (await openLocal(`${phone}/api/messages`)).arrayBuffer();
  return [...(await Promise.all(raw)), { name: "text messages", bytes: new Uint8Array(texts) }];
}

/** The logs of the services themselves. */
function written(): Artefact[] {
  const folder = join(stack.directory, "logs");
  return readdirSync(folder).map((name) => ({
    name: `log ${name}`,
    bytes: readFileSync(join(folder, name)),
  }));
}

async function publicLog(): Promise<Artefact[]> {
  const { verify } = stack.addresses.services;
  return Promise.all(
    ["/log/checkpoint", "/log"].map(async (path) => ({
      name: path,
      bytes: new Uint8Array(await (await openLocal(`${verify}${path}`)).arrayBuffer()),
    })),
  );
}

/** Every row of every table as text; octets in hex. */
async function databaseRows(): Promise<typeof rows> {
  const tables = await ask<{ name: string }>(
    stack.ownerUrl,
    "SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema')",
  );
  const all = await Promise.all(
    tables.map(async ({ name }) =>
      (await ask<{ text: string }>(stack.ownerUrl, `SELECT t::text AS text FROM ${name} t`)).map(
        ({ text }) => ({
          table: name,
          text,
        }),
      ),
    ),
  );
  return all.flat();
}

/** As the privacy desk would open them: proof that there is something to hide, and what it is. */
async function openedRecords(): Promise<readonly string[]> {
  const keys = createIdentityKeys(parseIdentityKeys(`1=${identityKeyFile()}`));
  const records = await waitFor("both identification records", async () => {
    const found = await ask<{ id: string; sealed: Buffer; key_version: number }>(
      stack.ownerUrl,
      "SELECT id, sealed, key_version FROM identification_record WHERE purpose = 'collect' ORDER BY kept_at",
    );
    return found.length === 2 ? found : undefined;
  });
  return records.map(({ id, sealed, key_version: keyVersion }) =>
    keys.open(`identification_record/${id}`, { bytes: sealed, keyVersion }),
  );
}

function identityKeyFile(): string {
  const folder = readdirSync(stack.directory, { recursive: true, encoding: "utf8" }).find((name) =>
    /identity-1(\.|$)/.test(name),
  );
  if (folder === undefined) throw new Error("The stack keeps no key of identities.");
  return `file://${join(stack.directory, folder)}`;
}

/** What was received at the identifications, in the forms in which people and programs write it. */
function secretsOf(opened: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const number = JAN.registerNumber;
  const [date, serial, check] = [number.slice(0, 6), number.slice(6, 9), number.slice(9)];
  const dotted = date.replaceAll(/(..)(..)(..)/g, "$1.$2.$3");
  for (const [index, text] of [
    number,
    `${date}-${serial}-${check}`,
    `${dotted}-${serial}.${check}`,
    `${date}${serial}`,
  ].entries())
    found.set(`register number ${index}`, text);
  for (const text of [
    JAN.birthdate,
    "02/03/1974",
    "2 maart 1974",
    "2 mars 1974",
    "2. März 1974",
    "2 March 1974",
    "19740302",
  ])
    found.set(`birth date ${text}`, text);
  for (const record of opened) {
    const { identity } = JSON.parse(record) as { identity: { received: Record<string, unknown> } };
    for (const [name, value] of Object.entries(identity.received)) addReceived(found, name, value);
  }
  const der = Buffer.from(stack.standIns.cards.cards.jan.certificate);
  found.set("certificate in base64", der.toString("base64").slice(40, 100));
  found.set("certificate in hex", der.toString("hex").slice(80, 160));
  found.set("certificate", der.subarray(60, 100).toString("latin1"));
  found.set("browser", BROWSER);
  return found;
}

/** Not what was ours to begin with, as the nonce. */
function addReceived(found: Map<string, string>, name: string, value: unknown): void {
  if (typeof value !== "string" || !/token|certificate/.test(name)) return;
  // Of a token each part that is long enough to be nobody else's.
  for (const [index, part] of value.split(/[."\\{},:\s-]+/).entries())
    if (part.length >= 40) found.set(`${name} ${index}`, part.slice(0, 60));
}

test("there is something to hide: both records hold number, date, and what itsme or the card answered", () => {
  expect(kept).toHaveLength(2);
  for (const record of kept) {
    expect(record).toContain(JAN.registerNumber);
    expect(record).toContain(JAN.birthdate);
  }
  expect([...secrets.keys()].some((name) => name.startsWith("token"))).toBe(true);
  expect(secrets.size).toBeGreaterThan(14);
});

describe("what leaves the service", () => {
  test("is all there, and can be read by this search", () => {
    const names = artefacts.map(({ name }) => name).join("\n");
    for (const kind of [
      "/evidence/",
      "proof_of_collection",
      "/bundle",
      "mail ",
      "log collect",
      "portal /deliveries",
      "/log/checkpoint",
    ])
      expect(names).toContain(kind);
    const found = (name: string, text: string) =>
      artefacts.some((each) => each.name.includes(name) && each.layers.some((layer) => layer.includes(text)));
    // The authenticated name may leave, and the search sees it in each of these forms.
    for (const name of ["/evidence/", "proof_of_collection", "/bundle"])
      expect(found(name, "Jan Peeters"), name).toBe(true);
  });

  test("holds no register number, birth date, certificate, token or browser of the addressee", () => {
    for (const { name, layers } of artefacts) {
      for (const [what, secret] of secrets) {
        const octets = Buffer.from(secret, what === "certificate" ? "latin1" : "utf8");
        expect(
          layers.some((layer) => layer.includes(octets)),
          `${what} in ${name}`,
        ).toBe(false);
      }
    }
  });
});

test("in the database they stand sealed, but for the birth date that the sender gave and the browser in the log of use", () => {
  const allowed = (table: string, what: string) =>
    (table === "delivery" && what === `birth date ${JAN.birthdate}`) ||
    (what === "browser" && /^(use_log|use_log_month\..+|session)$/.test(table));
  const hits = rows.flatMap(({ table, text }) =>
    [...secrets].flatMap(([what, secret]) => {
      const octets = Buffer.from(secret, what === "certificate" ? "latin1" : "utf8");
      const there = text.includes(secret) || text.includes(octets.toString("hex"));
      return there && !allowed(table, what) ? [`${what} in ${table}`] : [];
    }),
  );
  expect([...new Set(hits)]).toEqual([]);
});

function html(page: Page): Uint8Array {
  return Buffer.from(page.document.documentElement.outerHTML, "utf8");
}
