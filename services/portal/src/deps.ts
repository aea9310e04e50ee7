// What the pages of the portal are given; main.ts wires it, tests as well.

import type { CollectingDeps } from "@posthorn/collecting";
import type { Language } from "@posthorn/domain";
import type {
  ApprovalFormPort,
  ContentPort,
  Context,
  DirectoryLimits,
  DraftSealing,
  ExportEntry,
  IdentityKeysPort,
  KeyUnwrapping,
  KeyWrapping,
  LogoPort,
  NewPasswordPort,
  OwnSummary,
  PasskeyPorts,
  PasswordPort,
  RegistrationLimits,
  RenditionPort,
  RequestCodeHash,
  RightsLimits,
  SecondFactorPorts,
  SessionTokens,
  SignInLimits,
  TryLimit,
  UploadInspection,
} from "@posthorn/usecases";
import type { SiteSettings } from "@posthorn/web";
import type { Identification } from "./identify/offered.ts";

export interface Health {
  live(): { readonly status: 200 | 503; readonly body: object };
  ready(): Promise<{ readonly status: 200 | 503; readonly body: object }>;
}

/** What proves who signs in, beside the password. */
export interface SignInDeps extends SecondFactorPorts {
  readonly limits: SignInLimits;
  /** All tries of one address, whatever becomes of them. */
  readonly triesByAddress: TryLimit;
  /** Of one session, to prove again who sits there. */
  readonly confirmTries: TryLimit;
  readonly newPasswords: NewPasswordPort;
  /** A password alone then opens nothing but the pages that set up more. */
  readonly moreThanPassword: boolean;
  /** Of one person, to have links sent to other addresses. */
  readonly emailChangeTries: TryLimit;
  /** Of one session, to find a new password: judging one takes long. */
  readonly newPasswordTries: TryLimit;
}

export interface ContactLimits {
  /** Of one account, since a file takes seconds of work. */
  readonly imports: TryLimit;
  readonly directory: DirectoryLimits;
}

export interface RegistrationDeps {
  readonly limits: RegistrationLimits;
  readonly approvalForm: ApprovalFormPort;
  /** Locks what companies upload for the staff's desk alone. */
  readonly mandateWrapping: KeyWrapping;
}

export interface PortalDeps {
  readonly ctx: Context;
  readonly site: Omit<SiteSettings, "service">;
  /** What the privacy notice says of the provider; empty where nothing is configured. */
  readonly privacy: {
    /** Days ahead that account holders are told of a new subprocessor. */
    readonly noticeDays: number;
    readonly contact: string;
    /** Where the data protection officer is reached. */
    readonly officer: string;
  };
  readonly health: Health;
  readonly passwords: PasswordPort;
  readonly tokens: SessionTokens;
  /** By which the database knows a session's token. */
  sessionHash(token: string): string;
  readonly sealing: DraftSealing;
  readonly inspection: UploadInspection;
  readonly logos: LogoPort;
  /** Asked only where a letter is to follow. */
  readonly renditions: RenditionPort;
  readonly content: ContentPort;
  readonly wrapping: KeyWrapping;
  readonly keys: KeyUnwrapping;
  /** Keys that identities and register numbers are kept under. */
  readonly identityKeys: IdentityKeysPort;
  /** The first page of an own export, as PDF; `desk` is where the privacy desk is reached. */
  ownSummary(
    summary: OwnSummary & { readonly language: Language; readonly provider: string; readonly desk: string },
  ): Promise<Uint8Array>;
  /** One zip of entries as they come, all dated the same. */
  zipEntries(entries: AsyncIterable<ExportEntry>, modifiedAt: Temporal.Instant): AsyncIterable<Uint8Array>;
  /** When the request that is being answered had arrived; throws AppError unavailable when the clock is stale. */
  arrivedAt(): Temporal.Instant;
  readonly signIn: SignInDeps;
  readonly contacts: ContactLimits;
  readonly identification: Identification;
  readonly passkeys: PasskeyPorts;
  /** For the pages of a delivery in an inbox: what acts under their own database role, and what codes need. */
  readonly inbox: Pick<CollectingDeps, "ctx" | "codes" | "zip" | "limits">;
  readonly registration: RegistrationDeps;
  /** Requests of people about their data. */
  readonly rights: { readonly limits: RightsLimits; readonly codeHash: RequestCodeHash };
  /** Where the policies are published. */
  readonly verifyUrl: string;
  /** Where addressees collect, for the link beside the sign-in form. */
  readonly collectUrl: string;
  /** The dev stack shows every component at /ui. */
  readonly uiPage: boolean;
  /** Ends the lines of live pages when the service stops. */
  readonly stopping?: AbortSignal;
}

/** How often may be tried; wide enough for an office behind one address. */
export const TRY_LIMITS = {
  signIn: { name: "portal-sign-in", tries: 10, windowSeconds: 900 },
  signInByAddress: { name: "portal-sign-in-address", tries: 200, windowSeconds: 900 },
  failuresByAddress: { name: "portal-sign-in-failed-address", tries: 60, windowSeconds: 900 },
  failuresByMailbox: { name: "portal-sign-in-failed-mailbox", tries: 30, windowSeconds: 900 },
  identify: { name: "portal-identify", tries: 100, windowSeconds: 900 },
  identifyByPerson: { name: "portal-identify-person", tries: 20, windowSeconds: 900 },
  register: { name: "portal-register", tries: 20, windowSeconds: 3600 },
  registerInAll: { name: "portal-register-all", tries: 2000, windowSeconds: 3600 },
  registerByMailbox: { name: "portal-register-mailbox", tries: 3, windowSeconds: 3600 },
  passkeys: { name: "portal-passkey", tries: 600, windowSeconds: 900 },
  confirm: { name: "portal-confirm", tries: 5, windowSeconds: 900 },
  emailChange: { name: "portal-email-change", tries: 5, windowSeconds: 3600 },
  newPassword: { name: "portal-new-password", tries: 20, windowSeconds: 900 },
  inboxCodes: { name: "portal-inbox-codes", tries: 50, windowSeconds: 600 },
  inboxAsking: { name: "portal-inbox-asking", tries: 120, windowSeconds: 3600 },
  inboxIdentifying: { name: "portal-inbox-identifying", tries: 30, windowSeconds: 3600 },
  inboxProofCopy: { name: "portal-inbox-proof-copy", tries: 3, windowSeconds: 3600 },
  contactImports: { name: "portal-contact-import", tries: 20, windowSeconds: 3600 },
  directoryByAccount: { name: "portal-directory-account", tries: 200, windowSeconds: 86_400 },
  directoryByPerson: { name: "portal-directory-person", tries: 30, windowSeconds: 3600 },
  rightsByPerson: { name: "portal-rights-person", tries: 10, windowSeconds: 86_400 },
  rightsByAddress: { name: "portal-rights-address", tries: 20, windowSeconds: 3600 },
  rightsByMailbox: { name: "portal-rights-mailbox", tries: 5, windowSeconds: 3600 },
  rightsInAll: { name: "portal-rights-all", tries: 2000, windowSeconds: 3600 },
  rightsCodes: { name: "portal-rights-codes", tries: 30, windowSeconds: 900 },
  wrongCodes: { name: "portal-second-factor", tries: 10, windowSeconds: 3600 },
} as const;
