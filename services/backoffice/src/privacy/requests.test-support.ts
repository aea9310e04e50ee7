// What an officer does with requests in his browser, and what stands in the database afterwards.

import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brusselsDay } from "@posthorn/domain";
import { type Page, samplePdf, TEST_ADDRESSEE, type VerbBench } from "@posthorn/testkit";
import { expect } from "vitest";
import { csrfOf, type RunningBackoffice, type StaffVisitor } from "../start.test-support.ts";

const noUnzip = spawnSync("unzip", ["-v"]).error !== undefined;

const LETTER = {
  kind: "access",
  name: "Peeters",
  first_names: "Jan",
  email: "",
  postal_address: "Kerkstraat 1\n2000 ANTWERPEN",
  language: "nl",
  words: "",
  on_behalf_name: "",
  on_behalf_authority: "",
};
type Typed = Partial<Record<keyof typeof LETTER | "received_on", string>>;

/** Read when they are called: a test file has them once it has begun. */
export function requestVisits(
  here: () => {
    readonly bench: VerbBench;
    readonly desk: RunningBackoffice;
    readonly officer: StaffVisitor;
  },
) {
  const owner = () => here().bench.context("owner").db;
  const today = () => brusselsDay(Temporal.Now.instant());

  /** Books a letter in and answers its id. */
  async function book(given: Typed = {}): Promise<string> {
    const page = await here().officer.visitor.open(`${here().desk.url}/privacy/book-request`);
    const shown = await here().officer.visitor.press(page, "Book it in", {
      received_on: today().toString(),
      ...LETTER,
      ...given,
    });
    expect(shown.text).toContain("The letter is booked in.");
    return new URL(shown.url).pathname.split("/").at(-1) ?? "";
  }

  const pathOf = (id: string) => `/privacy/requests/${id}`;
  const openAs = (who: StaffVisitor, id: string) => who.visitor.open(here().desk.url + pathOf(id));
  const rowOf = (id: string) =>
    owner().selectFrom("rights_request").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

  async function eventsOf(id: string): Promise<readonly string[]> {
    const rows = await owner()
      .selectFrom("rights_request_event")
      .select("event")
      .where("request_id", "=", id)
      .orderBy("id")
      .execute();
    return rows.map(({ event }) => event);
  }

  async function upload(
    id: string,
    kind: string,
    bytes: Uint8Array,
    name = "scan.pdf",
    arrivedOn = today().toString(),
  ): Promise<Response> {
    const page = await openAs(here().officer, id);
    const form = new FormData();
    form.append("_csrf", csrfOf(page));
    form.append("kind", kind);
    form.append("arrived_on", arrivedOn);
    form.append("file", new Blob([Uint8Array.from(bytes)], { type: "application/pdf" }), name);
    return here().officer.visitor.fetch(`${here().desk.url}${pathOf(id)}/files`, {
      method: "POST",
      body: form,
      redirect: "manual",
      headers: { origin: here().desk.url },
    });
  }

  /** Somebody is written to; final where it says when. */
  async function send(addressee: object, finalAt?: Temporal.Instant): Promise<string> {
    const { deliveryIds } = await here().bench.submit({ addressees: [{ ...TEST_ADDRESSEE, ...addressee }] });
    const id = deliveryIds[0] ?? "";
    if (finalAt) await end(id, finalAt);
    return id;
  }

  async function end(id: string, finalAt: Temporal.Instant): Promise<void> {
    await owner()
      .updateTable("delivery")
      .set({ state: "expired", final_at: finalAt })
      .where("id", "=", id)
      .execute();
  }

  async function find(id: string, terms: Readonly<Record<string, string>>): Promise<Page> {
    const page = await openAs(here().officer, id);
    return here().officer.visitor.press(page, "Look up", {
      email: "",
      mobile: "",
      name: "",
      postcode: "",
      ...terms,
    });
  }

  async function choose(
    id: string,
    deliveries: readonly string[],
    more: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    const page = await openAs(here().officer, id);
    const body = new URLSearchParams({ _csrf: csrfOf(page), ...more });
    for (const delivery of deliveries) body.append("delivery", delivery);
    return here().officer.visitor.fetch(`${here().desk.url}${pathOf(id)}/choose`, {
      method: "POST",
      body,
      redirect: "manual",
      headers: { origin: here().desk.url },
    });
  }

  /** Booked in, identified by a document, and complete. */
  async function complete(given: Typed = {}): Promise<string> {
    const id = await book(given);
    expect((await upload(id, "identity_document", samplePdf())).status).toBe(303);
    const page = await openAs(here().officer, id);
    const shown = await here().officer.visitor.press(page, "Decide and destroy the copy", {
      verdict: "fits",
    });
    expect(shown.text).toContain("The identity is decided and the copy destroyed.");
    return id;
  }

  async function tellAndDecide(id: string, decision: "granted" | "refused"): Promise<void> {
    await here().officer.visitor.press(await openAs(here().officer, id), "Tell the senders");
    await owner()
      .updateTable("rights_request_sender")
      .set({ decision })
      .where("request_id", "=", id)
      .execute();
  }

  async function exportOf(id: string): Promise<Buffer> {
    const page = await openAs(here().officer, id);
    const answer = await here().officer.visitor.fetch(`${here().desk.url}${pathOf(id)}/export`, {
      method: "POST",
      body: new URLSearchParams({ _csrf: csrfOf(page) }),
      headers: { origin: here().desk.url },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("application/zip");
    expect(await eventsOf(id)).toContain("exported");
    return Buffer.from(await answer.arrayBuffer());
  }

  /** Files of the zip as text; null where unzip is not installed. */
  async function unzip(zip: Buffer): Promise<Record<string, string> | null> {
    if (noUnzip) return null;
    const directory = await mkdtemp(join(tmpdir(), "posthorn-export-"));
    try {
      const path = join(directory, "all.zip");
      await writeFile(path, zip);
      const run = (...args: readonly string[]) =>
        spawnSync("unzip", [...args], { encoding: "utf8", maxBuffer: 50_000_000 }).stdout;
      const names = run("-Z1", path)
        .split("\n")
        .filter((name) => name !== "");
      return Object.fromEntries(names.map((name) => [name, run("-p", path, name)]));
    } finally {
      await rm(directory, { recursive: true });
    }
  }

  async function lastLetter(id: string): Promise<unknown> {
    const row = await owner()
      .selectFrom("rights_request_event")
      .select("words")
      .where("request_id", "=", id)
      .where("event", "=", "letter")
      .orderBy("id", "desc")
      .limit(1)
      .executeTakeFirstOrThrow();
    return JSON.parse(row.words ?? "null");
  }

  return {
    owner,
    today,
    book,
    pathOf,
    openAs,
    rowOf,
    eventsOf,
    upload,
    send,
    end,
    find,
    choose,
    complete,
    tellAndDecide,
    exportOf,
    unzip,
    lastLetter,
  };
}
