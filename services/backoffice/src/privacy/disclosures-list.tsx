// The register of disclosures to authorities: the list, the file of all of them, and the form of a new one.

import {
  csvLine,
  DISCLOSURE_GIVEN_LONGEST,
  DISCLOSURE_TELLINGS,
  type FieldError,
  type Language,
  mayAct,
} from "@posthorn/domain";
import { dateInWords, textsFor } from "@posthorn/texts";
import { type DisclosureLine, enterDisclosure, exportDisclosures, listDisclosures } from "@posthorn/usecases";
import {
  Button,
  Card,
  Choices,
  Empty,
  errorAt,
  Field,
  type FieldProps,
  type Markup,
  PageHead,
  Pagination,
  readForm,
  sendAttachment,
  streamOf,
  Table,
  type WebContext,
} from "@posthorn/web";
import { renderBackoffice } from "../frame/backoffice-page.tsx";
import type { BackofficeRoutes } from "../routes.ts";
import { confirmInForm } from "../session/confirm-in-form.ts";
import type { Reader } from "../session/staff-sessions.ts";
import { entryPage } from "./entry-page.tsx";
import { type Answer, answerTo } from "./holds-answer.tsx";
import { DISCLOSURES_PATH, RegistersNav, typedIn } from "./registers-frame.tsx";

const NEW_PATH = "/privacy/enter-disclosure";
const BYTE_ORDER_MARK = "\uFEFF";

type Typed = Readonly<Record<string, string>>;

export const disclosuresRoutes: BackofficeRoutes = (app, deps, sessions) => {
  app.get(DISCLOSURES_PATH, async (c) => {
    const reader = await sessions.requireReader(c, "privacy_officer");
    const cursor = c.req.query("cursor");
    const page = await listDisclosures(deps.ctx, reader, cursor ? { cursor } : {});
    return renderBackoffice(c, reader, {
      title: textsFor(c.get("language")).registers.disclosures.title,
      current: "registers",
      body({ language }) {
        const words = textsFor(language).registers.disclosures;
        const to = (at: string | null) =>
          at === null ? undefined : `${DISCLOSURES_PATH}?${new URLSearchParams({ cursor: at }).toString()}`;
        return (
          <>
            <PageHead language={language} title={words.title} lead={words.lead} />
            <RegistersNav language={language} roles={reader.staff.roles} current="disclosures" />
            <p class="row">
              {mayAct(reader.staff.roles, "privacy_officer") && (
                <Button kind="primary" href={NEW_PATH}>
                  {words.add}
                </Button>
              )}
              <Button href={`${DISCLOSURES_PATH}.csv`} icon="download" download>
                {words.export}
              </Button>
            </p>
            <Card id="disclosures">
              {page.lines.length === 0 ? (
                <Empty title={words.none} text={words.noneText} />
              ) : (
                <>
                  <Lines language={language} lines={page.lines} />
                  <Pagination language={language} previous={to(page.previous)} next={to(page.next)} />
                </>
              )}
            </Card>
          </>
        );
      },
    });
  });

  app.get(`${DISCLOSURES_PATH}.csv`, async (c) => {
    const reader = await sessions.requireReader(c, "privacy_officer");
    const lines = await exportDisclosures(deps.ctx, reader);
    return sendAttachment(c, streamOf(csvOf(c.get("language"), lines)), {
      filename: "disclosures.csv",
      type: "text/csv; charset=utf-8",
    });
  });

  app.get(NEW_PATH, async (c) => {
    const reader = await sessions.requireReader(c, "privacy_officer");
    await sessions.require(c);
    return newPage(c, reader, {});
  });

  app.post(NEW_PATH, async (c) => {
    const asked = await sessions.requireOfficer(c, "privacy_officer");
    const form = await readForm(c);
    const typed = typedIn(form);
    const { reader, refused } = await confirmInForm(c, deps, asked, form);
    if (refused) return newPage(c, reader, { typed, refusal: refused.words, status: refused.status });
    try {
      const field = (name: string) => typed[name] ?? "";
      const id = await enterDisclosure(deps.ctx, reader, {
        authority: field("authority"),
        legalBasis: field("legal_basis"),
        reference: field("reference"),
        given: field("given"),
        givenOn: field("given_on"),
        subjects: field("subjects"),
        telling: field("telling"),
        tellFrom: field("tell_from"),
        tellingWords: field("telling_words"),
      });
      return c.redirect(`${DISCLOSURES_PATH}/${id}?done=entered`, 303);
    } catch (error) {
      const answer = answerTo(c, error, {});
      if (answer === null) throw error;
      return newPage(c, reader, { ...answer, typed });
    }
  });
};

