// What registering needs from outside the database: limits, the approval form as a file, and the desk's own lock.

import type { AcceptedPolicy } from "@posthorn/db";
import type { Language, PostalAddress } from "@posthorn/domain";
import type { NewPasswordPort, TryLimit } from "../account/ports.ts";
import type { SessionTokens } from "../collection/ports.ts";
import type { ContentPort, KeyWrapping } from "../context.ts";
import type { UploadInspection } from "../draft/ports.ts";

export interface RegistrationLimits {
  /** All that one network address asks for. */
  readonly byAddress: TryLimit;
  /** All that anybody asks for: every one sends a mail. */
  readonly inAll: TryLimit;
  /** Mails to one mailbox, whoever asks for them. */
  readonly byMailbox: TryLimit;
}

export interface FinishRegistrationPorts {
  readonly tokens: SessionTokens;
  readonly newPasswords: NewPasswordPort;
  /** Counted per link: judging a password takes long. */
  readonly newPasswordTries: TryLimit;
}

/** Words that somebody agreed to, as they were shown. */
export interface AcceptedWords {
  readonly policy: AcceptedPolicy;
  readonly version: string;
  /** Of the text that was shown. */
  readonly language: Language;
  /** SHA-256 of that text in UTF-8, lower-case hex. */
  readonly sha256: string;
}

/** What the form that a company's representative signs says. */
export interface ApprovalForm {
  readonly language: Language;
  /** Printed on it; a change of what it says is another number. */
  readonly number: string;
  readonly provider: string;
  readonly madeAt: Temporal.Instant;
  readonly company: {
    readonly name: string;
    /** Ten digits. */
    readonly enterpriseNumber: string;
    readonly legalForm: string;
    /** `BE` and the same digits; null where the company is not liable for VAT. */
    readonly vatNumber: string | null;
    readonly office: PostalAddress;
  };
  readonly applicant: { readonly name: string; readonly email: string };
  readonly representative: { readonly name: string; readonly function: string };
}

export interface ApprovalFormPort {
  /** PDF; the same form gives the same bytes. */
  render(form: ApprovalForm): Promise<Uint8Array>;
}

export interface DocumentPorts {
  readonly content: ContentPort;
  readonly inspection: UploadInspection;
  newContentKey(): Uint8Array;
  /** Locks for the staff's desk alone: whoever takes a document in cannot read it back. */
  readonly mandateWrapping: KeyWrapping;
}
