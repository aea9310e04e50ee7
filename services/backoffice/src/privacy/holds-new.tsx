// The privacy officer places a hold himself, without anybody's asking.

import { HOLD_GROUNDS, HOLD_REASON_LONGEST, HOLD_SCOPES, mayAct } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { placeOwnHold } from "@posthorn/usecases";
import { Card, ErrorSummary, errorAt, Field, PageHead, readForm, type WebContext } from "@posthorn/web";
import { ActForm } from "../frame/act-form.tsx";
import { renderBackoffice } from "../frame/backoffice-page.tsx";
import type { BackofficeRoutes } from "../routes.ts";
import { confirmInForm } from "../session/confirm-in-form.ts";
import type { Reader } from "../session/staff-sessions.ts";
import { type Answer, AnswerNotes, answerTo } from "./holds-answer.tsx";
import { HOLDS_PATH, PLACE_HOLD_PATH } from "./holds-list.tsx";

export const newHoldRoutes: BackofficeRoutes = (app, deps, sessions) => {
  app.get(PLACE_HOLD_PATH, async (c) => {
    const reader = await sessions.requireReader(c, "privacy_officer");
    await sessions.require(c);
    // Other desks lead here with what they have open.
    const typed = { scope: c.req.query("scope") ?? "", id: (c.req.query("id") ?? "").slice(0, 64) };
    return newPage(c, reader, { typed });
  });

  app.post(PLACE_HOLD_PATH, async (c) => {
    const asked = await sessions.requireOfficer(c, "privacy_officer");
    const form = await readForm(c);
    const field = (name: string) => form.get(name) ?? "";
    const typed = {
      scope: field("scope"),
      id: field("id"),
      ground: field("ground"),
      reason: field("reason"),
      ends_on: field("ends_on"),
    };
    const { reader, refused } = await confirmInForm(c, deps, asked, form);
    if (refused) return newPage(c, reader, { typed, refusal: refused.words, status: refused.status });
    try {
      const id = await placeOwnHold(deps.ctx, reader, { ...typed, endsOn: typed.ends_on });
      return c.redirect(`${HOLDS_PATH}/${id}?done=placed`, 303);
    } catch (error) {
      const answer = answerTo(c, error, textsFor(c.get("language")).holds.desk.problems);
      if (answer === null) throw error;
      return newPage(c, reader, { ...answer, typed });
    }
  });
};

function newPage(c: WebContext, reader: Reader, answer: Answer): Promise<Response> {
  const { errors = [], typed = {} } = answer;
  return renderBackoffice(c, reader, {
    title: textsFor(c.get("language")).holds.desk.placeOwn,
    current: "holds",
    islands: ["passkey"],
    hasErrors: answer.status !== undefined,
    ...(answer.status === undefined ? {} : { status: answer.status }),
    body(frame) {
      const { language } = frame;
      const { holds } = textsFor(language);
      const words = holds.desk;
      const error = (name: string) => errorAt(language, errors, name);
      return (
        <div class="narrow">
          <PageHead
            language={language}
            title={words.placeOwn}
            lead={words.placeOwnLead}
            crumbs={[{ label: words.title, href: HOLDS_PATH }, { label: words.placeOwn }]}
          />
          <AnswerNotes answer={answer} />
          <ErrorSummary language={language} errors={errors} />
          {!mayAct(reader.staff.roles, "privacy_officer") ? (
            <p>{words.officerOnly}</p>
          ) : (
            <Card id="place">
              <ActForm
                frame={frame}
                reader={reader}
                action={PLACE_HOLD_PATH}
                button={words.place}
                kind="primary"
                describedBy="place-text"
                refusal={answer.refusal}
              >
                <Field
                  language={language}
                  name="scope"
                  label={words.scope}
                  hint={words.personNames}
                  type="select"
                  value={typed["scope"]}
                  error={error("scope")}
                  options={[
                    { value: "", label: "–" },
                    ...HOLD_SCOPES.map((scope) => ({ value: scope, label: holds.scopes[scope] })),
                  ]}
                />
                <Field
                  language={language}
                  name="id"
                  label={words.id}
                  hint={words.idHint}
                  value={typed["id"]}
                  error={error("id")}
                  autocomplete="off"
                  maxLength={64}
                />
                <Field
                  language={language}
                  name="ground"
                  label={words.ground}
                  type="select"
                  value={typed["ground"]}
                  error={error("ground")}
                  options={[
                    { value: "", label: holds.ask.choose },
                    ...HOLD_GROUNDS.map((ground) => ({ value: ground, label: holds.grounds[ground] })),
                  ]}
                />
                <Field
                  language={language}
                  name="reason"
                  label={words.reason}
                  hint={words.reasonHint}
                  type="textarea"
                  rows={4}
                  maxLength={HOLD_REASON_LONGEST}
                  value={typed["reason"]}
                  error={error("reason")}
                />
                <Field
                  language={language}
                  name="ends_on"
                  label={words.endsOn}
                  hint={words.endsOnHint}
                  type="date"
                  value={typed["ends_on"]}
                  error={error("ends_on")}
                />
                <p id="place-text">{words.placeText}</p>
              </ActForm>
            </Card>
          )}
        </div>
      );
    },
  });
}
