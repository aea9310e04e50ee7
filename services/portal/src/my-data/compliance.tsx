// The compliance pack of the account, for who runs it: explained on a page, made while it is saved (GDPR art. 28(3)(h)).

import { AppError, isInEea } from "@posthorn/domain";
import { compliancePack, textsFor } from "@posthorn/texts";
import {
  type ExportEntry,
  readAccountAgreement,
  type SessionMember,
  viewSchedule,
  viewSubprocessors,
} from "@posthorn/usecases";
import { Button, Card, CsrfField, PageHead, sendAttachment, streamOf, type WebContext } from "@posthorn/web";
import type { PortalDeps } from "../deps.ts";
import { renderPortal } from "../frame/portal-page.tsx";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";

const COMPLIANCE_PATH = "/account/compliance";

export const complianceRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get(COMPLIANCE_PATH, async (c) => {
    const member = await sessions.require(c);
    if (member instanceof Response) return member;
    adminsOnly(member);
    const title = textsFor(c.get("language")).registers.compliance.title;
    return renderPortal(c, deps.ctx, member, {
      title,
      current: "me",
      body({ language, csrfToken }) {
        const { myData, registers } = textsFor(language);
        const words = registers.compliance;
        return (
          <div class="narrow">
            <PageHead
              language={language}
              title={title}
              lead={words.lead}
              crumbs={[{ label: myData.page.title, href: "/me" }]}
            />
            <Card id="pack" title={words.holdsTitle}>
              <ul>
                {Object.values(words.holds).map((line) => (
                  <li>{line}</li>
                ))}
              </ul>
              <p class="hint" id="logged">
                {words.logged}
              </p>
              <form method="post" action={COMPLIANCE_PATH}>
                <CsrfField token={csrfToken} />
                <Button kind="primary" describedBy="logged">
                  {words.save}
                </Button>
              </form>
            </Card>
          </div>
        );
      },
    });
  });

  app.post(COMPLIANCE_PATH, async (c) => {
    const member = await sessions.require(c);
    if (member instanceof Response) return member;
    adminsOnly(member);
    const at = deps.arrivedAt();
    const { fileName } = textsFor(c.get("language")).registers.compliance;
    const day = at.toZonedDateTimeISO("Europe/Brussels").toPlainDate().toString();
    const entries = entriesOf(await packFor(c, deps, member, at));
    return sendAttachment(c, streamOf(deps.zipEntries(entries, at)), {
      filename: `${fileName}-${day}.zip`,
      type: "application/zip",
    });
  });
};

function adminsOnly(member: SessionMember): void {
  if (member.role !== "admin") throw new AppError("forbidden", "not_an_admin");
}

async function packFor(c: WebContext, deps: PortalDeps, member: SessionMember, at: Temporal.Instant) {
  const language = c.get("language");
  const agreement = await readAccountAgreement(deps.ctx, { member, visitor: visitorOf(c), arrivedAt: at });
  const subprocessors = await viewSubprocessors(deps.ctx);
  const { contact, officer } = deps.privacy;
  return compliancePack(language, {
    account: { id: member.accountId, name: member.accountName },
    agreement,
    subprocessors,
    record: {
      provider: { name: deps.ctx.settings.issuer.name, contact, officer },
      madeAt: at,
      lines: await viewSchedule(deps.ctx),
      recipients: subprocessors
        .filter(({ standing }) => standing === "in_force")
        .map(({ name, purpose, country, parentCountry }) => ({
          name,
          purpose: purpose[language],
          country,
          inUnion: isInEea(country) && isInEea(parentCountry),
        })),
    },
  });
}

async function* entriesOf(files: ReturnType<typeof compliancePack>): AsyncIterable<ExportEntry> {
  const encoder = new TextEncoder();
  for (const { name, text } of files)
    yield {
      name,
      async *stream() {
        yield encoder.encode(text);
      },
    };
}
