// Holds and what is kept until when, as others may call it.

export { askHold, type HoldAsker } from "./ask-hold.ts";
export { endHolds } from "./end-holds.ts";
export { CONTENT_DAYS, keepContent } from "./keep-content.ts";
export { askLift, confirmLift, withdrawLift } from "./lift-hold.ts";
export { type FallingLine, listFalling } from "./list-falling.ts";
export { countAskedHolds, type DeskHoldLine, HOLD_STATES, type HoldState, listHolds } from "./list-holds.ts";
export { listOwnHolds, type OwnHold } from "./own-holds.ts";
export { placeAskedHold, placeOwnHold, refuseHold } from "./place-hold.ts";
export { renewHold } from "./renew-hold.ts";
export { renewStamps } from "./renew-stamps.ts";
export { tellFalling } from "./tell-falling.ts";
export { type HoldView, viewHold } from "./view-hold.ts";
export { type KeptLine, type KeptView, viewKeptDelivery, viewKeptMessage } from "./view-kept.ts";
