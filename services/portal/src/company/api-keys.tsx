// The API keys of the account: who answers for each; an identified admin takes over one that is suspended.

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
  Pill,
  Table,
} from "@posthorn/web";
import { renderAccountPage } from "./account-page.tsx";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";

const PATH = "/company/api-keys";

export const apiKeyRoutes: PortalRoutes = (app, deps, sessions) => {
  app.get(PATH, async (c) => {
    const member = await sessions.require(c);
    const keys = await listApiKeys(deps.ctx, member.accountId, deps.arrivedAt());
    const words = textsFor(c.get("language")).company.apiKeys;
    const taken = c.req.query("taken") !== undefined;
    return renderAccountPage(c, deps.ctx, member, {
      title: words.title,
      section: "api_keys",
      body: (frame) => (
        <>
          <PageHead language={frame.language} title={words.title} lead={words.lead} />
          {taken && (
            <Note tone="ok" role="status">
              {words.taken}
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
    return c.redirect(`${PATH}?taken`, 303);
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
          { heading: words.key, rowHeading: true, cell: ({ name }) => name },
          { heading: words.answerable, cell: ({ answerable }) => answerable.name },
          {
            heading: words.lastUse,
            cell: ({ lastUsedAt }) => (lastUsedAt ? dateTimeInWords(language, lastUsedAt) : words.never),
          },
          { heading: words.state, cell: ({ state }) => <StateInWords words={words} state={state} /> },
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
      {suspended && <p id="take-over-effect">{mayTake ? words.takeOverEffect : words.askAdmin}</p>}
    </Card>
  );
}

function StateInWords({
  words,
  state,
}: Pick<KeysProps, "words"> & { readonly state: ApiKeyLine["state"] }): Markup {
  if (state === "in_force") return <Pill tone="ok">{words.states.in_force}</Pill>;
  if (state === "revoked") return <Pill>{words.states.revoked}</Pill>;
  return (
    <>
      <Pill tone="warn">{words.states.suspended}</Pill>
      <br />
      <span class="small muted">{words.why[state]}</span>
    </>
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
