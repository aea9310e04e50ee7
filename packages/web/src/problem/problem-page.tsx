// The page for an error: what happened, what can be done now, and the reference by which support finds it.

import type { AppError } from "@posthorn/domain";
import { durationInWords, fieldErrorText, problemText, textsFor } from "@posthorn/texts";
import type { Markup } from "../components/markup.ts";
import { Button } from "../components/button.tsx";
import { Note } from "../components/note.tsx";
import type { PageFrame } from "../layout/page-frame.ts";
import { PlainLayout } from "../layout/plain-layout.tsx";

export interface ProblemPageProps {
  readonly frame: PageFrame;
  readonly error: AppError;
  readonly requestId: string;
}

export function ProblemPage({ frame, error, requestId }: ProblemPageProps): Markup {
  const { page } = textsFor(frame.language).errors;
  const text = problemText(frame.language, error);
  const pause = error.retryAfterSeconds;
  return (
    <PlainLayout frame={frame} title={text.title}>
      <h1>{text.title}</h1>
      <p class="lead">{text.happened}</p>
      {error.fields.length > 0 && (
        <ul>
          {error.fields.map((field) => (
            <li>{fieldErrorText(frame.language, field)}</li>
          ))}
        </ul>
      )}
      <Note>
        <p>{text.next}</p>
        {pause !== undefined && (
          <p>
            {page.waitFor(
              durationInWords(frame.language, Temporal.Duration.from({ seconds: Math.ceil(pause) })),
            )}
          </p>
        )}
      </Note>
      <p>
        <Button href="/">{page.home}</Button>
      </p>
      <p class="small muted">{page.reference(requestId)}</p>
    </PlainLayout>
  );
}
