// One hold at the privacy desk, and the acts upon it: placed or refused, renewed, lifted by two.

import {
  askLift,
  confirmLift,
  type HoldView,
  placeAskedHold,
  refuseHold,
  renewHold,
  viewHold,
  withdrawLift,
} from "@posthorn/usecases";
import { textsFor } from "@posthorn/texts";
import { readForm, type WebContext } from "@posthorn/web";
import type { BackofficeRoutes } from "../routes.ts";
import { confirmInForm } from "../session/confirm-in-form.ts";
import type { Reader } from "../session/staff-sessions.ts";
import { answerTo } from "./holds-answer.tsx";
import { HOLDS_PATH } from "./holds-list.tsx";
import { holdPage } from "./holds-page.tsx";

const PATH = `${HOLDS_PATH}/:hold` as const;
const DONE = ["placed", "refused", "renewed", "lift_asked", "lift_withdrawn", "lifted"] as const;
type Done = (typeof DONE)[number];
const FIELDS = ["ends_on", "words", "refusal", "new_end", "reason", "lift_reason"] as const;
type Typed = Readonly<Record<(typeof FIELDS)[number], string>>;

export const holdRoutes: BackofficeRoutes = (app, deps, sessions) => {
  app.get(PATH, async (c) => {
    const reader = await sessions.requireReader(c, "privacy_officer");
    const view = await viewHold(deps.ctx, reader, c.req.param("hold"));
    const done = DONE.find((each) => each === c.req.query("done"));
    const words = textsFor(c.get("language")).holds.desk;
    return holdPage(c, reader, view, done === undefined ? {} : { done: words.done[done] });
  });

  app.post(`${PATH}/place`, (c) =>
    act(c, c.req.param("hold"), "place", async (reader, holdId, { ends_on: endsOn, words }) => {
      await placeAskedHold(deps.ctx, reader, { holdId, endsOn, words });
      return "placed";
    }),
  );
  app.post(`${PATH}/refuse`, (c) =>
    act(c, c.req.param("hold"), "refuse", async (reader, holdId, { refusal: words }) => {
      await refuseHold(deps.ctx, reader, { holdId, words });
      return "refused";
    }),
  );
  app.post(`${PATH}/renew`, (c) =>
    act(c, c.req.param("hold"), "renew", async (reader, holdId, { new_end: endsOn, reason }) => {
      await renewHold(deps.ctx, reader, { holdId, endsOn, reason });
      return "renewed";
    }),
  );
  app.post(`${PATH}/lift`, (c) =>
    act(c, c.req.param("hold"), "lift", async (reader, holdId, { lift_reason: reason }) => {
      await askLift(deps.ctx, reader, { holdId, reason });
      return "lift_asked";
    }),
  );
  app.post(`${PATH}/lift/second`, (c) =>
    act(c, c.req.param("hold"), "second", async (reader, holdId) => {
      await confirmLift(deps.ctx, reader, holdId);
      return "lifted";
    }),
  );
  app.post(`${PATH}/lift/withdraw`, (c) =>
    act(c, c.req.param("hold"), "withdraw", async (reader, holdId) => {
      await withdrawLift(deps.ctx, reader, holdId);
      return "lift_withdrawn";
    }),
  );

  /** What was typed stands on the page again where the act was not done. */
  async function act(
    c: WebContext,
    holdId: string,
    name: string,
    run: (reader: Reader, holdId: string, typed: Typed) => Promise<Done>,
  ): Promise<Response> {
    const asked = await sessions.requireOfficer(c, "privacy_officer");
    const form = await readForm(c);
    const typed = Object.fromEntries(FIELDS.map((field) => [field, form.get(field) ?? ""])) as Typed;
    const { reader, refused } = await confirmInForm(c, deps, asked, form);
    const view = (): Promise<HoldView> => viewHold(deps.ctx, reader, holdId);
    if (refused)
      return holdPage(c, reader, await view(), {
        act: name,
        typed,
        refusal: refused.words,
        status: refused.status,
      });
    try {
      return c.redirect(`${HOLDS_PATH}/${holdId}?done=${await run(reader, holdId, typed)}`, 303);
    } catch (error) {
      const answer = answerTo(c, error, textsFor(c.get("language")).holds.desk.problems);
      if (answer === null) throw error;
      const errors = (answer.errors ?? []).map((one) =>
        // Two forms of the page ask for a day.
        name === "renew" && one.path === "ends_on" ? { ...one, path: "new_end" } : one,
      );
      return holdPage(c, reader, await view(), {
        ...answer,
        ...(errors.length === 0 ? {} : { errors }),
        act: name,
        typed,
      });
    }
  }
};
