// How the message looks on paper, part by part: exactly the pages that are printed where nobody collects.

import { addressLines, type Language, MESSAGE_TEXT_NAME, type PostalAddress } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import type { DraftPrint, LoadedDraft, PartPrint } from "@posthorn/usecases";
import { Card, FileRow, type Markup } from "@posthorn/web";
import { printInWords } from "./part-print.ts";

/** Stands for the text in addresses, where attachments have their ids. */
export const TEXT_PART = "text";

export interface PaperCardProps {
  readonly language: Language;
  readonly draft: Pick<LoadedDraft, "id" | "uploads">;
  readonly print: DraftPrint;
  /** Of a private sender who asked for it. */
  readonly returnTo?: PostalAddress | undefined;
}

export function PaperCard({ language, draft, print, returnTo }: PaperCardProps): Markup {
  const words = textsFor(language).print;
  const { letter } = print;
  const row = (id: string, name: string, part: PartPrint | undefined) => (
    <FileRow
      language={language}
      id={id}
      name={name}
      meta={printInWords(language, part).pages ?? ""}
      href={`/compose/${draft.id}/print/${id}.pdf`}
    />
  );
  return (
    <Card title={words.title} id="on-paper">
      <p class="muted">{words.lead}</p>
      <ul class="files">
        {row(TEXT_PART, MESSAGE_TEXT_NAME, print.text)}
        {draft.uploads.map((upload) => row(upload.id, upload.name, print.uploads.get(upload.id)))}
      </ul>
      {letter?.ok === true && <p>{words.letterHas(words.length(letter.pages, letter.sheets))}</p>}
      {returnTo && (
        <p>{words.returnAddress.comesBack(addressLines({ name: "" }, returnTo, language).join(", "))}</p>
      )}
    </Card>
  );
}
