// Every route of the portal, who may use it, and what whoever asks for it is answered.

/** Who asks: see `actors.test-support.ts`. An outsider is a user outside the team whose message it is. */
export const ACTORS = [
  "nobody",
  "private",
  "unidentified",
  "admin",
  "user",
  "outsider",
  "stranger",
  "applying",
  "closing",
  "closed",
  "removed",
] as const;
export type Actor = (typeof ACTORS)[number];

/** A status; of a redirect also where it leads, without query, `:id` for an id. */
export type Answer = number | `303 /${string}`;

/** Whom a route lets in, of those who are signed in; `its …` is about a row that is the company's, or one of its people's. */
type Audience = keyof typeof TURNED_AWAY;

interface Particulars {
  /** What whoever is let in gets for the page, or for an empty form: 200 unless told. */
  readonly answers?: Answer;
  /** Whose answer is another one. */
  readonly but?: Partial<Readonly<Record<Actor, Answer>>>;
  /** Also for members of a closed account, who are led to its closing from elsewhere. */
  readonly whenClosed?: true;
  /** What a page that is asked for the first time begins: tables; of all others reading changes nothing. */
  readonly writes?: readonly string[];
  /** How a POST comes in, where not as a form. */
  readonly body?: "multipart" | "file";
}

export interface Route extends Particulars {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly for: Audience;
}

const OTHERS = {
  private: 404,
  unidentified: 404,
  stranger: 404,
  applying: 404,
  closing: 404,
  closed: 404,
} as const;

/** Who is turned away, and how: what is another account's is not there, what is not for one's role is forbidden. */
const TURNED_AWAY = {
  anyone: {},
  "signed in": {},
  admins: { user: 403, outsider: 403 },
  "company admins": { private: 404, unidentified: 404, user: 403, outsider: 403 },
  applicants: { ...OTHERS, applying: undefined, admin: 404, user: 403, outsider: 403 },
  "its account": OTHERS,
  "its admins": { ...OTHERS, user: 403, outsider: 403 },
  "its team": { ...OTHERS, outsider: 404 },
  "its writer": { ...OTHERS, user: 404, outsider: 404 },
  "its person": { ...OTHERS, user: 404, outsider: 404 },
  "its addressee": { ...OTHERS, private: undefined, admin: 404, user: 404, outsider: 404 },
} satisfies Record<string, Partial<Record<Actor, Answer | undefined>>>;

