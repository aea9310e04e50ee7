// Every component in every state, section by section.

import { bytesInWords, textsFor } from "@posthorn/texts";
import { Button } from "../components/button.tsx";
import { Card } from "../components/card.tsx";
import { Checkbox, Choices } from "../components/choices.tsx";
import { CodeField } from "../components/code-field.tsx";
import { Countdown } from "../components/countdown.tsx";
import { CsrfField } from "../components/csrf-field.tsx";
import { DefinitionList } from "../components/definition-list.tsx";
import { DropZone } from "../components/drop-zone.tsx";
import { Empty } from "../components/empty.tsx";
import { ErrorSummary, errorAt } from "../components/error-summary.tsx";
import { Field } from "../components/field.tsx";
import { FileRow } from "../components/file-row.tsx";
import { Icon } from "../components/icon.tsx";
import type { IconName } from "../components/icon.tsx";
import type { Markup } from "../components/markup.ts";
import { Note } from "../components/note.tsx";
import { Pagination } from "../components/pagination.tsx";
import { PasskeyForm } from "../components/passkey-form.tsx";
import { Pill } from "../components/pill.tsx";
import { Plan } from "../components/plan.tsx";
import { CheckCode, Sender } from "../components/sender.tsx";
import { StateBar } from "../components/state-bar.tsx";
import { Table } from "../components/table.tsx";
import { Track } from "../components/track.tsx";
import type { StationState } from "../components/track.tsx";
import { WebEidForm } from "../components/web-eid-form.tsx";
import type { PageFrame } from "../layout/page-frame.ts";
import { SAMPLES, SAMPLE_ERRORS } from "./samples.ts";

const SAMPLE_NONCE = "c2FtcGxlIHNhbXBsZSBzYW1wbGUgc2FtcGxlIHNhbXA=";

interface SectionProps {
  readonly frame: PageFrame;
}

export function ButtonsAndStates({ frame }: SectionProps): Markup {
  const s = SAMPLES[frame.language];
  return (
    <>
      <Card title={s.headings.buttons} id="buttons">
        <div class="row">
          <Button kind="primary">{s.send}</Button>
          <Button kind="seal" icon="seal">
            {s.accept}
          </Button>
          <Button href="#buttons" icon="download">
            {s.proof}
          </Button>
          <Button kind="quiet">{s.more}</Button>
          <Button disabled>{s.notPossible}</Button>
        </div>
      </Card>
      <Card title={s.headings.states} id="states">
        <div class="row">
          <Pill>{s.waiting}</Pill>
          <Pill tone="ok">{s.collected}</Pill>
          <Pill tone="warn">{s.expired}</Pill>
          <Pill tone="stop">{s.refused}</Pill>
          <Pill tone="plain">{s.sealing}</Pill>
        </div>
        <StateBar
          language={frame.language}
          label={s.headings.states}
          shares={[
            { label: s.collected, count: 1240, tone: "ok", href: "#states" },
            { label: s.waiting, count: 310, tone: "info", href: "#states" },
            { label: s.expired, count: 96, tone: "warn" },
            { label: s.refused, count: 12, tone: "stop" },
            { label: s.sealing, count: 0, tone: "plain" },
          ]}
        />
      </Card>
      <Card title={s.headings.notes} id="notes">
        <Note>{s.note}</Note>
        <Note tone="ok">{s.collected}</Note>
        <Note tone="warn">{s.zip}</Note>
        <Note tone="stop">{s.refused}</Note>
      </Card>
    </>
  );
}

export function TrackAndPlan({ frame }: SectionProps): Markup {
  const s = SAMPLES[frame.language];
  const states: readonly StationState[] = ["done", "done", "now", "next", "next"];
  const failed: readonly StationState[] = ["done", "failed", "next"];
  const stations = (names: readonly StationState[]) =>
    names.map((state, index) => {
      const [title = "", ...lines] = s.track[index] ?? [];
      return { state, title, lines };
    });
  return (
    <>
      <Card title={s.headings.track} id="track" aside={<Pill>{s.waiting}</Pill>}>
        <Track language={frame.language} label={s.trackLabel} stations={stations(states)} />
        <hr />
        <Track language={frame.language} label={s.trackLabel} stations={stations(failed)} />
      </Card>
      <Card title={s.headings.sender} id="sender">
        <Sender heading={s.from} name="Immo Vandewalle bv" line="Gent · itsme" />
        <Plan steps={s.plan.map(([when, what]) => ({ when, what }))} />
        <p>
          <CheckCode code="K7QM-4RTX-92VB" />
        </p>
      </Card>
    </>
  );
}

