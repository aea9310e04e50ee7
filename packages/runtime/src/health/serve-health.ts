// Answers /healthz, /readyz and /metrics for services that have no pages, and on a port apart for those that have.

import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Metrics } from "../metrics/create-metrics.ts";
import type { Health } from "./create-health.ts";

export interface OperationsServer {
  readonly port: number;
  stop(): Promise<void>;
}

export interface OperationsOptions {
  readonly health: Health;
  readonly metrics: Metrics;
  /** 0 takes a free one. */
  readonly port: number;
  /** Default 127.0.0.1: figures are for the operator, not for the world. */
  readonly hostname?: string;
}

/** Listens, and answers once it does. Throws where the port is taken. */
export async function serveHealth(options: OperationsOptions): Promise<OperationsServer> {
  const server = createServer((request, response) => {
    answer(options, request, response).catch(() => {
      response.writeHead(500).end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, options.hostname ?? "127.0.0.1", resolve);
  });
  const address = server.address();
  return {
    port: address !== null && typeof address === "object" ? address.port : options.port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  options: OperationsOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== "GET" && request.method !== "HEAD")
    return void response.writeHead(405, { allow: "GET" }).end();
  const path = request.url?.split("?")[0];
  if (path === "/metrics") {
    const { contentType, body } = await options.metrics.render();
    return void response.writeHead(200, { "content-type": contentType }).end(body);
  }
  const found =
    path === "/healthz"
      ? options.health.live()
      : path === "/readyz"
        ? await options.health.ready()
        : undefined;
  if (found === undefined) return void response.writeHead(404).end();
  response.writeHead(found.status, { "content-type": "application/json" }).end(JSON.stringify(found.body));
}
