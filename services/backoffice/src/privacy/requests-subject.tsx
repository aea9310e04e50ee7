// Whose data a request is about: what is chosen, and the search from which the officer chooses, each found by what tells it from others.

import { endShown, type Language } from "@posthorn/domain";
import { dateInWords, shortDateTime, textsFor } from "@posthorn/texts";
import type { FoundDelivery, FoundPerson } from "@posthorn/usecases";
import { Card, Checkbox, Choices, errorAt, Field, type Markup, Table } from "@posthorn/web";
import { ActForm } from "../frame/act-form.tsx";
import type { RequestCardProps } from "./requests-page.tsx";

export function SubjectCard(props: RequestCardProps): Markup {
  const { frame, detail, officer } = props;
  const { language } = frame;
  const words = textsFor(language).rights.desk.subject;
  const { row, person, deliveries, senders } = detail;
  const open = row.state === "identity" || row.state === "open";
  const free = officer && open && senders.every(({ toldAt }) => toldAt === null);
  return (
    <Card id="subject" title={words.title}>
      {person === null && deliveries.length === 0 && <p class="muted">{words.none}</p>}
      {person !== null && (
        <p>
          {words.account}: <b>{person.name}</b>, <span class="breaks">{person.email}</span>
        </p>
      )}
      {deliveries.length > 0 && <Chosen language={language} deliveries={deliveries} />}
      {free && <TakeAway {...props} />}
      {officer && open && (
        <>
          <p class="small muted">{words.text}</p>
          <SearchForm {...props} />
          <FoundForm {...props} />
        </>
      )}
    </Card>
  );
}

/** One of what is chosen, to be no longer chosen. Who asked in his account stays. */
function TakeAway({ frame, reader, detail, answer }: RequestCardProps): Markup {
  const { language } = frame;
  const words = textsFor(language).rights.desk.subject;
  const { row, person, deliveries } = detail;
  const options = [
    ...(person === null || row.person_id === null || row.channel === "account"
      ? []
      : [{ value: row.person_id, label: `${words.account}: ${person.name}` }]),
    ...deliveries.map((delivery) => ({
      value: delivery.id,
      label: `${delivery.name}, ${words.from(delivery.sender, shortDateTime(language, delivery.acceptedAt))}`,
    })),
  ];
  if (options.length === 0) return <></>;
  return (
    <details class="stack">
      <summary>{words.takeAway}</summary>
      <ActForm
        frame={frame}
        reader={reader}
        action={`/privacy/requests/${row.id}/remove`}
        button={words.takeAway}
        refusal={answer.act === "remove" ? answer.refusal : undefined}
      >
        <Field
          language={language}
          name="id"
          label={words.takeAwayWhich}
          type="select"
          value={options[0]?.value}
          options={options}
        />
      </ActForm>
    </details>
  );
}

function Chosen({
  language,
  deliveries,
}: {
  readonly language: Language;
  readonly deliveries: readonly FoundDelivery[];
}): Markup {
  const words = textsFor(language).rights.desk.subject;
  return (
    <Table
      caption={words.caption}
      rows={deliveries}
      columns={[
        {
          heading: words.addressee,
          rowHeading: true,
          cell: ({ name, email }) => (
            <>
              {name}
              <br />
              <span class="small muted breaks">{email}</span>
            </>
          ),
        },
        { heading: words.sender, cell: ({ sender }) => sender },
        {
          heading: words.ends,
          cell: ({ state, finalAt, evidenceUntil }) => (
            <>
              {finalAt === null ? words.onItsWay : shortDateTime(language, endShown(state, finalAt))}
              {evidenceUntil !== null && (
                <>
                  <br />
                  <span class="small muted">{words.until(dateInWords(language, evidenceUntil))}</span>
                </>
              )}
            </>
          ),
        },
      ]}
    />
  );
}

function SearchForm({ frame, reader, detail, answer }: RequestCardProps): Markup {
  const { language } = frame;
  const words = textsFor(language).rights.desk.subject;
  const { row } = detail;
  const errors = answer.act === "find" ? (answer.errors ?? []) : [];
  const terms = answer.terms ?? { email: row.email ?? "", mobile: "", name: row.name, postcode: "" };
  const field = (name: keyof typeof terms, label: string, hint?: string) => (
    <Field
      language={language}
      name={name}
      label={label}
      {...(hint === undefined ? {} : { hint })}
      value={terms[name]}
      error={errorAt(language, errors, name)}
      autocomplete="off"
      optional
      maxLength={200}
    />
  );
  return (
    <ActForm
      frame={frame}
      reader={reader}
      action={`/privacy/requests/${row.id}/find`}
      button={words.search}
      icon="search"
      refusal={answer.act === "find" ? answer.refusal : undefined}
    >
      {field("email", words.email)}
      {field("mobile", words.mobile)}
      {field("name", words.name)}
      {field("postcode", words.postcode, words.postcodeHint)}
    </ActForm>
  );
}

function FoundForm({ frame, reader, detail, answer }: RequestCardProps): Markup {
  const { language } = frame;
  const words = textsFor(language).rights.desk.subject;
  const { found } = answer;
  if (found === undefined) return <></>;
  if (found.people.length === 0 && found.deliveries.length === 0)
    return <p role="status">{words.noneFound}</p>;
  const { row } = detail;
  const chosen = new Set(detail.deliveries.map(({ id }) => id));
  const people = row.channel === "account" ? [] : found.people.filter(({ id }) => id !== row.person_id);
  const deliveries = found.deliveries.filter(({ id }) => !chosen.has(id));
  if (people.length === 0 && deliveries.length === 0) return <p role="status">{words.allChosen}</p>;
  return (
    <ActForm
      frame={frame}
      reader={reader}
      action={`/privacy/requests/${row.id}/choose`}
      button={words.choose}
      kind="primary"
    >
      {people.length > 0 && (
        <Choices
          language={language}
          name="person"
          legend={words.people}
          value=""
          options={[
            { value: "", label: row.person_id === null ? words.noPerson : words.samePerson },
            ...people.map((person) => ({
              value: person.id,
              label: person.name,
              hint: personLine(language, person),
            })),
          ]}
        />
      )}
      {deliveries.length > 0 && (
        <Choices
          language={language}
          name="delivery"
          legend={words.deliveries}
          values={[]}
          options={deliveries.map((delivery) => ({
            value: delivery.id,
            label: `${delivery.name}, ${words.from(delivery.sender, shortDateTime(language, delivery.acceptedAt))}`,
            hint: deliveryLine(language, delivery),
          }))}
        />
      )}
      <Checkbox language={language} name="other_names" label={words.otherNames} />
    </ActForm>
  );
}

function personLine(language: Language, person: FoundPerson): string {
  const since = shortDateTime(language, person.createdAt);
  return textsFor(language).rights.desk.subject.personLine(person.email, since, person.accounts ?? "");
}

/** What tells one addressee from another. */
function deliveryLine(language: Language, delivery: FoundDelivery): string {
  const words = textsFor(language).rights.desk.subject;
  const { email, mobile, address, birthDate, finalAt } = delivery;
  return [
    email,
    mobile,
    address,
    birthDate === null ? null : words.born(birthDate),
    finalAt === null ? words.onItsWay : null,
  ]
    .filter((part) => part !== null && part !== "")
    .join(" · ");
}
