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

/** Return or deletion of what was entrusted, by the sender's choice, at the end of the agreement (GDPR art. 28(3)(g)). */
export function EntrustedCard({
  language,
  member,
}: {
  readonly language: Language;
  readonly member: Pick<SessionMember, "accountKind" | "role">;
}): Markup {
  const words = textsFor(language).rights.portal.closing;
  const ofCompany = member.accountKind === "company" && member.role === "admin";
  return (
    <Card id="entrusted" title={words.title}>
      <p>{words.text}</p>
      <ul>
        <li>
          <a class="target" href={ofCompany ? "/account/export" : "/me/export"}>
            {words.takeOut}
          </a>
        </li>
        <li>{words.delete}</li>
      </ul>
      <p class="small muted">{words.evidence}</p>
    </Card>
  );
}
