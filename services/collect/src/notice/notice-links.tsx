// The two ways out of a notice that stand on each of its pages: "not for me" and "is this genuine".

import type { Language } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import type { Markup } from "@posthorn/web";
import { pathOf } from "../door/paths.ts";

export function NoticeLinks({
  language,
  deliveryId,
}: {
  readonly language: Language;
  readonly deliveryId: string;
}): Markup {
  const words = textsFor(language).collect.notice;
  return (
    <ul class="ways">
      <li>
        <a href={pathOf(deliveryId, "/not-for-me")}>{words.notForMe}</a>
      </li>
      <li>
        <a href={pathOf(deliveryId, "/genuine")}>{words.genuine}</a>
      </li>
    </ul>
  );
}
