// One's own data, or a company's, as one zip file: explained on a page, made while it is saved.

import { AppError } from "@posthorn/domain";
import { policyText, textsFor } from "@posthorn/texts";
import {
  exportCompany,
  type ExportEntry,
  exportOwnData,
  type OwnSummary,
  type SessionMember,
} from "@posthorn/usecases";
import {
  Button,
  Card,
  CsrfField,
  Note,
  PageHead,
  sendAttachment,
  streamOf,
  type WebContext,
} from "@posthorn/web";
import type { PortalDeps } from "../deps.ts";
import { renderPortal } from "../frame/portal-page.tsx";
import { deskContact } from "../privacy/desk-reached.tsx";
import { RIGHTS_PATH } from "../privacy/paths.ts";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";

export const takeOutRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get("/me/export", async (c) => {
    const member = await sessions.requireFresh(c);
    if (member instanceof Response) return member;
    const words = textsFor(c.get("language")).myData.takeOut;
    const holds = [...words.own, ...(member.accountKind === "private" ? words.ofPrivate : [])];
    return explain(c, deps, member, { title: words.title, lead: words.lead, holds, path: "/me/export" });
  });

  app.post("/me/export", async (c) => {
    const member = await sessions.requireFresh(c, "/me/export");
    if (member instanceof Response) return member;
    const ports = {
      content: deps.content,
      keys: deps.keys,
      textOf: (policy: string, version: string, language: SessionMember["language"]) =>
        policyText(language, policy, version),
      summaryOf: (summary: OwnSummary) =>
        deps.ownSummary({
          ...summary,
          language: c.get("language"),
          provider: deps.ctx.settings.issuer.name,
          desk: deskContact(deps.privacy) ?? new URL(RIGHTS_PATH, deps.site.origin).href,
        }),
    };
    const act = { member, visitor: visitorOf(c), arrivedAt: deps.arrivedAt() };
    const { fileName } = textsFor(c.get("language")).myData.takeOut;
    return save(c, deps, fileName, exportOwnData(deps.ctx, ports, act));
  });

  app.get("/account/export", async (c) => {
    const member = await sessions.requireFresh(c);
    if (member instanceof Response) return member;
    if (member.accountKind === "private") return c.redirect("/me/export", 303);
    adminsOnly(member);
    const words = textsFor(c.get("language")).myData.takeOut;
    return explain(c, deps, member, {
      title: words.accountTitle,
      lead: words.accountLead,
      holds: words.ofCompany,
      path: "/account/export",
    });
  });

  app.post("/account/export", async (c) => {
    const member = await sessions.requireFresh(c, "/account/export");
    if (member instanceof Response) return member;
    adminsOnly(member);
    const act = { member, visitor: visitorOf(c), arrivedAt: deps.arrivedAt() };
    const { accountFileName } = textsFor(c.get("language")).myData.takeOut;
    return save(c, deps, accountFileName, exportCompany(deps.ctx, deps, act));
  });
};

function adminsOnly(member: SessionMember): void {
  if (member.accountKind !== "company" || member.role !== "admin")
    throw new AppError("forbidden", "not_an_admin");
}

/** Broken off where a byte cannot be read: half a file is never taken for a whole one. */
function save(c: WebContext, deps: PortalDeps, name: string, entries: AsyncIterable<ExportEntry>): Response {
  const at = deps.arrivedAt();
  const day = at.toZonedDateTimeISO("Europe/Brussels").toPlainDate().toString();
  const requestId = c.get("requestId");
  async function* logged(): AsyncGenerator<Uint8Array> {
    try {
      yield* deps.zipEntries(entries, at);
    } catch (error) {
      deps.site.log.error({ request_id: requestId, err: error }, "an export broke off");
      throw error;
    }
  }
  return sendAttachment(c, streamOf(logged()), { filename: `${name}-${day}.zip`, type: "application/zip" });
}

function explain(
  c: WebContext,
  deps: PortalDeps,
  member: SessionMember,
  page: {
    readonly title: string;
    readonly lead: string;
    readonly holds: readonly string[];
    readonly path: string;
  },
): Promise<Response> {
  const { myData } = textsFor(c.get("language"));
  const words = myData.takeOut;
  return renderPortal(c, deps.ctx, member, {
    title: page.title,
    current: "me",
    body: (frame) => (
      <div class="narrow">
        <PageHead
          language={frame.language}
          title={page.title}
          crumbs={[{ label: myData.page.title, href: "/me" }]}
          lead={page.lead}
        />
        <Card id="export" title={words.holds}>
          <ul>
            {page.holds.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
          <Note tone="warn" id="careful">
            {words.careful}
          </Note>
          <form method="post" action={page.path}>
            <CsrfField token={frame.csrfToken} />
            <Button kind="primary" describedBy="careful">
              {words.button}
            </Button>
          </form>
        </Card>
      </div>
    ),
  });
}
