// The form of a message as it was typed: kept as it is, however wrong, until it is sent.

export interface DraftAddressee {
  readonly [field: string]: string;
}

export interface DraftForm {
  readonly subject: string;
  readonly body: string;
  /** Id of the team it is sent for; empty for none, absent where nobody has chosen yet. */
  readonly team?: string;
  /**
   * Raw option fields: required_identification, collection_days, reminders, postal_fallback, content_retention_days, and those of
   * `return_address` with dots.
   */
  readonly options: Readonly<Record<string, string>>;
  /** Raw rows, fields named as the API names them, nested ones with dots (`postal_address.street`). */
  readonly addressees: readonly DraftAddressee[];
}

export const EMPTY_FORM: DraftForm = { subject: "", body: "", options: {}, addressees: [{}] };
