// The readable page of an export: who one is here and which letters there are, as the files beside it say in full (GDPR art. 12(1), 15).

import { endShown, type Language } from "@posthorn/domain";
import { dateTimeInWords, textsFor } from "@posthorn/texts";
import { type Block, paragraph, textBlock } from "../layout/block.ts";
import { composeDocument, textWidth } from "../layout/compose-document.ts";
import { definitionList } from "../layout/table.ts";
import { tagged } from "../layout/tag.ts";
import { COLORS, type Style } from "../text/style.ts";
import { formFrame, span } from "./form-frame.ts";

export interface RightsOverview {
  readonly language: Language;
  readonly provider: string;
  readonly name: string;
  readonly number: number;
  readonly madeAt: Temporal.Instant;
  /** As `person.json` has it. */
  readonly person: object | null;
  /** As each `letter.json` has it. */
  readonly deliveries: readonly object[];
}

const MARGIN = { top: 44, bottom: 28, side: 54 } as const;
const TERM_WIDTH = 150;
const sans = (size: number, color: Style["color"]): Style => ({ face: "sans", size, color, leading: 1.38 });
const STYLE = {
  title: { face: "serif", size: 21, color: COLORS.ink, leading: 1.2 },
  heading: { face: "serif", size: 13.5, color: COLORS.ink, leading: 1.25 },
  body: sans(10, COLORS.ink),
  term: sans(10, COLORS.ink3),
  quiet: sans(9, COLORS.ink3),
} as const satisfies Record<string, Style>;

type Held = Readonly<Record<string, unknown>>;

/** Unsealed PDF/A-3A. */
export async function renderRightsOverview(facts: RightsOverview): Promise<Uint8Array> {
  const { language, provider, madeAt } = facts;
  const letters = textsFor(language).rights.letters;
  const words = letters.overview;
  const width = textWidth({ margin: MARGIN });
  const when = dateTimeInWords(language, madeAt);
  return composeDocument({
    blocks: [
      {
        ...tagged(textBlock([span(words.title, STYLE.title)], width), { role: "H1" }),
        keepWithNext: true,
      },
      ...paragraph([span(words.lead(facts.name, when), STYLE.body)], width, 6),
      ...(facts.person === null ? [] : personBlocks(facts, facts.person as Held, width)),
      heading(words.letters(String(facts.deliveries.length)), width),
      ...facts.deliveries.flatMap((each) => letterBlocks(facts, each as Held, width)),
    ],
    frame: formFrame({
      margin: MARGIN,
      headerGap: 18,
      width,
      brand: provider,
      count: letters.page,
      quiet: STYLE.quiet,
    }),
    title: `${words.title} · ${facts.number}`,
    author: provider,
    subject: letters.subject(String(facts.number)),
    language,
    madeAt,
    attachments: [],
  });
}

function personBlocks({ language }: RightsOverview, held: Held, width: number): readonly Block[] {
  const words = textsFor(language).rights.letters.overview;
  const person = (held["person"] ?? {}) as Held;
  const name = [person["first_names"], person["family_name"]].filter((part) => typeof part === "string");
  return [
    heading(words.person, width),
    ...facts(width, [
      [words.name, name.join(" ")],
      [words.email, textOf(person["email"])],
      [words.since, momentOf(language, person["created_at"])],
      [words.identified, momentOf(language, person["identified_at"])],
    ]),
  ];
}

function letterBlocks({ language }: RightsOverview, held: Held, width: number): readonly Block[] {
  const words = textsFor(language).rights.letters.overview;
  const stated = held["as_stated_by_the_sender"] as Held | null;
  const count = (name: string) => (Array.isArray(held[name]) ? String(held[name].length) : words.none);
  const given =
    stated === null
      ? words.withheld
      : ["first_names", "name", "email", "mobile", "street", "number", "postcode", "town"]
          .map((name) => textOf(stated[name]))
          .filter((text) => text !== "")
          .join(", ");
  return [
    {
      ...tagged(textBlock([span(words.letter(textOf(held["sender"])), STYLE.heading)], width), {
        role: "H2",
      }),
      gap: 10,
      keepWithNext: true,
    },
    ...facts(width, [
      [words.accepted, momentOf(language, held["accepted_at"])],
      [words.final, endOf(language, held) || words.onItsWay],
      [words.state, stateOf(language, held["state"])],
      [words.notices, count("notices")],
      [words.events, count("evidence")],
      [words.uses, count("log_of_use")],
      [words.entrusted, given],
    ]),
  ];
}

/** As the inbox of the addressee says it; a state that it does not know stands as it is. */
function stateOf(language: Language, state: unknown): string {
  const words: Readonly<Record<string, string>> = textsFor(language).inbox.states;
  return words[textOf(state)] ?? textOf(state);
}

function facts(width: number, rows: readonly (readonly [string, string])[]): readonly Block[] {
  return definitionList(
    rows.map(([term, text]) => ({
      term: [span(term, STYLE.term)],
      texts: [[span(text || "-", STYLE.body)]],
    })),
    width,
    TERM_WIDTH,
    4,
  );
}

function momentOf(language: Language, value: unknown): string {
  return typeof value === "string" ? dateTimeInWords(language, Temporal.Instant.from(value)) : "";
}

function endOf(language: Language, { state, final_at: at }: Held): string {
  if (typeof at !== "string") return "";
  return dateTimeInWords(language, endShown(textOf(state), Temporal.Instant.from(at)));
}

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function heading(text: string, width: number): Block {
  const block = tagged(textBlock([span(text, STYLE.heading)], width), { role: "H2" });
  return { ...block, gap: 16, keepWithNext: true };
}
