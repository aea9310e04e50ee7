// The first page after signing in: what needs attention, where deliveries stand, credits.

import type { Language } from "@posthorn/domain";
import { dayInWords, numberInWords, textsFor } from "@posthorn/texts";
import { type AttentionLine, type Overview, showOverview } from "@posthorn/usecases";
import { Button, Card, Empty, type Markup, PageHead, Pill, StateBar } from "@posthorn/web";
import { creditsInWords, renderPortal } from "../frame/portal-page.tsx";
import { fullName } from "../frame/state-pill.tsx";
import type { Standing } from "../identify/standing.ts";
import { loadStanding, StandingNote } from "../identify/standing-note.tsx";
import { sharesOf } from "../message/message-page.tsx";
import type { PortalRoutes } from "../routes.ts";
import { PasswordAloneNote } from "../security/password-alone-note.tsx";
import { SentTable } from "../sent/list-sent.tsx";

export const overviewRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get("/", async (c) => {
    const member = await sessions.require(c);
    const overview = await showOverview(deps.ctx, member);
    const standing = await loadStanding(deps, member);
    const language = c.get("language");
    return renderPortal(c, deps.ctx, member, {
      title: textsFor(language).portal.overview.title,
      current: "overview",
      body: () => (
        <OverviewBody
          language={language}
          overview={overview}
          standing={standing}
          passwordAlone={member.authentication.method === "password"}
        />
      ),
    });
  });
};

function OverviewBody({
  language,
  overview,
  standing,
  passwordAlone,
}: {
  readonly language: Language;
  readonly overview: Overview;
  readonly standing: Standing;
  readonly passwordAlone: boolean;
}): Markup {
  const { portal } = textsFor(language);
  const words = portal.overview;
  const total = overview.states.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <PageHead language={language} title={words.title} />
      <StandingNote language={language} standing={standing} />
      {passwordAlone && <PasswordAloneNote language={language} />}
      {total === 0 ? (
        <Card id="first">
          <Empty title={words.emptyTitle} text={words.emptyText} icon="mail">
            <Button kind="primary" href="/compose">
              {portal.menu.newMessage}
            </Button>
          </Empty>
        </Card>
      ) : (
        <div class="grid-2">
          <div>
            <Attention language={language} lines={overview.attentionLines} />
            <Card title={words.latest} id="latest" aside={<a href="/sent">{words.all}</a>}>
              <SentTable language={language} lines={overview.latest} />
            </Card>
          </div>
          <div>
            <Card title={words.states} id="states">
              <p class="small muted">{words.statesOf(numberInWords(language, total))}</p>
              <StateBar
                language={language}
                label={words.states}
                shares={sharesOf(language, overview.states, (state) => `/sent?state=${state}`)}
              />
            </Card>
            <CreditsCard language={language} credits={overview.credits} />
          </div>
        </div>
      )}
      {total === 0 && <CreditsCard language={language} credits={overview.credits} />}
    </>
  );
}

function CreditsCard({
  language,
  credits,
}: {
  readonly language: Language;
  readonly credits: number;
}): Markup {
  const words = textsFor(language).portal.overview;
  return (
    <Card title={words.credits} id="credits">
      <p class="figure">{creditsInWords(language, credits)}</p>
      <p class="small muted">{words.creditsLine}</p>
    </Card>
  );
}

function Attention({
  language,
  lines,
}: {
  readonly language: Language;
  readonly lines: readonly AttentionLine[];
}): Markup {
  const words = textsFor(language).portal.overview;
  return (
    <Card title={words.attention} id="attention">
      {lines.length === 0 ? (
        <p class="muted">{words.nothing}</p>
      ) : (
        <ul class="attention-list">
          {lines.map((line) => (
            <li>
              <AttentionItem language={language} line={line} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function AttentionItem({
  language,
  line,
}: {
  readonly language: Language;
  readonly line: AttentionLine;
}): Markup {
  const { portal, track } = textsFor(language);
  const words = portal.overview;
  const who = fullName(line);
  const day = line.until === null ? "" : dayInWords(language, line.until);
  const told = {
    notice_failed: { what: words.noticeFailed(who), hint: day === "" ? "" : words.repairBy(day) },
    sms_failed: { what: words.smsFailed(who), hint: words.smsHint },
    last_day_near: { what: words.lastDay(who, day), hint: words.notCollected },
  }[line.reason];
  return (
    <>
      <p>
        <Pill tone={line.reason === "notice_failed" ? "stop" : "warn"}>
          {line.reason === "last_day_near" ? track.states.notified : track.stations[line.reason]}
        </Pill>
      </p>
      <p>
        <a href={`/deliveries/${line.id}`}>{told.what}</a>
      </p>
      <p class="small muted">
        {told.hint} {line.subject}
      </p>
    </>
  );
}
