// Cards about the person himself: name and address, identification, means of sign-in, uses, rights.

import { LANGUAGES } from "@posthorn/domain";
import { brusselsDate, dateInWords, dateTimeInWords, textsFor } from "@posthorn/texts";
import { Button, Card, CsrfField, DefinitionList, Field, type Markup } from "@posthorn/web";
import { OWN_PATH } from "../rights/paths.ts";
import type { MyDataGround } from "./ground.ts";
import { Kept } from "./kept.tsx";

export function PersonCard({ frame, words, data }: MyDataGround): Markup {
  const { language } = frame;
  const { person } = data;
  const own = words.person;
  const verified = person.emailVerifiedAt
    ? own.verified(dateInWords(language, brusselsDate(person.emailVerifiedAt)))
    : null;
  const { languageNames } = textsFor(language).common;
  return (
    <Card id="person" title={own.title}>
      <DefinitionList
        facts={[
          { term: own.name, value: `${person.firstNames} ${person.familyName}`.trim() },
          {
            term: own.email,
            value: (
              <>
                {person.email}
                {verified !== null && <span class="muted"> ({verified})</span>}
              </>
            ),
          },
          { term: own.since, value: dateInWords(language, brusselsDate(person.since)) },
        ]}
      />
      <div class="row">
        <Button href="/me/email">{own.changeEmail}</Button>
        <Button kind="quiet" href="/identify">
          {own.correct}
        </Button>
      </div>
      <form method="post" action="/me/language" class="search">
        <CsrfField token={frame.csrfToken} />
        <Field
          language={language}
          name="language"
          label={own.language}
          type="select"
          value={person.language}
          options={LANGUAGES.map((value) => ({ value, label: languageNames[value] }))}
        />
        <Button>{own.save}</Button>
      </form>
      <Kept words={words}>{own.kept}</Kept>
    </Card>
  );
}

export function IdentificationCard({ frame, words, data, countInWords }: MyDataGround): Markup {
  const { language } = frame;
  const { identification } = data;
  const own = words.identification;
  return (
    <Card id="identification" title={own.title}>
      {identification === null && <p>{own.none}</p>}
      <DefinitionList
        facts={[
          ...(identification === null
            ? []
            : [
                { term: own.by, value: own.methods[identification.method] },
                {
                  term: own.level,
                  value: identification.level ? own.levels[identification.level] : own.noLevel,
                },
                { term: own.at, value: dateTimeInWords(language, identification.at) },
              ]),
          { term: own.linked, value: countInWords("identities") },
          { term: own.records, value: countInWords("records") },
        ]}
      />
      <p>{own.recordsText}</p>
      <p>
        <a href="/security">{own.link}</a>
      </p>
      <Kept words={words}>{own.kept}</Kept>
    </Card>
  );
}

export function SignInCard({ words, countInWords }: MyDataGround): Markup {
  const own = words.signIn;
  return (
    <Card id="means" title={own.title}>
      <DefinitionList
        facts={[
          { term: own.passkeys, value: countInWords("passkeys") },
          { term: own.sessions, value: countInWords("sessions") },
          { term: own.devices, value: countInWords("devices") },
        ]}
      />
      <p>
        <a href="/security">{own.link}</a>
      </p>
      <Kept words={words}>{own.kept}</Kept>
    </Card>
  );
}

export function UsesCard({ words, countInWords }: MyDataGround): Markup {
  const own = words.uses;
  return (
    <Card id="uses" title={own.title}>
      <p>{own.text(countInWords("uses"))}</p>
      <p>
        <a href="/me/uses">{own.link}</a>
      </p>
      <Kept words={words}>{own.kept}</Kept>
    </Card>
  );
}

export function RightsCard({ words, member, frame }: MyDataGround): Markup {
  const own = words.rights;
  const requests = textsFor(frame.language).rights.portal.own;
  const mayTakeAll = member.accountKind === "company" && member.role === "admin";
  return (
    <Card id="rights" title={own.title}>
      <p>{own.text}</p>
      <p>{own.complaint}</p>
      <div class="row">
        <Button kind="primary" href="/me/export">
          {own.export}
        </Button>
        <Button href={OWN_PATH}>{requests.title}</Button>
        <Button href={`${OWN_PATH}/new`}>{requests.ask}</Button>
        {mayTakeAll && (
          <Button href="/account/export">{textsFor(frame.language).myData.takeOut.account}</Button>
        )}
        {member.role === "admin" && (
          <Button href="/account/compliance">{textsFor(frame.language).registers.compliance.title}</Button>
        )}
      </div>
    </Card>
  );
}
