// What the pages about closing share: what was just done, and the export that comes before everything else.

import type { Language } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import type { SessionMember } from "@posthorn/usecases";
import { Button, Card, type Markup, Note } from "@posthorn/web";

/** Nothing where nothing was done. */
export function Done({ text }: { readonly text: string | undefined }): Markup {
  if (text === undefined) return <></>;
  return <Note role="status">{text}</Note>;
}

/** `closed`: pages with proofs do not open any more. */
export function ExportCard({
  language,
  member,
  closed,
}: {
  readonly language: Language;
  readonly member: Pick<SessionMember, "accountKind" | "role">;
  readonly closed: boolean;
}): Markup {
  const words = textsFor(language).closing.exportFirst;
  const ofCompany = member.accountKind === "company" && member.role === "admin";
  return (
    <Card id="export" title={words.title}>
      <p>
        {words.text} {closed ? "" : words.proofs}
      </p>
      <p>
        <Button kind="primary" href={ofCompany ? "/account/export" : "/me/export"}>
          {words.link}
        </Button>
      </p>
    </Card>
  );
}
