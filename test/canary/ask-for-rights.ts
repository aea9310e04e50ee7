// As somebody who asks about her data: by the open form, signed in, and by letter; and what the privacy desk does about it.

import { openDatabase, urlForRole } from "@posthorn/db";
import { newId } from "@posthorn/runtime";
import { createVisitor, rolePassword, TEST_SETTINGS, type Visitor } from "@posthorn/testkit";
import { answerRequest, bookInRequest, findSubjects, refuseHold, type StaffReader } from "@posthorn/usecases";
import { fillForm } from "../actors/fill-form.ts";
import { ask } from "../actors/hold-table.ts";
import type { TestStack } from "../actors/open-stack.ts";
import { canary, canaryMobile, canaryName } from "../secrecy/find-canaries.ts";
import { addressOf, open } from "./use-portal.ts";

/** By the form that is open to all, and signed in. */
export async function askForRights(stack: TestStack, holder: Visitor): Promise<void> {
  const visitor = createVisitor({ language: "en" });
  const code = await fillForm(visitor, await open(stack, visitor, "/rights?lang=en"), "/rights", {
    kind: "access",
    words: `I ask for ${canary("rightswords")}.`,
    first_names: canaryName("rightsfirst"),
    name: canaryName("rightslast"),
    email: addressOf("rightsemail"),
    behalf_name: "",
  });
  const mail = await stack.post.mailTo(addressOf("rightsemail"), {
    matches: ({ codes }) => codes.length > 0,
  });
  await fillForm(visitor, code, new URL(code.url).pathname, { code: mail.codes[0] ?? "" });
  await fillForm(holder, await open(stack, holder, "/me/requests/new?kind=access"), "/me/requests", {
    kind: "access",
    words: `I want ${canary("ownrightswords")}.`,
  });
}

/** The privacy officer looks the asker up, answers him, and refuses the hold; a letter of somebody is booked in. */
export async function workAtDesk(stack: TestStack): Promise<void> {
  const officer = stack.staff.find(({ role }) => role === "privacy_officer");
  const url = urlForRole(stack.ownerUrl, "backoffice", rolePassword(stack.ownerUrl));
  const db = openDatabase({ url, service: "backoffice", max: 2 });
  const ctx = { db, service: "backoffice", newId, settings: TEST_SETTINGS } as const;
  const reader = (): StaffReader => ({
    staff: {
      staffId: officer?.id ?? "",
      roles: ["privacy_officer"],
      freshUntil: stack.clock.now().add({ minutes: 5 }),
    },
    visitor: { ip: "127.0.0.1", userAgent: "desk", language: "en" },
    arrivedAt: stack.clock.now(),
  });
  try {
    await bookInRequest(ctx, reader(), {
      kind: "erasure",
      name: canaryName("bookedlast"),
      firstNames: canaryName("bookedfirst"),
      email: addressOf("bookedemail"),
      postalAddress: `${canaryName("bookedstreet")} 1\n9000 GENT`,
      language: "en",
      words: canary("bookedwords"),
      receivedOn: stack.clock.now().toZonedDateTimeISO("Europe/Brussels").toPlainDate().toString(),
      onBehalfName: canaryName("behalfname"),
      onBehalfAuthority: canary("behalfauthority"),
    });
    const asked = await ask<{ id: string; state: string }>(
      stack.ownerUrl,
      "SELECT id, state FROM rights_request ORDER BY id",
    );
    for (const { id: requestId, state } of asked) {
      const terms = { email: addressOf("codesemail"), mobile: canaryMobile(1), name: "", postcode: "" };
      await findSubjects(ctx, reader(), { requestId, terms });
      await answerRequest(ctx, reader(), {
        requestId,
        answer: "refused",
        grounds: [state === "identity" ? "not_identified" : "excessive"],
        words: `Not for ${canary("answerwords")}.`,
      });
    }
    const [hold] = await ask<{ id: string }>(stack.ownerUrl, "SELECT id FROM legal_hold");
    await refuseHold(ctx, reader(), { holdId: hold?.id ?? "", words: `No ${canary("holdanswer")}.` });
  } finally {
    await db.destroy();
  }
}
