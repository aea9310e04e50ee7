// The link of a notice: its secret moves from the address into a cookie, and nothing else happens, whoever follows it.

import { AppError } from "@posthorn/domain";
import { viewNotice } from "@posthorn/usecases";
import type { WebContext, WebEnv } from "@posthorn/web";
import type { Hono } from "hono";
import type { CollectDeps } from "../deps.ts";
import { keepDoor } from "./keep-door.ts";
import { BASE } from "./place.ts";
import { showUnknownLink } from "./refuse-entry.tsx";

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

export function linkRoutes(app: Hono<WebEnv>, deps: CollectDeps): void {
  app.get("/l/:token", async (c) => {
    const token = c.req.param("token");
    const deliveryId = TOKEN.test(token) ? await deliveryOfLink(deps, token) : null;
    if (deliveryId === null) return showUnknownLink(c);
    keepDoor(c, deliveryId, { kind: "link", token });
    return c.redirect(`${BASE}/${deliveryId}` + askedLanguage(c), 303);
  });
}

async function deliveryOfLink(deps: CollectDeps, token: string): Promise<string | null> {
  try {
    return (await viewNotice(deps.ctx, { presented: deps.digest.link(token) })).deliveryId;
  } catch (error) {
    if (error instanceof AppError && error.code === "link_unknown") return null;
    throw error;
  }
}

function askedLanguage(c: WebContext): string {
  const asked = c.req.query("lang");
  return asked === undefined ? "" : `?lang=${encodeURIComponent(asked)}`;
}
