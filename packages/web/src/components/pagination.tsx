// Steps through a list by cursor: forward and back, never by page number, so that new rows move nothing.

import { textsFor } from "@posthorn/texts";
import type { Language } from "@posthorn/domain";
import type { Markup } from "./markup.ts";
import { Button } from "./button.tsx";

export interface PaginationProps {
  readonly language: Language;
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
}

/** Nothing where there is one page only. */
export function Pagination({ language, previous, next }: PaginationProps): Markup {
  const words = textsFor(language).common.pagination;
  if (previous === undefined && next === undefined) return <></>;
  return (
    <nav class="pages" aria-label={words.label}>
      {previous === undefined ? (
        <span></span>
      ) : (
        <Button href={previous} icon="back">
          {words.previous}
        </Button>
      )}
      {next !== undefined && (
        <Button href={next} icon="forward">
          {words.next}
        </Button>
      )}
    </nav>
  );
}
