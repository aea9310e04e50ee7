// The whole of a new API key, once: the answer to the form itself, kept by no cache and nowhere else.

import { textsFor } from "@posthorn/texts";
import type { Context, MadeKey, SessionMember } from "@posthorn/usecases";
import { Button, Card, Field, Note, PageHead, type WebContext } from "@posthorn/web";
import { renderAccountPage } from "./account-page.tsx";
import { API_KEYS_PATH } from "./paths.ts";

/** Loaded again it is asked for again, and refused: a key of this name lives, or the old one has its successor. */
export function showSecret(
  c: WebContext,
  ctx: Context,
  member: SessionMember,
  key: MadeKey,
): Promise<Response> {
  const words = textsFor(c.get("language")).company.apiKeys;
  return renderAccountPage(c, ctx, member, {
    title: words.secretTitle,
    section: "api_keys",
    body: ({ language }) => (
      <>
        <PageHead language={language} title={words.secretTitle} lead={key.name} />
        <Note tone="warn" role="status">
          <p>{words.secretLead}</p>
        </Note>
        <Card>
          <Field
            language={language}
            name="secret"
            type="textarea"
            rows={3}
            label={words.secret}
            hint={words.secretHint}
            value={key.secret}
            readOnly
          />
          <Button href={API_KEYS_PATH} kind="primary">
            {words.secretDone}
          </Button>
        </Card>
      </>
    ),
  });
}