/** A new route that is not on this list, or does not say whom it is for, fails. */
const LIST: readonly (readonly [`${"GET" | "POST"} /${string}`, Audience, Particulars?])[] = [
  ["GET /sign-in", "anyone", { answers: "303 /", but: { nobody: 200, removed: 200 } }],
  ["POST /sign-in", "anyone", { answers: 401 }],
  ["POST /sign-out", "anyone", { answers: "303 /sign-in" }],
  ["GET /privacy", "anyone"],
  ["GET /subprocessors", "anyone"],
  ["GET /cookies", "anyone"],
  ["GET /register", "anyone", { answers: "303 /register/company", but: { nobody: 200, removed: 200 } }],
  ["POST /register", "anyone", { answers: 400 }],
  ["GET /register/sent", "anyone"],
  ["GET /register/confirm/:token", "anyone", { answers: 404 }],
  ["POST /register/confirm/:token", "anyone", { answers: 404 }],
  ["GET /register/company", "signed in", { whenClosed: true }],
  ["POST /register/company", "signed in", { whenClosed: true, answers: "303 /company/application" }],
  ["GET /company/application", "applicants"],
  ["POST /company/application", "applicants", { answers: 400 }],
  ["GET /company/application/form.pdf", "applicants", { answers: 404 }],
  ["POST /company/application/submit", "applicants", { answers: 400 }],
  ["POST /company/application/documents", "applicants", { answers: 400, body: "multipart" }],
  ["POST /company/application/documents/:document/remove", "applicants", { answers: 404 }],
  ["GET /", "signed in"],
  ["GET /sign-in/code", "anyone", { answers: "303 /sign-in" }],
  ["POST /sign-in/code", "anyone", { answers: "303 /sign-in" }],
  ["GET /confirm", "signed in", { whenClosed: true }],
  ["POST /confirm", "signed in", { whenClosed: true, answers: 401 }],
  ["GET /security", "signed in", { whenClosed: true }],
  ["GET /security/password", "signed in", { whenClosed: true }],
  ["POST /security/password", "signed in", { whenClosed: true, answers: 400 }],
  ["POST /security/app", "signed in", { whenClosed: true, answers: "303 /security/app" }],
  ["GET /security/app", "signed in", { whenClosed: true, answers: "303 /security" }],
  ["POST /security/app/confirm", "signed in", { whenClosed: true, answers: "303 /security" }],
  ["GET /security/app/off", "signed in", { whenClosed: true }],
  ["POST /security/app/off", "signed in", { whenClosed: true, answers: "303 /security" }],
  ["GET /security/recovery-codes", "signed in", { whenClosed: true, answers: "303 /security" }],
  ["POST /security/recovery-codes", "signed in", { whenClosed: true, answers: 409 }],
  ["POST /security/sessions/end-others", "signed in", { whenClosed: true, answers: "303 /security" }],
  ["POST /security/sessions/:session/end", "its person", { whenClosed: true, answers: "303 /security" }],
  ["POST /sign-in/passkey/begin", "anyone", { answers: 200 }],
  ["POST /sign-in/passkey", "anyone", { answers: 401 }],
  ["POST /confirm/passkey/begin", "signed in", { whenClosed: true, answers: 409, but: { admin: 200 } }],
  ["POST /confirm/passkey", "signed in", { whenClosed: true, answers: 401 }],
  ["GET /security/passkeys", "signed in", { whenClosed: true }],
  ["GET /security/passkeys/add", "signed in", { whenClosed: true }],
  ["POST /security/passkeys/add", "signed in", { whenClosed: true, answers: 400 }],
  ["POST /security/passkeys/begin", "signed in", { whenClosed: true, answers: 200 }],
  ["GET /security/passkeys/:passkey/rename", "its person", { whenClosed: true }],
  ["POST /security/passkeys/:passkey/rename", "its person", { whenClosed: true, answers: 400 }],
  ["GET /security/passkeys/:passkey/remove", "its person", { whenClosed: true }],
  [
    "POST /security/passkeys/:passkey/remove",
    "its person",
    { whenClosed: true, answers: "303 /security/passkeys" },
  ],
  ["POST /sign-in/itsme", "anyone", { answers: 404 }],
  ["POST /sign-in/card", "anyone", { answers: 404 }],
  ["GET /sign-in/identity", "anyone"],
  ["POST /confirm/itsme", "signed in", { whenClosed: true, answers: 404 }],
  ["POST /confirm/card", "signed in", { whenClosed: true, answers: 404 }],
  ["GET /confirm/identity", "signed in", { whenClosed: true }],
  ["GET /itsme/callback", "anyone", { answers: 404 }],
  ["GET /itsme/jwks.json", "anyone", { answers: 404 }],
  [
    "GET /eid",
    "anyone",
    { answers: "303 /identify", but: { nobody: "303 /sign-in/identity", removed: "303 /sign-in/identity" } },
  ],
  ["POST /eid", "anyone", { answers: 404 }],
  ["POST /eid/host", "anyone", { answers: 404 }],
  [
    "GET /eid/return",
    "anyone",
    { answers: "303 /identify", but: { nobody: "303 /sign-in/identity", removed: "303 /sign-in/identity" } },
  ],
  ["GET /identify", "signed in", { whenClosed: true }],
  ["POST /identify/itsme", "signed in", { whenClosed: true, answers: 404 }],
  ["POST /identify/card", "signed in", { whenClosed: true, answers: 404 }],
  ["POST /identify/own-name", "signed in", { answers: 403, but: { private: 400, unidentified: 400 } }],
  ["GET /identify/name", "signed in", { whenClosed: true, answers: "303 /identify" }],
  ["POST /identify/name", "signed in", { whenClosed: true, answers: "303 /identify" }],
  [
    "POST /security/identities/:identity/unlink",
    "its person",
    { whenClosed: true, answers: "303 /identify" },
  ],
  ["GET /me", "signed in", { whenClosed: true }],
  ["GET /me/uses", "signed in", { whenClosed: true }],
  ["GET /agreements", "signed in", { answers: "303 /" }],
  ["POST /agreements", "signed in", { answers: "303 /" }],
  ["GET /me/export", "signed in", { whenClosed: true }],
  ["POST /me/export", "signed in", { whenClosed: true, answers: 200 }],
  ["GET /account/compliance", "admins"],
  ["POST /account/compliance", "admins", { answers: 200 }],
  [
    "GET /account/export",
    "admins",
    { whenClosed: true, but: { private: "303 /me/export", unidentified: "303 /me/export" } },
  ],
  [
    "POST /account/export",
    "admins",
    { whenClosed: true, answers: 200, but: { private: 403, unidentified: 403 } },
  ],
  ["POST /me/language", "signed in", { whenClosed: true, answers: 400 }],
  ["POST /me/consent/give", "signed in", { whenClosed: true, answers: "303 /me" }],
  ["POST /me/consent/withdraw", "signed in", { whenClosed: true, answers: "303 /me" }],
  ["GET /me/email", "signed in", { whenClosed: true }],
  ["POST /me/email", "signed in", { whenClosed: true, answers: 400 }],
  ["POST /me/email/cancel", "signed in", { whenClosed: true, answers: "303 /me" }],
  ["GET /me/email/:token", "signed in", { whenClosed: true, answers: 404 }],
  ["POST /me/email/:token", "signed in", { whenClosed: true, answers: 404 }],
  ["GET /me/requests", "signed in", { whenClosed: true }],
  ["GET /me/requests/new", "signed in", { whenClosed: true }],
  ["POST /me/requests", "signed in", { whenClosed: true, answers: 400 }],
  ["GET /me/requests/:request", "its person", { whenClosed: true }],
  ["POST /me/requests/:request/cancel", "its person", { whenClosed: true, answers: "303 /me/requests" }],
  ["GET /me/restriction", "signed in", { whenClosed: true }],
  ["POST /me/restriction", "signed in", { whenClosed: true, answers: 409 }],
  ["GET /rights", "anyone"],
  ["POST /rights", "anyone", { answers: 400 }],
  ["GET /rights/code/:request", "anyone", { answers: 404 }],
  ["POST /rights/code/:request", "anyone", { answers: 404 }],
  ["POST /rights/code/:request/again", "anyone", { answers: 404 }],
  ["POST /rights/code/:request/itsme", "anyone", { answers: 404 }],
  ["POST /rights/code/:request/card", "anyone", { answers: 404 }],
  ["GET /rights/complete/:request", "anyone", { answers: 404 }],
  ["GET /rights/follow/:token", "anyone", { answers: 404 }],
  ["POST /rights/follow/:token/cancel", "anyone", { answers: 404 }],
  ["GET /account/requests", "admins"],
  ["GET /account/requests/:asked", "its admins"],
  ["POST /account/requests/:asked", "its admins", { answers: 400 }],
  ["GET /switch", "signed in", { whenClosed: true }],
  ["POST /switch/:member", "its person", { whenClosed: true, answers: "303 /switch" }],
  ["GET /account/log", "admins"],
  ["GET /account/log/export.csv", "admins"],
  ["GET /account/settings", "admins"],
  ["POST /account/settings/account", "admins", { answers: 400 }],
  ["POST /account/settings/defaults", "admins", { answers: 400 }],
  ["POST /account/settings/sender", "admins", { answers: 400 }],
  ["GET /account/settings/logo/:digest", "its account"],
  ["POST /account/settings/logo", "admins", { answers: 400, body: "multipart" }],
  ["POST /account/settings/logo/remove", "admins", { answers: "303 /account/settings" }],
  ["GET /holds", "signed in"],
  ["GET /holds/account", "admins"],
  ["POST /holds/account", "admins", { answers: 400 }],
  ["GET /falling", "signed in"],
  ["GET /deliveries/:delivery/hold", "its team"],
  ["POST /deliveries/:delivery/hold", "its team", { answers: 400 }],
  ["POST /deliveries/:delivery/stamps", "its team", { answers: "303 /deliveries/:id" }],
  ["GET /messages/:message/hold", "its team"],
  ["POST /messages/:message/hold", "its team", { answers: 400 }],
  ["GET /messages/:message/kept", "its team"],
  ["POST /messages/:message/kept", "its team", { answers: 400 }],
  ["GET /company/api-keys", "signed in"],
  ["POST /company/api-keys", "admins", { answers: 400 }],
  ["GET /company/api-keys/new", "admins"],
  ["GET /company/api-keys/:key", "its account"],
  ["POST /company/api-keys/:key/rotate", "its admins", { answers: 400 }],
  ["POST /company/api-keys/:key/revoke", "its admins", { answers: "303 /company/api-keys" }],
  ["POST /company/api-keys/:key/take-over", "its admins", { answers: 409 }],
  ["GET /account/close", "admins", { whenClosed: true }],
  ["GET /account/close/confirm", "admins"],
  ["POST /account/close", "admins", { whenClosed: true, answers: 400 }],
  ["POST /account/close/undo", "admins", { whenClosed: true, answers: "303 /account/close" }],
  ["POST /account/close/refund", "admins", { whenClosed: true, answers: "303 /account/close" }],
  [
    "GET /company/members",
    "signed in",
    { but: { private: "303 /account/settings", unidentified: "303 /account/settings" } },
  ],
  ["GET /company/members/invite", "company admins"],
  ["POST /company/members/invite", "company admins", { answers: 400, but: { applying: 409, closing: 409 } }],
  [
    "GET /company/members/leave",
    "signed in",
    { whenClosed: true, but: { private: "303 /account/close", unidentified: "303 /account/close" } },
  ],
  [
    "POST /company/members/leave",
    "signed in",
    {
      whenClosed: true,
      answers: 409,
      but: { private: "303 /account/close", unidentified: "303 /account/close", user: "303 /sign-in" },
    },
  ],
  ["GET /company/members/:member", "its admins"],
  ["POST /company/members/:member/role", "its admins", { answers: 409 }],
  ["POST /company/members/:member/remove", "its admins", { answers: "303 /company/members/leave" }],
  [
    "POST /company/invitations/:invitation/resend",
    "its admins",
    { answers: "303 /company/members", but: { applying: 409, closing: 409 } },
  ],
  ["POST /company/invitations/:invitation/withdraw", "its admins", { answers: "303 /company/members" }],
  [
    "GET /company/teams",
    "signed in",
    { but: { private: "303 /account/settings", unidentified: "303 /account/settings" } },
  ],
  ["POST /company/teams", "admins", { answers: 400, but: { private: 409, unidentified: 409 } }],
  ["GET /company/teams/:team", "its admins"],
  ["POST /company/teams/:team", "its admins", { answers: 400, but: { private: 409, unidentified: 409 } }],
  ["POST /company/teams/:team/members", "its admins", { answers: 400 }],
  ["POST /company/teams/:team/members/:member/remove", "its admins", { answers: "303 /company/teams/:id" }],
  ["POST /company/teams/:team/end", "its admins", { answers: "303 /company/teams" }],
  ["GET /invitation/:token", "anyone", { answers: 404 }],
  ["POST /invitation/:token/accept", "signed in", { whenClosed: true, answers: 404 }],
  ["POST /invitation/:token/join", "anyone", { answers: 404 }],
  ["POST /invitation/:token/decline", "anyone", { answers: 404 }],
  ["GET /sent", "signed in"],
  ["GET /inbox", "signed in", { answers: "303 /", but: { private: 200, unidentified: 200 } }],
  ["GET /inbox/:delivery", "its addressee"],
  ["GET /inbox/:delivery/logo/:digest", "its addressee"],
  ["GET /inbox/:delivery/genuine", "its addressee"],
  ["GET /inbox/:delivery/not-for-me", "its addressee"],
  ["POST /inbox/:delivery/not-for-me", "its addressee", { answers: "303 /inbox/:id/not-for-me" }],
  ["POST /inbox/:delivery/codes", "its addressee", { answers: "303 /inbox/:id/codes" }],
  ["GET /inbox/:delivery/codes", "its addressee", { answers: "303 /inbox/:id" }],
  ["POST /inbox/:delivery/codes/check", "its addressee", { answers: 422 }],
  ["POST /inbox/:delivery/identify/itsme", "its addressee", { answers: 404 }],
  ["POST /inbox/:delivery/identify/card", "its addressee", { answers: 404 }],
  ["GET /inbox/:delivery/card", "its addressee", { answers: "303 /inbox/:id" }],
  ["POST /inbox/:delivery/card", "its addressee", { answers: 403 }],
  ["GET /inbox/:delivery/decide", "its addressee", { answers: "303 /inbox/:id" }],
  ["POST /inbox/:delivery/accept", "its addressee", { answers: "303 /inbox/:id" }],
  ["POST /inbox/:delivery/refuse", "its addressee", { answers: "303 /inbox/:id" }],
  ["GET /inbox/:delivery/refused", "its addressee", { answers: "303 /inbox/:id" }],
  ["GET /inbox/:delivery/wait", "its addressee", { answers: "303 /inbox/:id" }],
  ["GET /inbox/:delivery/events", "its addressee"],
  ["GET /inbox/:delivery/message", "its addressee", { answers: "303 /inbox/:id" }],
  ["POST /inbox/:delivery/proof-copy", "its addressee", { answers: "303 /inbox/:id" }],
  ["POST /inbox/:delivery/consent", "its addressee", { answers: "303 /inbox/:id" }],
  ["POST /inbox/:delivery/consent/withdraw", "its addressee", { answers: "303 /inbox/:id" }],
  ["POST /inbox/:delivery/leave", "its addressee", { answers: "303 /inbox/:id" }],
  ["GET /inbox/:delivery/parts/:ordinal", "its addressee", { answers: "303 /inbox/:id" }],
  ["GET /inbox/:delivery/all.zip", "its addressee", { answers: "303 /inbox/:id" }],
  ["GET /inbox/:delivery/bundle", "its addressee", { answers: "303 /inbox/:id" }],
  ["GET /contacts", "signed in"],
  ["GET /contacts/export.csv", "signed in"],
  ["GET /contacts/export.vcf", "signed in"],
  ["POST /contacts/delete", "signed in", { answers: 400 }],
  ["GET /contacts/import", "signed in"],
  ["POST /contacts/import", "signed in", { answers: 400, body: "multipart" }],
  ["GET /contacts/imports/:import", "its account"],
  ["GET /contacts/imports/:import/bad.csv", "its account"],
  ["GET /contacts/consents", "signed in"],
  ["GET /contacts/consents/export.csv", "signed in"],
  ["GET /contacts/consents/new", "signed in"],
  ["POST /contacts/consents/new", "signed in", { answers: 400 }],
  ["GET /contacts/consents/:consent", "its account"],
  ["POST /contacts/consents/:consent/withdraw", "its account", { answers: "303 /contacts/consents/:id" }],
  ["GET /contacts/new", "signed in"],
  ["POST /contacts/new", "signed in", { answers: 400 }],
  ["GET /contacts/:contact", "its account"],
  ["POST /contacts/:contact", "its account", { answers: 400 }],
  ["GET /compose/:draft/contacts", "its writer"],
  ["POST /compose/:draft/contacts", "its writer", { answers: "303 /compose/:id" }],
  ["GET /compose/:draft/addressees", "its writer"],
  ["POST /compose/:draft/addressees", "its writer", { answers: 400 }],
  ["GET /drafts", "signed in"],
  [
    "GET /compose",
    "signed in",
    { answers: "303 /compose/:id", but: { closing: "303 /account/close" }, writes: ["draft"] },
  ],
  ["GET /compose/:draft", "its writer"],
  ["POST /compose/:draft", "its writer", { answers: "303 /compose/:id" }],
  ["POST /compose/:draft/draft", "its writer", { answers: 200 }],
  ["POST /compose/:draft/uploads", "its writer", { answers: 201, body: "file" }],
  ["POST /compose/:draft/uploads/:upload/remove", "its writer", { answers: "303 /compose/:id" }],
  ["GET /compose/:draft/preview", "its writer", { answers: "303 /compose/:id" }],
  ["POST /compose/:draft/send", "its writer", { answers: "303 /compose/:id", but: { closing: 403 } }],
  ["GET /compose/:draft/print/:part", "its writer", { answers: 404 }],
  ["GET /compose/:draft/discard", "its writer"],
  ["POST /compose/:draft/discard", "its writer", { answers: "303 /drafts" }],
  ["GET /messages/:message", "its team", { answers: "303 /deliveries/:id" }],
  ["GET /messages/:message/events", "its team"],
  ["GET /messages/:message/parts/:ordinal", "its team"],
  ["GET /messages/:message/proofs/submission", "its team", { answers: 409, writes: ["message_proof"] }],
  ["GET /messages/:message/proofs/submission/page", "its team", { answers: 409, writes: ["message_proof"] }],
  ["GET /messages/:message/proofs/submission/ready", "its team", { answers: 409, writes: ["message_proof"] }],
  ["GET /messages/:message/proofs/submission/events", "its team", { writes: ["message_proof"] }],
  ["GET /deliveries/:delivery", "its team"],
  ["GET /deliveries/:delivery/events", "its team"],
  ["GET /deliveries/:delivery/repair", "its team"],
  ["POST /deliveries/:delivery/repair", "its team", { answers: 400 }],
  ["GET /deliveries/:delivery/address", "its team"],
  ["POST /deliveries/:delivery/address", "its team", { answers: 400 }],
  ["GET /deliveries/:delivery/letter/call-off", "its team"],
  ["POST /deliveries/:delivery/letter/call-off", "its team", { answers: 409 }],
  ["GET /deliveries/:delivery/proofs/:kind", "its team", { answers: 409, writes: ["proof"] }],
  ["GET /deliveries/:delivery/proofs/:kind/page", "its team", { answers: 409, writes: ["proof"] }],
  ["GET /deliveries/:delivery/proofs/:kind/ready", "its team", { answers: 409, writes: ["proof"] }],
  ["GET /deliveries/:delivery/proofs/:kind/events", "its team", { writes: ["proof"] }],
  ["GET /deliveries/:delivery/bundle", "its team", { answers: 202, writes: ["bundle", "proof"] }],
  ["GET /deliveries/:delivery/bundle/ready", "its team", { answers: 202, writes: ["bundle", "proof"] }],
  ["GET /deliveries/:delivery/bundle/events", "its team", { writes: ["bundle", "proof"] }],
  ["GET /evidence/:record", "its team", { answers: 409 }],
];

export const ROUTES: readonly Route[] = LIST.map(([name, audience, particulars]) => {
  const [method, path = ""] = name.split(" ");
  return { method: method === "GET" ? "GET" : "POST", path, for: audience, ...particulars };
});

export const nameOf = ({ method, path }: Route): string => `${method} ${path}`;

export function isLetIn(route: Route, actor: Actor): boolean {
  return turnsAway(route, actor) === undefined;
}

/** What this one is answered. */
export function answerTo(route: Route, actor: Actor): Answer {
  return route.but?.[actor] ?? turnsAway(route, actor) ?? route.answers ?? 200;
}

function turnsAway(route: Route, actor: Actor): Answer | undefined {
  if (route.for === "anyone") return undefined;
  if (actor === "nobody" || actor === "removed") return "303 /sign-in";
  if (actor === "closed" && !route.whenClosed) return route.method === "GET" ? "303 /account/close" : 403;
  const away: Partial<Readonly<Record<Actor, Answer | undefined>>> = TURNED_AWAY[route.for];
  return away[actor];
}
