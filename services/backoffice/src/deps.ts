// What the pages of the back office are given; main.ts wires it, tests as well.

import type { Language, PrinterProfile, RightsLetter } from "@posthorn/domain";
import type {
  Context,
  IdentityKeysPort,
  MandatePorts,
  PasskeyPort,
  PrintFilesPorts,
  ExportPaper,
  RequestFilePorts,
  SessionTokens,
  TryLimit,
  UploadInspection,
  ZipFiles,
} from "@posthorn/usecases";
import type { ProcessingRecord } from "@posthorn/texts";
import type { SiteSettings } from "@posthorn/web";

export interface Health {
  live(): { readonly status: 200 | 503; readonly body: object };
  ready(): Promise<{ readonly status: 200 | 503; readonly body: object }>;
}

export interface BackofficeDeps {
  readonly ctx: Context;
  readonly site: Omit<SiteSettings, "service">;
  readonly health: Health;
  readonly passkeys: PasskeyPort;
  readonly tokens: SessionTokens;
  /** By which the database knows a session's token, a device's and an invitation's. */
  sessionHash(token: string): string;
  /** Opens what an identification left behind. */
  readonly identityKeys: Pick<IdentityKeysPort, "open">;
  /** Opens what companies uploaded. */
  readonly mandates: MandatePorts;
  readonly letters: {
    /** The first is offered first. */
    readonly printers: readonly PrinterProfile[];
    readonly files: PrintFilesPorts & { readonly zip: ZipFiles };
    readonly inspection: UploadInspection;
    /** A hand-over to the carrier waits for another of the staff. */
    readonly twoPersons: boolean;
  };
  readonly requests: {
    /** Papers of requests: of the desk's own pair of keys. */
    readonly files: RequestFilePorts;
    /** As PDF, in the letter's language. */
    letter(letter: RightsLetter): Promise<Uint8Array>;
    /** The readable page of an export, as PDF. */
    overview(paper: ExportPaper): Promise<Uint8Array>;
  };
  /** Ends the lines of waiting pages when the service stops. */
  readonly stopping?: AbortSignal;
  /** What the record of processing says beside the schedule; empty where nothing is configured. */
  readonly privacy: {
    /** Days ahead that account holders are told of a new subprocessor. */
    readonly noticeDays: number;
    readonly contact: string;
    /** Where the data protection officer is reached. */
    readonly officer: string;
    renderRecord(language: Language, record: ProcessingRecord): Promise<Uint8Array>;
  };
  /** When the request that is being answered had arrived; throws AppError unavailable when the clock is stale. */
  arrivedAt(): Temporal.Instant;
  readonly tries: {
    /** Passkey ceremonies, by address. */
    readonly passkeys: TryLimit;
    /** One-time addresses that were opened, by address. */
    readonly invitations: TryLimit;
    /** Records and companies looked up, documents opened, by who asks. */
    readonly lookUps: TryLimit;
    /** Records opened, by who opens. */
    readonly openings: TryLimit;
  };
}

/** How often may be tried; more than a day's honest work, far less than a search through everything. */
export const TRY_LIMITS = {
  passkeys: { name: "backoffice-passkey", tries: 100, windowSeconds: 900 },
  invitations: { name: "backoffice-invitation", tries: 60, windowSeconds: 900 },
  lookUps: { name: "backoffice-look-up", tries: 120, windowSeconds: 3600 },
  openings: { name: "backoffice-opening", tries: 20, windowSeconds: 3600 },
} as const;
