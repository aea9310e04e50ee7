// Letters as the postal desk finds them: sent with a letter to follow, noticed, and collected by nobody in time.

import { type ApiAddressee, type Attachment, type PlayedAddressee, playAddressee } from "@posthorn/testkit";
import { ask } from "./hold-table.ts";
import type { TestStack } from "./open-stack.ts";
import { giveCredits } from "./use-portal.ts";
import { newAddressee, newMessage } from "./write-message.ts";

export const POSTAL_ADDRESS = {
  street: "Kerkstraat",
  number: "12",
  box: "3",
  postcode: "9000",
  town: "Gent",
  country: "BE",
} as const;

/** The account of the stack's first key. */
const SENDER = "post@vandewalle.example";
/** Delivery and postage, with some to spare. */
const CREDITS_EACH = 20;

export interface WaitingLetter {
  readonly id: string;
  readonly addressee: PlayedAddressee;
}

/** One message to as many as asked. Moves the stack's clock by 17 days: each can still collect, until the letter is released. */
export async function lettersThatWait(
  stack: TestStack,
  count: number,
  options: {
    readonly addressee?: Partial<ApiAddressee>;
    readonly attachments?: readonly Attachment[];
  } = {},
): Promise<readonly WaitingLetter[]> {
  await giveCredits(stack, SENDER, count * CREDITS_EACH);
  const contacts = Array.from({ length: count }, () =>
    newAddressee({ postal_address: POSTAL_ADDRESS, ...options.addressee }),
  );
  const { deliveries } = await stack.api.submit(newMessage(contacts, { postal_fallback: true }), options);
  const letters = await Promise.all(
    contacts.map(async (contact, index) => {
      const id = deliveries[index]?.id ?? "";
      await stack.api.inState(id, "notified");
      return { id, addressee: playAddressee({ post: stack.post, ...contact }) };
    }),
  );
  await stack.advance("P17D");
  for (const { id } of letters) await stack.api.inState(id, "to_print");
  return letters;
}

/** Of its records, in their order. */
export async function recordTypes(stack: TestStack, deliveryId: string): Promise<readonly string[]> {
  const rows = await ask<{ type: string }>(
    stack.ownerUrl,
    "SELECT type FROM evidence_record WHERE delivery_id = $1 ORDER BY seq",
    [deliveryId],
  );
  return rows.map(({ type }) => type);
}

export interface PressedJob {
  readonly id: string;
  readonly delivery_id: string;
  readonly state: string;
  readonly ended_reason: string | null;
  readonly barcode: string | null;
}

/** Of a batch, in its order. */
export function jobsOf(stack: TestStack, batchId: string): Promise<readonly PressedJob[]> {
  return ask<PressedJob>(
    stack.ownerUrl,
    "SELECT id, delivery_id, state, ended_reason, barcode FROM print_job WHERE batch_id = $1 ORDER BY ordinal",
    [batchId],
  );
}
