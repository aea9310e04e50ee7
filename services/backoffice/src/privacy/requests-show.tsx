// One request at the privacy desk: what is known of it, and the acts that bring it to its answer.

import { AppError, type FieldError } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import {
  acceptAuthority,
  answerRequest,
  askForIdentity,
  bookWithdrawal,
  carryOutRequest,
  chooseSubject,
  extendRequest,
  findSubjects,
  type FoundSubjects,
  judgeDocument,
  liftRestriction,
  removeSubject,
  sendKnownCode,
  type SubjectTerms,
  tellRestrictionEnds,
  tellSenders,
  viewRequest,
} from "@posthorn/usecases";
import { readForm, type WebContext } from "@posthorn/web";
import type { BackofficeRoutes } from "../routes.ts";
import { confirmInForm } from "../session/confirm-in-form.ts";
import type { Reader } from "../session/staff-sessions.ts";
import { requestPage } from "./requests-page.tsx";

export const REQUEST_DONE = [
  "booked",
  "file",
  "chosen",
  "removed",
  "authority",
  "identity",
  "letter",
  "code",
  "extended",
  "told",
  "answered",
  "carried",
  "withdrawn",
  "lift_told",
  "lifted",
] as const;
export type RequestDone = (typeof REQUEST_DONE)[number];

/** What became of the act that a page answers. */
export interface RequestAnswer {
  readonly done?: RequestDone;
  /** The act's name, as the end of its address. */
  readonly act?: string;
  readonly typed?: URLSearchParams;
  readonly terms?: SubjectTerms;
  readonly found?: FoundSubjects;
  readonly errors?: readonly FieldError[];
  /** What refused the passkey, in words. */
  readonly refusal?: string;
  /** Why the act was not done, in words. */
  readonly problem?: string;
  readonly fileProblem?: string;
  readonly status?: 400 | 401 | 403 | 409 | 413 | 429;
}

type Act = (reader: Reader, requestId: string, form: URLSearchParams) => Promise<RequestDone>;

