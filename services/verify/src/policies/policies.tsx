// The policies: an index with all versions, each version as a page, and as the very bytes whose digest is shown.

import { createHash } from "node:crypto";
import { AppError } from "@posthorn/domain";
import { POLICY_HISTORY, POLICY_NAMES, type PolicyName, policyText, textsFor } from "@posthorn/texts";
import { pageFrame, renderPage, type WebContext, type WebEnv } from "@posthorn/web";
import type { Hono } from "hono";
import type { VerifyDeps } from "../deps.ts";
import { PoliciesIndex } from "./policies-index.tsx";
import { PolicyPage } from "./policy-page.tsx";

export function policyRoutes(app: Hono<WebEnv>, deps: VerifyDeps): void {
  app.get("/policies", (c) => renderPage(c, <PoliciesIndex frame={pageFrame(c)} />));

  app.get("/policies/:name", (c) => {
    const name = nameOf(c);
    const [newest] = POLICY_HISTORY[name];
    return c.redirect(`/policies/${name}/${newest?.version ?? ""}`, 303);
  });

  app.get("/policies/:name/:file{[0-9]+\\.txt}", (c) => {
    const name = nameOf(c);
    const text = textOf(c, name, c.req.param("file").replace(/\.txt$/, ""));
    return c.body(text, 200, { "Content-Type": "text/plain; charset=utf-8" });
  });

  app.get("/policies/:name/:version{[0-9]+}", (c) => {
    const name = nameOf(c);
    const version = c.req.param("version");
    const text = textOf(c, name, version);
    const frame = pageFrame(c);
    return renderPage(
      c,
      <PolicyPage
        frame={frame}
        name={name}
        version={version}
        text={text}
        sha256={createHash("sha256").update(text, "utf8").digest("hex")}
        provider={deps.provider}
        label={textsFor(frame.language).policies[name].name}
      />,
    );
  });
}

function nameOf(c: WebContext): PolicyName {
  const asked = c.req.param("name");
  const name = POLICY_NAMES.find((known) => known === asked);
  if (name === undefined) throw new AppError("not_found", "page_unknown");
  return name;
}

function textOf(c: WebContext, name: PolicyName, version: string): string {
  const text = policyText(c.get("language"), name, version);
  if (text === undefined) throw new AppError("not_found", "page_unknown");
  return text;
}
