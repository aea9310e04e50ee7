import { afterAll, beforeAll, expect, test } from "vitest";
import { type ApiBench, codeOf, createApiBench } from "../api.test-support.ts";

interface Page {
  readonly messages: readonly { readonly id: string; readonly states: Record<string, number> }[];
  readonly next: string | null;
}

let bench: ApiBench;
let newestFirst: string[];
beforeAll(async () => {
  bench = await createApiBench();
  const at = Temporal.Instant.from("2026-11-21T09:00:00.123Z");
  // Two of each instant: the cursor must tell them apart.
  for (let n = 0; n < 8; n += 1) {
    await bench.submit({ at: at.add({ seconds: Math.floor(n / 2) }) });
  }
  const rows = await bench.asOwner("SELECT id FROM message ORDER BY accepted_at DESC, id DESC");
  newestFirst = rows.map((row) => String(row["id"]));
});
afterAll(() => bench.close());

async function walk(query: string): Promise<string[]> {
  const seen: string[] = [];
  let cursor = "";
  for (let page = 0; page < 20; page += 1) {
    const answer = await bench.get(
      `/v1/messages?${query}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    expect(answer.status).toBe(200);
    const { messages, next } = (await answer.json()) as Page;
    seen.push(...messages.map((message) => message.id));
    if (next === null) return seen;
    cursor = next;
  }
  throw new Error("the pages do not end");
}

test.each([1, 2, 3, 7, 8, 100])("pages of %i show every message once, newest first", async (limit) => {
  expect(newestFirst).toHaveLength(8);
  expect(await walk(`limit=${limit}`)).toEqual(newestFirst);
});

test("a state picks the messages that have a delivery in it, pages too", async () => {
  const some = newestFirst.filter((_, index) => index % 2 === 0);
  await bench.asOwner(
    `UPDATE delivery SET state = 'notified' WHERE message_id IN (${some.map((id) => `'${id}'`).join()})`,
  );
  expect(await walk("limit=1&state=notified")).toEqual(some);
  expect(await walk("limit=3&state=notified")).toEqual(some);
  expect(await walk("state=refused")).toEqual([]);
  const { messages } = (await (await bench.get("/v1/messages?limit=2")).json()) as Page;
  expect(messages.map((message) => message.states)).toEqual([{ notified: 1 }, { accepted: 1 }]);
});

test("a message that arrives meanwhile moves nothing on the pages that follow", async () => {
  const { messages, next } = (await (await bench.get("/v1/messages?limit=3")).json()) as Page;
  const { messageId } = await bench.submit();
  const rest = (await (await bench.get(`/v1/messages?limit=100&cursor=${next}`)).json()) as Page;
  expect([...messages, ...rest.messages].map((message) => message.id)).toEqual(newestFirst);
  newestFirst.unshift(messageId);
});

test.each([
  "x",
  "",
  "MTIz",
  Buffer.from("9999999999999999.msg_1").toString("base64url"),
  Buffer.from("1.a' OR 1=1").toString("base64url"),
])("%j is no cursor", async (cursor) => {
  const answer = await bench.get(`/v1/messages?cursor=${cursor}`);
  expect([answer.status, await codeOf(answer)]).toEqual([400, "cursor_invalid"]);
});

test.each(["limit=0", "limit=101", "limit=1.5", "limit=x", "state=lost"])(
  "%s is refused by its name",
  async (query) => {
    const answer = await bench.get(`/v1/messages?${query}`);
    expect(await answer.json()).toMatchObject({
      status: 400,
      code: "request_invalid",
      errors: [{ path: query.split("=")[0] }],
    });
  },
);

test("R7, R8, R9 what was erased is null and dated; a message whose evidence is gone is unknown", async () => {
  const id = newestFirst[0] ?? "";
  const [row] = await bench.asOwner(`SELECT id FROM delivery WHERE message_id = '${id}'`);
  const delivery = String(row?.["id"]);
  await bench.asOwner(
    `UPDATE delivery SET state = 'expired', final_at = '2026-12-01T10:00:00Z', chain_closed = true WHERE id = '${delivery}'`,
  );
  const message = async () => (await (await bench.get(`/v1/messages/${id}`)).json()) as Shown;
  expect(await message()).toMatchObject({ content_until: "2027-12-01", content_erased_at: null });
  await bench.asOwner(
    `SELECT retention.wipe_addressee('{${delivery}}'), retention.wipe_sender_content('{${id}}')`,
  );
  const shown = await message();
  expect(shown.content_erased_at).toMatch(/Z$/);
  expect(shown.deliveries).toMatchObject([
    { addressee: null, addressee_erased_at: expect.stringMatching(/Z$/) },
  ]);
  const one = (await (await bench.get(`/v1/deliveries/${delivery}`)).json()) as Shown["deliveries"][number];
  expect(one).toMatchObject({ addressee: null, addressee_erased_at: expect.stringMatching(/Z$/) });
  await bench.asOwner(`SELECT retention.wipe_evidence('{${delivery}}')`);
  for (const path of [`messages/${id}`, `deliveries/${delivery}`, `deliveries/${delivery}/evidence`])
    expect((await bench.get(`/v1/${path}`)).status, path).toBe(404);
  expect(await walk("limit=100")).toEqual(newestFirst.slice(1));
});

interface Shown {
  readonly content_until: string | null;
  readonly content_erased_at: string | null;
  readonly deliveries: readonly {
    readonly addressee: object | null;
    readonly addressee_erased_at: string | null;
  }[];
}
