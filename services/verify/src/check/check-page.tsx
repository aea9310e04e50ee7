// The form of the check: the proof, the original files beside it, and for who holds paper how to go about it.

import type { AppError, Language } from "@posthorn/domain";
import { bytesInWords, problemText, textsFor } from "@posthorn/texts";
import {
  Button,
  Card,
  CsrfField,
  HASH_WORKER,
  type Markup,
  Note,
  type PageFrame,
  type VerifyWords,
} from "@posthorn/web";
import type { CheckLimits } from "../deps.ts";
import { VerifyPage } from "../frame/verify-page.tsx";
import type { FileDigest } from "../report/file-report.ts";
import { DIGEST_FIELD, ORIGINALS_FIELD, PROOF_FIELD } from "./receive-check.ts";

export interface CheckPageProps {
  readonly frame: PageFrame;
  readonly limits: CheckLimits;
  /** The reader followed the code that is printed on a proof. */
  readonly fromPaper: boolean;
  readonly refused?: { readonly error: AppError; readonly beside: readonly FileDigest[] } | undefined;
}

const REFUSALS = [
  "proof_missing",
  "proof_too_large",
  "original_too_large",
  "too_many_originals",
  "digests_malformed",
] as const;
// What the reader of the form says of bodies that are larger than all fields together may be.
const TOO_LARGE = ["body_too_large", "file_too_large", "too_many_parts", "field_too_large"];

/** True for what the reader can mend in the form. */
export function isRefusal(error: AppError): boolean {
  return REFUSALS.some((code) => code === error.code) || TOO_LARGE.includes(error.code);
}

export function CheckPage({ frame, limits, fromPaper, refused }: CheckPageProps): Markup {
  const { language } = frame;
  const { home, paper } = textsFor(language).verify;
  return (
    <VerifyPage frame={frame} title={home.title} hasErrors={refused !== undefined} islands={["verify"]}>
      <h1>{home.title}</h1>
      {refused !== undefined && <Refusal language={language} error={refused.error} />}
      <p class="lead">{home.lead}</p>
      {fromPaper && (
        <Card title={paper.title} id="paper">
          <p>{paper.lead}</p>
          <ol class="stack tight">
            {paper.steps.map((step) => (
              <li>{step}</li>
            ))}
          </ol>
          <Note tone="warn">
            <p>{paper.warning}</p>
          </Note>
        </Card>
      )}
      <form
        method="post"
        action="/"
        enctype="multipart/form-data"
        class="stack loose"
        data-island="verify"
        data-worker={frame.assets.url(HASH_WORKER)}
        data-words={JSON.stringify(islandWords(language, limits))}
        data-proof-bytes={String(limits.proofBytes)}
        data-originals={String(limits.originals)}
      >
        <CsrfField token={frame.csrfToken} />
        <Card title={home.proof} id="proof-card">
          <p class="muted" id="proof-hint">
            {home.proofHint(bytesInWords(language, limits.proofBytes))}
          </p>
          <Drop
            name={PROOF_FIELD}
            drop={home.proofDrop}
            choose={home.choose}
            label={home.proof}
            describedBy="proof-hint"
          />
          <ul class="files" data-list={PROOF_FIELD} aria-label={home.proof}></ul>
        </Card>
        <Card title={home.originals} id="originals-card">
          <p class="muted" id="originals-hint">
            {home.originalsHint}
          </p>
          <Drop
            name={ORIGINALS_FIELD}
            drop={home.originalsDrop}
            choose={home.chooseThem}
            label={home.originals}
            describedBy="originals-hint originals-stay"
            multiple
          />
          <p class="small muted" id="originals-stay">
            <span class="if-script">{home.stay}</span>
            <span class="if-no-script">{home.travel}</span>
          </p>
          <ul class="files" data-list={ORIGINALS_FIELD} aria-label={home.originalsList}>
            {(refused?.beside ?? []).map((file) => (
              <Kept language={language} file={file} />
            ))}
          </ul>
        </Card>
        <p class="vh" role="status" data-status></p>
        <Button kind="primary" wide>
          {home.button}
        </Button>
      </form>
      <Note>
        <p>{home.stored}</p>
      </Note>
    </VerifyPage>
  );
}

function Drop(props: {
  readonly name: string;
  readonly drop: string;
  readonly choose: string;
  readonly label: string;
  readonly describedBy: string;
  readonly multiple?: boolean;
}): Markup {
  const { name } = props;
  return (
    <div class="drop" data-drop={name}>
      <p class="with-script">
        {props.drop}{" "}
        <label class="pick" for={name}>
          {props.choose}
        </label>
      </p>
      <label class="without-script" for={name}>
        {props.label}
      </label>
      <input
        type="file"
        id={name}
        name={name}
        multiple={props.multiple === true}
        aria-label={props.label}
        aria-describedby={props.describedBy}
      />
    </div>
  );
}

/** A digest of an earlier turn: it stays, so that only what was wrong has to be mended. */
function Kept({ language, file }: { readonly language: Language; readonly file: FileDigest }): Markup {
  const { name, size, sha256 } = file;
  return (
    <li class="file" data-kept>
      <b>{name}</b>
      <span class="meta">{bytesInWords(language, size)}</span>
      <span class="mono says-digest">{sha256}</span>
      <input type="hidden" name={DIGEST_FIELD} value={JSON.stringify({ name, size, sha256 })} />
    </li>
  );
}

function Refusal({ language, error }: { readonly language: Language; readonly error: AppError }): Markup {
  const { refused } = textsFor(language).verify;
  const code = REFUSALS.find((known) => known === error.code);
  const general = problemText(language, error);
  const { title, text } =
    code === undefined
      ? { title: general.title, text: `${general.happened} ${general.next}` }
      : refused[code];
  const field = code === "proof_missing" || code === "proof_too_large" ? PROOF_FIELD : ORIGINALS_FIELD;
  return (
    <div class="error-summary" role="alert" aria-labelledby="error-summary-title" tabindex={-1} autofocus>
      <h2 id="error-summary-title">{title}</h2>
      <ul>
        <li>
          <a href={`#${field}`}>{text}</a>
        </li>
      </ul>
    </div>
  );
}

function islandWords(language: Language, limits: CheckLimits): VerifyWords {
  const { home, island } = textsFor(language).verify;
  // A name stands for itself in the text and is exchanged for its mark: a function cannot travel in an attribute.
  return {
    units: [1000, 1e6, 1e9].map((size) => bytesInWords(language, size).split(" ")[1] ?? ""),
    decimal: bytesInWords(language, 1500).charAt(1),
    hashing: island.hashing,
    waiting: island.waiting,
    failed: island.failed,
    tooLarge: island.tooLarge(bytesInWords(language, limits.proofBytes)),
    tooMany: island.tooMany(limits.originals),
    remove: island.remove,
    wait: island.wait,
    ready: island.ready("{n}"),
    missing: home.missing,
    working: home.working,
  };
}
