// Looks into the mailbox and at the phone of a stack, through the addresses that anybody may ask.

import type { ReadMail } from "../mailbox/read-mail.ts";
import type { ReadSms } from "../phone/store.ts";
import { openLocal } from "../stack/local-client.ts";
import { waitFor } from "./wait-for.ts";

export interface PostOffice {
  /** Mails to an address, oldest first. */
  mailsTo(address: string): Promise<readonly ReadMail[]>;
  /** Text messages to a number, oldest first. */
  textsTo(number: string): Promise<readonly ReadSms[]>;
  /** The `count`-th mail to an address (from 1) that `matches`, as soon as it is there. */
  mailTo(address: string, options?: Expected<ReadMail>): Promise<ReadMail>;
  textTo(number: string, options?: Expected<ReadSms>): Promise<ReadSms>;
  /** The mail as it went over the wire. */
  rawMail(id: string): Promise<Uint8Array>;
  /** The receiving server reports a mail it had taken as not deliverable. */
  bounce(id: string): Promise<void>;
  /** How the mail server and the phone's provider behave from now on. */
  setModes(modes: {
    readonly mailbox?: "ok" | "down" | "tempfail";
    readonly phone?: "ok" | "down" | "busy";
  }): Promise<void>;
}

export interface Expected<T> {
  readonly count?: number;
  readonly matches?: (message: T) => boolean;
  readonly withinMs?: number;
}

/** `mailbox` and `phone` are base addresses without a slash at the end. */
export function openPostOffice(addresses: { readonly mailbox: string; readonly phone: string }): PostOffice {
  const { mailbox, phone } = addresses;
  const mailsTo = async (address: string) =>
    (await ask<ReadMail[]>(`${mailbox}/api/messages?to=${encodeURIComponent(address)}`)).toReversed();
  const textsTo = async (number: string) =>
    (await ask<ReadSms[]>(`${phone}/api/messages?to=${encodeURIComponent(number)}`)).toReversed();
  return {
    mailsTo,
    textsTo,
    mailTo: (address, options = {}) => expected(`a mail to ${address}`, () => mailsTo(address), options),
    textTo: (number, options = {}) => expected(`a text message to ${number}`, () => textsTo(number), options),
    rawMail: async (id) =>
      new Uint8Array(await (await openLocal(`${mailbox}/api/messages/${id}/raw`)).arrayBuffer()),
    bounce: (id) => tell(`${mailbox}/api/messages/${id}/bounce`, {}),
    async setModes(modes) {
      if (modes.mailbox !== undefined) await tell(`${mailbox}/api/mode`, { mode: modes.mailbox });
      if (modes.phone !== undefined) await tell(`${phone}/api/mode`, { mode: modes.phone });
    },
  };
}

function expected<T>(what: string, list: () => Promise<readonly T[]>, options: Expected<T>): Promise<T> {
  const { count = 1, matches = () => true, withinMs } = options;
  return waitFor(
    count === 1 ? what : `${what} (number ${count})`,
    async () => (await list()).filter(matches)[count - 1],
    withinMs,
  );
}

async function ask<T>(address: string): Promise<T> {
  const answer = await openLocal(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
  return (await answer.json()) as T;
}

async function tell(address: string, body: object): Promise<void> {
  const headers = { "content-type": "application/json" };
  const answer = await openLocal(address, { method: "POST", headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}: ${await answer.text()}`);
}
