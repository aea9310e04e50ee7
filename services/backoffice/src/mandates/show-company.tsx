// One application at the registration desk: what is known of it, and the acts that decide it.

import { AppError } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import {
  type ApplicationView,
  approveApplication,
  authoriseNumbers,
  refuseApplication,
  viewApplication,
} from "@posthorn/usecases";
import { readForm, type WebContext } from "@posthorn/web";
import type { BackofficeRoutes } from "../routes.ts";
import { confirmInForm } from "../session/confirm-in-form.ts";
import type { Reader } from "../session/staff-sessions.ts";
import { type Answer, companyPage } from "./company-page.tsx";
import { type DeskAct, readTyped, type Typed } from "./typed.ts";

const DONE = ["approved", "refused", "authorised", "withdrawn"] as const;
type Done = (typeof DONE)[number];

export const companyRoutes: BackofficeRoutes = (app, deps, sessions) => {
  app.get("/companies/:application", async (c) => {
    const reader = await sessions.requireReader(c, "registration_officer");
    await deps.tries.lookUps.consume(reader.staff.staffId);
    const view = await viewApplication(deps.ctx, reader, c.req.param("application"));
    const done = DONE.find((each) => each === c.req.query("done"));
    return companyPage(c, reader, view, done === undefined ? {} : { done });
  });

  app.post("/companies/:application/approve", (c) =>
    decide(c, c.req.param("application"), "approve", async (reader, applicationId, typed) => {
      await approveApplication(deps.ctx, reader, { applicationId, ...typed });
      return "approved";
    }),
  );

  app.post("/companies/:application/refuse", (c) =>
    decide(c, c.req.param("application"), "refuse", async (reader, applicationId, typed) => {
      const { seenAt, refusal: reason, words } = typed;
      await refuseApplication(deps.ctx, reader, { applicationId, seenAt, reason, words });
      return "refused";
    }),
  );

  app.post("/companies/:application/register-numbers", (c) =>
    decide(c, c.req.param("application"), "numbers", async (reader, applicationId, { allowed, reason }) => {
      await authoriseNumbers(deps.ctx, reader, { applicationId, allowed, reason });
      return allowed ? "authorised" : "withdrawn";
    }),
  );

  /** What was typed stands on the page again where the act was not done. */
  async function decide(
    c: WebContext,
    applicationId: string,
    act: DeskAct,
    run: (reader: Reader, applicationId: string, typed: Typed) => Promise<Done>,
  ): Promise<Response> {
    const asked = await sessions.requireOfficer(c, "registration_officer");
    const form = await readForm(c);
    const typed = readTyped(form);
    const { reader, refused } = await confirmInForm(c, deps, asked, form);
    const again = async (answer: Answer) => {
      const view: ApplicationView = await viewApplication(deps.ctx, reader, applicationId);
      return companyPage(c, reader, view, { ...answer, act, typed });
    };
    if (refused) return again({ refusal: refused.words, status: refused.status });
    try {
      return c.redirect(`/companies/${applicationId}?done=${await run(reader, applicationId, typed)}`, 303);
    } catch (error) {
      const answer = answerTo(c, error);
      if (answer === null) throw error;
      return again(answer);
    }
  }
};

/** Null for what has a page of its own. */
function answerTo(c: WebContext, error: unknown): Answer | null {
  if (!(error instanceof AppError)) return null;
  const { code, fields } = error;
  if (code === "decision_invalid" || code === "reason_invalid") return { errors: fields, status: 400 };
  const { backoffice, mandates } = textsFor(c.get("language"));
  if (code === "staff_not_fresh") return { problem: backoffice.confirm.lapsed, status: 403 };
  const { refusals } = mandates.decide;
  const problem = Object.entries(refusals).find(([name]) => name === code)?.[1];
  return problem === undefined ? null : { problem, status: 409 };
}
