// Puts a stand-in's application on a port, and takes it off again with nothing left open.

import { serve, type ServerType } from "@hono/node-server";
import type { Hono } from "hono";

export interface ServedApp {
  /** Without a slash at its end. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Port 0 takes a free one. Rejects with the port in the message when it is taken. */
export async function serveApp(
  app: Pick<Hono, "fetch">,
  options: { port: number; host?: string | undefined },
): Promise<ServedApp> {
  const hostname = options.host ?? "127.0.0.1";
  const { server, port } = await new Promise<{ server: ServerType; port: number }>((resolve, reject) => {
    const starting = serve({ fetch: app.fetch, port: options.port, hostname }, (info) => {
      resolve({ server: starting, port: info.port });
    });
    starting.once("error", (error: NodeJS.ErrnoException) => {
      reject(error.code === "EADDRINUSE" ? new Error(`port ${options.port} on ${hostname} is taken`) : error);
    });
  });
  return {
    url: `http://${hostname}:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
}
