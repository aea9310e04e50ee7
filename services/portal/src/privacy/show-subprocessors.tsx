// Who processes personal data for us, for everybody to read: establishment, ultimate parent, purpose, terms, since when (GDPR art. 28(2)).

import type { Language } from "@posthorn/domain";
import { dateInWords, textsFor } from "@posthorn/texts";
import { type SubprocessorLine, viewSubprocessors } from "@posthorn/usecases";
import { Card, DefinitionList, Empty, type Markup, Note, Pill } from "@posthorn/web";
import type { PortalRoutes } from "../routes.ts";
import { SUBPROCESSORS_PATH } from "./paths.ts";
import { renderPrivacyPage } from "./privacy-page.tsx";

const TONES = { announced: "warn", in_force: "ok", ended: "plain" } as const;

export const subprocessorRoutes: PortalRoutes = (app, deps) => {
  app.get(SUBPROCESSORS_PATH, async (c) => {
    const lines = await viewSubprocessors(deps.ctx);
    const words = textsFor(c.get("language")).registers.subprocessors;
    return renderPrivacyPage(c, {
      title: words.publicTitle,
      lead: words.publicLead(deps.privacy.noticeDays),
      body: ({ language }) => (
        <>
          {lines.length === 0 && (
            <Card id="subprocessors">
              <Empty title={words.none} text={words.noneText} />
            </Card>
          )}
          {lines.map((line) => (
            <OneCard language={language} line={line} />
          ))}
          <Note>{words.object}</Note>
        </>
      ),
    });
  });
};

function OneCard({
  language,
  line,
}: {
  readonly language: Language;
  readonly line: SubprocessorLine;
}): Markup {
  const { registers } = textsFor(language);
  const words = registers.subprocessors;
  const names = new Intl.DisplayNames(language, { type: "region" });
  const country = (code: string) => names.of(code) ?? code;
  return (
    <Card
      id={line.id}
      title={line.name}
      aside={<Pill tone={TONES[line.standing]}>{words.standing[line.standing]}</Pill>}
    >
      {line.override !== null && (
        <Note tone="warn">
          <b>{words.outside}.</b> {line.override}
        </Note>
      )}
      <DefinitionList
        facts={[
          { term: words.purposeTerm, value: line.purpose[language] },
          { term: words.fields.roles, value: line.roles.map((role) => registers.roles[role]).join(", ") },
          { term: words.fields.address, value: line.address },
          { term: words.fields.country, value: country(line.country) },
          {
            term: words.fields.parent_name,
            value: words.parentTerm(line.parentName, country(line.parentCountry)),
          },
          {
            term: words.fields.terms_url,
            value: (
              <a class="breaks" href={line.termsUrl} rel="noreferrer">
                {line.termsUrl}
              </a>
            ),
          },
          { term: words.fields.effective_on, value: dateInWords(language, line.effectiveOn) },
          ...(line.shortNotice === null
            ? []
            : [{ term: words.fields.short_notice, value: line.shortNotice }]),
          ...(line.endedOn === null
            ? []
            : [{ term: words.fields.ended_on, value: dateInWords(language, line.endedOn) }]),
        ]}
      />
    </Card>
  );
}
