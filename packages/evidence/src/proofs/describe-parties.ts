// Sender, addressee and collector as a proof names them: never a company's member, never a level for codes.

import type { Cell, Span } from "@posthorn/documents";
import type {
  AuthenticationFacts,
  CollectorFacts,
  ConsentFacts,
  RecipientFacts,
  SenderFacts,
} from "@posthorn/domain";
import { shortDate } from "@posthorn/texts";
import { capital, moment, oneLine, shortMoment, span, STYLE, type ProofWords } from "./proof-style.ts";

export function senderCell(words: ProofWords, sender: SenderFacts): Cell {
  const { texts } = words;
  const company = [
    ...(sender.department ? [oneLine(sender.department)] : []),
    ...(sender.enterprise_number
      ? [texts.sender.enterprise({ number: enterpriseNumber(sender.enterprise_number) })]
      : []),
    ...(sender.town ? [oneLine(sender.town)] : []),
  ];
  const { authentication, identified } = sender;
  return [
    named(oneLine(sender.name), company),
    ...(sender.member ? [[span(capital(texts.sender.member({ member: sender.member })), STYLE.small)]] : []),
    [
      span(
        capital(
          texts.sender.signedIn({
            method: texts.method[authentication.method],
            when: shortMoment(words, authentication.at),
          }),
        ),
        STYLE.small,
      ),
    ],
    [
      span(
        capital(
          withLevel(
            words,
            identified,
            texts.sender.identified({
              method: texts.method[identified.method],
              when: shortMoment(words, identified.at),
            }),
          ),
        ),
        STYLE.small,
      ),
    ],
  ];
}

/** Whom the message is for; no claim about who that is. */
export function addresseeCell({ texts }: ProofWords, recipient: RecipientFacts): Cell {
  const details = [
    ...(recipient.enterprise_number
      ? [texts.sender.enterprise({ number: enterpriseNumber(recipient.enterprise_number) })]
      : []),
    ...(recipient.attention_of ? [texts.addressee.attention({ name: oneLine(recipient.attention_of) })] : []),
  ];
  return [named(addresseeName(recipient), details)];
}

export function addresseeName({ first_names, name }: RecipientFacts): string {
  return oneLine(`${first_names ?? ""} ${name}`);
}

export function addressesCell({ texts }: ProofWords, recipient: RecipientFacts): Cell {
  const address = recipient.postal_address;
  const street =
    address &&
    `${address.street} ${address.number}${address.box ? ` / ${address.box}` : ""}, ${address.postcode} ${address.town}, ${address.country}`;
  return [
    [span(`${oneLine(recipient.email)} · ${recipient.mobile ?? texts.addressee.noMobile}`, STYLE.body)],
    ...(street ? [[span(oneLine(street), STYLE.body)]] : []),
    [span(texts.addressee.suppliedBySender, STYLE.small)],
  ];
}

export function consentCell({ language, texts }: ProofWords, consent: ConsentFacts): Cell {
  if (consent.basis === "none_stated") return [[span(texts.consent.none_stated, STYLE.body)]];
  const stated = texts.consent.stated({ basis: texts.consent[consent.basis] });
  const date = consent.stated_on
    ? `, ${texts.consent.on({ date: shortDate(language, Temporal.PlainDate.from(consent.stated_on.slice(0, 10)), { year: true }) })}`
    : "";
  return [
    [span(`${stated}${date}`, STYLE.body)],
    ...(consent.words ? [[span(texts.consent.words({ words: oneLine(consent.words) }), STYLE.small)]] : []),
  ];
}

/** Who collected or refused, and, apart from it, why this is the addressee. */
export function collectorCell(words: ProofWords, collector: CollectorFacts, recipient: RecipientFacts): Cell {
  const { texts } = words;
  const { authentication } = collector;
  const commitment = collector.identification_commitment;
  if (authentication.method === "codes") {
    return [
      [span(texts.bySomebody.codes, STYLE.bold)],
      ...(recipient.kind === "organisation" ? [[span(texts.bySomebody.codesFor, STYLE.bold)]] : []),
      [span(texts.bySomebody.codesHow({ when: moment(words, authentication.at) }), STYLE.small)],
    ];
  }
  const how = withLevel(
    words,
    authentication,
    texts.bySomebody.identified({ method: texts.method[authentication.method] }),
  );
  const why = collector.member === undefined ? texts.bySomebody.because : texts.bySomebody.becauseMember;
  const issuer = authentication.issuer
    ? `, ${texts.bySomebody.issuer({ issuer: oneLine(authentication.issuer) })}`
    : "";
  return [
    [span(whoCollected(words, collector, recipient), STYLE.bold), span(`, ${how}${issuer}`, STYLE.body)],
    [span(capital(why({ matched: texts.matched[collector.matched_on] })), STYLE.body)],
    ...(commitment
      ? [[span(texts.bySomebody.commitment, STYLE.small)], [span(commitment, STYLE.monoSmall)]]
      : []),
  ];
}

/** Of a company's member the company and his random id; his name stays with the service. */
function whoCollected({ texts }: ProofWords, { name, member }: CollectorFacts, to: RecipientFacts): string {
  if (member !== undefined) return texts.bySomebody.member({ member, organisation: oneLine(to.name) });
  return name === undefined ? texts.bySomebody.unnamed : oneLine(name);
}

/** `0403.019.261`. */
export function enterpriseNumber(digits: string): string {
  return digits.replace(/^(\d{4})(\d{3})(\d{3})$/, "$1.$2.$3");
}

function named(name: string, details: readonly string[]): readonly Span[] {
  return [span(name, STYLE.bold), ...details.map((detail) => span(`, ${detail}`, STYLE.body))];
}

/** A level is a statement of itsme or eID alone: codes and passwords never carry one. */
function withLevel({ texts }: ProofWords, { method, level }: AuthenticationFacts, text: string): string {
  const carries = method === "itsme" || method === "eid";
  return carries && level ? `${text}, ${texts.level[level]}` : text;
}
