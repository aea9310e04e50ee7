// Before an account is closed: the export first, what closing touches, what is on its way, and when.

import type { Language } from "@posthorn/domain";
import { numberInWords, textsFor } from "@posthorn/texts";
import type { ClosingView, RunningPage, SessionMember } from "@posthorn/usecases";
import { Button, Card, Choices, DefinitionList, type Markup, PageHead, type PageFrame } from "@posthorn/web";
import { creditsInWords } from "../frame/portal-page.tsx";
import { Done, EntrustedCard, ExportCard } from "./cards.tsx";
import { CLOSING_PATH } from "./paths.ts";
import { RunningCard } from "./running-card.tsx";

export interface ClosingPageProps {
  readonly frame: PageFrame;
  readonly member: SessionMember;
  readonly view: ClosingView;
  readonly running: RunningPage;
  /** What an act has just come to, in words. */
  readonly done: string | undefined;
}

/** From here on counts are not exact. */
const COUNTED = 1_000;

export function AskPage({ frame, member, view, running, done }: ClosingPageProps): Markup {
  const { language } = frame;
  const words = textsFor(language).closing;
  return (
    <>
      <PageHead language={language} title={words.title} lead={words.lead} />
      <Done text={done} />
      <ExportCard language={language} member={member} closed={false} />
      <EntrustedCard language={language} member={member} />
      <Card id="touches" title={words.touches.title}>
        <DefinitionList facts={factsOf(language, member, view)} />
      </Card>
      <RunningCard language={language} page={running} lettersFollow />
      <Card id="choose" title={view.running > 0 ? words.choose.title : words.menu}>
        <form method="get" action={`${CLOSING_PATH}/confirm`} class="stack">
          {view.running > 0 ? (
            <Choices
              language={language}
              name="mode"
              legend={words.choose.legend}
              value="when_final"
              options={[
                { value: "when_final", label: words.choose.whenFinal, hint: words.choose.whenFinalHint },
                { value: "now", label: words.choose.now, hint: words.choose.nowHint },
              ]}
            />
          ) : (
            <input type="hidden" name="mode" value="now" />
          )}
          <Button>{words.choose.go}</Button>
        </form>
      </Card>
    </>
  );
}

function factsOf(language: Language, member: SessionMember, view: ClosingView) {
  const { touches } = textsFor(language).closing;
  const count = (number: number) =>
    number >= COUNTED ? touches.more(numberInWords(language, COUNTED)) : numberInWords(language, number);
  const noted = (value: string, note: string): Markup => (
    <>
      {value} <span class="small muted">{note}</span>
    </>
  );
  const ofCompany = [
    { term: touches.members, value: noted(count(view.members), touches.membersNote) },
    { term: touches.invitations, value: noted(count(view.invitations), touches.invitationsNote) },
  ];
  return [
    { term: touches.running, value: count(view.running) },
    { term: touches.drafts, value: noted(count(view.drafts), touches.draftsNote) },
    ...(member.accountKind === "company" ? ofCompany : []),
    { term: touches.credits, value: noted(creditsInWords(language, view.credits), touches.creditsNote) },
    { term: touches.evidence, value: touches.evidenceNote },
  ];
}
