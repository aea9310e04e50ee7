// Where the privacy desk is reached, for pages that name it.

import type { Language } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import type { Markup } from "@posthorn/web";
import type { PortalDeps } from "../deps.ts";
import { RIGHTS_PATH } from "./paths.ts";

export function DeskReached({
  language,
  privacy,
}: {
  readonly language: Language;
  readonly privacy: PortalDeps["privacy"];
}): Markup {
  const words = textsFor(language).privacyPages.desk;
  const contact = privacy.officer === "" ? privacy.contact : privacy.officer;
  return (
    <p class="small muted">
      {words.name}: {contact === "" ? <a href={RIGHTS_PATH}>{words.form}</a> : contact}
    </p>
  );
}
