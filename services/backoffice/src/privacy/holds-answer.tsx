// What a page of holds or periods says about the act it answers: done, or why not, in words.

import { AppError, type FieldError } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { type Markup, Note, type WebContext } from "@posthorn/web";

export interface Answer {
  /** Of which form; what was typed stands in that one again. */
  readonly act?: string;
  readonly done?: string;
  readonly errors?: readonly FieldError[];
  readonly typed?: Readonly<Record<string, string>>;
  /** What refused the passkey, in words. */
  readonly refusal?: string;
  readonly problem?: string;
  readonly status?: 400 | 401 | 403 | 409 | 429;
}

/** `problems`: words by the code of an error. Null for what has a page of its own. */
export function answerTo(
  c: WebContext,
  error: unknown,
  problems: Readonly<Record<string, string>>,
): Answer | null {
  if (!(error instanceof AppError)) return null;
  const { code, fields } = error;
  if (error.kind === "bad_request" && fields.length > 0) return { errors: fields, status: 400 };
  if (code === "staff_not_fresh")
    return { problem: textsFor(c.get("language")).backoffice.confirm.lapsed, status: 403 };
  const problem = Object.hasOwn(problems, code) ? problems[code] : undefined;
  return problem === undefined ? null : { problem, status: 409 };
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
