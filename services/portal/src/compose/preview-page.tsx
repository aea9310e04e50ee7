// What the addressee will see, what will happen and what it costs; beside it the button that sends.

import { addressLines, type Language, nameOf } from "@posthorn/domain";
import { bytesInWords, dateInWords, textsFor } from "@posthorn/texts";
import type { DraftPrint, LoadedDraft, ParsedSubmission } from "@posthorn/usecases";
import {
  Button,
  Card,
  CsrfField,
  type Markup,
  Note,
  PageHead,
  type PageFrame,
  Plan,
  Sender,
} from "@posthorn/web";
import { MessageText } from "./message-text.tsx";
import { CostLines } from "./cost-lines.tsx";
import { PaperCard } from "./paper-card.tsx";
import { plannedLastDay, stepsInWords } from "./plan-card.tsx";

export interface PreviewPageProps {
  readonly frame: PageFrame;
  readonly draft: LoadedDraft;
  readonly parsed: ParsedSubmission;
  /** Null where no letter is to follow. */
  readonly print: DraftPrint | null;
  readonly senderName: string;
  readonly credits: number;
  readonly now: Temporal.Instant;
  /** Why it was not sent just now. */
  readonly refusal?: string | undefined;
  /** Where to mend that he is not identified, or not any more. */
  readonly identifyPath?: string | undefined;
}

const ADDRESSEES_SHOWN = 20;

export function PreviewPage(props: PreviewPageProps): Markup {
  const { frame, draft, parsed, now } = props;
  const { language } = frame;
  const { common, compose } = textsFor(language);
  const words = compose.preview;
  return (
    <>
      <PageHead
        language={language}
        title={words.title}
        lead={words.lead}
        crumbs={[{ label: compose.title, href: `/compose/${draft.id}` }, { label: words.title }]}
      />
      {props.refusal !== undefined && (
        <Note tone="stop" role="alert">
          {props.refusal}
          {props.identifyPath !== undefined && (
            <p>
              <a href={props.identifyPath}>{words.identify}</a>
            </p>
          )}
        </Note>
      )}
      <div class="grid-2">
        <div>
          <NoticeCard {...props} />
          <ContentCard {...props} />
          {props.print !== null && (
            <PaperCard
              language={language}
              draft={draft}
              print={props.print}
              returnTo={parsed.options.returnAddress}
            />
          )}
        </div>
        <div class="stays">
          <Card title={compose.plan} id="plan">
            <Plan steps={stepsInWords(language, draft.form, now)} />
          </Card>
          <Card title={words.to} id="to">
            <ul class="plain-list">
              {parsed.addressees.slice(0, ADDRESSEES_SHOWN).map((addressee) => (
                <li>
                  <b>{nameOf(addressee)}</b>
                  <br />
                  <span class="small muted">
                    {addressee.email}
                    {addressee.mobile !== undefined && ` · ${addressee.mobile}`}
                    {props.print !== null && <LetterGoesTo language={language} addressee={addressee} />}
                    <IdentityGiven language={language} parsed={parsed} addressee={addressee} />
                  </span>
                </li>
              ))}
              {parsed.addressees.length > ADDRESSEES_SHOWN && (
                <li class="muted">+ {String(parsed.addressees.length - ADDRESSEES_SHOWN)}</li>
              )}
            </ul>
          </Card>
          <Card id="send">
            <CostLines
              language={language}
              deliveries={parsed.addressees.length}
              credits={props.credits}
              print={props.print}
            />
            <form method="post" action={`/compose/${draft.id}/send`} class="stack">
              <CsrfField token={frame.csrfToken} />
              <input type="hidden" name="revision" value={String(draft.revision)} />
              <p id="send-effect">
                {words.sendEffect(parsed.addressees.length)} {common.trust[frame.trustStatus].line}
              </p>
              <Button kind="seal" icon="seal" wide describedBy="send-effect">
                {words.send}
              </Button>
            </form>
            <Button href={`/compose/${draft.id}`} wide>
              {words.change}
            </Button>
          </Card>
        </div>
      </div>
    </>
  );
}

function NoticeCard({ frame, draft, parsed, senderName, now }: PreviewPageProps): Markup {
  const { language } = frame;
  const words = textsFor(language).compose.preview;
  const [first] = parsed.addressees;
  const who = first === undefined ? "" : nameOf(first);
  return (
    <Card title={words.notice} id="notice">
      <p class="muted">{words.noticeLead(who)}</p>
      <div class="paper stack">
        <p class="lead">{words.registeredMessage}</p>
        <Sender heading={words.from} name={senderName} />
        <p>
          <span class="muted">{words.for}</span> {who}
        </p>
        <p>{words.until(dateInWords(language, plannedLastDay(draft.form, now)))}</p>
        <p class="muted">{opensWith(language, parsed)}</p>
      </div>
    </Card>
  );
}

function opensWith(language: Language, { options }: ParsedSubmission): string {
  const words = textsFor(language).compose.preview;
  return options.requiredIdentification === "codes" ? words.opensWith : words.opensWithStrong;
}

/** As the window of the envelope will show it, but for the name; nothing where there is no address yet. */
function LetterGoesTo({
  language,
  addressee: { postalAddress },
}: {
  readonly language: Language;
  readonly addressee: ParsedSubmission["addressees"][number];
}): Markup {
  if (postalAddress === undefined) return <></>;
  return (
    <>
      <br />
      {addressLines({ name: "" }, postalAddress, language).join(" · ")}
    </>
  );
}

/** That something was given to compare with, never what. */
function IdentityGiven({
  language,
  parsed,
  addressee,
}: {
  readonly language: Language;
  readonly parsed: ParsedSubmission;
  readonly addressee: ParsedSubmission["addressees"][number];
}): Markup {
  const words = textsFor(language).compose.preview;
  const { birthDate, registerNumber } = addressee.identification;
  const byMember =
    addressee.kind === "organisation" && parsed.options.requiredIdentification === "eid_or_itsme";
  const given = [
    birthDate && words.birthDateGiven,
    registerNumber !== undefined && words.registerNumberGiven,
    byMember && words.byMember,
  ].filter((line) => typeof line === "string");
  return given.length === 0 ? (
    <></>
  ) : (
    <>
      <br />
      {given.join(" · ")}
    </>
  );
}

function ContentCard({ frame, draft, parsed }: PreviewPageProps): Markup {
  const { language } = frame;
  const words = textsFor(language).compose.preview;
  return (
    <Card title={words.content} id="content-preview">
      <p class="muted">{words.contentLead}</p>
      <div class="paper stack">
        <h3>{parsed.subject}</h3>
        <MessageText body={parsed.body} />
        <p>
          <b>{words.files}</b>
        </p>
        <ul class="plain-list">
          <li>
            message.txt <span class="muted">· {words.messageText}</span>
          </li>
          {draft.uploads.map((upload) => (
            <li>
              {upload.name} <span class="muted">· {bytesInWords(language, upload.size)}</span>
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}
