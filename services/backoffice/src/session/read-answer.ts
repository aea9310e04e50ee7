// What a passkey form brings: which question was answered, and the answer as the browser gave it.

import type { PasskeyVisit } from "@posthorn/usecases";
import { PASSKEY_ANSWER_FIELD, PASSKEY_CEREMONY_FIELD, type WebContext, deviceHashOf } from "@posthorn/web";
import type { BackofficeDeps } from "../deps.ts";
import { visitorOf } from "./visitor.ts";

export interface PasskeyPost {
  readonly ceremonyId: string;
  /** Parsed JSON of whatever form; undefined where it is none, which verifying refuses. */
  readonly answer: unknown;
}

export function readAnswer(form: URLSearchParams): PasskeyPost {
  return {
    ceremonyId: form.get(PASSKEY_CEREMONY_FIELD) ?? "",
    answer: parseJson(form.get(PASSKEY_ANSWER_FIELD) ?? ""),
  };
}

/** What every ceremony is told of who asks; gives the browser its device cookie. */
export function visitOf(c: WebContext, deps: BackofficeDeps): PasskeyVisit {
  return { visitor: visitorOf(c), arrivedAt: deps.arrivedAt(), browserHash: deviceHashOf(c, deps, "Strict") };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
