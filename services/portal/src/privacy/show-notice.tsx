// The privacy notice made from the schedule: what is kept, why, how long and from when, as controller and as processor (GDPR art. 13, 14).

import type { Language } from "@posthorn/domain";
import { dateInWords, brusselsDate, periodInWords, ruleInWords, textsFor } from "@posthorn/texts";
import { type ScheduleLine, viewSchedule } from "@posthorn/usecases";
import { Button, Card, DefinitionList, type Markup, Table } from "@posthorn/web";
import type { PortalDeps } from "../deps.ts";
import type { PortalRoutes } from "../routes.ts";
import { COOKIES_PATH, PRIVACY_PATH, RIGHTS_PATH, SUBPROCESSORS_PATH } from "./paths.ts";
import { renderPrivacyPage } from "./privacy-page.tsx";

export const noticeRoutes: PortalRoutes = (app, deps) => {
  app.get(PRIVACY_PATH, async (c) => {
    const lines = await viewSchedule(deps.ctx);
    const words = textsFor(c.get("language")).privacyPages.notice;
    return renderPrivacyPage(c, {
      title: words.title,
      lead: words.lead,
      body: ({ language }) => (
        <>
          <Who language={language} deps={deps} />
          {(["controller", "processor"] as const).map((role) => (
            <Kept language={language} role={role} lines={lines.filter(({ rule }) => rule.role === role)} />
          ))}
          <Counting language={language} />
          <Recipients language={language} />
          <Rights language={language} />
        </>
      ),
    });
  });
};

interface WithDeps {
  readonly language: Language;
  readonly deps: PortalDeps;
}

function Who({ language, deps }: WithDeps): Markup {
  const words = textsFor(language).privacyPages.notice;
  return (
    <Card title={words.who.title} id="who">
      <p>{words.who.provider(deps.ctx.settings.issuer.name)}</p>
      <DefinitionList
        facts={[
          ...(deps.privacy.contact === "" ? [] : [{ term: words.who.contact, value: deps.privacy.contact }]),
          ...(deps.privacy.officer === "" ? [] : [{ term: words.who.officer, value: deps.privacy.officer }]),
        ]}
      />
      <p>
        <a href={`${deps.verifyUrl}policies/privacy/1?lang=${language}`}>{words.statement}</a>
      </p>
      <p>
        <a href={COOKIES_PATH}>{words.cookies}</a>
      </p>
    </Card>
  );
}

interface KeptProps {
  readonly language: Language;
  readonly role: "controller" | "processor";
  readonly lines: readonly ScheduleLine[];
}

function Kept({ language, role, lines }: KeptProps): Markup {
  const { notice, schedule } = textsFor(language).privacyPages;
  const { title, lead } = notice[role];
  const rows = lines.map((line) => ({ ...line, words: ruleInWords(language, line.rule, line.period) }));
  return (
    <Card title={title} id={role}>
      <p>{lead}</p>
      <Table
        caption={title}
        rows={rows}
        columns={[
          {
            heading: notice.columns.what,
            rowHeading: true,
            cell: ({ words }) => words.data,
          },
          {
            heading: notice.columns.why,
            cell: ({ words }) => (
              <>
                {words.purpose}
                <br />
                <span class="small muted">
                  {words.ground} ({words.citations})
                </span>
              </>
            ),
          },
          {
            heading: notice.columns.howLong,
            cell: ({ words, rule, changedAt }) => (
              <>
                <b>{words.period}</b>
                {words.joint}
                {words.trigger}. {words.action}.
                {words.adjustable !== null && rule.adjustable?.by.includes("account") === true && (
                  <>
                    <br />
                    <span class="small muted">{words.adjustable}</span>
                  </>
                )}
                {changedAt !== null && (
                  <>
                    <br />
                    <span class="small muted">
                      {schedule.changed(
                        dateInWords(language, brusselsDate(changedAt)),
                        periodInWords(language, rule.period),
                      )}
                    </span>
                  </>
                )}
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}

function Counting({ language }: { readonly language: Language }): Markup {
  const { privacyPages, retention } = textsFor(language);
  return (
    <Card title={privacyPages.notice.counting} id="counting">
      <p>{retention.counted}</p>
      <p>{retention.held}</p>
    </Card>
  );
}

function Recipients({ language }: { readonly language: Language }): Markup {
  const { privacyPages, registers } = textsFor(language);
  const { title, text } = privacyPages.notice.recipients;
  return (
    <Card title={title} id="recipients">
      <p>{text}</p>
      <p>
        <a class="target" href={SUBPROCESSORS_PATH}>
          {registers.subprocessors.publicTitle}
        </a>
      </p>
    </Card>
  );
}

function Rights({ language }: { readonly language: Language }): Markup {
  const { rights, authority } = textsFor(language).privacyPages.notice;
  return (
    <Card title={rights.title} id="rights">
      <p>{rights.which}</p>
      <p>{rights.withAccount}</p>
      <p>{rights.without}</p>
      <p>{rights.limits}</p>
      <p>
        <Button href={RIGHTS_PATH}>{rights.form}</Button>
      </p>
      <h3>{authority.title}</h3>
      <p>{authority.text}</p>
      <p>{authority.address}</p>
    </Card>
  );
}
