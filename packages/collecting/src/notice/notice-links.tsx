// The two ways out of a notice that stand on each of its pages: "not for me" and "is this genuine".

import { textsFor } from "@posthorn/texts";
import type { Markup } from "@posthorn/web";
import { pathOf } from "../door/paths.ts";
import type { Frame } from "../frame.tsx";

export function NoticeLinks({
  frame,
  deliveryId,
}: {
  readonly frame: Frame;
  readonly deliveryId: string;
}): Markup {
  const words = textsFor(frame.language).collect.notice;
  return (
    <ul class="ways">
      <li>
        <a href={pathOf(frame, deliveryId, "/not-for-me")}>{words.notForMe}</a>
      </li>
      <li>
        <a href={pathOf(frame, deliveryId, "/genuine")}>{words.genuine}</a>
      </li>
    </ul>
  );
}
