// Puts a server on a port and takes it off again without cutting requests in flight.

import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

export interface ServeOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Address to listen on; default 127.0.0.1, so that nothing is exposed unless somebody says so. */
  readonly host?: string;
}

export interface RunningServer {
  readonly port: number;
  /** Stops listening, waits for requests in flight, closes what is still open after `graceMilliseconds` (default 5,000). */
  close(graceMilliseconds?: number): Promise<void>;
}

/** Rejects with a message that names the port where it is taken. */
export async function listen(
  server: Pick<
    Server,
    "once" | "listen" | "address" | "close" | "closeAllConnections" | "closeIdleConnections"
  >,
  options: ServeOptions,
): Promise<RunningServer> {
  const host = options.host ?? "127.0.0.1";
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const message =
        error.code === "EADDRINUSE"
          ? `Port ${options.port} on ${host} is already in use`
          : `Cannot listen on ${host}:${options.port}`;
      reject(new Error(message, { cause: error }));
    });
    server.listen(options.port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: (graceMilliseconds = 5_000) =>
      new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), graceMilliseconds);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}
