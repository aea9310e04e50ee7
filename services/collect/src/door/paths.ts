// The addresses of a delivery's pages. They carry its identifier, which opens nothing; what opens is in cookies.

import type { WebContext } from "@posthorn/web";

const ID = "dlv_[0-9A-HJKMNP-TV-Z]{26}";

/** Route pattern of a page of one delivery. */
export function routeOf(page: "" | `/${string}`): `/d/:delivery{${string}}${string}` {
  return `/d/:delivery{${ID}}${page}`;
}

export function pathOf(deliveryId: string, page: "" | `/${string}` = ""): string {
  return `/d/${deliveryId}${page}`;
}

export function deliveryOf(c: WebContext): string {
  return c.req.param("delivery") ?? "";
}
