// What verbs are given in tests: the real database role, content store, wraps and ids; only the words of settings are invented.

import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createFileStore, generateWrapKeyPair, newContentKey, unwrapKey, wrapKey } from "@posthorn/content";
import { INBOX_ROLE, openDatabase, type ServiceRole } from "@posthorn/db";
import { parseTariff, REIDENTIFY_DAYS_DEFAULT, REQUIRED_IDENTIFICATIONS } from "@posthorn/domain";
import { createIdentityKeys } from "@posthorn/identity";
import { createRenditions } from "@posthorn/postal";
import { newId } from "@posthorn/runtime";
import {
  type AcceptedMessage,
  type ContentPort,
  type Context,
  DEFAULT_LIMITS,
  type IdentityKeysPort,
  type KeyUnwrapping,
  type KeyWrapping,
  parseSubmission,
  type RenditionPort,
  type Settings,
  storeText,
  submitMessage,
  type SubmittedPart,
} from "@posthorn/usecases";
import { samplePdf } from "./sample-pdf.ts";
import { createTestDatabase, type TestDatabase } from "../postgres/test-database.ts";

export const TEST_SETTINGS: Settings = {
  trustStatus: "demonstration",
  issuer: { name: "Posthorn", country: "BE" },
  policies: ["https://posthorn.example/policy/practice-statement/1"],
  stampGraceSeconds: 300,
  letters: {
    tariff: parseTariff("BE:8=9,40=12,100=18;NL:8=14,40=20"),
    printers: [{ duplex: true, sheets: 100 }],
  },
  limits: DEFAULT_LIMITS,
  identifications: REQUIRED_IDENTIFICATIONS,
  reidentifyDays: REIDENTIFY_DAYS_DEFAULT,
};

/** The seeded company and its member who sends. */
export const TEST_SENDER = {
  accountId: "acc_SEED0VANDEWALLE",
  memberId: "mem_SEED0LOTTEMAES",
  email: "lotte.maes@vandewalle.example",
} as const;

export const TEST_ADDRESSEE = {
  email: "jan.peeters@example.be",
  mobile: "+32470123412",
  name: "Peeters",
  first_names: "Jan",
  language: "nl",
  addressee_consent: { basis: "none_stated" },
} as const;

export type BenchRole = ServiceRole | "inbox" | "owner";

export interface VerbBench {
  readonly database: TestDatabase;
  readonly content: ContentPort;
  /** Where its blobs lie. */
  readonly contentDirectory: string;
  readonly wrapping: KeyWrapping;
  readonly keys: KeyUnwrapping;
  /** As in production, but without LibreOffice; nothing runs before it is asked. */
  readonly renditions: RenditionPort;
  /** Two versions, 2 the newest. */
  readonly identityKeys: IdentityKeysPort;
  /** A context under the service's own role, as the portal acts on an inbox, or as owner to look at what no service may; one pool a role. */
  context(role: BenchRole, settings?: Partial<Settings>): Context;
  /** Accepts a message as the api would; one addressee unless told otherwise. */
  submit(given?: {
    readonly addressees?: readonly object[];
    readonly options?: object;
    readonly at?: Temporal.Instant;
    readonly attachment?: Uint8Array;
  }): Promise<AcceptedMessage & { readonly deliveryIds: readonly string[] }>;
  close(): Promise<void>;
}

function openFor(database: TestDatabase, role: BenchRole) {
  if (role === "inbox")
    return openDatabase({ url: database.urlFor("portal"), service: "portal", max: 5, role: INBOX_ROLE });
  return openDatabase({ url: database.urlFor(role), service: role, max: 5 });
}

