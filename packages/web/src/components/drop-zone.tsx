// Takes files by drop or picker, several at once; without JavaScript an ordinary file field in its form.

import { bytesInWords, textsFor } from "@posthorn/texts";
import type { Language } from "@posthorn/domain";
import type { Child } from "hono/jsx";
import type { Markup } from "./markup.ts";
import type { Assets } from "../assets/assets.ts";
import { HASH_WORKER } from "../assets/assets.ts";
import { uploadWords } from "./upload-words.ts";
import { Button } from "./button.tsx";

export interface DropZoneProps {
  readonly language: Language;
  readonly assets: Assets;
  /** Takes each file as a raw POST (`receiveUpload`) and answers 201 with the file's `<FileRow>`, or a problem. */
  readonly uploadPath: string;
  /** Takes the multipart form where there is no JavaScript (`formParts`). */
  readonly fallbackPath: string;
  readonly limits: { readonly files: number; readonly fileBytes: number; readonly totalBytes: number };
  /** Name of the file field; default `files`. */
  readonly name?: string;
  /** Rows of the files that are already there. */
  readonly children?: Child;
}

/** Stands in a form with `enctype="multipart/form-data"`; the page loads the island `upload`. */
export function DropZone(props: DropZoneProps): Markup {
  const { language, assets, limits, name = "files" } = props;
  const words = textsFor(language).common.upload;
  return (
    <div
      data-island="upload"
      data-upload-path={props.uploadPath}
      data-worker={assets.url(HASH_WORKER)}
      data-file-bytes={String(limits.fileBytes)}
      data-words={JSON.stringify(uploadWords(language, limits.fileBytes))}
    >
      <div class="drop">
        <p class="with-script">
          {words.drop}{" "}
          <label class="pick" for={`${name}-input`}>
            {words.choose}
          </label>
        </p>
        <label class="without-script" for={`${name}-input`}>
          {words.chooseWithoutScript}
        </label>
        <input type="file" id={`${name}-input`} name={name} multiple aria-describedby={`${name}-limits`} />
        <p class="small" id={`${name}-limits`}>
          {words.limits(limits.files, bytesInWords(language, limits.totalBytes))}
        </p>
        <div class="without-script">
          <Button formAction={props.fallbackPath}>{words.sendFiles}</Button>
        </div>
      </div>
      <ul class="files" aria-label={words.list}>
        {props.children}
      </ul>
      <p class="vh" role="status" data-upload-status></p>
    </div>
  );
}
