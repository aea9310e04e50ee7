// Which deliveries wait to be printed, in the words of the database: those that are in no batch now.

import { sql } from "@posthorn/db";
import { brusselsDay, endOfDay, POSTING_WORKING_DAYS, workingDaysAfter } from "@posthorn/domain";

/** Of `delivery`: waits, and nobody is making its letter. */
export const WAITS = sql<boolean>`delivery.state = 'to_print' AND NOT EXISTS (
  SELECT FROM print_job j WHERE j.delivery_id = delivery.id AND j.state NOT IN ('dropped', 'fallen_out'))`;

/** Of `delivery`: no letter can be made, or the carrier has refused it. */
export const HAS_PROBLEM = sql<boolean>`(delivery.street IS NULL OR delivery.address_problem IS NOT NULL)`;

/** Of `delivery`: the sender can mend it no more, so that a problem keeps it only as long as the desk does not try again. */
export const RELEASED = sql<boolean>`delivery.print_released_at IS NOT NULL`;

/** Of `delivery`: was in a batch before, and came back. */
export const FELL_OUT = sql<boolean>`EXISTS (
  SELECT FROM print_job j WHERE j.delivery_id = delivery.id AND j.state = 'fallen_out')`;

/** Days left from which on a letter is shown as one to post soon. */
export const SOON_DAYS = 2;

/** Letters that began to wait before this instant have their last day within `SOON_DAYS`. */
export function soonBefore(now: Temporal.Instant): Temporal.Instant {
  const limit = brusselsDay(now).add({ days: SOON_DAYS });
  let day = brusselsDay(now);
  while (Temporal.PlainDate.compare(workingDaysAfter(day, POSTING_WORKING_DAYS), limit) > 0)
    day = day.subtract({ days: 1 });
  return endOfDay(day);
}
