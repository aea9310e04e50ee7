// Who asks by the public form shows with itsme or a card who he is: where the names agree the request is complete (GDPR art. 12(6)).

import { transact } from "@posthorn/db";
import { type AuthenticatedIdentity, firstNameReadings, foldName, matchIdentity } from "@posthorn/domain";
import type { Context } from "../context.ts";
import { logUse } from "../record/log-use.ts";
import { noteRequestEvent, type RightsRequestRow } from "./ask-request.ts";
import type { PublicAct } from "./ask-publicly.ts";
import { completeRequest, lockOpen, type RequestConfirmed } from "./confirm-request.ts";

/**
 * Of another name the request keeps that one answered and when, and nothing else of him; it stays open. Errors: not_found
 * `rights_request_unknown`.
 */
export async function confirmRequestByIdentity(
  ctx: Context,
  shown: PublicAct & { readonly requestId: string; readonly identity: AuthenticatedIdentity },
): Promise<Exclude<RequestConfirmed, { readonly kind: "wrong" }> | { readonly kind: "name_differs" }> {
  const { requestId, identity, visitor, arrivedAt: at } = shown;
  return transact(ctx.db, { rightsRequest: requestId }, async (trx) => {
    const row = await lockOpen(trx, requestId);
    const agree = namesAgree(row, identity);
    await trx
      .updateTable("rights_request")
      .set({
        shown_by: identity.method,
        shown_issuer: identity.issuer,
        shown_level: identity.level ?? null,
        shown_at: identity.authenticatedAt,
        names_agree: agree,
        shown_name: agree ? `${identity.givenNames ?? ""} ${identity.familyName}`.trim() : null,
      })
      .where("id", "=", requestId)
      .execute();
    const act = agree ? "rights_identity_shown" : "rights_identity_differs";
    await logUse(trx, ctx, { act, at, visitor, subject: requestId });
    if (agree) return completeRequest(trx, ctx, row, { by: identity.method, at });
    await noteRequestEvent(trx, { requestId, at, event: "name_differs", words: identity.method });
    return { kind: "name_differs" };
  });
}

/** With the name of who asks: on behalf of another his own, of which the form has one line. */
function namesAgree(row: RightsRequestRow, identity: AuthenticatedIdentity): boolean {
  if (row.on_behalf_name === null)
    return (
      matchIdentity({ familyName: row.name, firstNames: row.first_names ?? "" }, identity).kind === "matched"
    );
  const typed = foldName(row.on_behalf_name);
  const family = foldName(identity.familyName);
  return firstNameReadings(identity.givenNames ?? "").some((first) =>
    [first + family, family + first].includes(typed),
  );
}
