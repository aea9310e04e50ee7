// itsme and cards as a way to confirm: for whoever has linked one.

import { textsFor } from "@posthorn/texts";
import { listIdentities } from "@posthorn/usecases";
import type { ConfirmWay } from "../confirm/confirm.tsx";
import { SmallWays } from "./choose-way.tsx";

export const identityConfirmWay: ConfirmWay = async ({ deps, member, frame, next }) => {
  const { linked } = await listIdentities(deps.ctx, member.personId);
  const { itsme, eid } = deps.identification.ways;
  const ways = {
    ...(itsme && linked.some(({ method }) => method === "itsme") ? { itsme } : {}),
    ...(eid && linked.some(({ method }) => method === "eid") ? { eid } : {}),
  };
  const heading = textsFor(frame.language).identify.confirm.or;
  return <SmallWays frame={frame} ways={ways} at="/confirm" next={next} heading={heading} />;
};
