// On every page of who has had the processing of his data restricted: that it is, and where it is lifted.

import type { Language } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import type { SessionMember } from "@posthorn/usecases";
import { type Markup, Note } from "@posthorn/web";
import { LIFT_PATH, OWN_PATH } from "./paths.ts";

export interface RestrictedBannerProps {
  readonly language: Language;
  readonly member: Pick<SessionMember, "restricted">;
  /** Of the page: those about the requests say it themselves. */
  readonly path: string;
}

export function RestrictedBanner({ language, member, path }: RestrictedBannerProps): Markup {
  if (!member.restricted || path === OWN_PATH || path === LIFT_PATH) return <></>;
  const { portal } = textsFor(language).rights;
  return (
    <Note tone="warn" id="restricted">
      {portal.restrictedBanner} <a href={OWN_PATH}>{portal.restrictedLink}</a>
    </Note>
  );
}
