// Mail server, text messages and time-stamping authority are down for a while: nothing is lost, all goes on by itself.

import { playAddressee, waitFor } from "@posthorn/testkit";
import { textsFor } from "@posthorn/texts";
import { beforeAll, expect, test } from "vitest";
import { ask } from "../actors/hold-table.ts";
import { shareStack } from "../actors/share-stack.ts";
import type { TestStack } from "../actors/open-stack.ts";
import { newAddressee, newMessage } from "../actors/write-message.ts";

let stack: TestStack;

beforeAll(async () => {
  stack = await shareStack();
});

test("mail and text messages down for an hour: the notice goes when they are back, and its window starts then", async () => {
  const addressee = newAddressee();
  await stack.post.setModes({ mailbox: "down", phone: "down" });
  const { deliveries } = await stack.api.submit(newMessage([addressee]));
  const id = deliveries[0]?.id ?? "";
  await tried(id);
  await stack.advance("PT1H");
  expect((await stack.api.delivery(id)).state).toBe("accepted");

  await stack.post.setModes({ mailbox: "ok", phone: "ok" });
  // The next attempt may be due an hour after the last.
  await stack.advance("PT1H");
  await stack.api.inState(id, "notified");
  const back = stack.clock.now().toZonedDateTimeISO("Europe/Brussels").toPlainDate();
  expect((await stack.api.delivery(id)).collect_until).toBe(back.add({ days: 15 }).toString());
  const [mail] = await stack.post.mailsTo(addressee.email);
  const text = await stack.post.textTo(addressee.mobile);
  expect(text.check_codes.length).toBe(1);
  expect(mail?.text).toContain(text.check_codes[0]);
  expect(await stack.post.mailsTo(addressee.email)).toHaveLength(1);
  expect(await stack.post.textsTo(addressee.mobile)).toHaveLength(1);
});

test("time-stamping authority down: notices wait, after the grace new messages are turned away, then all goes by itself", async () => {
  stack.standIns.tsa.setMode("down");
  const addressee = newAddressee();
  const { deliveries } = await stack.api.submit(newMessage([addressee]));
  const id = deliveries[0]?.id ?? "";
  await expect
    .poll(
      async () =>
        (
          await ask<{ since: Date | null }>(
            stack.ownerUrl,
            "SELECT stamp_failing_since AS since FROM sealing_state",
          )
        )[0]?.since,
    )
    .toBeInstanceOf(Date);
  expect((await stack.api.send(newMessage([newAddressee()]))).status).toBe(201);

  await stack.advance("PT6M");
  const late = await stack.api.send(newMessage([newAddressee()]));
  expect(late.status).toBe(503);
  expect(Number(late.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(await late.json()).toMatchObject({ code: "sealing_unavailable" });
  expect(await stack.post.mailsTo(addressee.email)).toEqual([]);
  expect((await stack.api.delivery(id)).state).toBe("accepted");

  stack.standIns.tsa.setMode("ok");
  await stack.post.mailTo(addressee.email, { withinMs: 30_000 });
  await stack.api.inState(id, "notified");
  await expect
    .poll(async () => (await stack.api.send(newMessage([newAddressee()]))).status, { timeout: 20_000 })
    .toBe(201);
});

test("time-stamping authority down while the addressee accepts: accepted in time, no content before the stamp, then it opens", async () => {
  const words = textsFor("en").collect;
  const { email, mobile, ...rest } = newAddressee();
  const { deliveries } = await stack.api.submit(newMessage([{ email, mobile, ...rest }]));
  const id = deliveries[0]?.id ?? "";
  const addressee = playAddressee({ post: stack.post, email, mobile });
  const decision = await addressee.identify();
  await stack.api.evidence(id);

  stack.standIns.tsa.setMode("down");
  const waiting = await addressee.visitor.press(decision, words.decide.acceptButton);
  expect(waiting.text).toContain(words.wait.title);
  expect((await stack.api.delivery(id)).state).toBe("collected");
  const early = await addressee.visitor.open(waiting.url.replace(/\/wait$/, "/message"));
  expect(early.text).not.toContain("has not been paid");
  expect(await typesOf(id)).not.toContain("ContentConsignment");

  stack.standIns.tsa.setMode("ok");
  const message = await waitFor("the message to open", async () => {
    const page = await addressee.visitor.open(waiting.url);
    return page.text.includes("has not been paid") ? page : undefined;
  });
  expect(message.status).toBe(200);
  const types = await typesOf(id);
  expect(types.indexOf("ConsignmentAcceptance")).toBeLessThan(types.indexOf("ContentConsignment"));
});

async function typesOf(id: string): Promise<readonly string[]> {
  const rows = await ask<{ type: string }>(
    stack.ownerUrl,
    "SELECT type FROM evidence_record WHERE delivery_id = $1 ORDER BY seq",
    [id],
  );
  return rows.map((row) => row.type);
}

/** At least one attempt has been made and put off. */
async function tried(id: string): Promise<void> {
  await expect
    .poll(
      async () =>
        (
          await ask<{ attempts: number }>(
            stack.ownerUrl,
            "SELECT attempts FROM notice WHERE delivery_id = $1",
            [id],
          )
        )[0]?.attempts,
      {
        timeout: 20_000,
      },
    )
    .toBeGreaterThanOrEqual(1);
}
