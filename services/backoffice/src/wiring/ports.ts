// Binds tokens and content inspection to what the verbs of the back office ask for.

import { cleanFileName, guardUpload } from "@posthorn/content";
import { renderRightsLetter, renderRightsOverview } from "@posthorn/documents";
import { newSessionToken, tokenHash } from "@posthorn/identity";
import type { SessionTokens, UploadInspection } from "@posthorn/usecases";
import type { BackofficeDeps } from "../deps.ts";

export const sessionTokens: SessionTokens = {
  newToken() {
    const token = newSessionToken();
    return { token, hash: tokenHash(token) };
  },
};

/** Letters and exports of the privacy desk, in the name of the provider; `contact` is where the desk is reached, empty where nothing is set. */
export function requestPapers(
  provider: string,
  contact: string,
): Pick<BackofficeDeps["requests"], "letter" | "overview"> {
  return {
    letter: (letter) => renderRightsLetter(letter, { provider, contact }),
    overview: ({ row, name, madeAt, person, deliveries }) =>
      renderRightsOverview({
        language: row.language,
        number: row.number,
        provider,
        name,
        madeAt,
        person,
        deliveries,
      }),
  };
}

/** Of a file that stands alone, so that no name is taken before. */
export const inspection: UploadInspection = {
  nameFor: (typed) => cleanFileName(typed),
  guard: (name, source) => guardUpload(name, source),
};
