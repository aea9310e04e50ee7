// One proof to download, in the language one chooses.

import { type Language, LANGUAGES } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { Button, type Markup } from "@posthorn/web";

export function ProofForm({
  language,
  id,
  title,
  path,
}: {
  readonly language: Language;
  readonly id: string;
  readonly title: string;
  readonly path: string;
}): Markup {
  const { common, track } = textsFor(language);
  const words = track.delivery;
  return (
    <form method="get" action={path} class="proof">
      <b id={`${id}-name`}>{title}</b>
      <label class="vh" for={`${id}-language`}>
        {words.language}: {title}
      </label>
      <select class="input" id={`${id}-language`} name="language">
        {LANGUAGES.map((each) => (
          <option value={each} selected={each === language}>
            {common.languageNames[each]}
          </option>
        ))}
      </select>
      <Button icon="download" describedBy={`${id}-name`}>
        {words.download}
      </Button>
      <Button kind="quiet" formAction={`${path}/page`} describedBy={`${id}-name`}>
        {track.proofWait.asPage}
      </Button>
    </form>
  );
}
