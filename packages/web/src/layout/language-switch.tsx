// The switch between the four languages, on every page; each link is written in the language it leads to.

import { LANGUAGES } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import type { Markup } from "../components/markup.ts";
import type { PageFrame } from "./page-frame.ts";

export function LanguageSwitch({ frame }: { readonly frame: PageFrame }): Markup {
  const { languageNames, languageSwitch } = textsFor(frame.language).common;
  return (
    <nav aria-label={languageSwitch}>
      <ul class="langs">
        {LANGUAGES.map((language) => (
          <li>
            <a
              href={frame.languageLinks[language]}
              lang={language}
              hreflang={language}
              {...(language === frame.language ? { "aria-current": "true" } : {})}
            >
              {language.toUpperCase()}
              <span class="vh"> {languageNames[language]}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
