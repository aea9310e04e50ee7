// Binds tokens and content inspection to what the verbs of the back office ask for.

import { cleanFileName, guardUpload } from "@posthorn/content";
import { newSessionToken, tokenHash } from "@posthorn/identity";
import type { SessionTokens, UploadInspection } from "@posthorn/usecases";

export const sessionTokens: SessionTokens = {
  newToken() {
    const token = newSessionToken();
    return { token, hash: tokenHash(token) };
  },
};

/** Of a file that stands alone, so that no name is taken before. */
export const inspection: UploadInspection = {
  nameFor: (typed) => cleanFileName(typed),
  guard: (name, source) => guardUpload(name, source),
};
