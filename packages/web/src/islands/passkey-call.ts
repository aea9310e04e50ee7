// Speaks with our server and with the browser's own WebAuthn: a question from the one, its answer from the other.

import { csrfToken } from "./page.ts";

export type PasskeyFailure =
  | "unsupported"
  | "cancelled"
  | "notMade"
  | "known"
  | "unfit"
  | "wrongAddress"
  | "tooMany"
  | "ended"
  | "failed";

export class PasskeyError extends Error {
  readonly failure: PasskeyFailure;
  constructor(failure: PasskeyFailure) {
    super(failure);
    this.failure = failure;
  }
}

export interface Question {
  readonly ceremonyId: string;
  readonly options: unknown;
}

export type PasskeyAct = "create" | "get";

/** A question is good for five minutes at the server: one that waits in a field is asked anew before. */
const OFFER_MILLISECONDS = 240_000;

const FAILURES: Readonly<Record<string, PasskeyFailure>> = {
  InvalidStateError: "known",
  NotSupportedError: "unfit",
  ConstraintError: "unfit",
  SecurityError: "wrongAddress",
};

/** Whether this browser knows passkeys, and our form of asking for them, in this page. */
export function canAsk(): boolean {
  return (
    "PublicKeyCredential" in window &&
    "parseCreationOptionsFromJSON" in PublicKeyCredential &&
    "parseRequestOptionsFromJSON" in PublicKeyCredential
  );
}

/** Rejects with PasskeyError. */
export async function begin(path: string): Promise<Question> {
  const answer = await fetch(path, {
    method: "POST",
    headers: { Accept: "application/json", "X-CSRF-Token": csrfToken() },
  }).catch(() => {
    throw new PasskeyError("failed");
  });
  if (answer.status === 429) throw new PasskeyError("tooMany");
  if (answer.status === 401 || answer.status === 403) throw new PasskeyError("ended");
  if (!answer.ok) throw new PasskeyError("failed");
  return (await answer.json()) as Question;
}

/** Lets the person choose and confirm. Rejects with PasskeyError. */
export async function ask(act: PasskeyAct, { options }: Question): Promise<object> {
  try {
    const credential = await (act === "create"
      ? navigator.credentials.create({ publicKey: creationOptions(options) })
      : navigator.credentials.get({ publicKey: requestOptions(options) }));
    return toJson(credential);
  } catch (error) {
    const name = error instanceof DOMException ? error.name : "";
    throw new PasskeyError(FAILURES[name] ?? (act === "create" ? "notMade" : "cancelled"));
  }
}

/**
 * Offers passkeys among what the browser proposes for a field, until `signal` ends it; silent where the browser cannot, and
 * about whatever fails: nobody has asked yet.
 */
export async function offerInAutofill(
  beginPath: string,
  signal: AbortSignal,
  answered: (ceremonyId: string, answer: object) => void,
): Promise<void> {
  try {
    if (!(await PublicKeyCredential.isConditionalMediationAvailable())) return;
    while (!signal.aborted) {
      const question = await begin(beginPath);
      const until = AbortSignal.any([signal, AbortSignal.timeout(OFFER_MILLISECONDS)]);
      const answer = await waitInField(question, until);
      if (answer === undefined) continue;
      answered(question.ceremonyId, answer);
      return;
    }
  } catch {
    // The button is still there.
  }
}

/** Undefined where time has run out. */
async function waitInField({ options }: Question, signal: AbortSignal): Promise<object | undefined> {
  try {
    const publicKey = requestOptions(options);
    return toJson(await navigator.credentials.get({ mediation: "conditional", publicKey, signal }));
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}

function creationOptions(options: unknown): PublicKeyCredentialCreationOptions {
  return PublicKeyCredential.parseCreationOptionsFromJSON(options as PublicKeyCredentialCreationOptionsJSON);
}

function requestOptions(options: unknown): PublicKeyCredentialRequestOptions {
  return PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON);
}

function toJson(credential: Credential | null): object {
  if (!(credential instanceof PublicKeyCredential)) throw new PasskeyError("failed");
  return credential.toJSON();
}
