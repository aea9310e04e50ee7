// An account holder asks for one of his rights: what takes one click first, then the form; a fresh proof of who sits there comes before.

import { AppError, type FieldError, RIGHTS_KINDS } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { askOwnRight, RIGHTS_WORDS_MAX, type SessionMember } from "@posthorn/usecases";
import {
  Button,
  Card,
  Choices,
  CsrfField,
  ErrorSummary,
  errorAt,
  Field,
  type Markup,
  Note,
  PageHead,
  readForm,
  type WebContext,
} from "@posthorn/web";
import { renderPortal } from "../frame/portal-page.tsx";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";
import { OWN_PATH } from "./paths.ts";

const NEW_PATH = `${OWN_PATH}/new`;

interface Typed {
  readonly kind?: string | undefined;
  readonly words?: string | undefined;
  readonly errors?: readonly FieldError[];
  readonly failure?: "rights_request_open" | "too_many_tries";
}

export const askRequestRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get(NEW_PATH, async (c) => {
    const member = await sessions.requireFresh(c);
    return member instanceof Response ? member : askPage(c, member, { kind: c.req.query("kind") });
  });

  app.post(OWN_PATH, async (c) => {
    const member = await sessions.requireFresh(c, NEW_PATH);
    if (member instanceof Response) return member;
    const form = await readForm(c);
    const typed = { kind: form.get("kind") ?? "", words: form.get("words") ?? "" };
    try {
      const act = { member, visitor: visitorOf(c), arrivedAt: deps.arrivedAt() };
      await askOwnRight(deps.ctx, deps.rights.limits.byPerson, { ...act, ...typed });
      return c.redirect(`${OWN_PATH}?done=${typed.kind === "restriction" ? "restricted" : "asked"}`, 303);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === "rights_request_invalid")
        return askPage(c, member, { ...typed, errors: error.fields ?? [] });
      if (error.code !== "rights_request_open" && error.code !== "too_many_tries") throw error;
      if (error.retryAfterSeconds !== undefined) c.header("Retry-After", String(error.retryAfterSeconds));
      return askPage(c, member, { ...typed, failure: error.code });
    }
  });

  function askPage(c: WebContext, member: SessionMember, typed: Typed): Promise<Response> {
    const { portal } = textsFor(c.get("language")).rights;
    const { errors = [], failure } = typed;
    const failed =
      failure === undefined ? (errors.length > 0 ? 400 : 200) : failure === "too_many_tries" ? 429 : 409;
    return renderPortal(c, deps.ctx, member, {
      title: portal.ask.title,
      current: "me",
      status: failed,
      hasErrors: failed !== 200,
      body: (frame) => (
        <div class="narrow">
          <PageHead
            language={frame.language}
            title={portal.ask.title}
            lead={portal.ask.lead}
            crumbs={[{ label: portal.own.title, href: OWN_PATH }]}
          />
          {failure !== undefined && (
            <Note tone="stop" role="alert">
              {portal.ask.failures[failure]}
            </Note>
          )}
          <ErrorSummary
            language={frame.language}
            errors={errors}
            labelOf={(path) => (path === "kind" ? portal.ask.legend : portal.ask.words)}
          />
          <AtOnce member={member} language={frame.language} />
          <form method="post" action={OWN_PATH} novalidate>
            <CsrfField token={frame.csrfToken} />
            <Card id="ask">
              <Choices
                language={frame.language}
                name="kind"
                legend={portal.ask.legend}
                value={typed.kind}
                error={errorAt(frame.language, errors, "kind")}
                options={RIGHTS_KINDS.map((kind) => ({
                  value: kind,
                  label: portal.kinds[kind],
                  hint: portal.kindHints[kind],
                }))}
              />
              <Field
                language={frame.language}
                name="words"
                label={portal.ask.words}
                type="textarea"
                optional
                maxLength={RIGHTS_WORDS_MAX}
                value={typed.words}
                hint={portal.ask.wordsHint}
                error={errorAt(frame.language, errors, "words")}
              />
              <p id="ask-effect">{portal.ask.effect}</p>
              <Button kind="primary" describedBy="ask-effect">
                {portal.ask.send}
              </Button>
              <p class="small muted">{portal.inFlight}</p>
              <p class="small muted">{portal.authority}</p>
            </Card>
          </form>
        </div>
      ),
    });
  }
};

/** What needs no request; and what stays of who is erased. */
function AtOnce({
  member,
  language,
}: {
  readonly member: SessionMember;
  readonly language: SessionMember["language"];
}): Markup {
  const { ask } = textsFor(language).rights.portal;
  const { links } = ask;
  const gone =
    member.accountKind === "private"
      ? { href: "/account/close", label: links.close }
      : { href: "/company/members/leave", label: links.leave };
  const all = [
    { href: "/me", label: links.see },
    { href: "/me/export", label: links.export },
    { href: "/me/email", label: links.email },
    { href: "/me#agreements", label: links.consent },
    gone,
  ];
  return (
    <Card id="at-once" title={ask.atOnce}>
      <ul>
        {all.map(({ href, label }) => (
          <li>
            <a class="target" href={href}>
              {label}
            </a>
          </li>
        ))}
      </ul>
      <h3>{ask.stays}</h3>
      <p>{ask.staysText}</p>
    </Card>
  );
}
