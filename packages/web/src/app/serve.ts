// Puts a Hono app on a port, as plain HTTP: TLS ends before it.

import { createAdaptorServer } from "@hono/node-server";
import type { Server } from "node:http";
import { listen } from "./listen.ts";
import type { RunningServer, ServeOptions } from "./listen.ts";

export type { RunningServer, ServeOptions } from "./listen.ts";

/** Rejects with a message that names the port where it is taken. */
export async function serveApp(
  app: { readonly fetch: (request: Request, env: object) => Response | Promise<Response> },
  options: ServeOptions,
): Promise<RunningServer> {
  const server = createAdaptorServer({ fetch: (request, env) => app.fetch(request, env) }) as Server;
  // A slow upload is not an attack: the time is limited for the headers, not for the body.
  server.requestTimeout = 0;
  server.headersTimeout = 20_000;
  return listen(server, options);
}
