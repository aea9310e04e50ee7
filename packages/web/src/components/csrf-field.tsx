// The hidden token of every form that posts; first in the form, so that uploads are refused before a byte is kept.

import type { Markup } from "./markup.ts";
import { CSRF_FIELD } from "../security/csrf.ts";

export function CsrfField({ token }: { readonly token: string }): Markup {
  return <input type="hidden" name={CSRF_FIELD} value={token} autocomplete="off" />;
}
