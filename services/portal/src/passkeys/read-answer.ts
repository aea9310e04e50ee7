// What a passkey form brings: which question, and what the browser says was answered.

import { PASSKEY_ANSWER_FIELD, PASSKEY_CEREMONY_FIELD } from "@posthorn/web";

/** `answer` is null for what is no JSON: then it is refused like any other that is wrong. */
export function readPasskeyAnswer(form: URLSearchParams): {
  readonly ceremonyId: string;
  readonly answer: unknown;
} {
  return {
    ceremonyId: form.get(PASSKEY_CEREMONY_FIELD) ?? "",
    answer: parseJson(form.get(PASSKEY_ANSWER_FIELD) ?? ""),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
