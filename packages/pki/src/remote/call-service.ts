// Speaks to a remote sealing service: OAuth 2.0 client credentials, and JSON calls with the token (CSC API v2 §8, §10).

import { PkiError } from "../error.ts";
import { exchange, type HttpAnswer } from "../http/exchange.ts";

export interface RemoteService {
  /** Base of the API up to and with its version, as `https://service.example/csc/v2`. */
  readonly baseUrl: string;
  /** The OAuth 2.0 token endpoint. */
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Per call, in milliseconds. */
  readonly timeoutMs: number;
  readonly fetch?: typeof globalThis.fetch;
}

/** Fields of a JSON object, nothing of them checked. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Calls `path` below the base. Throws PkiError `seal_unreachable`, `seal_refused` or `seal_garbage`. */
export type CallService = (path: string, body: JsonObject) => Promise<JsonObject>;

const FAILURES = { unreachable: "seal_unreachable", tooLong: "seal_garbage" } as const;
const MAX_ANSWER_OCTETS = 1024 * 1024;
/** A token is given up this long before it ends, in milliseconds: calls under way must still find it valid. */
const SPARE_MS = 10_000;

export function createServiceCaller(service: RemoteService): CallService {
  let token: Promise<string> | undefined;
  // on the process's monotonic clock, in milliseconds
  let endsAt = 0;

  function currentToken(): Promise<string> {
    if (!token || performance.now() >= endsAt - SPARE_MS) token = renewToken();
    return token;
  }

  async function renewToken(): Promise<string> {
    // while one is being asked for, all calls wait for that one
    endsAt = Number.POSITIVE_INFINITY;
    const asked = performance.now();
    try {
      const { value, seconds } = await obtainToken(service);
      endsAt = asked + seconds * 1000;
      return value;
    } catch (error) {
      token = undefined;
      throw error;
    }
  }

  async function call(path: string, body: JsonObject): Promise<HttpAnswer> {
    return exchange(
      {
        url: `${service.baseUrl.replace(/\/$/u, "")}/${path}`,
        headers: { ...JSON_HEADERS, Authorization: `Bearer ${await currentToken()}` },
        body: Buffer.from(JSON.stringify(body), "utf8"),
        timeoutMs: service.timeoutMs,
        maxOctets: MAX_ANSWER_OCTETS,
        fetch: service.fetch,
      },
      FAILURES,
    );
  }

  return async (path, body) => {
    const answer = await call(path, body);
    if (answer.status !== 401) return readAnswer(answer, path);
    // the service may end a token before its time: once more with a new one
    token = undefined;
    return readAnswer(await call(path, body), path);
  };
}

const JSON_HEADERS = { "Content-Type": "application/json", Accept: "application/json" };

async function obtainToken(service: RemoteService): Promise<{ value: string; seconds: number }> {
  const form = new URLSearchParams({
    grant_type: "client_credentials",
    scope: "service",
    client_id: service.clientId,
    client_secret: service.clientSecret,
  });
  const answer = await exchange(
    {
      url: service.tokenUrl,
      headers: { "Content-Type": "application/x-www-form-urlencoded", Accept: "application/json" },
      body: Buffer.from(form.toString(), "utf8"),
      timeoutMs: service.timeoutMs,
      maxOctets: MAX_ANSWER_OCTETS,
      fetch: service.fetch,
    },
    FAILURES,
  );
  const { access_token: value, expires_in: seconds = 3600 } = readAnswer(answer, "the token endpoint");
  if (typeof value !== "string" || value === "" || typeof seconds !== "number") {
    throw new PkiError("seal_garbage", "the token endpoint gave no token");
  }
  return { value, seconds };
}

function readAnswer({ status, octets }: HttpAnswer, from: string): JsonObject {
  const json = parseObject(octets);
  if (status === 200) {
    if (json) return json;
    throw new PkiError("seal_garbage", `${from} did not answer with a JSON object`);
  }
  const said = [json?.["error"], json?.["error_description"]]
    .filter((text) => typeof text === "string")
    .join(": ")
    .slice(0, 200);
  const detail = `${from}: HTTP ${status} ${said}`.trimEnd();
  const refused = status >= 400 && status < 500 && status !== 429;
  throw new PkiError(refused ? "seal_refused" : "seal_unreachable", detail);
}

function parseObject(octets: Uint8Array): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(octets).toString("utf8"));
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
