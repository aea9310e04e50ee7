// The same notices through the other provider: mail and SMS by its REST API, what becomes of both by its webhook.

import { lintAll, startFlowmailer } from "@posthorn/testkit";
import { createFlowmailer } from "@posthorn/transports";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { mailPort, smsPorts } from "../../services/worker/src/wiring/send-ports.ts";
import type { WorkerPorts } from "../../services/worker/src/wiring/handlers.ts";
import { BOUNCE_DOMAIN, FLOWMAILER_SECRET, type NoticeBench, openNoticeBench } from "./open-notice-bench.ts";

let bench: NoticeBench;
let ports: WorkerPorts;
let stop: () => Promise<void>;

beforeAll(async () => {
  bench = await openNoticeBench();
  const standIn = await startFlowmailer({
    port: 0,
    clock: bench.clock,
    pollMs: 20,
    accountId: "100",
    clientId: "posthorn",
    clientSecret: "client-secret-of-flowmailer",
    mails: bench.mailbox.store,
    texts: bench.phone.store,
    webhookUrl: `${bench.inbound.url}/flowmailer/events?secret=${FLOWMAILER_SECRET}`,
  });
  stop = () => standIn.stop();
  const flowmailer = createFlowmailer({
    loginUrl: standIn.url,
    apiUrl: standIn.url,
    accountId: "100",
    clientId: "posthorn",
    clientSecret: "client-secret-of-flowmailer",
    smsSender: "Posthorn",
  });
  const from = { address: "no-reply@posthorn.example", domain: "posthorn.example" };
  const mail = mailPort(flowmailer.mail, {
    from,
    bounceDomain: BOUNCE_DOMAIN,
    verpKey: new Uint8Array(32).fill(3),
  });
  const sms = smsPorts(flowmailer.sms, undefined);
  ports = { ...bench.ports, notices: { ...bench.ports.notices, mail, sms: sms.notices } };
});
afterAll(async () => {
  await stop();
  await bench.close();
});

async function send(email: string, mobile: string): Promise<string> {
  const { deliveryIds } = await bench.verbs.submit({
    at: bench.clock.now().round("millisecond"),
    addressees: [
      {
        email,
        mobile,
        name: "Peeters",
        first_names: "Jan",
        language: "fr",
        addressee_consent: { basis: "none_stated" },
      },
    ],
  });
  const [id = ""] = deliveryIds;
  await bench.stamp(id);
  await bench.work(ports);
  return id;
}

test("both channels are taken, and both are reported as delivered", async () => {
  const id = await send("flow@example.be", "+32470000301");
  expect((await bench.delivery(id)).state).toBe("notified");
  await vi.waitFor(async () => {
    await bench.work(ports);
    const delivered = (await bench.records(id)).filter((record) => record.type === "NotificationDelivered");
    expect(new Set(delivered.map((record) => record.notice?.channels[0]?.channel))).toEqual(
      new Set(["email", "sms"]),
    );
  }, 15_000);
});

test("a hard bounce of the mail voids the window; a number that cannot be reached only opens a repair", async () => {
  const bounced = await send("bounce-now@example.be", "+32470000302");
  const lost = await send("flow-two@example.be", "+32470000000");
  await vi.waitFor(async () => {
    await bench.work(ports);
    expect((await bench.delivery(bounced)).state).toBe("notice_failed");
    expect(await bench.delivery(lost)).toMatchObject({ state: "notified", sms_failure_open: true });
  }, 15_000);
});

test("what was written about every delivery fits together", async () => {
  expect(await lintAll(bench.owner)).toEqual([]);
});
