// What a page of the postal desk says about the act it answers: done, or why not.

import { AppError, type FieldError } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { type Markup, Note, type WebContext } from "@posthorn/web";

export interface Answer {
  /** What was done, in words. */
  readonly done?: string;
  readonly errors?: readonly FieldError[];
  /** What refused the passkey, in words. */
  readonly refusal?: string;
  /** Why the act was not done, in words. */
  readonly problem?: string;
  readonly status?: 400 | 401 | 403 | 409 | 413 | 429;
}

/** Null for what has a page of its own. */
export function answerTo(c: WebContext, error: unknown): Answer | null {
  if (!(error instanceof AppError)) return null;
  const { code, fields } = error;
  if (error.kind === "bad_request" && fields.length > 0) return { errors: fields, status: 400 };
  const { backoffice, postal } = textsFor(c.get("language"));
  if (code === "staff_not_fresh") return { problem: backoffice.confirm.lapsed, status: 403 };
  const { refusals } = postal;
  if (!Object.hasOwn(refusals, code)) return null;
  return { problem: refusals[code as keyof typeof refusals], status: 409 };
}

export function AnswerNotes({ answer }: { readonly answer: Answer }): Markup {
  return (
    <>
      {answer.done !== undefined && (
        <Note tone="ok" role="status">
          {answer.done}
        </Note>
      )}
      {answer.problem !== undefined && (
        <Note tone="stop" role="alert">
          {answer.problem}
        </Note>
      )}
    </>
  );
}
