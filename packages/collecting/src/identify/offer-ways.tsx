// The ways in which an addressee may show who he is, as buttons: codes where the sender allows them, itsme, identity card.

import type { Language } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import type { NoticeView } from "@posthorn/usecases";
import { Button, CsrfField, type Markup, Note } from "@posthorn/web";
import type { CollectingDeps } from "../deps.ts";
import { pathOf } from "../door/paths.ts";
import type { Frame } from "../frame.tsx";
import { nameToAsk, mobileWords } from "../notice/describe-notice.tsx";

export interface Offer {
  readonly codes: boolean;
  readonly itsme: boolean;
  readonly card: boolean;
}

/** What is not configured is not offered, nor what cannot lead to this addressee. */
export function offerOf(deps: CollectingDeps, notice: NoticeView): Offer {
  const { itsme, eid } = deps.identification;
  return {
    codes: notice.requiredIdentification === "codes",
    itsme: itsme !== undefined && notice.identifiable,
    card: eid !== undefined && notice.identifiable,
  };
}

interface OfferProps {
  readonly frame: Frame;
  readonly notice: NoticeView;
  readonly offer: Offer;
}

export function OfferWays({ frame, notice, offer }: OfferProps): Markup {
  const { collectIdentify: words } = textsFor(frame.language);
  if (!offer.itsme && !offer.card)
    return offer.codes ? (
      <AskForCodes frame={frame} notice={notice} />
    ) : (
      <NoWay frame={frame} notice={notice} />
    );
  return (
    <>
      {offer.codes && <AskForCodes frame={frame} notice={notice} />}
      <section class="stack">
        <h2>{offer.codes ? words.strongerTitle : words.title}</h2>
        <p>{offer.codes ? words.strongerLead : words.lead}</p>
        {notice.addresseeKind === "organisation" && <p>{words.delegate.lead(notice.addressee)}</p>}
        {offer.itsme && <Way frame={frame} notice={notice} way="itsme" first={!offer.codes} />}
        {offer.card && <Way frame={frame} notice={notice} way="card" first={!offer.codes && !offer.itsme} />}
        <Compared language={frame.language} notice={notice} />
      </section>
    </>
  );
}

interface WayProps {
  readonly frame: Frame;
  readonly notice: NoticeView;
  readonly way: "itsme" | "card";
  readonly first: boolean;
}

function Way({ frame, notice, way, first }: WayProps): Markup {
  const { collectIdentify: words } = textsFor(frame.language);
  return (
    <form method="post" action={pathOf(frame, notice.deliveryId, `/identify/${way}`)} class="stack tight">
      <CsrfField token={frame.csrfToken} />
      <Button kind={first ? "primary" : "plain"} wide describedBy={`${way}-means`}>
        {words[way]}
      </Button>
      <p class="small muted" id={`${way}-means`}>
        {way === "itsme" ? words.itsmeMeans : words.cardMeans}
      </p>
    </form>
  );
}

/** What is compared and what the proof will say of it; for an organisation also how it comes to have members. */
function Compared({
  language,
  notice,
}: {
  readonly language: Language;
  readonly notice: NoticeView;
}): Markup {
  const { collectIdentify: words } = textsFor(language);
  if (notice.addresseeKind === "person") return <p>{words.compared}</p>;
  return (
    <>
      <p>{words.delegate.compared}</p>
      <details>
        <summary>{words.delegate.title}</summary>
        <ol>
          {words.delegate.steps.map((step) => (
            <li>{step}</li>
          ))}
        </ol>
      </details>
    </>
  );
}

function NoWay({ frame, notice }: { readonly frame: Frame; readonly notice: NoticeView }): Markup {
  const { none } = textsFor(frame.language).collectIdentify;
  return (
    <Note tone="warn">
      <p>
        <b>{none.title}</b>
      </p>
      <p>{none.text(nameToAsk(frame.language, notice))}</p>
    </Note>
  );
}

function AskForCodes({ frame, notice }: { readonly frame: Frame; readonly notice: NoticeView }): Markup {
  const words = textsFor(frame.language).collect.notice;
  return (
    <form method="post" action={pathOf(frame, notice.deliveryId, "/codes")} class="stack tight">
      <CsrfField token={frame.csrfToken} />
      <p id="two-codes">{words.twoCodes(notice.maskedEmail, mobileWords(notice))}</p>
      <Button kind="primary" wide describedBy="two-codes">
        {words.send}
      </Button>
    </form>
  );
}
