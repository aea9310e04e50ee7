// The relay and the addressee's mail server in one: takes mail by SMTP with DSN (RFC 3461), or does not, by rule and mode.

import type { Socket } from "node:net";
import { SMTPServer, type SMTPServerSession } from "smtp-server";
import { mailRuleFor } from "./rules.ts";
import type { MailEnvelope, StoredMail } from "./store.ts";

export type MailboxMode = "ok" | "down" | "tempfail";

export interface SmtpReceiver {
  readonly port: number;
  /** `down`: nothing listens and open connections are cut. `tempfail`: 451 to every recipient. */
  setMode(mode: MailboxMode): Promise<void>;
  mode(): MailboxMode;
  stop(): Promise<void>;
}

export interface SmtpReceiverOptions {
  readonly port: number;
  readonly host: string;
  /** Called before the 250; when it throws the client gets 451. */
  readonly take: (mail: { envelope: MailEnvelope; raw: Buffer }) => Promise<StoredMail>;
}

const MAX_BYTES = 40 * 1024 * 1024;

/** Port 0 takes a free one, kept through `down`. */
export async function receiveSmtp(options: SmtpReceiverOptions): Promise<SmtpReceiver> {
  let mode: MailboxMode = "ok";
  const sockets = new Set<Socket>();
  let server: SMTPServer | undefined;

  async function listen(port: number): Promise<number> {
    const starting = makeServer(options, () => mode, sockets);
    await new Promise<void>((resolve, reject) => {
      starting.once("error", (error: NodeJS.ErrnoException) =>
        reject(error.code === "EADDRINUSE" ? new Error(`port ${port} on ${options.host} is taken`) : error),
      );
      starting.listen(port, options.host, () => resolve());
    });
    // A client that goes away in the middle is its own affair.
    starting.removeAllListeners("error");
    starting.on("error", () => undefined);
    server = starting;
    const address = starting.server.address();
    return typeof address === "object" && address ? address.port : port;
  }

  async function close(): Promise<void> {
    const closing = server;
    server = undefined;
    if (!closing) return;
    await new Promise<void>((resolve) => {
      closing.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  }

  const port = await listen(options.port);
  return {
    port,
    mode: () => mode,
    async setMode(next) {
      mode = next;
      if (next === "down") await close();
      else if (!server) await listen(port);
    },
    stop: close,
  };
}

function makeServer(options: SmtpReceiverOptions, mode: () => MailboxMode, sockets: Set<Socket>): SMTPServer {
  const server = new SMTPServer({
    name: "mailbox.localhost",
    banner: "stand-in of a mail server",
    disabledCommands: ["AUTH", "STARTTLS"],
    authOptional: true,
    hideDSN: false,
    size: MAX_BYTES,
    disableReverseLookup: true,
    logger: false,
    onRcptTo(address, _session, done) {
      const rule = mailRuleFor(address.address);
      if (mode() === "tempfail") done(reply(451, "4.3.0 Try again later"));
      else if (rule?.kind === "refuse") done(reply(rule.code, rule.text));
      else done();
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.once("end", () => {
        if (stream.sizeExceeded) return done(reply(552, "5.3.4 Message too big"));
        void take(session, Buffer.concat(chunks), done);
      });
    },
  });
  server.server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });

  async function take(
    session: SMTPServerSession,
    raw: Buffer,
    done: (error?: Error | null, text?: string) => void,
  ) {
    const envelope = envelopeOf(session);
    const rule = envelope.to.map(mailRuleFor).find((found) => found !== null);
    if (rule?.kind === "refuse_data") return done(reply(rule.code, rule.text));
    try {
      const mail = await options.take({ envelope, raw });
      if (rule?.kind === "cut")
        Array.from(sockets)
          .find((socket) => socket.remotePort === session.remotePort)
          ?.destroy();
      else done(null, `2.0.0 Ok: queued as ${mail.id}`);
    } catch {
      done(reply(451, "4.3.0 The mailbox cannot keep it now"));
    }
  }

  return server;
}

function envelopeOf(session: SMTPServerSession): MailEnvelope {
  const { mailFrom, rcptTo, dsn } = session.envelope;
  return {
    from: mailFrom ? mailFrom.address : "",
    to: rcptTo.map((recipient) => recipient.address),
    id: dsn?.envid ?? null,
    notify: rcptTo[0]?.dsn?.notify ?? [],
  };
}

function reply(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}
