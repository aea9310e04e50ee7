// Sends text messages through Twilio's Messages resource.

import { AppError } from "@posthorn/domain";
import twilio from "twilio";
import type RequestClient from "twilio/lib/base/RequestClient.js";
import type http from "twilio/lib/http/response.js";
import type { SmsOutcome, SmsTransport } from "./transport.ts";

export interface TwilioSmsOptions {
  readonly accountSid: string;
  /** Of the region: a token of one region does not open another. */
  readonly authToken: string;
  /** Number, alphanumeric sender, or messaging service (`MG…`). */
  readonly from: string;
  /** Another place that speaks Twilio's API: its origin replaces Twilio's, paths stay. */
  readonly baseUrl?: string;
  /** `ie1` keeps processing in the EU; needs `edge` too. */
  readonly region?: string;
  readonly edge?: string;
  /** In milliseconds; default 15,000. */
  readonly timeoutMs?: number;
}

/** Twilio's own HTTP client, sent elsewhere when asked, and with temporary answers told apart from refusals. */
class RedirectingClient extends twilio.RequestClient {
  readonly #baseUrl: string | undefined;

  constructor(baseUrl: string | undefined, timeoutMs: number) {
    super({ timeout: timeoutMs, keepAlive: true, autoRetry: false });
    this.#baseUrl = baseUrl;
  }

  override async request<TData>(options: RequestClient.RequestOptions<TData>): Promise<http.default<TData>> {
    const uri = this.#baseUrl ? moved(options.uri, this.#baseUrl) : options.uri;
    let response: http.default<TData>;
    try {
      response = await super.request({ ...options, uri });
    } catch (cause) {
      throw unavailable("no answer", cause);
    }
    if (isTemporary(response.statusCode))
      throw unavailable(`answered ${response.statusCode}`, undefined, response);
    return response;
  }
}

/** A text message transport over one Twilio account. */
export function createTwilioSms(options: TwilioSmsOptions): SmsTransport {
  const client = twilio(options.accountSid, options.authToken, {
    httpClient: new RedirectingClient(options.baseUrl, options.timeoutMs ?? 15_000),
    ...(options.region && { region: options.region }),
    ...(options.edge && { edge: options.edge }),
  });
  const sender = options.from.startsWith("MG")
    ? { messagingServiceSid: options.from }
    : { from: options.from };

  async function send(sms: Parameters<SmsTransport["send"]>[0]): Promise<SmsOutcome> {
    try {
      const message = await client.messages.create({
        ...sender,
        to: sms.to,
        body: sms.text,
        ...(sms.statusCallback && { statusCallback: sms.statusCallback }),
        ...(sms.validForSeconds && { validityPeriod: sms.validForSeconds }),
      });
      const { sid, status, dateCreated, numSegments, errorCode } = message;
      const created = dateCreated ? dateCreated.toISOString() : null;
      return {
        outcome: "accepted",
        providerId: sid,
        raw: JSON.stringify({
          sid,
          status,
          date_created: created,
          num_segments: numSegments,
          error_code: errorCode,
        }),
      };
    } catch (error) {
      if (!(error instanceof twilio.RestException)) throw error;
      const { status, code, message } = error;
      return {
        outcome: "refused",
        code: String(code ?? status),
        raw: JSON.stringify({ status, code: code ?? null, message }),
      };
    }
  }

  return { send };
}

/** 401, 403 and 404 concern our account: waiting and mending it helps, the addressee's number is not at fault. */
function isTemporary(status: number): boolean {
  return status >= 500 || [401, 403, 404, 408, 429].includes(status);
}

function unavailable(what: string, cause: unknown, response?: { readonly headers?: unknown }): AppError {
  const headers = (response?.headers ?? {}) as Record<string, unknown>;
  const seconds = Number(headers["retry-after"]);
  return new AppError("unavailable", "sms_provider_unavailable", {
    detail: `the SMS provider: ${what}`,
    ...(cause !== undefined && { cause }),
    ...(seconds > 0 && { retryAfterSeconds: seconds }),
  });
}

function moved(uri: string, baseUrl: string): string {
  const { pathname, search } = new URL(uri);
  return new URL(pathname + search, baseUrl).href;
}
