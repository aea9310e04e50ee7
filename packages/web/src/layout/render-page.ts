// Turns a page's tree into a response.

import type { Markup } from "../components/markup.ts";
import { html } from "hono/html";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { WebContext } from "../app/env.ts";

/** A whole document; the page is a layout of this package. */
export async function renderPage(
  c: WebContext,
  page: Markup,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  return c.html(await html`<!doctype html>${page}`, status);
}

/** A piece of a page for an island that replaces what it shows. */
export async function renderFragment(c: WebContext, fragment: Markup): Promise<Response> {
  return c.html(await html`${fragment}`);
}
