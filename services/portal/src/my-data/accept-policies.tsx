// New words in force: shown whole, each ticked, then one goes on.

import { dateInWords, POLICY_HISTORY, policyText, textsFor } from "@posthorn/texts";
import { acceptPolicies, outstandingPolicies, type SessionMember } from "@posthorn/usecases";
import {
  Button,
  Card,
  Checkbox,
  CsrfField,
  Note,
  pageFrame,
  PageHead,
  readForm,
  safePath,
  type WebContext,
} from "@posthorn/web";
import { renderPortal } from "../frame/portal-page.tsx";
import { PolicyLink } from "../register/policy-tick.tsx";
import { acceptedOf, showPolicy } from "../register/shown-policy.ts";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";
import { AGREEMENTS_PATH } from "./ask-for-acceptance.ts";
import { POLICIES_IN_FORCE } from "./policies-in-force.ts";

export const agreementRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get(AGREEMENTS_PATH, async (c) => {
    const member = await sessions.require(c);
    return page(c, member, safePath(c.req.query("next")), []);
  });

  app.post(AGREEMENTS_PATH, async (c) => {
    const member = await sessions.require(c);
    const form = await readForm(c);
    const next = safePath(form.get("next") ?? undefined);
    const language = c.get("language");
    const asked = await outstandingPolicies(deps.ctx, member, POLICIES_IN_FORCE);
    // What was ticked counts for the words that stood there: version and language come back with the tick.
    const words = asked.flatMap((policy) => {
      const shown = showPolicy(deps, policy, language);
      return form.get(policy) === `${shown.version}/${language}` ? [acceptedOf(shown)] : [];
    });
    if (words.length < asked.length)
      return page(
        c,
        member,
        next,
        words.map(({ policy }) => policy),
        true,
      );
    await acceptPolicies(deps.ctx, {
      reader: member,
      inForce: POLICIES_IN_FORCE,
      words,
      visitor: visitorOf(c),
      arrivedAt: deps.arrivedAt(),
    });
    return c.redirect(next, 303);
  });

  async function page(
    c: WebContext,
    member: SessionMember,
    next: string,
    ticked: readonly string[],
    missing = false,
  ): Promise<Response> {
    const asked = await outstandingPolicies(deps.ctx, member, POLICIES_IN_FORCE);
    if (asked.length === 0) return c.redirect(next, 303);
    const { language } = pageFrame(c);
    const words = textsFor(language).myData.agreements;
    const isPrivate = member.accountKind === "private";
    return renderPortal(c, deps.ctx, member, {
      title: words.title,
      current: "me",
      hasErrors: missing,
      status: missing ? 400 : 200,
      body: (frame) => (
        <div class="narrow">
          <PageHead language={language} title={words.title} lead={words.lead} />
          {missing && (
            <Note tone="stop" role="alert">
              {words.missing}
            </Note>
          )}
          <form method="post" action={AGREEMENTS_PATH} class="stack loose" novalidate>
            <CsrfField token={frame.csrfToken} />
            <input type="hidden" name="next" value={next} />
            {asked.map((policy) => {
              const shown = showPolicy(deps, policy, language);
              const since = POLICY_HISTORY[policy][0]?.since;
              return (
                <Card id={`policy-${policy}`} title={shown.name}>
                  {since !== undefined && (
                    <p class="muted">
                      {words.version(shown.version, dateInWords(language, Temporal.PlainDate.from(since)))}
                    </p>
                  )}
                  {policy === "processor-agreement" && <p>{words.forCompany(member.accountName)}</p>}
                  <details>
                    <summary>{words.read}</summary>
                    <div class="policy-words">{policyText(language, policy, shown.version)}</div>
                  </details>
                  <p>
                    <PolicyLink language={language} policy={shown} />
                  </p>
                  <Checkbox
                    language={language}
                    name={policy}
                    value={`${shown.version}/${language}`}
                    label={words.accept(shown.name)}
                    checked={ticked.includes(policy)}
                  />
                </Card>
              );
            })}
            <div class="row">
              <Button kind="primary">{words.button}</Button>
            </div>
          </form>
          <p>{words.otherwise}</p>
          <div class="row">
            <Button href={isPrivate || member.role !== "admin" ? "/me/export" : "/account/export"}>
              {words.export}
            </Button>
            <Button kind="quiet" href={isPrivate ? "/account/close" : "/company/members"}>
              {isPrivate ? words.close : words.leave}
            </Button>
          </div>
        </div>
      ),
    });
  }
};
