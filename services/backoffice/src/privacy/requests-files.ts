// Papers in, papers, letters and exports out: as files, none of them shown or run inside our pages.

import { AppError } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import {
  DESK_FILE_KINDS,
  exportRequest,
  keepRequestFile,
  openLetter,
  openRequestFile,
  REQUEST_FILE_BYTES,
  viewRequest,
} from "@posthorn/usecases";
import { readForm, sendAttachment, streamOf } from "@posthorn/web";
import { readPosted } from "../letters/file-field.tsx";
import type { BackofficeRoutes } from "../routes.ts";
import { requestPage } from "./requests-page.tsx";
import { answerTo } from "./requests-show.tsx";

export const requestFileRoutes: BackofficeRoutes = (app, deps, sessions) => {
  const { ctx } = deps;

  app.post("/privacy/requests/:request/files", async (c) => {
    const reader = await sessions.requireOfficer(c, "privacy_officer");
    const requestId = c.req.param("request");
    const words = textsFor(c.get("language")).rights.desk.files;
    try {
      const { fields, bytes, name } = await readPosted(c, REQUEST_FILE_BYTES);
      if (bytes === null) throw new AppError("bad_request", "no_file");
      const kind = DESK_FILE_KINDS.find((each) => each === fields.get("kind")) ?? "letter";
      await keepRequestFile(ctx, deps.requests.files, reader, {
        requestId,
        kind,
        name: name ?? words.kinds[kind],
        arrivedOn: fields.get("arrived_on") ?? "",
        source: whole(bytes),
      });
      return c.redirect(`/privacy/requests/${requestId}?done=file`, 303);
    } catch (error) {
      const fileProblem = problemOf(error, words.refused);
      const answer = answerTo(c, error);
      if (fileProblem === null && answer === null) throw error;
      const detail = await viewRequest(ctx, reader, requestId);
      return requestPage(
        c,
        reader,
        detail,
        fileProblem === null ? (answer ?? {}) : { fileProblem, status: 400 },
      );
    }
  });

  app.get("/privacy/requests/:request/files/:file", async (c) => {
    const reader = await sessions.requireReader(c, "privacy_officer");
    await deps.tries.lookUps.consume(reader.staff.staffId);
    const opened = await openRequestFile(ctx, deps.requests.files, reader, {
      requestId: c.req.param("request"),
      fileId: c.req.param("file"),
    });
    return sendAttachment(c, streamOf(opened.stream()), {
      filename: opened.name,
      type: opened.type,
      size: opened.size,
    });
  });

  app.get("/privacy/requests/:request/letters/:event", async (c) => {
    const reader = await sessions.requireReader(c, "privacy_officer");
    const eventId = /^[1-9][0-9]{0,14}$/.exec(c.req.param("event"))?.[0];
    if (eventId === undefined) throw new AppError("not_found", "document_unknown");
    const letter = await openLetter(ctx, reader, {
      requestId: c.req.param("request"),
      eventId: Number(eventId),
    });
    const pdf = Uint8Array.from(await deps.requests.letter(letter));
    return sendAttachment(c, pdf, {
      filename: `${letter.number}-${letter.letter}.pdf`,
      type: "application/pdf",
      size: pdf.length,
    });
  });

  app.post("/privacy/requests/:request/export", async (c) => {
    const reader = await sessions.requireOfficer(c, "privacy_officer");
    await readForm(c);
    await deps.tries.openings.consume(reader.staff.staffId);
    const requestId = c.req.param("request");
    try {
      const made = await exportRequest(ctx, { paperOf: deps.requests.overview }, reader, { requestId });
      return sendAttachment(c, streamOf(deps.letters.files.zip(made.entries(), made.madeAt)), {
        filename: `${made.number}.zip`,
        type: "application/zip",
      });
    } catch (error) {
      const answer = answerTo(c, error);
      if (answer === null) throw error;
      return requestPage(c, reader, await viewRequest(ctx, reader, requestId), { ...answer, act: "export" });
    }
  });
};

/** Why a file was not taken, in words; null for errors that are about something else. */
function problemOf(error: unknown, words: Readonly<Record<string, string>>): string | null {
  if (!(error instanceof AppError)) return null;
  return words[error.code] ?? (error.code.startsWith("part_") ? (words["damaged"] ?? null) : null);
}

async function* whole(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
