// The application of a company: filled in, its form made and fetched, submitted; afterwards where it stands.

import type { FieldError } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import {
  keepApplication,
  parseApplication,
  renderOwnForm,
  type SessionMember,
  submitApplication,
  viewOwnApplication,
} from "@posthorn/usecases";
import { ErrorSummary, Note, PageHead, readForm, sendAttachment, type WebContext } from "@posthorn/web";
import type { PortalDeps } from "../deps.ts";
import { renderPortal } from "../frame/portal-page.tsx";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";
import { ApplicationBody, labelOfApplication, type Typed } from "./application-body.tsx";
import { APPLICATION_PATH as PATH } from "./paths.ts";
import { acceptedOf, showPolicy, wordsShown } from "./shown-policy.ts";

export const applicationRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get(PATH, async (c) => showApplication(c, deps, await sessions.require(c)));

  app.post(PATH, async (c) => {
    const applicant = await sessions.require(c);
    const typed = Object.fromEntries(await readForm(c));
    const parsed = parseApplication(typed);
    if (!parsed.ok) return showApplication(c, deps, applicant, { typed, errors: parsed.errors });
    const input = { applicant, facts: parsed.value, visitor: visitorOf(c), arrivedAt: deps.arrivedAt() };
    const errors = await keepApplication(deps.ctx, deps.registration, input);
    if (errors.length > 0) return showApplication(c, deps, applicant, { typed, errors });
    return c.redirect(`${PATH}?done=saved#form`, 303);
  });

  app.get(`${PATH}/form.pdf`, async (c) => {
    const applicant = await sessions.require(c);
    const { number, pdf } = await renderOwnForm(deps.ctx, deps.registration, applicant);
    const { fileName } = textsFor(applicant.language).registration.application.paper;
    return sendAttachment(c, Uint8Array.from(pdf), {
      filename: `${fileName}-${number}.pdf`,
      type: "application/pdf",
      size: pdf.length,
    });
  });

  app.post(`${PATH}/submit`, async (c) => {
    const applicant = await sessions.require(c);
    const form = await readForm(c);
    const policy = showPolicy(deps, "processor-agreement", c.get("language"));
    const agreed = form.get("processor_agreement") === "on" && form.get("words") === wordsShown([policy]);
    const errors = await submitApplication(deps.ctx, {
      applicant,
      accepted: agreed ? acceptedOf(policy) : null,
      visitor: visitorOf(c),
      arrivedAt: deps.arrivedAt(),
    });
    if (errors.length > 0) return showApplication(c, deps, applicant, { errors, agreed });
    return c.redirect(PATH, 303);
  });
};

interface Told {
  readonly typed?: Typed;
  readonly errors?: readonly FieldError[];
  /** Whether the processor agreement was ticked. */
  readonly agreed?: boolean;
  /** Why a document was not taken: which kind, and the reason in words. */
  readonly refused?: { readonly kind: string; readonly words: string };
}

/** Errors: those of `viewOwnApplication`. */
export async function showApplication(
  c: WebContext,
  deps: PortalDeps,
  member: SessionMember,
  told: Told = {},
): Promise<Response> {
  const application = await viewOwnApplication(deps.ctx, member);
  const { errors = [], refused } = told;
  const isBad = errors.length > 0 || refused !== undefined;
  const { application: words } = textsFor(c.get("language")).registration;
  const done = { saved: words.company.saved, added: words.documents.done, removed: words.documents.removed }[
    c.req.query("done") ?? ""
  ];
  return renderPortal(c, deps.ctx, member, {
    title: words.title,
    current: "account",
    hasErrors: isBad,
    status: isBad ? 400 : 200,
    body: (frame) => (
      <>
        <PageHead language={frame.language} title={words.title} lead={words.lead} />
        <ErrorSummary
          language={frame.language}
          errors={errors}
          labelOf={(path) => labelOfApplication(frame.language, path)}
        />
        {!isBad && done !== undefined && (
          <Note tone="ok" role="status">
            {done}
          </Note>
        )}
        <ApplicationBody
          frame={frame}
          application={application}
          identified={member.identified}
          agreement={showPolicy(deps, "processor-agreement", frame.language)}
          {...told}
          errors={errors}
        />
      </>
    ),
  });
}
