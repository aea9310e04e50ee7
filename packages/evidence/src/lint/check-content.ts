// Content: only for the addressee who accepted, after his acceptance was stamped, handed over once.

import { before, type Chain, finding, type LintFinding, ofType, precedes, unless } from "./chain.ts";

const CONSIGNED = ["ContentConsignment", "ContentConsignmentFailure"];
const FLOWS = ["ContentHandover", "ContentHandoverFailure", "ContentAccessTracking"];

export function contentFollowsAcceptance(chain: Chain): readonly LintFinding[] {
  const acceptance = ofType(chain, "ConsignmentAcceptance")[0];
  const consignment = ofType(chain, "ContentConsignment")[0];
  return [
    ...ofType(chain, ...CONSIGNED, ...FLOWS).flatMap((step) => [
      ...unless(
        precedes(chain, step, ["ConsignmentAcceptance"]),
        "content_without_acceptance",
        step,
        "nobody had accepted",
      ),
      ...unless(
        acceptance === undefined || !before(step.eventAt, acceptance.eventAt),
        "content_without_acceptance",
        step,
        "happened before the acceptance",
      ),
    ]),
    ...ofType(chain, ...FLOWS).flatMap((step) => [
      ...unless(
        precedes(chain, step, ["ContentConsignment"]),
        "content_without_consignment",
        step,
        "content flowed before it was put at the addressee's disposal",
      ),
      ...unless(
        consignment === undefined || !before(step.eventAt, consignment.eventAt),
        "content_without_consignment",
        step,
        "happened before the consignment",
      ),
    ]),
  ];
}

/** The one exception is an acceptance after the window and before printing, which `act_out_of_time` judges. */
export function nothingAfterExpiry(chain: Chain): readonly LintFinding[] {
  const expiry = ofType(chain, "AcceptanceRejectionExpiry", "ConsignmentRejection")[0];
  if (!expiry) return [];
  return ofType(chain, ...CONSIGNED, ...FLOWS).flatMap((step) => {
    const accepted = ofType(chain, "ConsignmentAcceptance").some(
      ({ facts }) => facts.reasons?.includes("own:after_window_before_printing") === true,
    );
    return unless(
      step.facts.seq < expiry.facts.seq || accepted,
      "handover_after_end",
      step,
      `content after ${expiry.facts.type}`,
    );
  });
}

export function handedOverOnce(chain: Chain): readonly LintFinding[] {
  const [handover, ...again] = ofType(chain, "ContentHandover");
  if (!handover) return [];
  const broken = ofType(chain, "ContentHandoverFailure").filter(
    ({ facts }) => facts.seq > handover.facts.seq,
  );
  return [
    ...again.map((step) => finding("handed_over_twice", step, "handed over before")),
    ...broken.map((step) => finding("handed_over_twice", step, "broken off after it was handed over whole")),
    ...ofType(chain, ...CONSIGNED)
      .slice(1)
      .map((step) => finding("handed_over_twice", step, "consigned before")),
  ];
}
