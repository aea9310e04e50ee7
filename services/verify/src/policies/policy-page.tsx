// One version of a policy as a page: whose it is, what its digest is, and the text with an anchor for every name evidence uses.

import { dateInWords, POLICY_HISTORY, type PolicyName, textsFor } from "@posthorn/texts";
import { Card, DefinitionList, type Markup, Note, type PageFrame, PageHead } from "@posthorn/web";
import { VerifyPage } from "../frame/verify-page.tsx";
import { type Block, readDocument } from "./read-document.ts";

export interface PolicyPageProps {
  readonly frame: PageFrame;
  readonly name: PolicyName;
  readonly version: string;
  readonly text: string;
  /** Of the text, lower-case hex. */
  readonly sha256: string;
  readonly label: string;
  readonly provider: { readonly name: string; readonly contact: string };
}

export function PolicyPage(props: PolicyPageProps): Markup {
  const { frame, name, version, sha256, provider } = props;
  const { language } = frame;
  const { common, verify } = textsFor(language);
  const words = verify.policies;
  const { title, blocks } = readDocument(props.text);
  const known = POLICY_HISTORY[name].find((entry) => entry.version === version);
  const headings = blocks.filter((block) => block.kind === "heading");
  return (
    <VerifyPage frame={frame} title={title}>
      <PageHead
        language={language}
        title={title}
        crumbs={[{ label: words.title, href: "/policies" }, { label: props.label }]}
      />
      <Note>
        <p>{common.trust[frame.trustStatus].line}</p>
      </Note>
      <Card>
        <DefinitionList
          facts={[
            { term: words.provider, value: provider.name },
            { term: words.contact, value: provider.contact },
            ...(known === undefined
              ? []
              : [
                  {
                    term: words.version(version),
                    value: words.since(dateInWords(language, Temporal.PlainDate.from(known.since))),
                  },
                ]),
            {
              term: words.digest,
              value: (
                <>
                  <span class="mono">{sha256}</span>
                  <br />
                  <span class="small muted">{words.bytes}</span>{" "}
                  <a href={`/policies/${name}/${version}.txt?lang=${language}`}>{words.asText}</a>
                </>
              ),
            },
          ]}
        />
      </Card>
      <details class="more">
        <summary>{words.contents}</summary>
        <ul class="plain-list">
          {headings.map(({ id, text }) => (
            <li>
              <a class="target" href={`#${id}`}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </details>
      <article class="document">{blocks.map(renderBlock)}</article>
    </VerifyPage>
  );
}

function renderBlock(block: Block): Markup {
  switch (block.kind) {
    case "heading":
      return <h2 id={block.id}>{block.text}</h2>;
    case "paragraph":
      return <p>{block.text}</p>;
    case "list":
      return (
        <ul>
          {block.items.map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      );
    case "names":
      return (
        <dl class="names">
          {block.names.map(({ anchor, text }) => (
            <div id={anchor}>
              <dt class="mono">#{anchor}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      );
  }
}
