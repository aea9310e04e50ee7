// A page inside the back office's frame: the desks that open to who is signed in, and his name and roles.

import { mayRead, type StaffRole } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import {
  type Island,
  pageFrame,
  type PageFrame,
  PortalLayout,
  renderPage,
  type WebContext,
} from "@posthorn/web";
import type { Child } from "hono/jsx";
import type { Reader } from "../session/staff-sessions.ts";
import { rolesInWords } from "./words.ts";

/** A desk with its first page; the menu shows it to those who may read there. */
export interface Desk {
  readonly page:
    | "letters"
    | "companies"
    | "requests"
    | "records"
    | "schedule"
    | "holds"
    | "periods"
    | "registers"
    | "log";
  readonly href: string;
  readonly role: StaffRole;
}

export const DESKS: readonly Desk[] = [
  { page: "letters", href: "/letters", role: "postal_operator" },
  { page: "companies", href: "/companies", role: "registration_officer" },
  { page: "requests", href: "/privacy/requests", role: "privacy_officer" },
  { page: "records", href: "/identification-records", role: "privacy_officer" },
  { page: "schedule", href: "/privacy/schedule", role: "privacy_officer" },
  { page: "holds", href: "/privacy/holds", role: "privacy_officer" },
  { page: "periods", href: "/privacy/periods", role: "privacy_officer" },
  { page: "registers", href: "/privacy/subprocessors", role: "privacy_officer" },
  { page: "log", href: "/log", role: "auditor" },
];

export function desksOf(roles: readonly StaffRole[]): readonly Desk[] {
  return DESKS.filter(({ role }) => mayRead(roles, role));
}

export interface BackofficePage {
  /** Never a name or what was looked for: titles end up in histories. */
  readonly title: string;
  readonly current?: Desk["page"] | "start" | "security";
  readonly islands?: readonly Island[];
  readonly hasErrors?: boolean;
  readonly status?: 200 | 400 | 401 | 403 | 404 | 409 | 413 | 429;
  readonly body: (frame: PageFrame) => Child;
}

export async function renderBackoffice(
  c: WebContext,
  { staff }: Pick<Reader, "staff">,
  page: BackofficePage,
): Promise<Response> {
  const frame = pageFrame(c);
  const { backoffice } = textsFor(frame.language);
  const item = (name: keyof typeof backoffice.menu, href: string) => ({
    href,
    label: backoffice.menu[name],
    current: page.current === name,
  });
  return renderPage(
    c,
    <PortalLayout
      frame={frame}
      site={backoffice.site}
      title={page.title}
      hasErrors={page.hasErrors ?? false}
      islands={page.islands ?? []}
      menu={[
        item("start", "/"),
        ...desksOf(staff.roles).map((desk) => item(desk.page, desk.href)),
        item("security", "/security"),
      ]}
      account={{ name: staff.name, line: rolesInWords(frame.language, staff.roles) }}
      signOutPath="/sign-out"
    >
      {page.body(frame)}
    </PortalLayout>,
    page.status ?? 200,
  );
}
