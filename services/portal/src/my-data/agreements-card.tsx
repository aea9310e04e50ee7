// What a person agreed to, with its history; consent is withdrawn as easily as it was given.

import { brusselsDate, dateInWords, textsFor } from "@posthorn/texts";
import type { AcceptanceLine } from "@posthorn/usecases";
import { Button, Card, CsrfField, type Markup, Pill, Table } from "@posthorn/web";
import type { MyDataGround } from "./ground.ts";
import { Kept } from "./kept.tsx";

type Ground = MyDataGround & { readonly verifyUrl: string };

export function AgreementsCard(ground: Ground): Markup {
  const { frame, words, data } = ground;
  const own = words.agreements;
  const consent = data.acceptances.some(
    ({ policy, withdrawnAt }) => policy === "electronic-delivery" && withdrawnAt === null,
  );
  return (
    <Card id="agreements" title={own.title}>
      <p id="consent-effect">{consent ? own.consentOn : own.consentOff}</p>
      <form method="post" action={consent ? "/me/consent/withdraw" : "/me/consent/give"}>
        <CsrfField token={frame.csrfToken} />
        <div class="row">
          <Button describedBy="consent-effect">{consent ? own.withdraw : own.give}</Button>
          {!consent && (
            <a href={new URL(`/policies/electronic-delivery?lang=${frame.language}`, ground.verifyUrl).href}>
              {own.read}
            </a>
          )}
        </div>
      </form>
      {data.acceptances.length === 0 ? <p class="muted">{own.none}</p> : <History {...ground} />}
      <Kept words={words}>{own.kept}</Kept>
    </Card>
  );
}

function History({ frame, words, data, verifyUrl }: Ground): Markup {
  const { language } = frame;
  const own = words.agreements;
  const { policies } = textsFor(language);
  const day = (at: Temporal.Instant) => dateInWords(language, brusselsDate(at));
  const wordsOf = ({ policy, version, language: shown }: AcceptanceLine) =>
    new URL(`/policies/${policy}/${version}?lang=${shown}`, verifyUrl).href;
  return (
    <Table
      caption={own.caption}
      columns={[
        {
          heading: own.what,
          rowHeading: true,
          cell: (line) => (
            <>
              <a href={wordsOf(line)}>
                {policies[line.policy].name}, {own.version(line.version)}
              </a>
              {line.forAccount && <span class="muted"> ({own.forAccount})</span>}
            </>
          ),
        },
        { heading: own.when, cell: ({ acceptedAt }) => day(acceptedAt) },
        {
          heading: own.standing,
          cell: ({ withdrawnAt }) =>
            withdrawnAt === null ? (
              <Pill tone="ok">{own.stands}</Pill>
            ) : (
              <Pill>{own.withdrawn(day(withdrawnAt))}</Pill>
            ),
        },
      ]}
      rows={data.acceptances}
    />
  );
}
