// Somebody invented lives with the service in every way there is, through its doors, and everything comes to its end.

import { waitFor } from "@posthorn/testkit";
import { fillForm } from "../actors/fill-form.ts";
import { ask } from "../actors/hold-table.ts";
import type { TestStack } from "../actors/open-stack.ts";
import { canary } from "../secrecy/find-canaries.ts";
import { askForRights, workAtDesk } from "./ask-for-rights.ts";
import { joinCompany, leaveUnfinished, registerHolder, useAccount } from "./hold-accounts.ts";
import { collectAll, endAll, fetchProofs, writeToCanaries } from "./receive-letters.ts";
import { addressOf, closeAccount, lotte, open, PASSWORD, signIn } from "./use-portal.ts";

/** Everything happens and comes to its end; the accounts are closed when it returns. Moves the stack's clock by some three weeks. */
export async function liveAsCanary(stack: TestStack): Promise<void> {
  const holder = await registerHolder(stack);
  await leaveUnfinished(stack);
  const company = await joinCompany(stack);
  const deliveries = await writeToCanaries(stack);
  await useAccount(stack, holder, "holder");
  await useAccount(stack, company.member, "member");
  await askForRights(stack, holder);
  await collectAll(stack, deliveries);
  await fillForm(
    company.lotte,
    await open(stack, company.lotte, `/deliveries/${deliveries.codes}/hold`),
    "/hold",
    { ground: "dispute", reason: `Because of ${canary("holdreason")}.` },
  );
  await workAtDesk(stack);
  await fetchProofs(stack, deliveries);
  await endAll(stack, deliveries);
  await closeAccount(stack, await signIn(stack, addressOf("holderemail"), PASSWORD));
  await closeAccount(stack, await signIn(stack, lotte().email, lotte().password));
}

/** Every chain is closed and every mail is out: nothing would write of her any more. */
export async function allQuiet(stack: TestStack): Promise<void> {
  await waitFor("everything to be sealed and sent", async () => {
    const [left] = await ask<{ n: number }>(
      stack.ownerUrl,
      `SELECT (SELECT count(*) FROM delivery WHERE account_id = 'acc_SEED0VANDEWALLE' AND NOT chain_closed)::int
        + (SELECT count(*) FROM person_errand WHERE done_at IS NULL)::int + (SELECT count(*) FROM errand WHERE done_at IS NULL)::int AS n`,
    );
    return left?.n === 0 || undefined;
  });
}
