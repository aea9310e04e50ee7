// The message itself, to the identified addressee: text, files with their fingerprints, and his copy of the proof.

import {
  AppError,
  decodeMessageText,
  MESSAGE_TEXT_NAME,
  parseBodyBlocks,
  type PartFacts,
} from "@posthorn/domain";
import {
  bytesInWords,
  dateInWords,
  dateTimeInWords,
  numberInWords,
  textsFor,
  untilEndOf,
} from "@posthorn/texts";
import {
  bookHandover,
  type CollectedView,
  openParts,
  oweProofCopy,
  viewAddresseeConsent,
} from "@posthorn/usecases";
import {
  Button,
  Card,
  CsrfField,
  Icon,
  type Markup,
  Note,
  renderPage,
  type WebContext,
  type WebEnv,
} from "@posthorn/web";
import type { Hono } from "hono";
import type { CollectingDeps } from "../deps.ts";
import { dropSession, presentedSession } from "../door/keep-session.ts";
import { withSession } from "../door/open-notice.ts";
import { deliveryOf, pathOf, routeOf } from "../door/paths.ts";
import { visitorOf } from "../door/visitor.ts";
import { type Frame, frameOf, Layout } from "../frame.tsx";
import { HeldLine, nameToAsk, SenderOf } from "../notice/describe-notice.tsx";
import { BodyBlocks } from "./body-blocks.tsx";
import { ConsentCard } from "./consent-card.tsx";
import { whenSent } from "./when-sent.ts";

export function messageRoutes(app: Hono<WebEnv>, deps: CollectingDeps): void {
  app.get(routeOf(deps, "/message"), (c) =>
    withSession(c, deps, async (view) => {
      const { content } = view;
      if (content === null) return c.redirect(pathOf(deps, deliveryOf(c), "/wait"), 303);
      // Erased while his session ran: the first page says until when it could be read.
      if (view.notice.kept.erased) return c.redirect(pathOf(deps, deliveryOf(c)), 303);
      const text = await readText(c, deps);
      bookWhenSent(c, deps);
      return showMessage(c, deps, view, content, text);
    }),
  );
  app.post(routeOf(deps, "/proof-copy"), (c) =>
    withSession(c, deps, async ({ notice }) => {
      await deps.limits.proofCopy.consume(notice.deliveryId);
      const door = presentedSession(c, deps, notice.deliveryId);
      await oweProofCopy(deps.ctx, { door, arrivedAt: deps.arrivedAt(), visitor: visitorOf(c) });
      return c.redirect(`${pathOf(deps, notice.deliveryId, "/message")}?copy=asked#proof`, 303);
    }),
  );
  app.post(routeOf(deps, "/leave"), (c) => {
    dropSession(c, deliveryOf(c));
    return c.redirect(`${pathOf(deps, deliveryOf(c))}?session=left`, 303);
  });
}

async function readText(c: WebContext, deps: CollectingDeps): Promise<Uint8Array> {
  const [part] = await openParts(deps.ctx, deps, {
    door: presentedSession(c, deps, deliveryOf(c)),
    ordinal: 1,
    arrivedAt: deps.arrivedAt(),
    visitor: visitorOf(c),
  });
  if (part === undefined) throw new AppError("internal", "message_text_missing");
  return Buffer.concat(await Array.fromAsync(part.stream()));
}

/** ContentHandover is booked once a whole response has been written, not when it was begun. */
function bookWhenSent(c: WebContext, deps: CollectingDeps): void {
  const door = presentedSession(c, deps, deliveryOf(c));
  const fields = { request_id: c.get("requestId"), delivery: deliveryOf(c) };
  const arrivedAt = deps.arrivedAt();
  whenSent(c, (whole) => {
    bookHandover(deps.ctx, door, { whole, arrivedAt }).catch((error: unknown) => {
      deps.site.log.error({ ...fields, err: error }, "the handover was not booked; the next view books it");
    });
  });
}

type Content = NonNullable<CollectedView["content"]>;

