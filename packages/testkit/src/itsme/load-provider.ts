// Loads the OpenID provider when a stand-in starts: a third of a second that nobody pays who starts none.

import type { errors, interactionPolicy, Provider } from "oidc-provider";

export interface ProviderParts {
  readonly Provider: typeof Provider;
  readonly errors: typeof errors;
  readonly interactionPolicy: typeof interactionPolicy;
}

/** By its parts: its index says on the error output of every start that a Node which is not LTS yet is unsupported. */
export async function loadProvider(): Promise<ProviderParts> {
  const [provider, errorTypes, policy] = await Promise.all(
    ["provider.js", "helpers/errors.js", "helpers/interaction_policy/index.js"].map(load),
  );
  return {
    ...(provider as Pick<ProviderParts, "Provider">),
    errors: errorTypes,
    interactionPolicy: policy,
  } as ProviderParts;
}

function load(path: string): Promise<unknown> {
  return import(`oidc-provider/lib/${path}`);
}
