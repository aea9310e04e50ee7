import { createTryLimit } from "@posthorn/db";
import {
  createVerbBench,
  createVisitor,
  PEOPLE,
  TEST_SENDER,
  type VerbBench,
  type Visitor,
} from "@posthorn/testkit";
import { repairContact } from "@posthorn/usecases";
import { afterAll, beforeAll, expect, test } from "vitest";
import { TRY_LIMITS } from "../deps.ts";
import { type RunningPortal, startPortal } from "../start.test-support.ts";

let bench: VerbBench;
let portal: RunningPortal;
let visitor: Visitor;

beforeAll(async () => {
  bench = await createVerbBench();
  const ctx = bench.context("portal");
  portal = await startPortal({
    ctx,
    content: bench.content,
    wrapping: bench.wrapping,
    keys: bench.keys,
    identityKeys: bench.identityKeys,
    signInLimit: createTryLimit(ctx.db, TRY_LIMITS.signIn),
    now: () => Temporal.Now.instant().round("millisecond"),
  });
  visitor = createVisitor({ language: "en" });
  const form = await visitor.open(`${portal.url}/sign-in?lang=en`);
  const [lotte] = PEOPLE;
  await visitor.press(form, "Sign in", { email: lotte?.email ?? "", password: lotte?.password ?? "" });
});
afterAll(async () => {
  await portal.close();
  await bench.close();
});

/** The line that a page opens, and the next event on it. */
async function lineOf(pagePath: string): Promise<{ nextEvent(): Promise<string>; leave(): void }> {
  const page = await visitor.open(`${portal.url}${pagePath}`);
  const path = page.document.querySelector("[data-events]")?.getAttribute("data-events") ?? "";
  const leaving = new AbortController();
  const answer = await visitor.fetch(portal.url + path, { signal: leaving.signal });
  expect(answer.headers.get("content-type")).toContain("text/event-stream");
  const chunks = (answer.body as ReadableStream<Uint8Array<ArrayBuffer>>)
    .pipeThrough(new TextDecoderStream())
    .getReader();
  return {
    async nextEvent() {
      for (let text = ""; ;) {
        const { value, done } = await chunks.read();
        if (done) return "";
        text += value;
        const event = /event: (\w+)/.exec(text)?.[1];
        if (event) return event;
      }
    },
    leave: () => leaving.abort(),
  };
}

function mend(deliveryId: string, email: string) {
  return repairContact(bench.context("portal"), TEST_SENDER, { deliveryId, contact: { email } });
}

test("a delivery's page is told when something happens to it", async () => {
  const { deliveryIds } = await bench.submit();
  const line = await lineOf(`/deliveries/${deliveryIds[0] ?? ""}`);
  await mend(deliveryIds[0] ?? "", "jan.new@example.be");
  expect(await line.nextEvent()).toBe("changed");
  line.leave();
});

test("what happened between page and line is told at once", async () => {
  const { deliveryIds } = await bench.submit();
  const path = `/deliveries/${deliveryIds[0] ?? ""}`;
  const page = await visitor.open(portal.url + path);
  const events = page.document.querySelector("[data-events]")?.getAttribute("data-events") ?? "";
  await mend(deliveryIds[0] ?? "", "jan.new@example.be");
  const answer = await visitor.fetch(portal.url + events);
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
  let text = "";
  while (!text.includes("event:")) text += new TextDecoder().decode((await reader.read()).value);
  expect(text).toContain("event: changed");
  await reader.cancel();
});

test("a message's page is told of each of its deliveries", async () => {
  const addressees = ["an", "els"].map((name) => ({
    email: `${name}@example.be`,
    mobile: "+32470123412",
    name: "Maes",
    first_names: name,
    language: "nl",
  }));
  const { messageId, deliveryIds } = await bench.submit({ addressees });
  const line = await lineOf(`/messages/${messageId}`);
  await mend(deliveryIds[1] ?? "", "els.new@example.be");
  expect(await line.nextEvent()).toBe("changed");
  line.leave();
});