async function showMessage(
  c: WebContext,
  deps: CollectingDeps,
  view: CollectedView,
  content: Content,
  text: Uint8Array,
): Promise<Response> {
  const frame = frameOf(c, deps);
  const { language } = frame;
  const words = textsFor(language).collect.message;
  const { subject, body } = decodeMessageText(text);
  const { notice } = view;
  const door = presentedSession(c, deps, notice.deliveryId);
  const consent = await viewAddresseeConsent(deps.ctx, door, deps.arrivedAt());
  const { kept } =
    notice.requiredIdentification === "codes" ? words : textsFor(language).collectIdentify.message;
  return renderPage(
    c,
    <Layout frame={frame} title={words.title}>
      <p class="small muted">{words.title}</p>
      <h1 lang="">{subject}</h1>
      <SenderOf frame={frame} notice={notice} />
      <p class="muted">
        {words.collected(dateTimeInWords(language, content.collectedAt, { seconds: true }))}
      </p>
      <article class="card letter" lang="">
        <BodyBlocks blocks={parseBodyBlocks(body)} />
      </article>
      <Files frame={frame} deliveryId={notice.deliveryId} parts={content.parts} />
      <Note>
        <p>
          <b>{words.keptTitle}</b>
        </p>
        <p>{kept(untilEndOf(language, content.keptUntil))}</p>
        {notice.kept.evidenceUntil !== null && (
          <p>
            {textsFor(language).holds.addressee.evidence(dateInWords(language, notice.kept.evidenceUntil))}
          </p>
        )}
        <HeldLine language={language} notice={notice} />
        {notice.kept.registeredDays !== null && (
          <p>{textsFor(language).inbox.messageKept(numberInWords(language, notice.kept.registeredDays))}</p>
        )}
      </Note>
      {view.rectifications.map(({ words: noted, at }) => (
        <Note tone="warn">
          <p>{textsFor(language).rights.letters.rectified(dateTimeInWords(language, at))}</p>
          <p class="breaks">{noted}</p>
        </Note>
      ))}
      <ProofCopy frame={frame} view={view} asked={c.req.query("copy") === "asked"} />
      {/* Once consigned the sender is always named. */}
      <ConsentCard
        frame={frame}
        deliveryId={notice.deliveryId}
        sender={nameToAsk(language, notice)}
        consent={consent}
        said={c.req.query("consent")}
      />
      <form method="post" action={pathOf(frame, notice.deliveryId, "/leave")}>
        <CsrfField token={frame.csrfToken} />
        <Button wide>{words.leave}</Button>
      </form>
    </Layout>,
  );
}

interface FilesProps {
  readonly frame: Frame;
  readonly deliveryId: string;
  readonly parts: readonly PartFacts[];
}

function Files({ frame, deliveryId, parts }: FilesProps): Markup {
  const { language } = frame;
  const words = textsFor(language).collect.message;
  return (
    <Card title={words.files} id="files">
      <p class="muted">{words.filesLead}</p>
      <ul class="files">
        {parts.map((part, index) => (
          <li class="file">
            <a class="get" href={pathOf(frame, deliveryId, `/parts/${index + 1}`)} download="">
              <Icon name="download" />
              <span>
                <span class="vh">{words.download} </span>
                <b>{part.name}</b>
              </span>
            </a>
            <span class="meta">{bytesInWords(language, part.size)}</span>
            {index === 0 && part.name === MESSAGE_TEXT_NAME && <p class="hint all">{words.messageText}</p>}
            <details class="all">
              <summary>
                {words.fingerprint}
                <span class="vh"> {part.name}</span>
              </summary>
              <span class="mono">{part.sha256}</span>
            </details>
          </li>
        ))}
      </ul>
      <Button kind="primary" href={pathOf(frame, deliveryId, "/all.zip")} icon="download" download wide>
        {words.downloadAll}
      </Button>
    </Card>
  );
}

function ProofCopy({
  frame,
  view,
  asked,
}: {
  readonly frame: Frame;
  readonly view: CollectedView;
  readonly asked: boolean;
}): Markup {
  const { collect, bundle: bundleWords } = textsFor(frame.language);
  const words = collect.message;
  const bundle = bundleWords.collect;
  const { notice } = view;
  return (
    <Card title={words.proofTitle} id="proof">
      {asked && (
        <Note tone="ok" role="status">
          <p>{words.proofAsked}</p>
        </Note>
      )}
      <p>{words.proof(notice.maskedEmail)}</p>
      <form method="post" action={pathOf(frame, notice.deliveryId, "/proof-copy")}>
        <CsrfField token={frame.csrfToken} />
        <Button icon="mail">{words.proofAgain}</Button>
      </form>
      <p>{bundle.lead}</p>
      <Button href={pathOf(frame, notice.deliveryId, "/bundle")} icon="download">
        {bundle.ask}
      </Button>
    </Card>
  );
}
