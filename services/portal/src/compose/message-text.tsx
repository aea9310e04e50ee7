// The body of a message as it is read: paragraphs, lists and links, never the sender's own markup.

import { type BodyInline, parseBodyBlocks } from "@posthorn/domain";
import type { Markup } from "@posthorn/web";

export function MessageText({ body }: { readonly body: string }): Markup {
  return (
    <div class="stack message-text">
      {parseBodyBlocks(body).map((block) =>
        block.kind === "list" ? (
          <ul>
            {block.items.map((item) => (
              <li>
                <Inline parts={item} />
              </li>
            ))}
          </ul>
        ) : (
          <p>
            <Inline parts={block.inline} />
          </p>
        ),
      )}
    </div>
  );
}

function Inline({ parts }: { readonly parts: readonly BodyInline[] }): Markup {
  return (
    <>
      {parts.map((part) => {
        if (part.kind === "break") return <br />;
        if (part.kind === "text") return part.text;
        return (
          <a href={part.href} rel="noreferrer noopener">
            {part.text}
          </a>
        );
      })}
    </>
  );
}
