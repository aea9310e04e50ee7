// The head of a page: where one is, its title, a sentence below it, and what stands beside.

import { textsFor } from "@posthorn/texts";
import type { Language } from "@posthorn/domain";
import type { Child } from "hono/jsx";
import type { Markup } from "./markup.ts";

export interface PageHeadProps {
  readonly language: Language;
  readonly title: string;
  readonly crumbs?: readonly { readonly label: string; readonly href?: string }[];
  readonly lead?: Child;
  readonly aside?: Child;
}

export function PageHead({ language, title, crumbs = [], lead, aside }: PageHeadProps): Markup {
  return (
    <div class="head">
      <div>
        {crumbs.length > 0 && (
          <nav class="crumbs" aria-label={textsFor(language).common.breadcrumbs}>
            <ol>
              {crumbs.map(({ label, href }) => (
                <li>{href === undefined ? label : <a href={href}>{label}</a>}</li>
              ))}
            </ol>
          </nav>
        )}
        <h1>{title}</h1>
        {lead !== undefined && <p class="muted">{lead}</p>}
      </div>
      {aside}
    </div>
  );
}