export function Forms({ frame }: SectionProps): Markup {
  const s = SAMPLES[frame.language];
  const { language } = frame;
  const error = (path: string): string | undefined => errorAt(language, SAMPLE_ERRORS, path);
  return (
    <>
      <ErrorSummary
        language={language}
        errors={SAMPLE_ERRORS}
        labelOf={(path) => (path === "mobile" ? s.mobile : s.identification)}
      />
      <form method="post" action="/ui" class="stack loose" novalidate>
        <CsrfField token={frame.csrfToken} />
        <Card title={s.headings.fields} id="fields">
          <div class="fields">
            <Field
              language={language}
              name="name"
              label={s.name}
              value="Peeters"
              hint={s.hint}
              autocomplete="off"
            />
            <Field
              language={language}
              name="email"
              label={s.email}
              type="email"
              value="jan.peeters@example.be"
              optional
            />
            <Field
              language={language}
              name="mobile"
              label={s.mobile}
              type="tel"
              value="0470 12 34"
              error={error("mobile")}
            />
            <Field
              language={language}
              name="language"
              label={s.language}
              type="select"
              value="nl"
              options={[
                { value: "nl", label: "Nederlands" },
                { value: "fr", label: "Français" },
              ]}
            />
            <Field
              language={language}
              name="text"
              label={s.text}
              type="textarea"
              rows={4}
              value={s.note}
              all
            />
          </div>
          <Choices
            language={language}
            name="identification"
            legend={s.identification}
            error={error("identification")}
            options={[
              { value: "codes", label: s.codes, hint: s.codesHint },
              { value: "eid_or_itsme", label: s.strong, hint: s.strongHint },
            ]}
          />
          <Checkbox language={language} name="consent" label={s.consent} checked />
        </Card>
      </form>
      <form method="post" action="/ui/codes">
        <CsrfField token={frame.csrfToken} />
        <Card title={s.headings.codes} id="codes">
          <CodeField language={language} name="code_email" label={s.codeByMail} autofill={false} />
          <CodeField
            language={language}
            name="code_sms"
            label={s.codeBySms}
            below={<Countdown language={language} seconds={42} sentence={s.newCodes} holds="resend" />}
          />
          <div class="row">
            <Button kind="primary">{s.send}</Button>
            <Button id="resend" name="resend" value="on">
              {s.newCodesButton}
            </Button>
          </div>
        </Card>
      </form>
      <Card title={s.headings.eid} id="eid">
        <WebEidForm
          language={language}
          action="/ui"
          csrfToken={frame.csrfToken}
          nonce={SAMPLE_NONCE}
          origin="https://portal.example"
          refusal="eid_certificate_purpose"
        />
      </Card>
      <Card title={textsFor(language).passkeys.signIn.title} id="passkey">
        <PasskeyForm
          language={language}
          act="get"
          beginPath="/ui"
          action="/ui"
          csrfToken={frame.csrfToken}
          button={textsFor(language).passkeys.signIn.button}
          refusal={textsFor(language).passkeys.signIn.refused}
        />
      </Card>
    </>
  );
}

export function Files({ frame }: SectionProps): Markup {
  const s = SAMPLES[frame.language];
  const { language } = frame;
  return (
    <form method="post" action="/ui/files" enctype="multipart/form-data">
      <CsrfField token={frame.csrfToken} />
      <Card title={s.headings.files} id="files">
        <DropZone
          language={language}
          assets={frame.assets}
          uploadPath="/ui/upload"
          fallbackPath="/ui/files"
          limits={{ files: 20, fileBytes: 100_000_000, totalBytes: 250_000_000 }}
        >
          <FileRow
            language={language}
            id="a"
            name="lease-2024.pdf"
            meta={bytesInWords(language, 1_843_201)}
            removePath="/ui/remove"
          />
          <FileRow
            language={language}
            id="b"
            name="photographs.zip"
            meta={`${bytesInWords(language, 61e6)} / ${bytesInWords(language, 94e6)}`}
            progress={{ value: 61, max: 94 }}
            remark={s.zip}
          />
          <FileRow
            language={language}
            id="c"
            name="program.exe"
            meta={bytesInWords(language, 12_000)}
            error={s.notPossible}
          />
        </DropZone>
      </Card>
    </form>
  );
}

export function Lists({ frame }: SectionProps): Markup {
  const s = SAMPLES[frame.language];
  const icons: readonly IconName[] = [
    "menu",
    "plus",
    "check",
    "cross",
    "info",
    "warning",
    "stop",
    "ok",
    "download",
    "upload",
    "file",
    "mail",
    "phone",
    "clock",
    "seal",
    "search",
    "back",
    "forward",
    "inbox",
  ];
  const rows = [
    { what: s.track[0]?.[0] ?? "", when: "21.11.2026 10.02.14", size: 412, sealed: true },
    { what: s.track[1]?.[0] ?? "", when: "21.11.2026 10.02.15", size: 1_843_201, sealed: false },
  ];
  return (
    <>
      <Card title={s.headings.lists} id="lists">
        <Table
          caption={s.headings.lists}
          rows={rows}
          columns={[
            { heading: s.what, rowHeading: true, cell: (row) => row.what },
            { heading: s.when, cell: (row) => row.when },
            { heading: s.size, number: true, cell: (row) => bytesInWords(frame.language, row.size) },
            {
              heading: s.headings.states,
              cell: (row) =>
                row.sealed ? <Pill tone="ok">{s.collected}</Pill> : <Pill tone="plain">{s.sealing}</Pill>,
            },
            { heading: s.proof, hideHeading: true, cell: () => <a href="#lists">{s.proof}</a> },
          ]}
        />
        <Pagination language={frame.language} previous="#lists" next="#lists" />
        <DefinitionList
          facts={[
            { term: s.name, value: "Jan Peeters" },
            { term: s.email, value: "jan.peeters@example.be" },
            {
              term: "SHA-256",
              value: (
                <span class="mono">9f2c81d05b7e44aa6a1c0f7be2d9134c5502e8b17d3f9a604cc1b8e72f6d03c1</span>
              ),
            },
          ]}
        />
      </Card>
      <Card title={s.headings.empty} id="empty">
        <Empty title={s.emptyTitle} text={s.emptyText}>
          <Button kind="primary" href="#empty">
            {s.send}
          </Button>
        </Empty>
      </Card>
      <Card title={s.headings.icons} id="icons">
        <div class="row">
          {icons.map((name) => (
            <Icon name={name} size={26} />
          ))}
        </div>
      </Card>
    </>
  );
}