function newPage(c: WebContext, reader: Reader, answer: Answer): Promise<Response> {
  const { errors = [], typed = {} } = answer;
  const language = c.get("language");
  const words = textsFor(language).registers.disclosures;
  const labels: Readonly<Record<string, string>> = words.fields;
  return entryPage(c, reader, answer, {
    id: "enter",
    title: words.add,
    list: { label: words.title, href: DISCLOSURES_PATH },
    action: NEW_PATH,
    button: words.enter,
    labelOf: (path) => labels[path],
    fields: () => <EntryFields language={language} typed={typed} errors={errors} />,
  });
}

function EntryFields(props: {
  readonly language: Language;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
}): Markup {
  const { language, typed, errors } = props;
  const words = textsFor(language).registers.disclosures;
  const { fields } = words;
  const field = (name: keyof typeof fields, more: Partial<FieldProps> = {}) => (
    <Field
      language={language}
      name={name}
      label={fields[name]}
      value={typed[name]}
      error={errorAt(language, errors, name)}
      autocomplete="off"
      {...more}
    />
  );
  return (
    <>
      {field("authority", { maxLength: 200 })}
      {field("legal_basis", { maxLength: 300 })}
      {field("reference", { maxLength: 200 })}
      {field("given", { type: "textarea", rows: 3, maxLength: DISCLOSURE_GIVEN_LONGEST })}
      {field("given_on", { type: "date" })}
      {field("subjects", { type: "textarea", rows: 2, hint: fields.subjectsHint })}
      <Choices
        language={language}
        name="telling"
        legend={fields.telling}
        value={typed["telling"]}
        error={errorAt(language, errors, "telling")}
        options={DISCLOSURE_TELLINGS.map((value) => ({ value, label: words.tellings[value] }))}
      />
      {field("tell_from", { type: "date", optional: true })}
      {field("telling_words", { type: "textarea", rows: 2, optional: true, maxLength: 500 })}
    </>
  );
}

function Lines(props: { readonly language: Language; readonly lines: readonly DisclosureLine[] }): Markup {
  const { language, lines } = props;
  const words = textsFor(language).registers.disclosures;
  return (
    <Table
      caption={words.caption}
      rows={lines}
      columns={[
        {
          heading: words.number,
          rowHeading: true,
          cell: ({ id, number }) => <a href={`${DISCLOSURES_PATH}/${id}`}>{words.one(number)}</a>,
        },
        { heading: words.fields.authority, cell: ({ authority }) => <span class="breaks">{authority}</span> },
        { heading: words.fields.given_on, cell: ({ givenOn }) => dateInWords(language, givenOn) },
        {
          heading: words.toldOn,
          cell: ({ toldOn, telling }) =>
            toldOn === null ? words.tellings[telling] : dateInWords(language, toldOn),
        },
      ]}
    />
  );
}

async function* csvOf(
  language: Language,
  lines: AsyncIterable<DisclosureLine>,
): AsyncIterable<Uint8Array<ArrayBuffer>> {
  const words = textsFor(language).registers.disclosures;
  const { fields } = words;
  const encoder = new TextEncoder();
  const heads = [
    words.number,
    fields.authority,
    fields.legal_basis,
    fields.reference,
    fields.given,
    fields.given_on,
    fields.subjects,
    words.decidedBy,
    words.enteredAt,
    fields.telling,
    fields.tell_from,
    fields.telling_words,
    words.toldOn,
    words.closedOn,
  ];
  yield encoder.encode(BYTE_ORDER_MARK + csvLine(heads));
  for await (const line of lines)
    yield encoder.encode(
      csvLine([
        String(line.number),
        line.authority,
        line.legalBasis,
        line.reference,
        line.given,
        line.givenOn.toString(),
        line.subjects.map(({ id }) => id).join(" "),
        line.decidedBy,
        line.enteredAt.toString(),
        words.tellings[line.telling],
        line.tellFrom?.toString() ?? "",
        line.tellingWords ?? "",
        line.toldOn?.toString() ?? "",
        line.closedAt?.toString() ?? "",
      ]),
    );
}
