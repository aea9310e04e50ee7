// One identification record: what may be told without opening it, who opened it before, and the opening itself.

import { AppError, type FieldError, mayAct } from "@posthorn/domain";
import { dateTimeInWords, textsFor } from "@posthorn/texts";
import { openRecord, REASON_LONGEST, type RecordView, viewRecord } from "@posthorn/usecases";
import {
  Card,
  errorAt,
  ErrorSummary,
  Field,
  type Markup,
  Note,
  type PageFrame,
  PageHead,
  readForm,
  type WebContext,
} from "@posthorn/web";
import { ActForm } from "../frame/act-form.tsx";
import { renderBackoffice } from "../frame/backoffice-page.tsx";
import type { BackofficeRoutes } from "../routes.ts";
import { confirmInForm } from "../session/confirm-in-form.ts";
import type { Reader } from "../session/staff-sessions.ts";
import { openedPage } from "./opened-page.tsx";
import { Summary } from "./summary.tsx";

export const openRoutes: BackofficeRoutes = (app, deps, sessions) => {
  app.get("/identification-records/:record", async (c) => {
    const reader = await sessions.requireReader(c, "privacy_officer");
    await deps.tries.lookUps.consume(reader.staff.staffId);
    const view = await viewRecord(deps.ctx, reader, c.req.param("record"));
    return recordPage(c, reader, view, { typed: "", errors: [] });
  });

  // The answer is the record itself, never a page to come back to: whoever sees it again opens it again.
  app.post("/identification-records/:record/open", async (c) => {
    const asked = await sessions.requireOfficer(c, "privacy_officer");
    const recordId = c.req.param("record");
    const form = await readForm(c);
    const reason = form.get("reason") ?? "";
    const { reader, refused } = await confirmInForm(c, deps, asked, form);
    if (refused) {
      const view = await viewRecord(deps.ctx, reader, recordId);
      const { words: refusal, status } = refused;
      return recordPage(c, reader, view, { typed: reason, errors: [], refusal, status });
    }
    try {
      await deps.tries.openings.consume(reader.staff.staffId);
      return await openedPage(
        c,
        reader,
        await openRecord(deps.ctx, deps.identityKeys, reader, { recordId, reason }),
      );
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code !== "reason_invalid" && error.code !== "staff_not_fresh") throw error;
      const view = await viewRecord(deps.ctx, reader, recordId);
      const status = error.code === "reason_invalid" ? 400 : 403;
      return recordPage(c, reader, view, { typed: reason, errors: error.fields, status });
    }
  });
};

interface OpeningForm {
  readonly typed: string;
  readonly errors: readonly FieldError[];
  /** What refused the passkey that came with the form, in words. */
  readonly refusal?: string;
  readonly status?: 400 | 401 | 403 | 429;
}

function recordPage(
  c: WebContext,
  reader: Reader,
  { record, openings }: RecordView,
  form: OpeningForm,
): Promise<Response> {
  return renderBackoffice(c, reader, {
    title: textsFor(c.get("language")).backoffice.record.title,
    current: "records",
    islands: ["passkey"],
    hasErrors: form.errors.length > 0,
    ...(form.status === undefined ? {} : { status: form.status }),
    body(frame) {
      const { language } = frame;
      const { backoffice } = textsFor(language);
      const words = backoffice.record;
      return (
        <>
          <PageHead
            language={language}
            title={words.title}
            crumbs={[
              { label: backoffice.records.title, href: "/identification-records" },
              { label: words.title },
            ]}
          />
          {form.status === 403 && (
            <Note tone="stop" role="alert">
              {backoffice.confirm.lapsed}
            </Note>
          )}
          <ErrorSummary language={language} errors={form.errors} />
          <Card id="facts">
            <Summary language={language} record={record} />
          </Card>
          <Card id="open" title={words.open}>
            <OpeningCard frame={frame} reader={reader} recordId={record.id} form={form} />
          </Card>
          <Card id="openings" title={words.openings}>
            {openings.length === 0 ? (
              <p class="muted">{words.neverOpened}</p>
            ) : (
              <ul class="stack">
                {openings.map((opening) => (
                  <li>
                    <b>
                      {words.openedBy(opening.name, dateTimeInWords(language, opening.at, { seconds: true }))}
                    </b>
                    <br />
                    {opening.reason}
                  </li>
                ))}
              </ul>
            )}
          </Card>
        </>
      );
    },
  });
}

interface OpeningCardProps {
  readonly frame: PageFrame;
  readonly reader: Reader;
  readonly recordId: string;
  readonly form: OpeningForm;
}

function OpeningCard({ frame, reader, recordId, form }: OpeningCardProps): Markup {
  const { language } = frame;
  const words = textsFor(language).backoffice.record;
  if (!mayAct(reader.staff.roles, "privacy_officer")) return <p>{words.officerOnly}</p>;
  return (
    <ActForm
      frame={frame}
      reader={reader}
      action={`/identification-records/${recordId}/open`}
      button={words.button}
      kind="primary"
      describedBy="consequence"
      refusal={form.refusal}
    >
      <Note tone="warn" id="consequence">
        {words.consequence}
      </Note>
      <Field
        language={language}
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        type="textarea"
        rows={3}
        maxLength={REASON_LONGEST}
        value={form.typed}
        error={errorAt(language, form.errors, "reason")}
      />
    </ActForm>
  );
}
