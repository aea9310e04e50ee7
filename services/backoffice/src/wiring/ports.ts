// Binds tokens to what the verbs of the back office ask for.

import { newSessionToken, tokenHash } from "@posthorn/identity";
import type { SessionTokens } from "@posthorn/usecases";

export const sessionTokens: SessionTokens = {
  newToken() {
    const token = newSessionToken();
    return { token, hash: tokenHash(token) };
  },
};
