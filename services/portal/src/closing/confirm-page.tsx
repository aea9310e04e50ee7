// The last word before an account is closed: typed, so that nobody closes one by a slip of the finger.

import type { FieldError } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import type { ClosingMode } from "@posthorn/usecases";
import {
  Button,
  CsrfField,
  errorAt,
  ErrorSummary,
  Field,
  type Markup,
  Note,
  PageHead,
  type PageFrame,
} from "@posthorn/web";
import { CLOSING_PATH } from "./paths.ts";

export interface ConfirmPageProps {
  readonly frame: PageFrame;
  readonly accountName: string;
  readonly mode: ClosingMode;
  readonly typed: string;
  readonly errors: readonly FieldError[];
}

export function ConfirmPage({ frame, accountName, mode, typed, errors }: ConfirmPageProps): Markup {
  const { language } = frame;
  const closing = textsFor(language).closing;
  const words = closing.confirm;
  return (
    <div class="narrow">
      <PageHead
        language={language}
        title={words.title}
        crumbs={[{ label: closing.title, href: CLOSING_PATH }]}
      />
      <ErrorSummary language={language} errors={errors} />
      <Note tone="warn" id="consequence">
        {mode === "now" ? words.now(accountName) : words.whenFinal(accountName)}
      </Note>
      <form method="post" action={CLOSING_PATH} class="card" novalidate>
        <CsrfField token={frame.csrfToken} />
        <input type="hidden" name="mode" value={mode} />
        <Field
          language={language}
          name="word"
          label={words.wordLabel(words.word)}
          value={typed}
          error={errorAt(language, errors, "word")}
          autocomplete="off"
          short
        />
        <div class="row">
          <Button kind="seal" describedBy="consequence">
            {words.submit}
          </Button>
          <Button kind="quiet" href={CLOSING_PATH}>
            {words.cancel}
          </Button>
        </div>
      </form>
    </div>
  );
}