/** A seeded database of its own with a content store in a temporary folder. */
export async function createVerbBench(): Promise<VerbBench> {
  const database = await createTestDatabase({ seed: true });
  const directory = await mkdtemp(join(tmpdir(), "posthorn-content-"));
  const content = createFileStore(directory);
  const pair = generateWrapKeyPair();
  const wrapping: KeyWrapping = { wrap: (key, context) => wrapKey(pair.publicKey, key, context) };
  const keys: KeyUnwrapping = { unwrap: (wrapped, context) => unwrapKey(pair.privateKey, wrapped, context) };
  const identityKeys = createIdentityKeys([
    { version: 2, key: randomBytes(32) },
    { version: 1, key: randomBytes(32) },
  ]);
  const renditions = createRenditions({});
  const contexts = new Map<string, Context>();

  function context(role: BenchRole, settings: Partial<Settings> = {}): Context {
    let known = contexts.get(role);
    if (!known) {
      known = {
        db: openFor(database, role),
        service: role === "inbox" ? "portal" : role,
        newId,
        settings: TEST_SETTINGS,
      };
      contexts.set(role, known);
    }
    return { ...known, settings: { ...TEST_SETTINGS, ...settings } };
  }

  /** A rendition of one empty page. */
  async function printed(
    contentKey: Uint8Array,
    at: Temporal.Instant,
  ): Promise<Pick<SubmittedPart, "print" | "rendition">> {
    const blobId = newId("blb", at);
    const { size, sha256 } = await content.put(
      blobId,
      contentKey,
      (async function* () {
        yield samplePdf();
      })(),
    );
    return {
      print: { size, sha256, pages: 1, converter: "empty page of a test" },
      rendition: { blobId, colour: false },
    };
  }

  async function submit(given: Parameters<VerbBench["submit"]>[0] = {}): ReturnType<VerbBench["submit"]> {
    const ctx = context("api");
    const at = given.at ?? Temporal.Now.instant().round("millisecond");
    const parsed = parseSubmission(
      ctx,
      {
        subject: "Formal notice: rent arrears",
        body: "Dear Mr Peeters,\n\nThe rent of September has not been paid.",
        options: { required_identification: "codes", ...given.options },
        addressees: given.addressees ?? [TEST_ADDRESSEE],
      },
      { senderEmail: TEST_SENDER.email, registerNumbers: true, at },
    );
    if (!parsed.ok) throw new Error(`the sample does not parse: ${JSON.stringify(parsed.errors)}`);
    const contentKey = newContentKey();
    const parts: SubmittedPart[] = [await storeText(ctx, content, contentKey, parsed.value, at)];
    if (given.attachment) {
      const bytes = given.attachment;
      const blobId = newId("blb", at);
      const stored = await content.put(
        blobId,
        contentKey,
        (async function* () {
          yield bytes;
        })(),
      );
      parts.push({
        name: "lease.pdf",
        type: "application/pdf",
        size: stored.size,
        sha256: stored.sha256,
        blobId,
      });
    }
    if (parsed.value.options.postalFallback) {
      for (const [index, part] of parts.entries()) {
        parts[index] = { ...part, ...(await printed(contentKey, at)) };
      }
    }
    const accepted = await submitMessage(
      ctx,
      { wrapping, identityKeys },
      {
        messageId: newId("msg", at),
        ...TEST_SENDER,
        authentication: { method: "api_key", at: at.toString({ smallestUnit: "millisecond" }) },
        subject: parsed.value.subject,
        options: parsed.value.options,
        addressees: parsed.value.addressees,
        parts,
        contentKey,
        arrivedAt: at,
      },
    );
    const rows = await context("worker")
      .db.selectFrom("delivery")
      .select("id")
      .where("message_id", "=", accepted.messageId)
      .orderBy("ordinal")
      .execute();
    return { ...accepted, deliveryIds: rows.map((row) => row.id) };
  }

  return {
    database,
    content,
    contentDirectory: directory,
    wrapping,
    keys,
    identityKeys,
    renditions,
    context,
    submit,
    async close() {
      await renditions.close();
      for (const ctx of contexts.values()) await ctx.db.destroy();
      await database.drop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