export const requestRoutes: BackofficeRoutes = (app, deps, sessions) => {
  const { ctx } = deps;
  const one = (form: URLSearchParams, name: string) => form.get(name) ?? "";

  app.get("/privacy/requests/:request", async (c) => {
    const reader = await sessions.requireReader(c, "privacy_officer");
    await deps.tries.lookUps.consume(reader.staff.staffId);
    const done = REQUEST_DONE.find((each) => each === c.req.query("done"));
    return show(c, reader, done === undefined ? {} : { done });
  });

  app.post("/privacy/requests/:request/find", async (c) => {
    const asked = await sessions.requireOfficer(c, "privacy_officer");
    const form = await readForm(c);
    await deps.tries.lookUps.consume(asked.staff.staffId);
    const { reader, refused } = await confirmInForm(c, deps, asked, form);
    const terms: SubjectTerms = {
      email: one(form, "email"),
      mobile: one(form, "mobile"),
      name: one(form, "name"),
      postcode: one(form, "postcode"),
    };
    if (refused)
      return show(c, reader, { act: "find", terms, refusal: refused.words, status: refused.status });
    try {
      const found = await findSubjects(ctx, reader, { requestId: c.req.param("request"), terms });
      return await show(c, reader, { act: "find", terms, found });
    } catch (error) {
      const answer = answerTo(c, error);
      if (answer === null) throw error;
      return show(c, reader, { ...answer, act: "find", terms });
    }
  });

  const acts: Readonly<Record<string, Act>> = {
    choose: async (reader, requestId, form) => {
      await chooseSubject(ctx, reader, {
        requestId,
        personId: one(form, "person") === "" ? null : one(form, "person"),
        deliveryIds: form.getAll("delivery"),
        otherNames: form.get("other_names") === "on",
      });
      return "chosen";
    },
    remove: async (reader, requestId, form) => {
      await removeSubject(ctx, reader, { requestId, id: one(form, "id") });
      return "removed";
    },
    identity: async (reader, requestId, form) => {
      await judgeDocument(ctx, reader, { requestId, fits: readVerdict(form) });
      return "identity";
    },
    authority: async (reader, requestId) => {
      await acceptAuthority(ctx, reader, { requestId });
      return "authority";
    },
    "ask-identity": async (reader, requestId) => {
      await askForIdentity(ctx, reader, { requestId });
      return "letter";
    },
    "send-code": async (reader, requestId, form) => {
      await sendKnownCode(ctx, reader, { requestId, email: one(form, "address") });
      return "code";
    },
    extend: async (reader, requestId, form) => {
      await extendRequest(ctx, reader, { requestId, reason: one(form, "reason") });
      return "extended";
    },
    senders: async (reader, requestId) => {
      await tellSenders(ctx, reader, { requestId });
      return "told";
    },
    answer: async (reader, requestId, form) => {
      const [answer, grounds, words] = [one(form, "answer"), form.getAll("grounds"), one(form, "words")];
      await answerRequest(ctx, reader, { requestId, answer, grounds, words });
      return "answered";
    },
    "carry-out": async (reader, requestId, form) => {
      await carryOutRequest(ctx, reader, { requestId, note: one(form, "note") });
      return "carried";
    },
    withdraw: async (reader, requestId) => {
      await bookWithdrawal(ctx, reader, { requestId });
      return "withdrawn";
    },
    "tell-lift": async (reader, requestId) => {
      await tellRestrictionEnds(ctx, reader, { requestId });
      return "lift_told";
    },
    lift: async (reader, requestId) => {
      await liftRestriction(ctx, reader, { requestId });
      return "lifted";
    },
  };

  for (const [name, act] of Object.entries(acts))
    app.post(`/privacy/requests/:request/${name}`, async (c) => {
      const requestId = c.req.param("request") ?? "";
      const asked = await sessions.requireOfficer(c, "privacy_officer");
      const form = await readForm(c);
      const { reader, refused } = await confirmInForm(c, deps, asked, form);
      const typed = { act: name, typed: form };
      if (refused) return show(c, reader, { ...typed, refusal: refused.words, status: refused.status });
      try {
        const done = await act(reader, requestId, form);
        return c.redirect(`/privacy/requests/${requestId}?done=${done}`, 303);
      } catch (error) {
        const answer = answerTo(c, error);
        if (answer === null) throw error;
        return show(c, reader, { ...answer, ...typed });
      }
    });

  async function show(c: WebContext, reader: Reader, answer: RequestAnswer): Promise<Response> {
    const before = /^[1-9][0-9]{0,14}$/.exec(c.req.query("before") ?? "")?.[0];
    const detail = await viewRequest(
      ctx,
      reader,
      c.req.param("request") ?? "",
      before ? Number(before) : null,
    );
    return requestPage(c, reader, detail, answer);
  }
};

/** Errors: bad_request `rights_answer_invalid` with the field `verdict`. */
function readVerdict(form: URLSearchParams): boolean {
  const verdict = form.get("verdict");
  if (verdict !== "fits" && verdict !== "not")
    throw new AppError("bad_request", "rights_answer_invalid", {
      fields: [{ path: "verdict", code: "choose" }],
    });
  return verdict === "fits";
}

const INVALID = new Set([
  "rights_answer_invalid",
  "rights_file_invalid",
  "rights_note_invalid",
  "rights_search_invalid",
  "reason_invalid",
]);

/** Null for what has a page of its own. */
export function answerTo(c: WebContext, error: unknown): RequestAnswer | null {
  if (!(error instanceof AppError)) return null;
  if (INVALID.has(error.code)) return { errors: error.fields, status: 400 };
  const { backoffice, rights } = textsFor(c.get("language"));
  if (error.code === "staff_not_fresh") return { problem: backoffice.confirm.lapsed, status: 403 };
  const { refusals } = rights.desk;
  const problem = Object.entries(refusals).find(([name]) => name === error.code)?.[1];
  return problem === undefined ? null : { problem, status: 409 };
}
