// A part of a page that renews itself when the server says so; by reload it works as well.

import { textsFor } from "@posthorn/texts";
import type { Language } from "@posthorn/domain";
import type { PropsWithChildren } from "hono/jsx";
import type { Markup } from "./markup.ts";

export interface LiveRegionProps {
  readonly language: Language;
  /** Unique in the page: the renewed page is searched for the same id. */
  readonly id: string;
  /**
   * Address of an `eventStream`: `changed` renews the region, `moved` leads to the path in its data. Null where nothing
   * changes by itself any more: a page that was open gets this content as its last.
   */
  readonly eventsPath: string | null;
}

/** The page loads the island `live`. */
export function LiveRegion({
  language,
  id,
  eventsPath,
  children,
}: PropsWithChildren<LiveRegionProps>): Markup {
  const words = textsFor(language).common.live;
  if (eventsPath === null) {
    return (
      <div id={id} class="stack loose">
        {children}
      </div>
    );
  }
  return (
    <div
      id={id}
      class="stack loose"
      data-island="live"
      data-events={eventsPath}
      data-updated={words.updated}
      data-lost={words.lost}
      data-reload={words.reload}
    >
      {children}
    </div>
  );
}
