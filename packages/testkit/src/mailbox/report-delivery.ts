// Sends delivery status notifications to the inbound service, as the addressee's mail server would.

import nodemailer from "nodemailer";
import { type DsnToWrite, writeDsn } from "./write-dsn.ts";

export interface InboundServer {
  readonly host: string;
  readonly port: number;
}

/** From the null sender to the mail's envelope sender. Rejects when the server does not take it. */
export async function reportDelivery(dsn: DsnToWrite, inbound: InboundServer): Promise<void> {
  const { from } = dsn.mail.envelope;
  if (!from) throw new Error("a mail from the null sender is never answered");
  const transport = nodemailer.createTransport({
    host: inbound.host,
    port: inbound.port,
    name: "mailbox.localhost",
    ignoreTLS: true,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 20_000,
  });
  try {
    await transport.sendMail({ envelope: { from: false, to: [from] }, raw: writeDsn(dsn) });
  } finally {
    transport.close();
  }
}
