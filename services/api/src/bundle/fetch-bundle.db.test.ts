import { afterAll, beforeAll, expect, test } from "vitest";
import { type ApiBench, createApiBench } from "../api.test-support.ts";

let bench: ApiBench;
let delivery: string;
beforeAll(async () => {
  bench = await createApiBench();
  delivery = (await bench.submit()).deliveryIds[0] ?? "";
});
afterAll(() => bench.close());

test("a bundle is asked for once, answered with 202 while it is made, and then handed out by its name", async () => {
  for (let n = 0; n < 2; n += 1) {
    const waiting = await bench.get(`/v1/deliveries/${delivery}/bundle?language=nl`);
    expect([waiting.status, waiting.headers.get("Retry-After")]).toEqual([202, "5"]);
    expect(await waiting.json()).toEqual({ state: "being_made" });
  }
  await bench.asOwner(
    `UPDATE bundle SET file = 'PK', complete = false, made_at = wanted_at WHERE delivery_id = '${delivery}' AND language = 'nl'`,
  );
  const made = await bench.get(`/v1/deliveries/${delivery}/bundle?language=nl`);
  expect([made.status, made.headers.get("Content-Type"), await made.text()]).toEqual([
    200,
    "application/vnd.etsi.asic-e+zip",
    "PK",
  ]);
  expect(made.headers.get("Content-Disposition")).toBe(
    `attachment; filename="evidence-${delivery}-incomplete.asice"`,
  );
  expect((await bench.get(`/v1/deliveries/${delivery}/bundle?language=xx`)).status).toBe(400);
});
