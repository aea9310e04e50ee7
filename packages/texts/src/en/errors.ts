// What went wrong and what can be done, in English: per kind of error, per problem code, per code of a field.

import { fieldErrors } from "./field-errors.ts";
import { identificationFailures } from "./identification-failures.ts";

export interface ProblemText {
  readonly title: string;
  /** What happened, one or two short sentences. */
  readonly happened: string;
  /** What the reader can do now. */
  readonly next: string;
}

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
      happened:
        "There were too many attempts in a short time, so we wait a while. This protects you and others.",
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
    staff_role_missing: {
      title: "This is another desk’s page",
      happened:
        "Your desk does not open this page or this act. Nothing was shown or changed, and the attempt is written down.",
      next: "Ask the operator if your work needs it.",
    },
    invitation_unknown: {
      title: "This address no longer opens anything",
      happened: "It was used already, it is older than 72 hours, or it was replaced by a newer one.",
      next: "Ask the operator for a new invitation. If you did not use it yourself, say so.",
    },
    record_unknown: {
      title: "There is no such record",
      happened: "The address is wrong, or the record was erased at the end of its term.",
      next: "Look it up again by the delivery or by the commitment.",
    },
    ...identificationFailures,
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
      happened:
        "The act is recorded. Its proof gets a seal and a timestamp now, which usually takes a second.",
      next: "Open this page again in a moment.",
    },
    file_too_large: {
      title: "The file is too large",
      happened: "One file is larger than we can take. It was not kept.",
      next: "Send a smaller file, or split it.",
    },
    message_too_large: {
      title: "The attachments are too large together",
      happened: "All files of one message together are larger than we can take. The last one was not kept.",
      next: "Remove a file, or send it in another message.",
    },
    too_many_files: {
      title: "There are too many files",
      happened: "A message can hold only so many attachments. The last one was not kept.",
      next: "Put several files into one zip, or send another message.",
    },
    part_empty: {
      title: "The file is empty",
      happened: "There is nothing in this file, so it cannot be sent.",
      next: "Check the file on your device and choose it again.",
    },
    part_executable: {
      title: "Programs cannot be sent",
      happened: "This file is a program or contains one. It could harm the addressee’s device.",
      next: "Send a document instead, for example a PDF.",
    },
    part_macros: {
      title: "Documents with macros cannot be sent",
      happened: "This document contains macros: small programs that run when it is opened.",
      next: "Save it without macros or as a PDF, and choose it again.",
    },
    part_type_mismatch: {
      title: "The file is not what its name says",
      happened: "The ending of the name and the content do not belong together.",
      next: "Give the file its right ending, or save it anew, and choose it again.",
    },
    part_unknown_type: {
      title: "We do not know this kind of file",
      happened: "We take only kinds of files that an addressee can surely open.",
      next: "Save it as a PDF or put it into a zip, and choose it again.",
    },
    part_not_printable: {
      title: "A part cannot be printed",
      happened:
        "A letter was asked for in case it is not collected, and one part of the message cannot be printed. Nothing was sent.",
      next: "Put a PDF in its place, or send without a letter.",
    },
    letter_too_long: {
      title: "The letter is too long",
      happened:
        "A letter was asked for in case it is not collected, and it would not fit into an envelope. Nothing was sent.",
      next: "Take something out, or send without a letter.",
    },
    part_legacy_office: {
      title: "This old kind of document cannot be sent",
      happened: "Documents of old office programs may hide programs that we cannot see.",
      next: "Save it in the present format or as a PDF, and choose it again.",
    },
    broken_text: {
      title: "The text is damaged",
      happened: "Some characters of the text or of a file name cannot be read.",
      next: "Type them again, or give the file another name.",
    },
    credits_missing: {
      title: "There are not enough credits",
      happened: "Your account does not hold the credits that this message costs. It was not sent.",
      next: "Your draft is kept. Buy credits, then send it.",
    },
    draft_incomplete: {
      title: "Something is still missing",
      happened: "The message is not complete, so it was not sent.",
      next: "Open the draft and fill in what is marked.",
    },
    draft_already_sent: {
      title: "This message has already been sent",
      happened: "The draft became a registered message and can no longer be changed.",
      next: "You find it under the messages that you sent.",
    },
    identification_too_old: {
      title: "Identify yourself once more before you send",
      happened: "Your identification is older than we may rely on. Nothing was sent.",
      next: "Identify yourself with itsme or an identity card in the portal. Your drafts are kept.",
    },
    sender_not_identified: {
      title: "You must be identified before you can send",
      happened: "Only an identified person can send a registered message. Nothing was sent.",
      next: "Complete the activation of your account first.",
    },
    account_closed: {
      title: "This account is closed",
      happened: "A closed account cannot send any more. What is on its way runs to its end.",
      next: "Ask the administrator of your account if you did not expect this.",
    },
    processing_restricted: {
      title: "The processing of your data is restricted",
      happened: "You asked us to do nothing with your data but keep it. Nothing was done.",
      next: "Lift the restriction under “My data”, “Your requests”, if you want to go on.",
    },
    sign_in_failed: {
      title: "You could not be signed in",
      happened: "The e-mail address or the password is not right.",
      next: "Check both and try again.",
    },
    collect_session_ended: {
      title: "Please identify yourself again",
      happened:
        "You were not active for a while, so we ended the session. Nothing about your message changed.",
      next: "Open the link from the e-mail again, or type the check code.",
    },
    link_unknown: {
      title: "We do not know this link",
      happened: "The link or the check code is not complete, or it was replaced by a newer one.",
      next: "Open the link in the latest e-mail, or type the check code from it.",
    },
    content_erased: {
      title: "The content is no longer kept",
      happened:
        "The time for which we keep it is over, and it was erased. The evidence of the delivery is kept longer.",
      next: "Ask the other side for a copy if you need the content.",
    },
    not_consigned: {
      title: "The content is not ready yet",
      happened: "Your acceptance is recorded and gets its timestamp now. The content opens right after that.",
      next: "Wait a moment and open this page again.",
    },
    letter_on_its_way: {
      title: "The letter is on its way",
      happened:
        "The letter is released for printing, or the carrier has it. It can no longer be changed or called off.",
      next: "Follow it on the page of the delivery.",
    },
    no_letter: {
      title: "There is no letter",
      happened: "No letter was to follow this delivery, or the delivery has ended. Nothing was changed.",
      next: "Open the page of the delivery to see where it stands.",
    },
    proof_not_available: {
      title: "There is no such proof",
      happened: "This delivery has not come to the step that the proof would show.",
      next: "Open the page of the delivery to see which proofs there are.",
    },
    sealing_unavailable: {
      title: "We cannot accept messages at the moment",
      happened: "The timestamp that proves the moment of acceptance is not available. Nothing was sent.",
      next: "Your draft is kept. Try again in a few minutes.",
    },
    took_too_long: {
      title: "That took too long",
      happened: "Your request could not be booked in time, so nothing of it was kept.",
      next: "Try again now.",
    },
    content_unavailable: {
      title: "We cannot reach your files at the moment",
      happened: "Our storage does not answer just now. Nothing of yours was lost.",
      next: "Try again in a few minutes.",
    },
    storage_full: {
      title: "We cannot keep files at the moment",
      happened: "Our storage takes no more files just now. Nothing of yours was lost.",
      next: "Try again in a few minutes.",
    },
    api_key_missing: {
      title: "An API key is needed",
      happened: "This request came without an API key.",
      next: "Send the header Authorization: Bearer, followed by your API key.",
    },
    api_key_invalid: {
      title: "This API key is not valid",
      happened: "The API key is not known, or it was revoked.",
      next: "Check the key, or ask an administrator of your account for a new one.",
    },
    api_key_suspended: {
      title: "This API key is suspended",
      happened:
        "The member who answers for this key has left the account, is not identified, or must identify himself again.",
      next: "The member identifies himself again in the portal, or an identified administrator of your account takes the key over there.",
    },
    api_key_not_found: {
      title: "We do not know this API key",
      happened: "There is no such key in your account.",
      next: "Look at the list of the keys of your account.",
    },
    api_key_not_suspended: {
      title: "This key needs no new member",
      happened: "The key is not suspended: it serves, or it was revoked. Nothing was changed.",
      next: "Look at the list of keys to see how it stands.",
    },
    scope_missing: {
      title: "This key may not do this",
      happened: "The API key is not made for this. Nothing was changed.",
      next: "Use a key with the scope that the detail names, or ask an administrator for one.",
    },
    account_applying: {
      title: "This company has not been approved yet",
      happened:
        "Until our registration office has approved the company, nothing can be sent and no key serves.",
      next: "Wait for our mail, or complete the application in the portal.",
    },
    account_closing: {
      title: "This account is being closed",
      happened: "Nothing new can be sent, and no key serves. What is on its way runs to its end.",
      next: "Follow it in the portal, or take the closing back there.",
    },
    api_key_ended: {
      title: "This key has ended",
      happened: "The key was revoked, or a newer one has taken its place. Nothing was changed.",
      next: "Look at the list of keys to see how it stands.",
    },
    too_many_api_keys: {
      title: "There are too many keys",
      happened: "An account has at most a hundred keys in force. Nothing was made.",
      next: "Revoke keys that nobody needs any more.",
    },
    logo_not_found: {
      title: "There is no logo here",
      happened: "No logo is shown here.",
      next: "You need do nothing.",
    },
    agreements_outstanding: {
      title: "Please read what is newly in force first",
      happened: "New words are in force that you have not accepted yet. Nothing was done.",
      next: "Open any page of the portal: it leads you to them.",
    },
    not_an_admin: {
      title: "Only an administrator may do this",
      happened: "This is for administrators of your account. Nothing was changed.",
      next: "Ask an administrator of your account.",
    },
    register_number_not_allowed: {
      title: "Your account may not use national register numbers",
      happened: "A national register number was given that your account may not use. Nothing was sent.",
      next: "Take the number away, then send.",
    },
    message_invalid: {
      title: "This message cannot be sent as it is",
      happened: "Something in it is missing or wrong. Nothing was accepted.",
      next: "Correct what is named below and send it again.",
    },
    idempotency_key_reused: {
      title: "This key was used for another request",
      happened:
        "An earlier request with this Idempotency-Key asked for something else. Nothing was accepted.",
      next: "Use a new key for a new message.",
    },
    evidence_being_sealed: {
      title: "The evidence is being sealed",
      happened:
        "The act is recorded. Its evidence gets a seal and a timestamp now, which usually takes a second.",
      next: "Ask again in a moment.",
    },
    method_not_allowed: {
      title: "This cannot be done at this address",
      happened: "The address exists, but not for this method.",
      next: "See which methods are allowed, and use one of them.",
    },
    unsupported_media_type: {
      title: "This content type is not understood",
      happened: "What was sent is of a type that we do not read here. Nothing was accepted.",
      next: "Send one of the types that are named.",
    },
  } satisfies Record<string, ProblemText>,
  /** By the code of a `FieldError`; shown beside the field and in the summary above the form. */
  fields: fieldErrors,
};
