// What the postal service is called on labels and in records: one name for all, or one a language.

import { isLanguage, type Language, LANGUAGES } from "../language.ts";

export interface PostalService {
  /** As records name it: the one name, or the first that is given. */
  readonly name: string;
  /** Null where the language's own word for it is to stand. */
  readonly on: (language: Language) => string | null;
}

/**
 * `Aangetekende zending`, the name for all, or `nl=Aangetekende zending;fr=Envoi recommandé`: a language that is not named
 * keeps its own word. Throws Error in words that follow the name of the variable.
 */
export function parsePostalService(text: string): PostalService {
  if (!/^\s*[a-z]{2}\s*=/.test(text)) return { name: text.trim(), on: () => text.trim() };
  const names = new Map<Language, string>();
  for (const entry of text.split(";")) {
    const [language = "", ...rest] = entry.split("=").map((each) => each.trim());
    const name = rest.join("=");
    if (!isLanguage(language) || name === "")
      throw new Error(`has ${entry.trim() || "an empty entry"}, which is no name in ${LANGUAGES.join(", ")}`);
    if (names.has(language)) throw new Error(`has two names in ${language}`);
    names.set(language, name);
  }
  const [name = ""] = names.values();
  return { name, on: (language) => names.get(language) ?? null };
}
