// The page on which an entry of a register is made: what was wrong on top, the form for officers, and for readers that it is theirs alone.

import { mayAct } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { Card, ErrorSummary, type Markup, type PageFrame, PageHead, type WebContext } from "@posthorn/web";
import { ActForm } from "../frame/act-form.tsx";
import { renderBackoffice } from "../frame/backoffice-page.tsx";
import type { Reader } from "../session/staff-sessions.ts";
import { type Answer, AnswerNotes } from "./holds-answer.tsx";

export interface EntryPage {
  /** Of the card, where the entry's own answer leads. */
  readonly id: string;
  readonly title: string;
  readonly list: { readonly label: string; readonly href: string };
  readonly action: string;
  readonly button: string;
  readonly labelOf: (path: string) => string | undefined;
  readonly fields: (frame: PageFrame) => Markup;
}

export function entryPage(c: WebContext, reader: Reader, answer: Answer, page: EntryPage): Promise<Response> {
  return renderBackoffice(c, reader, {
    title: page.title,
    current: "registers",
    islands: ["passkey"],
    hasErrors: answer.status !== undefined,
    ...(answer.status === undefined ? {} : { status: answer.status }),
    body(frame) {
      const { language } = frame;
      return (
        <div class="narrow">
          <PageHead language={language} title={page.title} crumbs={[page.list, { label: page.title }]} />
          <AnswerNotes answer={answer} />
          <ErrorSummary language={language} errors={answer.errors ?? []} labelOf={page.labelOf} />
          {mayAct(reader.staff.roles, "privacy_officer") ? (
            <Card id={page.id}>
              <ActForm
                frame={frame}
                reader={reader}
                action={page.action}
                button={page.button}
                kind="primary"
                refusal={answer.refusal}
              >
                {page.fields(frame)}
              </ActForm>
            </Card>
          ) : (
            <p>{textsFor(language).registers.officerOnly}</p>
          )}
        </div>
      );
    },
  });
}
