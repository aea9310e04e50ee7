// The API in-process on a seeded database of its own, and how a program asks it.

import { readdir } from "node:fs/promises";
import { newContentKey } from "@posthorn/content";
import { clockNow, openDatabase, sql } from "@posthorn/db";
import { createArrivalClock } from "@posthorn/runtime";
import { API_KEYS, createVerbBench, seededKey, TEST_SENDER, type VerbBench } from "@posthorn/testkit";
import type { Limits, Settings } from "@posthorn/usecases";
import { createApp } from "./app.ts";
import type { ApiDeps } from "./deps.ts";
import { createRateLimit } from "./door/limit-rate.ts";
import { apiKeyPort, arrivalOf, inspectionPort } from "./wiring/ports.ts";

export const KEY = seededKey(API_KEYS.first).secret;
export const OTHER_KEY = seededKey(API_KEYS.second).secret;

export interface LogLine {
  readonly fields: object;
  readonly message: string;
}

export interface ApiBench extends VerbBench {
  readonly app: ReturnType<typeof createApp>;
  readonly lines: LogLine[];
  /** The same API under other settings or ports. */
  appWith(given: {
    readonly settings?: Partial<Settings>;
    readonly limits?: Partial<Limits>;
    readonly deps?: Partial<ApiDeps>;
    readonly intake?: Partial<ApiDeps["intake"]>;
  }): ReturnType<typeof createApp>;
  get(path: string, key?: string): Promise<Response>;
  /** Runs SQL as the owner of the database. */
  asOwner(statement: string): Promise<readonly Record<string, unknown>[]>;
  /** Names of the blobs in the store, unfinished ones too. */
  blobs(): Promise<readonly string[]>;
  /** How many messages of the first key's account there are. */
  messages(): Promise<number>;
}

export async function createApiBench(): Promise<ApiBench> {
  const bench = await createVerbBench();
  const clock = await createArrivalClock({ measure: () => clockNow(bench.context("api").db) });
  const lines: LogLine[] = [];
  const write = (fields: object, message: string) => void lines.push({ fields, message });

  function appWith({ settings, limits, deps, intake }: Parameters<ApiBench["appWith"]>[0]) {
    const base = bench.context("api", settings);
    const ctx = { ...base, settings: { ...base.settings, limits: { ...base.settings.limits, ...limits } } };
    return createApp({
      ctx,
      origin: "http://api.localhost",
      log: { info: write, warn: write, error: write },
      health: {
        live: () => ({ status: 200, body: {} }),
        ready: () => Promise.resolve({ status: 200, body: {} }),
      },
      keys: apiKeyPort,
      intake: {
        content: bench.content,
        wrapping: bench.wrapping,
        inspection: inspectionPort,
        renditions: bench.renditions,
        identityKeys: bench.identityKeys,
        newContentKey,
        ...intake,
      },
      rate: createRateLimit(10_000),
      arrivedAt: arrivalOf(clock),
      trustedProxy: false,
      ...deps,
    });
  }

  const app = appWith({});
  const owner = openDatabase({ url: bench.database.ownerUrl, service: "owner", max: 1 });
  return {
    ...bench,
    app,
    lines,
    appWith,
    get: async (path, key = KEY) => app.request(path, { headers: bearer(key) }),
    async asOwner(statement) {
      return (await sql.raw<Record<string, unknown>>(statement).execute(owner)).rows;
    },
    async close() {
      clock.stop();
      await owner.destroy();
      await bench.close();
    },
    async blobs() {
      const entries = await readdir(bench.contentDirectory, { recursive: true, withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
    },
    async messages() {
      const { db } = bench.context("worker");
      const row = await db
        .selectFrom("message")
        .select((eb) => eb.fn.countAll<string>().as("count"))
        .where("account_id", "=", TEST_SENDER.accountId)
        .executeTakeFirstOrThrow();
      return Number(row.count);
    },
  };
}

export const bearer = (key: string = KEY): Record<string, string> => ({ Authorization: `Bearer ${key}` });

export const ADDRESSEE = {
  email: "jan.peeters@example.be",
  mobile: "+32470123412",
  name: "Peeters",
  first_names: "Jan",
  language: "nl",
  postal_address: {
    street: "Kerkstraat",
    number: "12",
    box: "3",
    postcode: "9000",
    town: "Gent",
    country: "BE",
  },
  addressee_consent: { basis: "clause", stated_on: "2026-03-01", words: "art. 12 of the lease" },
};

export const LETTER = {
  subject: "Formal notice: rent arrears",
  body: "Dear Mr Peeters,\n\nThe rent of September has not been paid.",
  addressees: [ADDRESSEE],
};

export const PDF = Buffer.from(
  "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n",
);

/** A submission as multipart; `message` may be text, to be sent as it is. */
export function multipart(
  message: unknown,
  attachments: readonly { readonly name: string; readonly bytes: Uint8Array }[] = [],
): FormData {
  const form = new FormData();
  form.append("message", typeof message === "string" ? message : JSON.stringify(message));
  for (const { name, bytes } of attachments)
    form.append("attachment", new File([Uint8Array.from(bytes)], name));
  return form;
}

export async function codeOf(answer: Response): Promise<string> {
  return ((await answer.json()) as { code: string }).code;
}
