// What the privacy desk can do with a request, by its state: identity, more time, senders, answer, carrying out, the end of a restriction.

import { concernsSenders } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { Card, type Markup } from "@posthorn/web";
import { Act } from "./requests-act.tsx";
import { AnswerCard, ExtendCard } from "./requests-answer.tsx";
import { CarryOutCard, RestrictionCard } from "./requests-carry-out.tsx";
import { IdentityCard } from "./requests-identity.tsx";
import type { RequestCardProps } from "./requests-page.tsx";
import { SendersCard } from "./requests-senders.tsx";

export function RequestActs(props: RequestCardProps): Markup {
  const { detail } = props;
  const { row } = detail;
  const toCarryOut =
    row.carried_out_at === null &&
    (row.state === "answered" ||
      (row.state === "waiting" && detail.deliveries.every(({ finalAt }) => finalAt !== null)));
  return (
    <>
      {row.state === "identity" && <IdentityCard {...props} />}
      {row.state === "open" && concernsSenders(row.kind) && detail.senders.length > 0 && (
        <SendersCard {...props} />
      )}
      {(row.state === "open" || row.state === "identity") && <AnswerCard {...props} />}
      {row.state === "open" && <ExtendCard {...props} />}
      {toCarryOut && <CarryOutCard {...props} />}
      {(row.state === "open" || row.state === "identity") && <WithdrawCard {...props} />}
      {detail.restriction !== null && <RestrictionCard {...props} />}
    </>
  );
}

function WithdrawCard(props: RequestCardProps): Markup {
  const words = textsFor(props.frame.language).rights.desk.carry;
  return (
    <Card id="withdraw" title={words.withdraw}>
      <Act {...props} act="withdraw" button={words.withdraw}>
        <p>{words.withdrawText}</p>
      </Act>
    </Card>
  );
}
