// Sections beneath one entry of the menu: a row of links that wraps, the present one marked.

import type { Markup } from "./markup.ts";

export interface SectionNavProps {
  /** What the sections are of, for screen readers. */
  readonly label: string;
  readonly sections: readonly { readonly href: string; readonly label: string; readonly current: boolean }[];
}

export function SectionNav({ label, sections }: SectionNavProps): Markup {
  return (
    <nav class="sections" aria-label={label}>
      <ul>
        {sections.map(({ href, label: text, current }) => (
          <li>
            <a href={href} {...(current ? { "aria-current": "page" as const } : {})}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
