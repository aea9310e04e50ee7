// What went wrong at itsme or with an identity card, in English: by the stable code, on the portal and on the collect site alike.

import { cardFailures } from "../card-failures.ts";
import type { ProblemText } from "./errors.ts";
import { webEid } from "./web-eid.ts";

export const identificationFailures = {
  ...cardFailures(webEid.refusals, {
    title: "Your card was not accepted",
    next: "Try again, or choose another way to identify yourself. Nothing was changed.",
  }),
  itsme_unavailable: {
    title: "itsme does not answer",
    happened: "We could not reach itsme, or it took too long. That is not your fault. Nothing was changed.",
    next: "Try again in a minute, or choose another way to identify yourself.",
  },
  itsme_answer_refused: {
    title: "The answer of itsme was not accepted",
    happened:
      "What came back from itsme did not fit the question that we asked, or came too late. Nothing was changed.",
    next: "Start again. If it happens again, choose another way to identify yourself.",
  },
  identification_cancelled: {
    title: "You were not identified",
    happened: "You turned back, or did not answer in time. Nothing was changed.",
    next: "You can start again, or choose another way to identify yourself.",
  },
  identification_try_unknown: {
    title: "This try cannot be continued",
    happened:
      "It was begun in another browser, is too old, or was already finished. What itsme or your card answered was not used.",
    next: "Start again, and stay in the same browser until the end.",
  },
  identification_way_unknown: {
    title: "This way is not offered",
    happened: "You cannot identify yourself in this way here.",
    next: "Go back and choose one of the ways that are shown.",
  },
} satisfies Record<string, ProblemText>;
