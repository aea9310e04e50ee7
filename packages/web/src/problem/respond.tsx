// Answers an error: problem+json for programs, a page in the reader's language for people; the unforeseen is logged and not told.

import type { AppError } from "@posthorn/domain";
import type { Language } from "@posthorn/domain";
import type { Context } from "hono";
import type { WebContext, WebLog } from "../app/env.ts";
import { pageFrame } from "../layout/page-frame.ts";
import { renderPage } from "../layout/render-page.ts";
import { asAppError, problemDetails } from "./problem.ts";
import { ProblemPage } from "./problem-page.tsx";

/** What of a context answers a problem, whatever else an app keeps in it. */
export type ProblemContext = Pick<Context, "body" | "header">;

/** For APIs: always `application/problem+json`. */
export function respondWithProblem(
  c: ProblemContext,
  thrown: unknown,
  by: { readonly requestId: string; readonly log: WebLog; readonly language?: Language },
): Response {
  const error = asAppError(thrown);
  logProblem(by.log, by.requestId, error);
  return problemJson(c, error, by.language ?? "en", by.requestId);
}

/** For sites: JSON for islands (they accept nothing else), a redirect to sign in where a page needs a session, else the problem page. */
export async function respondWithProblemPage(c: WebContext, thrown: unknown): Promise<Response> {
  const error = asAppError(thrown);
  const settings = c.get("settings");
  logProblem(settings.log, c.get("requestId"), error);
  const accept = c.req.header("Accept") ?? "";
  if (!accept.includes("text/html") && /\bapplication\/(problem\+)?json\b/.test(accept))
    return problemJson(c, error, c.get("language"), c.get("requestId"));
  if (error.kind === "unauthenticated" && settings.signInPath !== undefined) {
    const { pathname, search } = new URL(c.req.url);
    const next = c.req.method === "GET" ? `?next=${encodeURIComponent(pathname + search)}` : "";
    return c.redirect(`${settings.signInPath}${next}`, 303);
  }
  const problem = problemDetails(error, c.get("language"), c.get("requestId"));
  const page = <ProblemPage frame={pageFrame(c)} error={error} requestId={problem.request_id} />;
  retryAfter(c, error);
  return renderPage(c, page, problem.status);
}

function problemJson(c: ProblemContext, error: AppError, language: Language, requestId: string): Response {
  const problem = problemDetails(error, language, requestId);
  retryAfter(c, error);
  return c.body(JSON.stringify(problem), problem.status, { "Content-Type": "application/problem+json" });
}

function retryAfter(c: ProblemContext, error: AppError): void {
  if (error.retryAfterSeconds !== undefined)
    c.header("Retry-After", String(Math.ceil(error.retryAfterSeconds)));
}

function logProblem(log: WebLog, requestId: string, error: AppError): void {
  const fields = { request_id: requestId, code: error.code, kind: error.kind };
  if (error.kind === "internal") log.error({ ...fields, err: error.cause ?? error }, "unforeseen error");
  else if (error.kind === "unavailable") log.warn({ ...fields, err: error }, "unavailable");
  else log.info({ ...fields, detail: error.detail }, "refused");
}
