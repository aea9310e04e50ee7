// The staff every stack begins with, one a role, and a second privacy officer for what takes two: invented, each with a fresh address for as long as he has no passkey.

import { createHash } from "node:crypto";
import { openDatabase } from "@posthorn/db";
import type { StaffRole } from "@posthorn/domain";
import { newSessionToken, tokenHash } from "@posthorn/identity";
import { newId } from "@posthorn/runtime";
import { inviteStaffAgain, listStaff } from "@posthorn/usecases";
import type pg from "pg";

export interface SeededStaff {
  readonly id: string;
  readonly email: string;
  readonly familyName: string;
  readonly firstNames: string;
  readonly language: "nl" | "fr" | "de" | "en";
  readonly role: StaffRole;
}

export const STAFF: readonly SeededStaff[] = [
  {
    id: "stf_SEED0ELSWOUTERS",
    email: "els.wouters@posthorn.example",
    familyName: "Wouters",
    firstNames: "Els",
    language: "nl",
    role: "privacy_officer",
  },
  {
    id: "stf_SEED0WIMGOOSSENS",
    email: "wim.goossens@posthorn.example",
    familyName: "Goossens",
    firstNames: "Wim",
    language: "nl",
    role: "privacy_officer",
  },
  {
    id: "stf_SEED0HELENELAMBERT",
    email: "helene.lambert@posthorn.example",
    familyName: "Lambert",
    firstNames: "Hélène",
    language: "fr",
    role: "auditor",
  },
  {
    id: "stf_SEED0KARIMHADDAD",
    email: "karim.haddad@posthorn.example",
    familyName: "Haddad",
    firstNames: "Karim",
    language: "fr",
    role: "postal_operator",
  },
  {
    id: "stf_SEED0GRETASCHMITZ",
    email: "greta.schmitz@posthorn.example",
    familyName: "Schmitz",
    firstNames: "Greta",
    language: "de",
    role: "registration_officer",
  },
];

export async function insertStaff(client: pg.Client): Promise<void> {
  for (const staff of STAFF) {
    await client.query(
      `INSERT INTO staff (id, email, family_name, first_names, language, roles, webauthn_handle, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, clock.now()) ON CONFLICT DO NOTHING`,
      [
        staff.id,
        staff.email,
        staff.familyName,
        staff.firstNames,
        staff.language,
        [staff.role],
        createHash("sha256").update(`posthorn demonstration ${staff.id}`).digest("base64url"),
      ],
    );
  }
}

export interface InvitedStaff {
  readonly id: string;
  readonly role: StaffRole;
  readonly email: string;
  /** The one-time address that registers his passkey; null for who has one. */
  readonly enrolment: string | null;
}

/** As the owner. Earlier addresses of those who are invited end. */
export async function inviteSeededStaff(
  ownerUrl: string,
  backofficeUrl: string,
): Promise<readonly InvitedStaff[]> {
  const db = openDatabase({ url: ownerUrl, service: "stack", max: 1 });
  try {
    const standing = await listStaff(db);
    const invited: InvitedStaff[] = [];
    for (const { id, role, email } of STAFF) {
      const now = standing.find((line) => line.id === id && line.leftAt === null);
      if (now === undefined) continue;
      const enrolment = now.passkeys > 0 ? null : await invite(id);
      invited.push({ id, role, email, enrolment });
    }
    return invited;
  } finally {
    await db.destroy();
  }

  async function invite(id: string): Promise<string> {
    const { token } = await inviteStaffAgain({ db, newId }, { newToken }, id);
    return `${backofficeUrl}/enrol/${token}`;
  }
}

function newToken() {
  const token = newSessionToken();
  return { token, hash: tokenHash(token) };
}
