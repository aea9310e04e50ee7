// What the evidence inside the file says: whose delivery, what happened when, and what that stands for in law.

import {
  type EvidenceFacts,
  QUALIFIED_METHODS_DEFAULT,
  qualifiedClaim,
  type Language,
} from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { Card, DefinitionList, type Markup, Note } from "@posthorn/web";
import { Moment } from "../frame/moment.tsx";
import type { FileReport } from "../report/file-report.ts";

export function RecordsCard(props: { readonly language: Language; readonly report: FileReport }): Markup {
  const { language, report } = props;
  const { proof, verify } = textsFor(language);
  const words = verify.result;
  const [first] = report.records;
  if (first === undefined) return <></>;
  const deliveries = [...new Set(report.records.map(({ delivery }) => delivery))];
  return (
    <>
      <Card title={words.says} id="says">
        {report.itself.indication === "TOTAL-FAILED" && (
          <Note tone="stop">
            <p>{words.doNotRely}</p>
          </Note>
        )}
        <DefinitionList
          facts={[
            { term: words.sender, value: senderOf(first) },
            ...(deliveries.length === 1 ? [{ term: words.recipient, value: recipientOf(first) }] : []),
            { term: words.subject, value: first.subject },
            {
              term: words.delivery,
              value: deliveries.map((delivery) => (
                <>
                  <span class="mono">{delivery}</span>{" "}
                </>
              )),
            },
          ]}
        />
        <h3>{words.happened}</h3>
        <ol class="plain-list spaced">
          {report.records.map((facts) => (
            <li>
              <b>{eventName(proof.track.event, facts.type)}</b>
              <br />
              <Moment language={language} at={Temporal.Instant.from(facts.event_at)} />
            </li>
          ))}
        </ol>
        {report.complete !== null && (
          <Note tone={report.complete ? "ok" : "warn"}>
            <p>{report.complete ? words.complete : words.incomplete}</p>
          </Note>
        )}
      </Card>
      <Card title={words.legal} id="legal">
        <p>{legalEffect(language, report.records)}</p>
        <p class="small muted">{words.legalStated}</p>
      </Card>
    </>
  );
}

/** The company, and the part of it that sent. */
function senderOf({ sender: { name, department } }: EvidenceFacts): string {
  return department === undefined ? name : `${name}, ${department}`;
}

function recipientOf({ recipient }: EvidenceFacts): string {
  return recipient.kind === "person"
    ? [recipient.first_names, recipient.name].join(" ").trim()
    : recipient.name;
}

/** A type this version does not know yet is shown by its own name. */
function eventName(names: Readonly<Record<string, string>>, type: string): string {
  return Object.hasOwn(names, type) ? (names[type] ?? type) : type;
}

/** Qualified is earned per delivery (eIDAS art. 44): by the status the record names and by how its addressee was identified. */
function legalEffect(language: Language, records: readonly EvidenceFacts[]): string {
  const { legalEffect: effects, methods, or } = textsFor(language).proof;
  const [first] = records;
  if (first === undefined || first.trust_status === "demonstration") return effects.demonstration;
  const collector = records.find((facts) => facts.collector !== undefined)?.collector;
  const claim = qualifiedClaim({
    trustStatus: first.trust_status,
    method: collector?.authentication.method ?? null,
    level: collector?.authentication.level ?? null,
    matched: collector !== undefined && collector.matched_on !== "mailbox+phone",
    viaApiKey: first.sender.authentication.method === "api_key",
    qualifiedMethods: QUALIFIED_METHODS_DEFAULT,
  });
  if (claim.kind === "qualified") return effects.qualified;
  if (claim.kind === "not_qualified") return effects["non-qualified"];
  return effects.conditional({ methods: [methods.eid, methods.itsme].join(or) });
}
