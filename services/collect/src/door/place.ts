// Where this site's pages of a delivery stand: below /d, opened by the link or check code of a notice.

import type { Place } from "@posthorn/collecting";
import { textsFor } from "@posthorn/texts";
import type { CollectDeps } from "../deps.ts";
import { closeDoor, readDoor } from "./keep-door.ts";
import { showClosedDoor, showUnknownLink } from "./refuse-entry.tsx";

export const BASE = "/d";

export function placeOf(deps: Pick<CollectDeps, "digest" | "site">): Place {
  return {
    base: BASE,
    checkCodeUrl: `${deps.site.origin}/`,
    presented(c, deliveryId) {
      const door = readDoor(c, deliveryId);
      if (door === null) return {};
      if (door.kind === "link") return { presented: deps.digest.link(door.token) };
      const known = deps.digest.checkCode(door.code);
      return known === null ? {} : { presented: known.hash };
    },
    // The session is enough: it was opened through the door.
    besideSession: () => ({}),
    close: closeDoor,
    showClosed: showClosedDoor,
    showUnknown: showUnknownLink,
    start: (language) => ({ href: "/", label: textsFor(language).collect.typeCheckCode }),
    checkCode(c, deliveryId) {
      const door = readDoor(c, deliveryId);
      return door?.kind === "code" ? door.code : undefined;
    },
  };
}
