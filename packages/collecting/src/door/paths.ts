// The addresses of a delivery's pages. They carry its identifier, which opens nothing; what opens is in cookies.

import type { WebContext } from "@posthorn/web";
import type { Place } from "../place.ts";

const ID = "dlv_[0-9A-HJKMNP-TV-Z]{26}";

/** What knows where its pages stand. */
interface Placed {
  readonly place: Pick<Place, "base">;
}

/** Route pattern of a page of one delivery. */
export function routeOf({ place }: Placed, page: "" | `/${string}`): string {
  return `${place.base}/:delivery{${ID}}${page}`;
}

export function pathOf({ place }: Placed, deliveryId: string, page: "" | `/${string}` = ""): string {
  return `${place.base}/${deliveryId}${page}`;
}

export function deliveryOf(c: WebContext): string {
  return c.req.param("delivery") ?? "";
}
