// On every page of an account that closes or is closed: that it does, and until when there is a way back.

import { type Language, lastDayOfWayBack } from "@posthorn/domain";
import { dateInWords, textsFor } from "@posthorn/texts";
import type { SessionMember } from "@posthorn/usecases";
import { type Markup, Note } from "@posthorn/web";
import { CLOSING_PATH } from "./paths.ts";

export interface ClosingBannerProps {
  readonly language: Language;
  readonly member: Pick<SessionMember, "accountStatus" | "eraseBy">;
  /** Of the page: those about closing say it themselves. */
  readonly path: string;
}

export function ClosingBanner({ language, member, path }: ClosingBannerProps): Markup {
  const words = textsFor(language).closing.banner;
  const { accountStatus, eraseBy } = member;
  if (path.startsWith(CLOSING_PATH) || (accountStatus !== "closing" && accountStatus !== "closed"))
    return <></>;
  return (
    <Note tone="warn" id="closing">
      {eraseBy === undefined ? words.closing : words.closed(dateInWords(language, lastDayOfWayBack(eraseBy)))}{" "}
      <a href={CLOSING_PATH}>{words.link}</a>
    </Note>
  );
}
