// A field for one file, and its bytes as they arrive.

import { AppError } from "@posthorn/domain";
import { type FilePart, formParts, type Markup, type WebContext } from "@posthorn/web";

export interface FileFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly accept: string;
}

/** Stands in a form with `enctype="multipart/form-data"`. */
export function FileField({ name, label, hint, accept }: FileFieldProps): Markup {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <input
        class="input"
        type="file"
        id={name}
        name={name}
        accept={accept}
        aria-describedby={`${name}-hint`}
      />
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
    </div>
  );
}

export interface Posted {
  readonly fields: ReadonlyMap<string, string>;
  /** Null where no file was chosen. */
  readonly bytes: Uint8Array | null;
  /** As the browser calls it; null where no file was chosen. */
  readonly name: string | null;
}

/** Reads a form with at most one file. Errors: too_large `file_too_large`; those of `formParts`. */
export async function readPosted(c: WebContext, fileBytes: number): Promise<Posted> {
  const fields = new Map<string, string>();
  let bytes: Uint8Array | null = null;
  let name: string | null = null;
  try {
    for await (const part of formParts(c, {
      files: 1,
      fileBytes,
      totalBytes: fileBytes + 262_144,
      fields: 10,
    })) {
      if (part.kind === "field") fields.set(part.name, part.value);
      else if (part.filename !== "") {
        name = part.filename;
        bytes = await bytesOf(part);
      }
    }
  } catch (error) {
    if (error instanceof AppError && error.code === "body_too_large")
      throw new AppError("too_large", "file_too_large", { cause: error });
    throw error;
  }
  return { fields, bytes, name };
}

async function bytesOf(part: FilePart): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of part.body) chunks.push(chunk);
  return Buffer.concat(chunks);
}
