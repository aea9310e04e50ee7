// Speaks with the Web eID extension: messages on the page's own window, an acknowledgement within a second, then the answer.

export type WebEidFailure =
  | "extensionMissing"
  | "programMissing"
  | "cancelled"
  | "timeout"
  | "busy"
  | "wrongAddress"
  | "failed";

/** What a token consists of; anything else that an extension may add stays in the browser. */
const TOKEN_FIELDS = ["unverifiedCertificate", "algorithm", "signature", "format", "appVersion"] as const;

export type WebEidToken = Readonly<Partial<Record<(typeof TOKEN_FIELDS)[number], string>>>;

export class WebEidError extends Error {
  readonly failure: WebEidFailure;
  constructor(failure: WebEidFailure) {
    super(failure);
    this.failure = failure;
  }
}

/** The version of the message format that is spoken; the extension refuses what it does not know. */
const LIBRARY_VERSION = "2.0.2";
const ACKNOWLEDGED_WITHIN_MS = 1_000;
const PROGRAM_WITHIN_MS = 5_000;
const PERSON_WITHIN_MS = 120_000;

const FAILURES: Readonly<Record<string, WebEidFailure>> = {
  ERR_WEBEID_EXTENSION_UNAVAILABLE: "extensionMissing",
  ERR_WEBEID_NATIVE_UNAVAILABLE: "programMissing",
  ERR_WEBEID_VERSION_MISMATCH: "programMissing",
  ERR_WEBEID_VERSION_INVALID: "programMissing",
  ERR_WEBEID_USER_CANCELLED: "cancelled",
  ERR_WEBEID_USER_TIMEOUT: "timeout",
  ERR_WEBEID_ACTION_TIMEOUT: "timeout",
  ERR_WEBEID_ACTION_PENDING: "busy",
  ERR_WEBEID_CONTEXT_INSECURE: "wrongAddress",
};

/** Resolves where extension and program are there. Rejects with WebEidError. */
export async function askStatus(): Promise<void> {
  await ask("status", {}, PROGRAM_WITHIN_MS);
}

/** Lets the person choose a card and type the PIN. `nonce` in base64. Rejects with WebEidError. */
export async function askToken(nonce: string, language: string): Promise<WebEidToken> {
  const options = { lang: language, userInteractionTimeout: PERSON_WITHIN_MS };
  const answer = await ask(
    "authenticate",
    { challengeNonce: nonce, options },
    PERSON_WITHIN_MS + PROGRAM_WITHIN_MS,
  );
  return Object.fromEntries(
    TOKEN_FIELDS.flatMap((field) => {
      const value = answer[field];
      return typeof value === "string" ? [[field, value]] : [];
    }),
  );
}

type Message = Readonly<Record<string, unknown>>;

function ask(action: "status" | "authenticate", fields: Message, withinMs: number): Promise<Message> {
  const name = `web-eid:${action}`;
  return new Promise((resolve, reject) => {
    let timer = setTimeout(() => end(new WebEidError("extensionMissing")), ACKNOWLEDGED_WITHIN_MS);

    function end(result: Message | WebEidError): void {
      clearTimeout(timer);
      removeEventListener("message", hear);
      if (result instanceof WebEidError) reject(result);
      else resolve(result);
    }
    function hear({ data, origin }: MessageEvent<unknown>): void {
      if (origin !== location.origin || typeof data !== "object" || data === null) return;
      const message: Message = { ...data };
      if (message["action"] === `${name}-ack`) {
        clearTimeout(timer);
        timer = setTimeout(
          () => end(new WebEidError(action === "status" ? "programMissing" : "timeout")),
          withinMs,
        );
      } else if (message["action"] === `${name}-success`) end(message);
      else if (message["action"] === `${name}-failure`) end(new WebEidError(failureOf(message["error"])));
    }

    addEventListener("message", hear);
    postMessage({ action: name, libraryVersion: LIBRARY_VERSION, ...fields }, location.origin);
  });
}

function failureOf(error: unknown): WebEidFailure {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  return FAILURES[String(code)] ?? "failed";
}
