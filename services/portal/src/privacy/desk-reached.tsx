// Where the privacy desk is reached, for pages that name it.

import type { Language } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import type { Markup } from "@posthorn/web";
import type { PortalDeps } from "../deps.ts";
import { RIGHTS_PATH } from "./paths.ts";

/** As the provider sets it; null where he has not, and the form is the way. */
export function deskContact({ officer, contact }: PortalDeps["privacy"]): string | null {
  const set = officer === "" ? contact : officer;
  return set === "" ? null : set;
}

export function DeskReached({
  language,
  privacy,
}: {
  readonly language: Language;
  readonly privacy: PortalDeps["privacy"];
}): Markup {
  const { common, privacyPages } = textsFor(language);
  const { desk, notice } = privacyPages;
  const contact = deskContact(privacy);
  return (
    <p class="small muted">
      {common.labelled({ label: desk.name, value: contact ?? "" })}
      {contact === null && <a href={RIGHTS_PATH}>{notice.rights.form}</a>}
    </p>
  );
}
