// Gives a browser under test what the Web eID extension gives: messages answered on the page's window, signed by a card in this process.

import type { BrowserContext } from "playwright-core";
import type { StandInCard } from "./issue-card.ts";
import { signWebEid } from "./sign-web-eid.ts";

/** What the person does: identify with this card, or the code of a failure, as `ERR_WEBEID_USER_CANCELLED`. */
export type WebEidAct = StandInCard | `ERR_WEBEID_${string}`;

export interface InstalledWebEid {
  /** From now on this card, or this failure. */
  choose(act: WebEidAct): void;
}

const BINDING = "posthornSignWithCard";

/** For pages opened afterwards. The origin that is signed for is the frame's own, as with the real extension. */
export async function installWebEid(context: BrowserContext, first: WebEidAct): Promise<InstalledWebEid> {
  let act = first;
  await context.exposeBinding(BINDING, ({ frame }, nonce: string) => {
    if (typeof act === "string") return { code: act };
    return signWebEid(act, { nonce, origin: new URL(frame.url()).origin });
  });
  await context.addInitScript(listen, BINDING);
  return {
    choose(next) {
      act = next;
    },
  };
}

/** Runs in the page. */
function listen(binding: string): void {
  addEventListener("message", ({ data, origin }: MessageEvent<Record<string, unknown> | null>) => {
    const action = data?.["action"];
    if (origin !== location.origin || typeof action !== "string") return;
    if (action !== "web-eid:status" && action !== "web-eid:authenticate") return;
    const say = (end: string, fields: object) =>
      postMessage({ action: `${action}-${end}`, ...fields }, location.origin);
    say("ack", {});
    if (action === "web-eid:status") {
      say("success", { extension: "2.2.1", nativeApp: "2.7.0" });
      return;
    }
    const bindings = globalThis as unknown as Readonly<
      Record<string, (nonce: unknown) => Promise<Readonly<Record<string, unknown>>>>
    >;
    void bindings[binding]?.(data?.["challengeNonce"]).then((answer) => {
      if ("code" in answer) say("failure", { error: { code: answer["code"], message: "stand-in" } });
      else say("success", answer);
    });
  });
}
