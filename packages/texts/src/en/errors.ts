// What went wrong and what can be done, in English: per kind of error, per problem code, per code of a field.

export interface ProblemText {
  readonly title: string;
  /** What happened, one or two short sentences. */
  readonly happened: string;
  /** What the reader can do now. */
  readonly next: string;
}

/** Values a field's text may name; they come from `FieldError.params`. */
export type FieldParams = Readonly<Record<string, string | number>>;

export const errors = {
  page: {
    reference: (id: string) => `Reference for our support: ${id}`,
    home: "To the start page",
    again: "Try again",
    waitFor: (duration: string) => `You can try again in ${duration}.`,
  },
  /** For every error that has no text of its own below. */
  kinds: {
    bad_request: {
      title: "We could not read that",
      happened: "What arrived here is not complete or not in the form we expect. Nothing was changed.",
      next: "Go back, check what you filled in, and try again.",
    },
    unauthenticated: {
      title: "Please sign in first",
      happened: "This page is only for people who are signed in.",
      next: "Sign in and open the page again.",
    },
    forbidden: {
      title: "You may not do this",
      happened: "Your account has no right to this page or this act. Nothing was changed.",
      next: "Ask an administrator of your account if you think you should have it.",
    },
    not_found: {
      title: "This page is not here",
      happened: "The address is wrong, or what it showed no longer exists.",
      next: "Check the address, or start from the first page.",
    },
    conflict: {
      title: "This cannot be done now",
      happened: "Something changed in the meantime, so your request no longer fits. Nothing was changed.",
      next: "Open the page again to see how things stand.",
    },
    too_large: {
      title: "That is too large",
      happened: "What you sent is larger than we can take. Nothing was kept.",
      next: "Send fewer or smaller files.",
    },
    too_many: {
      title: "That was too often",
      happened: "There were too many attempts in a short time, so we wait a while. This protects you and others.",
      next: "Wait, then try again.",
    },
    unavailable: {
      title: "We cannot do this at the moment",
      happened: "A part of our service does not answer. What was accepted before is safe.",
      next: "Try again in a few minutes.",
    },
    internal: {
      title: "Something went wrong with us",
      happened: "This is our fault, not yours. It was recorded and we look into it.",
      next: "Try again. If it happens again, tell us the reference below.",
    },
  } satisfies Record<string, ProblemText>,
  /** By the stable code of the error. */
  codes: {
    csrf_failed: {
      title: "This form was open for too long",
      happened: "We could not see for sure that you sent this form yourself. Nothing was changed.",
      next: "Go back, reload the page, and send the form again. Your browser must accept cookies from this site.",
    },
    upload_broken_off: {
      title: "The upload broke off",
      happened: "The connection ended before everything had arrived. Nothing of it was kept.",
      next: "Check your connection and send it again.",
    },
    digest_mismatch: {
      title: "The file changed on its way",
      happened: "What arrived is not the same, byte for byte, as what you sent. It was not kept.",
      next: "Send the file again.",
    },
    session_ended: {
      title: "You were signed out",
      happened: "You were not active for a while, so we ended the session.",
      next: "Sign in again. Your drafts are kept.",
    },
    proof_being_sealed: {
      title: "The proof is being sealed",
      happened: "The act is recorded. Its proof gets a seal and a timestamp now, which usually takes a second.",
      next: "Open this page again in a moment.",
    },
  } satisfies Record<string, ProblemText>,
  /** By the code of a `FieldError`; shown beside the field and in the summary above the form. */
  fields: {
    required: (_: FieldParams) => "Fill this in.",
    choose: (_: FieldParams) => "Make a choice.",
    invalid: (_: FieldParams) => "Check what you filled in.",
    too_short: (p: FieldParams) => `Use at least ${p["min"] ?? ""} characters.`,
    too_long: (p: FieldParams) => `Use at most ${p["max"] ?? ""} characters.`,
    out_of_range: (p: FieldParams) => `Give a number from ${p["min"] ?? ""} to ${p["max"] ?? ""}.`,
    email_invalid: (_: FieldParams) => "This is not an e-mail address. It looks like name@example.be.",
    mobile_invalid: (_: FieldParams) => "This is not a mobile number. It looks like +32 470 12 34 56.",
    mobile_too_short: (p: FieldParams) => (Number(p["missing"]) === 1 ? "One digit is missing." : `${p["missing"] ?? ""} digits are missing.`),
    mobile_required: (_: FieldParams) => "Collecting with codes needs a mobile number.",
    date_invalid: (_: FieldParams) => "This is not a date.",
    postcode_invalid: (_: FieldParams) => "A Belgian postcode has four digits, from 1000 to 9999.",
    enterprise_number_invalid: (_: FieldParams) => "This is not a valid enterprise number. It has ten digits and starts with 0 or 1.",
    control_characters: (_: FieldParams) => "This contains a line break or another character that cannot stand here.",
    identical_addressee: (_: FieldParams) => "This addressee is already in the list.",
    own_address: (_: FieldParams) => "This is your own address. You cannot send yourself a registered message.",
    code_wrong: (_: FieldParams) => "The two codes are not right. Check both.",
  },
};
