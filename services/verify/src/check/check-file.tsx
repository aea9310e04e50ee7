// The check itself: the form, and what is answered to what was given. Nothing is stored; only that there was a check is counted.

import { AppError } from "@posthorn/domain";
import { clientAddress, pageFrame, renderPage, type WebContext, type WebEnv } from "@posthorn/web";
import type { Hono } from "hono";
import type { VerifyDeps } from "../deps.ts";
import type { FileDigest } from "../report/file-report.ts";
import { ResultPage } from "../result/result-page.tsx";
import { CheckPage, isRefusal } from "./check-page.tsx";
import { createCheckGate } from "./count-checks.ts";
import { receiveCheck } from "./receive-check.ts";

export function checkRoutes(app: Hono<WebEnv>, deps: VerifyDeps): void {
  const gate = createCheckGate(deps.limits.atOnce);

  app.get("/", (c) => renderPage(c, form(c, deps)));

  app.post("/", async (c) => {
    const wait = deps.calls.knock(clientAddress(c, deps.site.trustedProxy === true) ?? "unknown");
    if (wait > 0) throw new AppError("too_many", "too_many_requests", { retryAfterSeconds: wait });
    return gate.enter(() => check(c, deps));
  });
}

async function check(c: WebContext, deps: VerifyDeps): Promise<Response> {
  let beside: readonly FileDigest[] = [];
  try {
    const received = await receiveCheck(c, deps.limits);
    beside = received.beside;
    if (received.proof === null) throw new AppError("bad_request", "proof_missing");
    const report = await deps.verify(received.proof, beside);
    const { kind, indication, subIndication } = report;
    deps.site.log.info({ kind, indication, sub_indication: subIndication }, "checked");
    return await renderPage(
      c,
      <ResultPage
        frame={pageFrame(c)}
        report={report}
        beside={beside}
        contact={deps.provider.contact}
        at={deps.now()}
      />,
    );
  } catch (error) {
    if (!(error instanceof AppError) || !isRefusal(error)) throw error;
    deps.site.log.info({ code: error.code }, "refused");
    return renderPage(c, form(c, deps, { error, beside }), error.kind === "too_large" ? 413 : 400);
  }
}

function form(
  c: WebContext,
  deps: VerifyDeps,
  refused?: { readonly error: AppError; readonly beside: readonly FileDigest[] },
): ReturnType<typeof CheckPage> {
  // Whatever stands in the address is not looked at: this page must not say whether a delivery exists.
  const fromPaper = c.req.query("delivery") !== undefined || c.req.query("message") !== undefined;
  return <CheckPage frame={pageFrame(c)} limits={deps.limits} fromPaper={fromPaper} refused={refused} />;
}
