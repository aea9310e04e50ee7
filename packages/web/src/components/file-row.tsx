// One file of a list: name, what is known of it, how far it has come, what is wrong, what can be done.

import { textsFor } from "@posthorn/texts";
import type { Language } from "@posthorn/domain";
import type { Markup } from "./markup.ts";
import { Button } from "./button.tsx";

export interface FileRowProps {
  readonly language: Language;
  /** Of the file; keeps the row's place when it is replaced. */
  readonly id: string;
  readonly name: string;
  /** "1.8 MB · 12 pages". */
  readonly meta: string;
  /** Bytes so far and in all, while it is on its way. */
  readonly progress?: { readonly value: number; readonly max: number } | undefined;
  readonly error?: string | undefined;
  /** A remark that does not stop the file ("A zip cannot be printed"). */
  readonly remark?: string | undefined;
  readonly href?: string | undefined;
  /** Address that removes it; the row then stands in a form that posts. */
  readonly removePath?: string | undefined;
}

export function FileRow(props: FileRowProps): Markup {
  const { language, name, progress } = props;
  const words = textsFor(language).common.upload;
  return (
    <li class="file" id={`file-${props.id}`} data-file={props.id}>
      <b>{props.href === undefined ? name : <a href={props.href}>{name}</a>}</b>
      <span class="meta">{props.meta}</span>
      {progress !== undefined && (
        <progress class="bar" value={progress.value} max={progress.max} aria-label={name}>
          {`${progress.value} / ${progress.max}`}
        </progress>
      )}
      {props.error !== undefined && <p class="err">{props.error}</p>}
      {props.remark !== undefined && <p class="says">{props.remark}</p>}
      {props.removePath !== undefined && (
        <div class="acts">
          <Button kind="quiet" formAction={props.removePath}>
            {words.remove}
            <span class="vh"> {name}</span>
          </Button>
        </div>
      )}
    </li>
  );
}
