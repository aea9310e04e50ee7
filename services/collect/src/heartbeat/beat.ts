// Books each minute in which the site answered through its own front door; missing minutes are the outage (domain rules, "Our outage").

import { lookup as resolve } from "node:dns";
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";

const EVERY_MS = 20_000;
const PATIENCE_MS = 10_000;

export interface HeartbeatOptions {
  /** The address of the site as its visitors know it. */
  readonly publicUrl: URL;
  /** Books the current minute; twice in a minute is once. */
  readonly book: () => Promise<void>;
  readonly onFailure: (error: unknown) => void;
}

/** Beats at once and then three times a minute, so that none is missed by a hair. */
export function startHeartbeat(options: HeartbeatOptions): { stop(): void } {
  const beat = () => knock(options.publicUrl).then(options.book).catch(options.onFailure);
  void beat();
  const timer = setInterval(() => void beat(), EVERY_MS);
  return { stop: () => clearInterval(timer) };
}

/** Resolves where the front door answers with health; rejects otherwise. */
export function knock(publicUrl: URL): Promise<void> {
  const address = new URL("/healthz", publicUrl);
  const request = address.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((done, fail) => {
    const call = request(address, { lookup, agent: false, timeout: PATIENCE_MS }, (answer) => {
      answer.resume();
      answer.once("end", () =>
        answer.statusCode === 200 ? done() : fail(new Error(`health answered ${answer.statusCode ?? 0}`)),
      );
    });
    call.once("timeout", () => call.destroy(new Error("the front door did not answer in time")));
    call.once("error", fail);
    call.end();
  });
}

// RFC 6761 §6.3: names below "localhost" mean this machine, whatever its resolver knows.
const lookup: LookupFunction = (hostname, options, callback) => {
  if (hostname !== "localhost" && !hostname.endsWith(".localhost"))
    return resolve(hostname, options, callback);
  return options.all === true
    ? callback(null, [{ address: "127.0.0.1", family: 4 }])
    : callback(null, "127.0.0.1", 4);
};
