// Why somebody was not identified, in his own words, and what he can do now.

import type { Language } from "@posthorn/domain";
import { type Texts, textsFor } from "@posthorn/texts";
import { type Markup, Note } from "@posthorn/web";

interface Failure {
  readonly title: string;
  readonly happened: string;
  readonly next: string;
  readonly status: 403 | 409 | 503;
}

/** What a name that does not fit says besides: the name we hold, and who may correct it. */
export interface NameHeld {
  readonly name: string;
  readonly mend: keyof Pick<Texts["identify"]["failures"]["name_differs"], "private" | "company" | "again">;
}

/** Undefined for a code that no try of ours ends with: nobody puts words of his choice on our page. */
export function failureOf(
  language: Language,
  code: string | undefined,
  held?: NameHeld,
): Failure | undefined {
  if (code === undefined) return undefined;
  const { errors, identify } = textsFor(language);
  const { name_differs: differs, ...own } = identify.failures;
  if (code === "name_differs") {
    if (held === undefined) return undefined;
    const { title, happened } = differs;
    return { title, happened: happened(held.name), next: differs[held.mend], status: 403 };
  }
  if (isKeyOf(own, code)) return { ...own[code], status: code === "of_another" ? 409 : 403 };
  if (!/^(?:itsme|eid|identification)_/u.test(code) || !isKeyOf(errors.codes, code)) return undefined;
  return { ...errors.codes[code], status: OUTAGES.has(code) ? 503 : 403 };
}

const OUTAGES: ReadonlySet<string> = new Set(["itsme_unavailable", "eid_status_unknown"]);

function isKeyOf<T extends object>(table: T, key: string): key is keyof T & string {
  return Object.hasOwn(table, key);
}

export function FailureNote({ failure }: { readonly failure: Failure | undefined }): Markup {
  if (failure === undefined) return <></>;
  return (
    <Note tone="stop" role="alert">
      <b>{failure.title}</b>
      <p>{failure.happened}</p>
      <p>{failure.next}</p>
    </Note>
  );
}
