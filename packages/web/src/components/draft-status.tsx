// Says when the draft was last kept; the island `draft` renews it as one types.

import type { Markup } from "./markup.ts";

export function DraftStatus({ text }: { readonly text?: string | undefined }): Markup {
  return (
    <p class="muted small" role="status" data-draft-status>
      {text ?? ""}
    </p>
  );
}
