// Calls Flowmailer's REST API (application/vnd.flowmailer.v1.12+json) with a token that is fetched when needed.

import { AppError } from "@posthorn/domain";

export interface FlowmailerOptions {
  /** `https://login.flowmailer.net`. */
  readonly loginUrl: string;
  /** `https://api.flowmailer.net`. */
  readonly apiUrl: string;
  readonly accountId: string;
  /** Credentials belong to a source of the account: its settings (events, flows) apply. */
  readonly clientId: string;
  readonly clientSecret: string;
  /** Selects the flow of that source by which messages are handled, where it has several. */
  readonly source?: string;
  /** Number or alphanumeric name that text messages come from. */
  readonly smsSender: string;
  /** In milliseconds; default 15,000. */
  readonly timeoutMs?: number;
}

export interface FlowmailerAnswer {
  readonly status: number;
  readonly statusText: string;
  /** Last path segment of the Location header: the message's identifier. */
  readonly id: string | null;
  readonly body: string;
}

export interface FlowmailerSession {
  /** The answer to `POST /{account}/messages/submit`: 201 or 400. Anything else throws `unavailable`. */
  submit(message: Readonly<Record<string, unknown>>): Promise<FlowmailerAnswer>;
}

const MEDIA_TYPE = "application/vnd.flowmailer.v1.12+json";
/** A token is renewed this long before its end, so that it does not end under way. */
const RENEW_BEFORE_MS = 5_000;

/** `errorCode` is the code of the `AppError` that is thrown when the provider cannot be reached or takes nothing now. */
export function openFlowmailerSession(options: FlowmailerOptions, errorCode: string): FlowmailerSession {
  let token: { value: string; endsAt: number } | undefined;

  async function call(url: string, init: RequestInit): Promise<Response> {
    try {
      return await fetch(url, {
        ...init,
        redirect: "error",
        signal: AbortSignal.timeout(options.timeoutMs ?? 15_000),
      });
    } catch (cause) {
      throw unavailable("no answer", cause);
    }
  }

  async function freshToken(): Promise<string> {
    if (token && performance.now() < token.endsAt) return token.value;
    const response = await call(new URL("/oauth/token", options.loginUrl).href, {
      method: "POST",
      headers: { Accept: MEDIA_TYPE },
      body: new URLSearchParams({
        client_id: options.clientId,
        client_secret: options.clientSecret,
        grant_type: "client_credentials",
        scope: "api",
      }),
    });
    const body: unknown = await response.json().catch(() => null);
    const { access_token: value, expires_in: seconds } = (body ?? {}) as Record<string, unknown>;
    if (!response.ok || typeof value !== "string") throw unavailable(`no token, answered ${response.status}`);
    const lifeMs = (typeof seconds === "number" ? seconds : 60) * 1000;
    token = { value, endsAt: performance.now() + lifeMs - RENEW_BEFORE_MS };
    return value;
  }

  async function post(message: Readonly<Record<string, unknown>>): Promise<Response> {
    const url = new URL(`/${encodeURIComponent(options.accountId)}/messages/submit`, options.apiUrl);
    return call(url.href, {
      method: "POST",
      headers: {
        Accept: MEDIA_TYPE,
        "Content-Type": MEDIA_TYPE,
        Authorization: `Bearer ${await freshToken()}`,
      },
      body: JSON.stringify({ ...message, ...(options.source && { flowSelector: options.source }) }),
    });
  }

  async function submit(message: Readonly<Record<string, unknown>>): Promise<FlowmailerAnswer> {
    let response = await post(message);
    if (response.status === 401) {
      await response.body?.cancel();
      token = undefined;
      response = await post(message);
    }
    const body = await response.text().catch(() => "");
    if (response.status !== 201 && response.status !== 400) {
      throw unavailable(
        `answered ${response.status}`,
        undefined,
        Number(response.headers.get("retry-after")),
      );
    }
    const id = response.headers.get("location")?.split("/").at(-1) || null;
    if (response.status === 201 && !id) throw unavailable("201 without a location");
    return { status: response.status, statusText: response.statusText, id, body };
  }

  function unavailable(what: string, cause?: unknown, retryAfter = 0): AppError {
    return new AppError("unavailable", errorCode, {
      detail: `Flowmailer: ${what}`,
      ...(cause !== undefined && { cause }),
      ...(retryAfter > 0 && { retryAfterSeconds: retryAfter }),
    });
  }

  return { submit };
}
