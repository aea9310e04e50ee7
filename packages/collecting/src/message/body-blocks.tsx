// Draws the body of a message: paragraphs, lists and links, and nothing of the sender's own making.

import type { BodyBlock, BodyInline } from "@posthorn/domain";
import type { Markup } from "@posthorn/web";

export function BodyBlocks({ blocks }: { readonly blocks: readonly BodyBlock[] }): Markup {
  return (
    <>
      {blocks.map((block) =>
        block.kind === "paragraph" ? (
          <p>
            <Inline inline={block.inline} />
          </p>
        ) : (
          <ul>
            {block.items.map((item) => (
              <li>
                <Inline inline={item} />
              </li>
            ))}
          </ul>
        ),
      )}
    </>
  );
}

function Inline({ inline }: { readonly inline: readonly BodyInline[] }): Markup {
  return (
    <>
      {inline.map((piece) => {
        if (piece.kind === "break") return <br />;
        if (piece.kind === "text") return piece.text;
        return (
          <a href={piece.href} rel="noopener noreferrer nofollow" target="_blank">
            {piece.text}
          </a>
        );
      })}
    </>
  );
}
