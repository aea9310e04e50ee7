// The form by which a company's representative approves its account: one page of facts and powers, with places for date and signature.

import { formatEnterpriseNumber, type Language } from "@posthorn/domain";
import { type Texts, textsFor } from "@posthorn/texts";
import { beside, type Block, paragraph, rule, stack, textBlock } from "../layout/block.ts";
import { composeDocument, textWidth } from "../layout/compose-document.ts";
import { definitionList, spacer } from "../layout/table.ts";
import { tagged } from "../layout/tag.ts";
import { COLORS, type Style } from "../text/style.ts";
import { formFrame, span, withGap } from "./form-frame.ts";

export interface ApprovalFormFacts {
  readonly language: Language;
  /** Printed on every page. */
  readonly number: string;
  readonly provider: string;
  readonly madeAt: Temporal.Instant;
  readonly company: {
    readonly name: string;
    /** Ten digits. */
    readonly enterpriseNumber: string;
    readonly legalForm: string;
    /** Null where the company is not liable for VAT. */
    readonly vatNumber: string | null;
    readonly office: {
      readonly street: string;
      readonly number: string;
      readonly box?: string;
      readonly postcode: string;
      readonly town: string;
    };
  };
  readonly applicant: { readonly name: string; readonly email: string };
  readonly representative: { readonly name: string; readonly function: string };
}

type Words = Texts["registration"]["application"]["paper"];

const MARGIN = { top: 44, bottom: 28, side: 54 } as const;
const TERM_WIDTH = 150;
const sans = (size: number, color: Style["color"]): Style => ({ face: "sans", size, color, leading: 1.38 });
const STYLE = {
  title: { face: "serif", size: 21, color: COLORS.ink, leading: 1.2 },
  heading: { face: "serif", size: 13.5, color: COLORS.ink, leading: 1.25 },
  body: sans(10, COLORS.ink),
  bold: { ...sans(10, COLORS.ink), face: "sansBold" },
  term: sans(10, COLORS.ink3),
  quiet: sans(9, COLORS.ink3),
} as const satisfies Record<string, Style>;

/** Unsealed PDF/A-3A. The same facts give the same bytes. */
export async function renderApprovalForm(facts: ApprovalFormFacts): Promise<Uint8Array> {
  const { language, number, company } = facts;
  const { common, registration } = textsFor(language);
  const words = registration.application.paper;
  const form = words.formNumber(number);
  const width = textWidth({ margin: MARGIN });
  return composeDocument({
    blocks: [
      {
        ...tagged(textBlock([span(words.title, STYLE.title)], width), { role: "H1" }),
        keepWithNext: true,
      },
      ...paragraph([span(words.sentence(company.name), STYLE.body)], width, 6),
      ...withGap(definitionList(definitionsOf(words, facts), width, TERM_WIDTH, 5), 14),
      heading(words.powersTitle, width),
      ...words.powers.flatMap((power, index) =>
        paragraph([span(`${index + 1}. ${power}`, STYLE.body)], width, 5),
      ),
      heading(words.declareTitle, width),
      ...paragraph([span(words.declare, STYLE.body)], width, 5),
      { ...signaturePlaces(words, width), gap: 14 },
    ],
    frame: formFrame({
      margin: MARGIN,
      headerGap: 18,
      width,
      brand: common.brand,
      aside: { text: form, brandWidth: 160 },
      foot: form,
      count: words.page,
      quiet: STYLE.quiet,
    }),
    title: `${words.title} · ${number}`,
    author: facts.provider,
    subject: form,
    language,
    madeAt: facts.madeAt,
    attachments: [],
  });
}

function definitionsOf(words: Words, { company, ...facts }: ApprovalFormFacts) {
  const { office } = company;
  const line = (term: string, ...texts: readonly string[]) => ({
    term: [span(term, STYLE.term)],
    texts: texts.map((text) => [span(text, STYLE.body)]),
  });
  const box = office.box === undefined ? "" : ` / ${office.box}`;
  return [
    { ...line(words.company), texts: [[span(company.name, STYLE.bold)]] },
    line(words.enterpriseNumber, formatEnterpriseNumber(company.enterpriseNumber)),
    line(words.legalForm, company.legalForm),
    line(words.vatNumber, company.vatNumber ?? words.noVat),
    line(words.office, `${office.street} ${office.number}${box}`, `${office.postcode} ${office.town}`),
    line(words.representative, facts.representative.name, facts.representative.function),
    line(words.applicant, facts.applicant.name, facts.applicant.email),
    line(words.provider, facts.provider),
  ];
}

/** Two signers side by side: some companies are bound by two together. */
function signaturePlaces(words: Words, width: number): Block {
  const each = (width - 24) / 2;
  const place = (label: string, room: number): Block =>
    stack([
      textBlock([span(label, STYLE.quiet)], each),
      spacer(room),
      rule(each, COLORS.lineStrong),
      spacer(7),
    ]);
  const signer = (): Block =>
    stack([place(words.place, 8), place(words.date, 8), place(words.name, 8), place(words.signature, 40)]);
  return beside([
    { x: 0, block: signer() },
    { x: each + 24, block: signer() },
  ]);
}

function heading(text: string, width: number): Block {
  const block = tagged(textBlock([span(text, STYLE.heading)], width), { role: "H2" });
  return { ...block, gap: 12, keepWithNext: true };
}
