// The passkeys of who is signed in: a summary among the means of sign-in, and the page on which they are kept.

import { brusselsDate, dateInWords, dateTimeInWords, type Texts, textsFor } from "@posthorn/texts";
import { type ListedPasskey, listPasskeys } from "@posthorn/usecases";
import { Button, Card, Empty, type Markup, Note, PageHead, Pill, Table } from "@posthorn/web";
import type { Language } from "@posthorn/domain";
import { renderPortal } from "../frame/portal-page.tsx";
import type { PortalRoutes } from "../routes.ts";
import type { SecurityCard } from "../security/cards.ts";

type Words = Texts["passkeys"]["page"];

export const passkeysCard: SecurityCard = async ({ deps, member, frame }) => {
  const words = textsFor(frame.language).passkeys.page;
  const passkeys = await listPasskeys(deps.ctx, { kind: "person", id: member.personId });
  const blocked = passkeys.some(({ suspectedAt }) => suspectedAt !== null);
  return (
    <Card id="passkeys" title={words.title}>
      <p class="muted">{words.lead}</p>
      {passkeys.length > 0 && <p>{words.summary(passkeys.length)}</p>}
      {blocked && <Note tone="warn">{words.suspectedText}</Note>}
      <p class="row">
        <Button href="/security/passkeys/add" kind={passkeys.length === 0 ? "primary" : "plain"} icon="key">
          {words.add}
        </Button>
        {passkeys.length > 0 && <Button href="/security/passkeys">{words.manage}</Button>}
      </p>
    </Card>
  );
};

export const listPasskeysRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get("/security/passkeys", async (c) => {
    const member = await sessions.require(c);
    const passkeys = await listPasskeys(deps.ctx, { kind: "person", id: member.personId });
    const language = c.get("language");
    const { passkeys: texts, security } = textsFor(language);
    const words = texts.page;
    const done = doneInWords(texts.done, c.req.query("done"));
    const blocked = passkeys.some(({ suspectedAt }) => suspectedAt !== null);
    const [only] = passkeys;
    return renderPortal(c, deps.ctx, member, {
      title: words.title,
      current: "security",
      body: () => (
        <>
          <PageHead
            language={language}
            title={words.title}
            lead={words.lead}
            crumbs={[{ label: security.title, href: "/security" }, { label: words.title }]}
          />
          {done !== undefined && (
            <Note tone="ok" role="status">
              {done}
            </Note>
          )}
          {blocked && <Note tone="warn">{words.suspectedText}</Note>}
          {passkeys.length === 1 && only?.backedUp === false && <Note>{words.spare}</Note>}
          <Card id="list">
            {passkeys.length === 0 ? (
              <Empty title={words.emptyTitle} text={words.emptyText} icon="key">
                <AddButton words={words} />
              </Empty>
            ) : (
              <>
                <PasskeyTable language={language} words={words} passkeys={passkeys} />
                <p>
                  <AddButton words={words} />
                </p>
              </>
            )}
          </Card>
        </>
      ),
    });
  });
};

function AddButton({ words }: { readonly words: Words }): Markup {
  return (
    <Button href="/security/passkeys/add" kind="primary" icon="key">
      {words.add}
    </Button>
  );
}

function PasskeyTable({
  language,
  words,
  passkeys,
}: {
  readonly language: Language;
  readonly words: Words;
  readonly passkeys: readonly ListedPasskey[];
}): Markup {
  return (
    <Table
      caption={words.title}
      rows={passkeys}
      columns={[
        {
          heading: words.name,
          rowHeading: true,
          cell: (passkey) => (
            <>
              {passkey.name} {passkey.suspectedAt !== null && <Pill tone="stop">{words.suspected}</Pill>}
              <br />
              <span class="muted">{passkey.backedUp ? words.backedUp : words.oneDevice}</span>
            </>
          ),
        },
        { heading: words.made, cell: ({ createdAt }) => dateInWords(language, brusselsDate(createdAt)) },
        {
          heading: words.lastUse,
          cell: ({ lastUsedAt }) =>
            lastUsedAt === null ? words.never : dateTimeInWords(language, lastUsedAt),
        },
        {
          heading: words.acts,
          hideHeading: true,
          cell: ({ id, name }) => (
            <span class="row">
              <a class="target" href={`/security/passkeys/${id}/rename`} aria-label={words.renameOne(name)}>
                {words.rename}
              </a>
              <a class="target" href={`/security/passkeys/${id}/remove`} aria-label={words.removeOne(name)}>
                {words.remove}
              </a>
            </span>
          ),
        },
      ]}
    />
  );
}

function doneInWords(done: Texts["passkeys"]["done"], name: string | undefined): string | undefined {
  return name !== undefined && Object.hasOwn(done, name) ? done[name as keyof typeof done] : undefined;
}
