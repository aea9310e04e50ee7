// Two who choose at once, and one who chooses as the window closes: one outcome, which all of them see.

import { playAddressee, waitFor } from "@posthorn/testkit";
import type { Page, PlayedAddressee } from "@posthorn/testkit";
import { textsFor } from "@posthorn/texts";
import { beforeAll, expect, test } from "vitest";
import { ask } from "../actors/hold-table.ts";
import { rounds } from "../actors/open-stack.ts";
import { shareStack } from "../actors/share-stack.ts";
import type { TestStack } from "../actors/open-stack.ts";
import { newAddressee, newMessage } from "../actors/write-message.ts";

const words = textsFor("en").collect;
let stack: TestStack;

beforeAll(async () => {
  stack = await shareStack();
});

test("two browsers accept at once: one collection, both see it", async () => {
  for (let round = 0; round < rounds(2, 50); round++) {
    const { id, enter } = await send();
    const browsers = [await enter(), await enter()];
    const pages = await Promise.all(browsers.map(({ addressee, decision }) => addressee.accept(decision)));
    for (const page of pages) expect(page.text).toContain("Dear Sir,");
    await stack.api.evidence(id);
    const types = await typesOf(id);
    for (const type of ["ConsignmentAcceptance", "ContentConsignment", "ContentHandover"]) {
      expect(
        types.filter((each) => each === type),
        type,
      ).toHaveLength(1);
    }
  }
});

test("one accepts while the other refuses: one of the two, and both are told which", async () => {
  for (let round = 0; round < rounds(2, 50); round++) {
    const { id, enter } = await send();
    const [one, other] = [await enter(), await enter()];
    const [accepted, refused] = await Promise.allSettled([
      one.addressee.accept(one.decision),
      other.addressee.refuse(other.decision),
    ]);
    const { state } = await stack.api.delivery(id);
    expect(["collected", "refused"]).toContain(state);
    expect(accepted.status).toBe(state === "collected" ? "fulfilled" : "rejected");
    const told = refused.status === "fulfilled" ? refused.value.text : "";
    if (state === "refused") expect(told).toContain("This message was refused");
    else expect(told).not.toContain("This message was refused");
    const types = await typesOf(id);
    expect(
      types.filter((type) => type === "ConsignmentAcceptance" || type === "ConsignmentRejection"),
    ).toHaveLength(1);
  }
});

test("accepting as the window closes: in time is collected, too late is expired, never both", async () => {
  const count = rounds(6, 100);
  const sent = [];
  for (let index = 0; index < count; index++) sent.push(await send({ collection_days: 1 }));
  const deadline = await deadlineOf(sent[0]?.id ?? "");
  await moveTo(deadline.subtract({ minutes: 20 }));
  const browsers = [];
  for (const { enter } of sent) browsers.push(await enter());
  await moveTo(deadline.subtract({ seconds: 5 }));

  const outcomes = await Promise.all(
    browsers.map(async ({ addressee, decision }, index) => {
      // From a second before the deadline to a second after it.
      await reached(deadline.add({ milliseconds: Math.round(-1000 + (2000 * index) / (count - 1)) }));
      return addressee.visitor.press(decision, words.decide.acceptButton);
    }),
  );
  await stack.advance("PT3M");
  for (const [index, { id }] of sent.entries()) await settle(id, outcomes[index], deadline);
});

async function settle(id: string, page: Page | undefined, deadline: Temporal.Instant): Promise<void> {
  const { state } = await waitFor(`${id} to end`, async () => {
    const found = await stack.api.delivery(id);
    return found.state === "notified" ? undefined : found;
  });
  const opened =
    page?.text.includes(words.wait.title) === true || page?.text.includes(words.message.title) === true;
  expect(opened, `${id}: ${page?.text.slice(0, 200)}`).toBe(state === "collected");
  const types = await typesOf(id);
  expect(
    types.filter((type) => type === "ConsignmentAcceptance" || type === "AcceptanceRejectionExpiry"),
  ).toHaveLength(1);
  const [act] = await ask<{ at: Date }>(
    stack.ownerUrl,
    "SELECT event_at AS at FROM evidence_record WHERE delivery_id = $1 AND type IN ('ConsignmentAcceptance', 'AcceptanceRejectionExpiry')",
    [id],
  );
  const at = act?.at.getTime() ?? Number.NaN;
  if (state === "collected") expect(at).toBeLessThan(deadline.epochMilliseconds);
  else expect(at).toBe(deadline.epochMilliseconds);
}

interface Entered {
  readonly addressee: PlayedAddressee;
  /** Where he may accept or refuse. */
  readonly decision: Page;
}

async function send(
  options: { collection_days?: number } = {},
): Promise<{ id: string; enter: () => Promise<Entered> }> {
  const contact = newAddressee();
  const { deliveries } = await stack.api.submit(newMessage([contact], options));
  const id = deliveries[0]?.id ?? "";
  await stack.api.inState(id, "notified");
  const enter = async () => {
    const addressee = playAddressee({ post: stack.post, email: contact.email, mobile: contact.mobile });
    return { addressee, decision: await addressee.identify() };
  };
  return { id, enter };
}

async function deadlineOf(id: string): Promise<Temporal.Instant> {
  const { collect_until: last } = await stack.api.delivery(id);
  return Temporal.PlainDate.from(last ?? "")
    .add({ days: 1 })
    .toZonedDateTime("Europe/Brussels")
    .toInstant();
}

async function moveTo(instant: Temporal.Instant): Promise<void> {
  await stack.advance(
    stack.clock.now().until(instant, { largestUnit: "second", smallestUnit: "second" }).toString(),
  );
}

function reached(instant: Temporal.Instant): Promise<true> {
  return waitFor("the instant", async () =>
    Temporal.Instant.compare(stack.clock.now(), instant) >= 0 ? true : undefined,
  );
}

async function typesOf(id: string): Promise<readonly string[]> {
  const rows = await ask<{ type: string }>(
    stack.ownerUrl,
    "SELECT type FROM evidence_record WHERE delivery_id = $1 ORDER BY seq",
    [id],
  );
  return rows.map((row) => row.type);
}
