// Who sealed, how one makes sure of it, and which times are proved.

import type { Language } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { Card, DefinitionList, type Markup, Note } from "@posthorn/web";
import { Moment } from "../frame/moment.tsx";
import type { SealFindings } from "../report/file-report.ts";

export function SealCard(props: {
  readonly language: Language;
  readonly seal: SealFindings | null;
  readonly contact: string;
}): Markup {
  const { language, seal, contact } = props;
  const words = textsFor(language).verify.result;
  if (seal === null)
    return (
      <Card title={words.seal} id="seal">
        <p>{words.noSeal}</p>
      </Card>
    );
  const moment = (at: Temporal.Instant | null) =>
    at === null ? words.unknownTime : <Moment language={language} at={at} />;
  return (
    <Card title={words.seal} id="seal">
      <DefinitionList
        facts={[
          { term: words.signer, value: <b>{seal.signer}</b> },
          { term: words.fingerprint, value: <span class="mono">{inFours(seal.fingerprint)}</span> },
          { term: words.anchor, value: seal.anchor ?? words.noAnchor },
          ...(seal.level === null ? [] : [{ term: words.level, value: seal.level }]),
          { term: words.signedAt, value: moment(seal.signedAt) },
          ...(seal.archivedAt === null ? [] : [{ term: words.archivedAt, value: moment(seal.archivedAt) }]),
          ...(seal.verifiesUntil === null ? [] : [{ term: words.until, value: moment(seal.verifiesUntil) }]),
        ]}
      />
      {seal.trust === "intact" && (
        <Note tone="warn">
          <p>{words.compare(contact)}</p>
        </Note>
      )}
    </Card>
  );
}

/** As people read long digests to each other. */
function inFours(hex: string): string {
  return (hex.match(/.{1,4}/g) ?? []).join(" ");
}
