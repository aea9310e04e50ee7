// Takes documents of an application in as they arrive, and takes them out again.

import { AppError } from "@posthorn/domain";
import { problemText, textsFor } from "@posthorn/texts";
import {
  addApplicationDocument,
  DOCUMENT_BYTES,
  DOCUMENT_KINDS,
  type DocumentPorts,
  removeApplicationDocument,
  type SessionMember,
} from "@posthorn/usecases";
import { type FilePart, formParts, type WebContext } from "@posthorn/web";
import type { PortalDeps } from "../deps.ts";
import type { PortalRoutes } from "../routes.ts";
import { visitorOf } from "../session/visitor.ts";
import { showApplication } from "./application.tsx";
import { APPLICATION_PATH, DOCUMENTS_PATH } from "./paths.ts";

const LIMITS = {
  files: 1,
  fileBytes: DOCUMENT_BYTES,
  totalBytes: DOCUMENT_BYTES + 65_536,
  fields: 10,
  fieldBytes: 1_000,
};
const REFUSALS_OF_A_FILE = new Set(["bad_request", "too_large"]);

export const documentRoutes: PortalRoutes = (app, deps, sessions) => {
  app.post(DOCUMENTS_PATH, async (c) => {
    const member = await sessions.require(c);
    const posted = { kind: "" };
    try {
      const taken = await takeFile(c, deps, member, posted);
      if (taken) return c.redirect(`${APPLICATION_PATH}?done=added#documents`, 303);
      return await refused(textsFor(c.get("language")).registration.application.documents.noFile);
    } catch (error) {
      const isOfFile =
        error instanceof AppError &&
        (REFUSALS_OF_A_FILE.has(error.kind) || error.code === "too_many_documents");
      if (!isOfFile) throw error;
      return refused(reasonOf(c, error));
    }

    function refused(words: string): Promise<Response> {
      return showApplication(c, deps, member, { refused: { kind: posted.kind, words } });
    }
  });

  app.post(`${DOCUMENTS_PATH}/:document/remove`, async (c) => {
    const applicant = await sessions.require(c);
    await removeApplicationDocument(deps.ctx, deps, {
      applicant,
      documentId: c.req.param("document"),
      visitor: visitorOf(c),
      arrivedAt: deps.arrivedAt(),
    });
    return c.redirect(`${APPLICATION_PATH}?done=removed#documents`, 303);
  });
};

/** Whether the form brought a file: the kind comes before it. */
async function takeFile(
  c: WebContext,
  deps: PortalDeps,
  applicant: SessionMember,
  posted: { kind: string },
): Promise<boolean> {
  let taken = false;
  for await (const part of formParts(c, LIMITS)) {
    if (part.kind === "field") {
      if (part.name === "kind") posted.kind = part.value;
    } else if (part.filename !== "") {
      await add(c, deps, applicant, posted.kind, part);
      taken = true;
    }
  }
  return taken;
}

async function add(
  c: WebContext,
  deps: PortalDeps,
  applicant: SessionMember,
  posted: string,
  file: FilePart,
): Promise<void> {
  const kind = DOCUMENT_KINDS.find((known) => known === posted);
  if (!kind) throw new AppError("bad_request", "document_kind_unknown");
  const ports: DocumentPorts = {
    content: deps.content,
    inspection: deps.inspection,
    newContentKey: () => deps.sealing.newContentKey(),
    mandateWrapping: deps.registration.mandateWrapping,
  };
  await addApplicationDocument(deps.ctx, ports, {
    applicant,
    kind,
    name: file.filename,
    source: file.body,
    visitor: visitorOf(c),
    arrivedAt: deps.arrivedAt(),
  });
}

function reasonOf(c: WebContext, error: AppError): string {
  const language = c.get("language");
  const words = textsFor(language).registration.application.documents.refused;
  if (error.kind === "too_large") return words.file_too_large;
  return Object.hasOwn(words, error.code)
    ? words[error.code as keyof typeof words]
    : problemText(language, error).happened;
}
