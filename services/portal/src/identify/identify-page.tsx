// The page on which a sender shows who he is: what is missing, why it is asked, the ways, and what came of the last try.

import type { FieldError } from "@posthorn/domain";
import { type Texts, textsFor } from "@posthorn/texts";
import {
  correctName,
  type IdentificationStanding,
  listIdentities,
  type SessionMember,
  unlinkIdentity,
} from "@posthorn/usecases";
import {
  Button,
  Card,
  ErrorSummary,
  type Markup,
  Note,
  PageHead,
  pageFrame,
  type PageFrame,
  readForm,
  type WebContext,
} from "@posthorn/web";
import { AppError } from "@posthorn/domain";
import type { PortalDeps } from "../deps.ts";
import { renderPortal } from "../frame/portal-page.tsx";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";
import { LargeWays } from "./choose-way.tsx";
import { CorrectNameCard, type TypedName } from "./correct-name-card.tsx";
import { FailureNote, failureOf, type NameHeld } from "./failure-note.tsx";
import { IdentifiedFacts, LinkedMeans } from "./identification-card.tsx";
import { standingOf } from "./standing.ts";
import { StandingNote } from "./standing-note.tsx";

interface Told {
  readonly errors?: readonly FieldError[];
  readonly typed?: TypedName;
}

export const identifyRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get("/identify", async (c) => show(c, deps, await sessions.require(c)));

  app.post("/identify/own-name", async (c) => {
    const member = await sessions.require(c);
    const form = await readForm(c);
    const typed = { firstNames: form.get("first_names") ?? "", familyName: form.get("family_name") ?? "" };
    try {
      const arrivedAt = deps.arrivedAt();
      await correctName(deps.ctx, { member, ...typed, visitor: visitorOf(c), arrivedAt });
      return c.redirect("/identify?done=corrected", 303);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "name_invalid") throw error;
      return show(c, deps, member, { errors: error.fields, typed });
    }
  });

  app.post("/security/identities/:identity/unlink", async (c) => {
    const member = await sessions.requireFresh(c, "/security");
    if (member instanceof Response) return member;
    const input = { member, id: c.req.param("identity"), visitor: visitorOf(c), arrivedAt: deps.arrivedAt() };
    await unlinkIdentity(deps.ctx, input);
    return c.redirect("/identify?done=unlinked", 303);
  });
};

async function show(
  c: WebContext,
  deps: PortalDeps,
  member: SessionMember,
  told: Told = {},
): Promise<Response> {
  const standing = await listIdentities(deps.ctx, member.personId);
  const { language } = pageFrame(c);
  const words = textsFor(language).identify;
  const { errors = [] } = told;
  const isFirst = standing.identified === null;
  const failure = failureOf(language, c.req.query("failed"), heldName(member, standing));
  return renderPortal(c, deps.ctx, member, {
    title: words.title,
    current: "security",
    hasErrors: failure !== undefined || errors.length > 0,
    status: errors.length > 0 ? 400 : (failure?.status ?? 200),
    body: (frame) => (
      <>
        <PageHead language={language} title={words.title} lead={isFirst ? words.lead : undefined} />
        <ErrorSummary language={language} errors={errors} labelOf={(field) => labelOf(words, field)} />
        <FailureNote failure={failure} />
        <Done words={words} done={c.req.query("done")} />
        <IdentifyBody
          frame={frame}
          deps={deps}
          member={member}
          standing={standing}
          told={told}
          isOpen={failure !== undefined || errors.length > 0}
        />
      </>
    ),
  });
}

function IdentifyBody(props: {
  readonly frame: PageFrame;
  readonly deps: PortalDeps;
  readonly member: SessionMember;
  readonly standing: IdentificationStanding;
  readonly told: Told;
  /** Whether the form for another name is shown at once. */
  readonly isOpen: boolean;
}): Markup {
  const { frame, deps, member, standing, told, isOpen } = props;
  const words = textsFor(frame.language).identify;
  const days = deps.ctx.settings.reidentifyDays;
  const isFirst = standing.identified === null;
  const today = standingOf(standing.identified?.at, days, deps.arrivedAt());
  return (
    <>
      {!isFirst && <StandingNote language={frame.language} standing={today} withoutButton />}
      {!isFirst && (
        <Card id="identification" title={words.security.title}>
          <IdentifiedFacts frame={frame} standing={standing} days={days} />
          <LinkedMeans frame={frame} linked={standing.linked} />
        </Card>
      )}
      <section class="stack" aria-labelledby="ways-title">
        <h2 id="ways-title">{isFirst ? words.ways.title : words.ways.again}</h2>
        <p>{words.expected(member.personName)}</p>
        <LargeWays frame={frame} ways={deps.identification.ways} at="/identify" />
      </section>
      {isFirst && member.accountKind === "private" && (
        <CorrectNameCard frame={frame} open={isOpen} {...told} />
      )}
      <Card id="why" title={words.why.title}>
        <p>{words.why.law}</p>
        <p>{words.why.kept}</p>
      </Card>
    </>
  );
}

function Done({
  words,
  done,
}: {
  readonly words: Texts["identify"];
  readonly done: string | undefined;
}): Markup {
  const texts: Readonly<Record<string, string>> = { ...words.done, corrected: words.correct.done };
  if (done === undefined || !Object.hasOwn(texts, done)) return <></>;
  return (
    <Note tone="ok" role="status">
      <p>{texts[done]}</p>
      {done === "activated" && (
        <p>
          <Button kind="primary" href="/compose">
            {words.compose}
          </Button>
        </p>
      )}
    </Note>
  );
}

function heldName(member: SessionMember, { identified }: IdentificationStanding): NameHeld {
  const mend = identified ? "again" : member.accountKind;
  return { name: member.personName, mend };
}

function labelOf({ correct }: Texts["identify"], field: string): string {
  return field === "first_names" ? correct.firstNames : correct.familyName;
}
