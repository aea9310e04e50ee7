// The API keys of the account: who answers for each, and what it may do; an identified admin takes over one that is suspended.

import { dateTimeInWords, type Texts, textsFor } from "@posthorn/texts";
import { type ApiKeyLine, listApiKeys, takeOverApiKey } from "@posthorn/usecases";
import {
  Button,
  Card,
  CsrfField,
  Empty,
  type Markup,
  Note,
  PageHead,
  type PageFrame,
  Table,
} from "@posthorn/web";
import { renderAccountPage } from "./account-page.tsx";
import { StateInWords } from "./key-state.tsx";
import { API_KEYS_PATH as PATH } from "./paths.ts";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";

export const apiKeyRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get(PATH, async (c) => {
    const member = await sessions.require(c);
    const keys = await listApiKeys(deps.ctx, member.accountId, deps.arrivedAt());
    const words = textsFor(c.get("language")).company.apiKeys;
    const done = c.req.query("done");
    return renderAccountPage(c, deps.ctx, member, {
      title: words.title,
      section: "api_keys",
      body: (frame) => (
        <>
          <PageHead
            language={frame.language}
            title={words.title}
            lead={words.lead}
            aside={
              member.role === "admin" && (
                <Button href={`${PATH}/new`} kind="primary">
                  {words.newKey}
                </Button>
              )
            }
          />
          {(done === "taken" || done === "revoked") && (
            <Note tone="ok" role="status">
              {words[done]}
            </Note>
          )}
          <Keys frame={frame} words={words} keys={keys} mayTake={member.role === "admin"} />
        </>
      ),
    });
  });

  app.post(`${PATH}/:key/take-over`, async (c) => {
    const taker = await sessions.requireFresh(c, PATH);
    if (taker instanceof Response) return taker;
    await takeOverApiKey(deps.ctx, {
      taker,
      keyId: c.req.param("key"),
      visitor: visitorOf(c),
      arrivedAt: deps.arrivedAt(),
    });
    return c.redirect(`${PATH}?done=taken`, 303);
  });
};

interface KeysProps {
  readonly frame: PageFrame;
  readonly words: Texts["company"]["apiKeys"];
  readonly keys: readonly ApiKeyLine[];
  readonly mayTake: boolean;
}

function Keys({ frame, words, keys, mayTake }: KeysProps): Markup {
  const { language } = frame;
  if (keys.length === 0) return <Empty title={words.emptyTitle} text={words.emptyText} icon="seal" />;
  const suspended = keys.some(({ state }) => state.startsWith("suspended"));
  return (
    <Card id="keys">
      <Table
        caption={words.caption}
        columns={[
          {
            heading: words.key,
            rowHeading: true,
            cell: ({ id, name }) => <a href={`${PATH}/${id}`}>{name}</a>,
          },
          {
            heading: words.scopes,
            cell: ({ scopes }) => scopes.map((scope) => words.scope[scope]).join(", "),
          },
          { heading: words.answerable, cell: ({ answerable }) => answerable.name },
          {
            heading: words.lastUse,
            cell: ({ lastUsedAt }) => (lastUsedAt ? dateTimeInWords(language, lastUsedAt) : words.never),
          },
          { heading: words.state, cell: (line) => <StateInWords language={language} line={line} /> },
          {
            heading: words.act,
            hideHeading: true,
            cell: (line) =>
              mayTake &&
              line.state.startsWith("suspended") && <TakeOverForm frame={frame} words={words} line={line} />,
          },
        ]}
        rows={keys}
      />
      {!mayTake && <p class="muted">{words.adminsOnly}</p>}
      {suspended && <p id="take-over-effect">{mayTake ? words.takeOverEffect : words.askAdmin}</p>}
    </Card>
  );
}

function TakeOverForm({
  frame,
  words,
  line,
}: Pick<KeysProps, "frame" | "words"> & { readonly line: ApiKeyLine }): Markup {
  return (
    <form method="post" action={`${PATH}/${line.id}/take-over`}>
      <CsrfField token={frame.csrfToken} />
      <Button kind="quiet" describedBy="take-over-effect">
        <span aria-hidden="true">{words.takeOver}</span>
        <span class="vh">{words.takeOverOne(line.name)}</span>
      </Button>
    </form>
  );
}
