// A connection to the one server whose key is pinned (SFTP version 3 over SSH 2, draft-ietf-secsh-filexfer-02, RFC 4253).

import { createHash, timingSafeEqual } from "node:crypto";
import type { SftpPlace } from "@posthorn/domain";
import { Client, type SFTPWrapper } from "ssh2";
import { pushFailure } from "./push-failure.ts";

export interface SftpConnection {
  readonly sftp: SFTPWrapper;
  /** Settles as `begin`'s callback says, or fails when the connection breaks or nothing is heard for the time of patience. */
  wait<T>(begin: (done: (error: Error | null | undefined, value?: T) => void) => void): Promise<T>;
  end(): void;
}

/** How long without a sign of life; counted three times, it ends a connection. */
const KEEPALIVE_MS = 10_000;

/** `privateKey`: PEM or OpenSSH. Errors: AppError `printer_unavailable`. */
export async function connectSftp(
  place: SftpPlace,
  privateKey: string,
  patienceMs: number,
): Promise<SftpConnection> {
  const client = new Client();
  let stranger = false;
  const lost = Promise.withResolvers<never>();
  // Nobody may be waiting when it breaks.
  lost.promise.catch(() => undefined);
  client.on("error", (error) => lost.reject(error));
  client.on("close", () => lost.reject(new Error("the connection was closed")));

  async function wait<T>(
    begin: (done: (error: Error | null | undefined, value?: T) => void) => void,
  ): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const timer = setTimeout(() => reject(new Error("no answer in time")), patienceMs);
    try {
      begin((error, value) => (error ? reject(error) : resolve(value as T)));
      return await Promise.race([promise, lost.promise]);
    } finally {
      clearTimeout(timer);
      promise.catch(() => undefined);
    }
  }

  try {
    await wait<void>((done) => {
      client.once("ready", () => done(null));
      client.connect({
        host: place.host,
        port: place.port,
        username: place.user,
        privateKey,
        authHandler: ["publickey"],
        readyTimeout: patienceMs,
        keepaliveInterval: KEEPALIVE_MS,
        hostVerifier(key: Buffer) {
          stranger = !isPinned(key, place.hostKey);
          return !stranger;
        },
      });
    });
    // Many small questions and answers: each would otherwise wait for the one before to be acknowledged.
    client.setNoDelay(true);
    const sftp = await wait<SFTPWrapper>((done) => client.sftp(done));
    return { sftp, wait, end: () => client.end() };
  } catch (error) {
    client.end();
    throw pushFailure(connectFault(error, stranger), error);
  }
}

function isPinned(key: Buffer, pinned: string): boolean {
  const shown = createHash("sha256").update(key).digest();
  const expected = Buffer.from(pinned, "base64");
  return shown.length === expected.length && timingSafeEqual(shown, expected);
}

function connectFault(error: unknown, stranger: boolean) {
  if (stranger) return "host_key_wrong";
  const { level } = error as { readonly level?: string };
  return level === "client-authentication" ? "auth_refused" : "unreachable";
}
