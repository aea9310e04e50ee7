// Calls the listener for mutual TLS as a browser does whose owner put a card into the reader, or none.

import { request } from "node:https";
import type { IncomingHttpHeaders } from "node:http";
import { text } from "node:stream/consumers";
import { toPem } from "@posthorn/pki";
import type { StandInCard } from "./issue-card.ts";

export interface CardHostAnswer {
  readonly status: number | undefined;
  /** `location` is where the browser would be led. */
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** The listener's own certificate is let pass; redirects are answered as they are. */
export function callCardHost(
  url: string,
  call: {
    readonly card?: StandInCard | undefined;
    readonly method?: string;
    readonly headers?: Record<string, string>;
  } = {},
): Promise<CardHostAnswer> {
  const { card, method = "GET", headers = {} } = call;
  const shown = card && {
    cert: toPem(card.certificate),
    key: card.privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      { method, headers, agent: false, rejectUnauthorized: false, ...shown },
      (answer) => {
        const { statusCode: status, headers: answered } = answer;
        text(answer).then((body) => resolve({ status, headers: answered, body }), reject);
      },
    );
    asked.once("error", reject);
    asked.end();
  });
}
