// The draft of a notice about a breach, in the language asked for, as a text: made of the facts of its entry.

import { AppError, BREACH_DUTIES, type BreachDuty, isLanguage, type Language } from "@posthorn/domain";
import { dateTimeInWords, numberInWords, textsFor } from "@posthorn/texts";
import { type BreachView, viewBreach } from "@posthorn/usecases";
import { sendAttachment } from "@posthorn/web";
import type { BackofficeRoutes } from "../routes.ts";
import { BREACHES_PATH } from "./registers-frame.tsx";

export const breachDraftRoutes: BackofficeRoutes = (app, deps, sessions) => {
  app.get(`${BREACHES_PATH}/:breach/drafts/:duty/:language`, async (c) => {
    const reader = await sessions.requireReader(c, "privacy_officer");
    const duty = BREACH_DUTIES.find((each) => each === c.req.param("duty"));
    const language = c.req.param("language");
    if (duty === undefined || !isLanguage(language)) throw new AppError("not_found", "breach_duty_unknown");
    const view = await viewBreach(deps.ctx, reader, c.req.param("breach"), "breach_draft_opened");
    const { contact, officer } = deps.privacy;
    const from = [deps.ctx.settings.issuer.name, contact].filter((part) => part !== "").join("\n");
    const text = draftOf(language, duty, view, { from, officer: officer === "" ? contact : officer });
    return sendAttachment(c, new TextEncoder().encode(text), {
      filename: `breach-${view.number}-${duty.replaceAll("_", "-")}-${language}.txt`,
      type: "text/plain; charset=utf-8",
    });
  });
};

/** Whom the register's own words are for; the others are told what was written for those concerned. */
const AUTHORITIES: ReadonlySet<BreachDuty> = new Set([
  "supervisory",
  "nis2_early",
  "gba",
  "nis2_notification",
  "nis2_final",
]);

function draftOf(
  language: Language,
  duty: BreachDuty,
  view: BreachView,
  sender: { readonly from: string; readonly officer: string },
): string {
  const words = textsFor(language).registers.breaches;
  const list = <Name extends string>(
    labels: Readonly<Record<Name, string>>,
    names: readonly string[],
  ): string =>
    names
      .map((name) => Object.entries<string>(labels).find(([each]) => each === name)?.[1] ?? name)
      .join("; ");
  const told = view.words[language];
  const authority = AUTHORITIES.has(duty);
  const persons = view.persons === null ? words.notKnown : numberInWords(language, view.persons);
  const sections: readonly (readonly [string, string])[] = [
    [words.naturesTitle, list(words.natures, view.natures)],
    [words.peopleTitle, list(words.people, view.people)],
    [words.dataTitle, list(words.data, view.data)],
    ...(authority ? ([[words.persons, persons]] as const) : []),
    ...(authority ? ([[words.facts, view.facts]] as const) : []),
    ...(authority && view.assessment !== "" ? ([[words.assessment, view.assessment]] as const) : []),
    [words.wordsTitle, told ?? words.notKnown],
    ...(duty === "nis2_final" && view.report !== null ? ([[words.report, view.report]] as const) : []),
  ];
  return [
    sender.from,
    words.notice.to[duty],
    words.notice.subject(view.number),
    words.notice.noticed(dateTimeInWords(language, view.noticedAt)),
    ...sections.map(([heading, text]) => `${heading}\n${text}`),
    ...(sender.officer === "" ? [] : [words.notice.contact(sender.officer)]),
    ...(duty === "persons" ? [words.notice.complaint] : []),
  ]
    .join("\n\n")
    .concat("\n");
}
