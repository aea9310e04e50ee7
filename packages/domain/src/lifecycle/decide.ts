// The lifecycle of a delivery: what a command does to it, by the domain rules alone. Pure: no clock, no I/O, no random.

import { acceptConsignment, refuseConsignment } from "./accept-consignment.ts";
import type { Decision, DeliveryCommand } from "./command.ts";
import { expireWindow } from "./expire-window.ts";
import { failNotice, giveUpNotice, reportSmsFailure } from "./fail-notice.ts";
import {
  callOffLetter,
  confirmPosted,
  confirmPrinted,
  failPost,
  releasePrint,
  returnToPrint,
} from "./post-letter.ts";
import { mendPostalAddress, repairContact } from "./repair-contact.ts";
import { giveUpCarrier, noteCarrier, reportCarrier } from "./report-carrier.ts";
import { standNotice, useNotice } from "./stand-notice.ts";
import type { DeliverySnapshot } from "./state.ts";

/**
 * The caller has locked the delivery's row; all that `done` names is durable in the same transaction or not at all. The
 * caller writes a round's `NotificationForAcceptance` itself, before the records of the decision.
 */
export function decide(snapshot: DeliverySnapshot, command: DeliveryCommand): Decision {
  switch (command.kind) {
    case "notice_stands":
      return standNotice(snapshot, command);
    case "notice_failed":
      return failNotice(snapshot, command);
    case "sms_failed":
      return reportSmsFailure(snapshot, command);
    case "notice_used":
      return useNotice(snapshot, command);
    case "repair_contact":
      return repairContact(snapshot, command);
    case "mend_postal_address":
      return mendPostalAddress(snapshot, command);
    case "accept":
      return acceptConsignment(snapshot, command);
    case "refuse":
      return refuseConsignment(snapshot, command);
    case "expire":
      return expireWindow(snapshot, command);
    case "give_up_notice":
      return giveUpNotice(snapshot, command);
    case "release_print":
      return releasePrint(snapshot, command);
    case "confirm_printed":
      return confirmPrinted(snapshot, command);
    case "return_to_print":
      return returnToPrint(snapshot, command);
    case "confirm_posted":
      return confirmPosted(snapshot, command);
    case "fail_post":
      return failPost(snapshot, command);
    case "call_off_letter":
      return callOffLetter(snapshot, command);
    case "carrier_reports":
      return reportCarrier(snapshot, command);
    case "carrier_notes":
      return noteCarrier(snapshot, command);
    case "give_up_carrier":
      return giveUpCarrier(snapshot, command);
  }
}
