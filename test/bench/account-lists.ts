// The lists of an account as its pages ask for them: first page, a page from the middle, searches and filters.

import {
  type Context,
  listApiKeys,
  listConsents,
  listContacts,
  listDeliveries,
  listInbox,
  listInvitations,
  listMembers,
  listMessages,
  listOwnUses,
  listRunning,
  listTeams,
  readAccessLog,
  showOverview,
  showTeam,
  viewClosing,
  viewMyData,
} from "@posthorn/usecases";

export interface Asker {
  readonly accountId: string;
  readonly admin: { readonly memberId: string; readonly personId: string };
  /** In the team whose messages all see, and not in the other. */
  readonly user: { readonly memberId: string; readonly personId: string };
  /** Of the oldest uses alone; and whose inbox is full. */
  readonly rarePersonId: string;
  readonly teamId: string;
  readonly count: number;
  readonly lastDelivery: number;
}

export interface AskedList {
  readonly list: string;
  readonly page: string;
  readonly ask: () => Promise<unknown>;
}

interface Paged {
  readonly next: string | null;
}

/** Asks its way to the middle of each list once, which takes as many pages. */
export async function accountLists(ctx: Context, asker: Asker): Promise<readonly AskedList[]> {
  const { accountId, count, rarePersonId } = asker;
  const admin = { accountId, ...asker.admin, role: "admin", accountKind: "company" } as const;
  const user = { accountId, ...asker.user, role: "user" } as const;
  const rare = { personId: rarePersonId };
  const now = Temporal.Now.instant();
  const lists: AskedList[] = [];
  const add = (list: string, page: string, ask: () => Promise<unknown>) => lists.push({ list, page, ask });

  async function addPages(
    list: string,
    size: number,
    ask: (cursor: { readonly cursor?: string }) => Promise<Paged>,
  ): Promise<void> {
    add(list, "first page", () => ask({}));
    let { next } = await ask({});
    for (let page = 1; page < count / size / 2 && next !== null; page++)
      ({ next } = await ask({ cursor: next }));
    const cursor = next;
    if (cursor === null) throw new Error(`${list} has no middle`);
    add(list, "from the middle", () => ask({ cursor }));
  }

  await addPages("members", 25, (query) => listMembers(ctx, admin, query));
  add("members", "search, some", () => listMembers(ctx, admin, { words: "janssens 1" }));
  add("members", "search, none", () => listMembers(ctx, admin, { words: "nobody at all" }));
  add("teams", "all, one of everybody", () => listTeams(ctx, admin));
  add("teams", "one of everybody", () => showTeam(ctx, admin, asker.teamId));
  add("invitations", "open ones", () => listInvitations(ctx, admin, now));
  add("API keys", "all", () => listApiKeys(ctx, accountId, now));
  await addPages("contacts", 25, (query) => listContacts(ctx, accountId, query));
  add("contacts", "search by name", () => listContacts(ctx, accountId, { words: "jan mertens 4" }));
  add("contacts", "search by address", () => listContacts(ctx, accountId, { words: "few00" }));
  add("contacts", "search, none", () => listContacts(ctx, accountId, { words: "zz nobody" }));
  await addPages("consents", 25, (query) => listConsents(ctx, accountId, query));
  add("consents", "of an address", () => listConsents(ctx, accountId, { email: "few00000007@post.example" }));
  await addPages("sent", 25, (query) => listDeliveries(ctx, admin, query));
  add("sent", "of one state", () => listDeliveries(ctx, admin, { state: "notified" }));
  add("sent", "search, some", () => listDeliveries(ctx, admin, { words: `peeters ${asker.lastDelivery}` }));
  add("sent", "search, none", () => listDeliveries(ctx, admin, { words: "nobody at all" }));
  add("sent", "by who sees no closed team", () => listDeliveries(ctx, user, {}));
  add("messages", "first 25, as of the API", () => listMessages(ctx, admin, { limit: 25 }));
  await addPages("inbox", 25, ({ cursor }) => listInbox(ctx, rare, cursor));
  await addPages("log of use", 50, (query) => readAccessLog(ctx, admin, query));
  for (const kind of ["done", "sign_in", "pages", "api"] as const)
    add("log of use", `kind ${kind}`, () => readAccessLog(ctx, admin, { kind }));
  add("log of use", "of one person, long ago", () => readAccessLog(ctx, admin, { personId: rarePersonId }));
  const day = now.toZonedDateTimeISO("Europe/Brussels").toPlainDate().subtract({ days: 180 });
  add("log of use", "of some days", () => readAccessLog(ctx, admin, { from: day, to: day.add({ days: 7 }) }));
  add("own uses", "first page", () => listOwnUses(ctx, { personId: asker.user.personId }, { now }));
  add("overview", "all of it", () => showOverview(ctx, admin));
  add("my data", "all of it", () => viewMyData(ctx, admin, now));
  add("closing", "what it touches", () => viewClosing(ctx, admin, now));
  add("closing", "what still runs", () => listRunning(ctx, admin));
  return lists;
}
