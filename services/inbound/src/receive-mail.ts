// Takes delivery status notifications by SMTP: only for our bounce domain, and the 250 only once the raw mail is durable.

import type { RawArrival } from "@posthorn/usecases";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import type { CallLimit } from "@posthorn/web";

export interface MailReceiver {
  readonly port: number;
  /** Takes no new connection and waits for mails under way. */
  stop(): Promise<void>;
}

export interface MailReceiverOptions {
  /** 0 takes a free one. */
  readonly port: number;
  readonly host: string;
  /** Recipients elsewhere are refused: this is no relay. */
  readonly bounceDomain: string;
  readonly limit: CallLimit;
  /** Durable on return; when it throws the sender is asked to come back. */
  readonly take: (arrival: RawArrival) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

/** Reports carry headers of the mail at most; a whole mail returned is small enough as well. */
const MAX_BYTES = 2 * 1024 * 1024;
const MAX_RECIPIENTS = 20;

export async function receiveMail(options: MailReceiverOptions): Promise<MailReceiver> {
  const domain = options.bounceDomain.toLowerCase();
  const server = new SMTPServer({
    name: domain,
    banner: "ready",
    disabledCommands: ["AUTH", "STARTTLS"],
    authOptional: true,
    disableReverseLookup: true,
    logger: false,
    size: MAX_BYTES,
    maxClients: 100,
    socketTimeout: 60_000,
    closeTimeout: 5_000,
    onConnect(session, done) {
      done(
        options.limit.knock(session.remoteAddress) > 0
          ? reply(421, "4.7.0 Too many connections, try again later")
          : null,
      );
    },
    onRcptTo({ address }, session, done) {
      const ours = address.toLowerCase().endsWith(`@${domain}`);
      if (!ours) return done(reply(550, "5.7.1 Mail for this domain is not taken here"));
      const full = session.envelope.rcptTo.length >= MAX_RECIPIENTS;
      done(full ? reply(452, "4.5.3 Too many recipients") : null);
    },
    onData(stream, session, done) {
      void answerMail(stream, session, done);
    },
  });

  async function answerMail(
    stream: SMTPServerDataStream,
    session: SMTPServerSession,
    done: (error?: Error | null, text?: string) => void,
  ): Promise<void> {
    const refusal = await keepMail(stream, session).then(() => null, asReply);
    if (refusal) done(refusal);
    else done(null, "2.0.0 Ok");
  }

  async function keepMail(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const chunks: Buffer[] = [];
    let bytes = 0;
    // Read to its end even when too large, or the sender never hears why.
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes <= MAX_BYTES) chunks.push(chunk);
    }
    if (stream.sizeExceeded || bytes > MAX_BYTES) throw reply(552, "5.3.4 Message too big");
    const body = Buffer.concat(chunks);
    for (const { address } of session.envelope.rcptTo) {
      await options.take({ kind: "mail", envelopeTo: address, body });
    }
  }

  function asReply(error: unknown): Error {
    if (error instanceof Error && "responseCode" in error) return error;
    options.onError(error);
    return reply(451, "4.3.0 Not kept, try again later");
  }

  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, options.host, () => resolve());
  });
  // A client that goes away in the middle is its own affair.
  server.removeAllListeners("error");
  server.on("error", () => undefined);
  const address = server.server.address();
  return {
    port: typeof address === "object" && address ? address.port : options.port,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function reply(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}
