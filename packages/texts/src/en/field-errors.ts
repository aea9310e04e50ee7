// What is wrong with one field, in English; by the code of a `FieldError`.

import { notPrintable } from "../not-printable.ts";
import { print } from "./print.ts";

/** Values a field's text may name; they come from `FieldError.params`. */
export type FieldParams = Readonly<Record<string, string | number>>;

export const fieldErrors = {
  required: (_: FieldParams) => "Fill this in.",
  invited_not_an_address: (p: FieldParams) => `“${p["email"] ?? ""}” is not an e-mail address.`,
  invited_is_member: (p: FieldParams) => `${p["email"] ?? ""} is a member already.`,
  invited_already: (p: FieldParams) => `${p["email"] ?? ""} has an open invitation. You can send it again.`,
  invited_oneself: (p: FieldParams) => `${p["email"] ?? ""} is your own address.`,
  invited_too_many: (p: FieldParams) => `Invite at most ${p["max"] ?? ""} addresses at once.`,
  team_unknown: (_: FieldParams) => "One of these teams does not exist any more.",
  team_name_taken: (_: FieldParams) => "Another team has this name.",
  choose: (_: FieldParams) => "Make a choice.",
  invalid: (_: FieldParams) => "Check what you filled in.",
  record_query_invalid: (_: FieldParams) =>
    "Give a delivery number (dlv_…) or a commitment of 64 digits and letters.",
  not_a_choice: (_: FieldParams) => "Choose one of the possibilities.",
  hold_end_past: (_: FieldParams) => "The last day lies ahead, tomorrow at the earliest.",
  hold_end_far: (_: FieldParams) => "At most 24 months from today. It can be renewed before it ends.",
  hold_end_not_later: (_: FieldParams) =>
    "Later than the day it has now. Ending a hold sooner takes two officers.",
  hold_subject_unknown: (_: FieldParams) => "There is nothing of this id, or it was erased.",
  content_falls_now: (_: FieldParams) => "By this the content is erased within a day. Tick that you know it.",
  account_unknown: (_: FieldParams) => "There is no account of this id.",
  period_unchanged: (_: FieldParams) => "This is the period that counts now.",
  not_checked: (_: FieldParams) => "Tick this once you have checked it.",
  not_offered: (_: FieldParams) => "This is not possible yet.",
  unknown_field: (_: FieldParams) => "There is no field of this name.",
  fallback_not_available: (_: FieldParams) => "Letters on paper are not available in this installation.",
  identification_not_available: (_: FieldParams) =>
    "Identification by itsme or eID is not available in this installation.",
  not_text: (_: FieldParams) => "A text is expected here.",
  not_well_formed: (_: FieldParams) => "Some characters of this text are damaged. Type them again.",
  not_a_date: (_: FieldParams) => "This is not a date.",
  too_short: (p: FieldParams) => `Use at least ${p["min"] ?? ""} characters.`,
  too_long: (p: FieldParams) => `Use at most ${p["max"] ?? ""} characters.`,
  out_of_range: (p: FieldParams) => `Give a number from ${p["min"] ?? ""} to ${p["max"] ?? ""}.`,
  control_characters: (_: FieldParams) =>
    "This contains a line break or another character that cannot stand here.",
  email_invalid: (_: FieldParams) => "This is not an e-mail address. It looks like name@example.be.",
  email_unchanged: (_: FieldParams) => "This is the address you have already.",
  email_too_long: (_: FieldParams) => "This e-mail address is too long.",
  mobile_invalid: (_: FieldParams) => "This is not a mobile number. It looks like +32 470 12 34 56.",
  mobile_too_short: (p: FieldParams) =>
    `${Number(p["missing"]) === 1 ? "One digit is missing" : `${p["missing"] ?? ""} digits are missing`}${p["shown"] === undefined ? "." : `: ${p["shown"]}`}`,
  mobile_too_long: (p: FieldParams) =>
    Number(p["extra"]) === 1
      ? "There is one digit too many."
      : `There are ${p["extra"] ?? ""} digits too many.`,
  mobile_not_mobile: (_: FieldParams) => "This number cannot receive an SMS. Give a mobile number.",
  mobile_unknown_country: (_: FieldParams) => "No country has this number. Check what follows the plus sign.",
  mobile_required_for_codes: (_: FieldParams) => "Collecting with codes needs a mobile number.",
  postcode_invalid: (_: FieldParams) => "A Belgian postcode has four digits, from 1000 to 9999.",
  country_invalid: (_: FieldParams) => "We do not know this country.",
  country_not_served: (_: FieldParams) => "No letters on paper go to this country.",
  address_incomplete: (_: FieldParams) =>
    "The post finds no house by this. Give a number, or write “z/n” or “s/n” where there is none.",
  address_unreadable: (_: FieldParams) => "The post here cannot read this script. Write it in Latin letters.",
  address_too_long: (_: FieldParams) =>
    "This is too long for one line of an address. Shorten it so that the post still understands it.",
  return_address_needs_letter: (_: FieldParams) =>
    "A return address is for a letter only. Choose the letter, or leave this empty.",
  return_address_private_only: (_: FieldParams) =>
    "Only private senders can have letters come back to an address of their own.",
  part_not_printable: (p: FieldParams) => notPrintable(print, p),
  print_pending: (_: FieldParams) =>
    "How it looks on paper was not looked at yet. Open the preview once more.",
  letter_too_long: (p: FieldParams) =>
    `The letter would have ${p["pages"] ?? ""} pages; at most ${p["max"] ?? ""} fit into an envelope. Take something out, or send without a letter.`,
  letter_too_thick: (p: FieldParams) =>
    `The letter would have ${p["sheets"] ?? ""} sheets; at most ${p["max"] ?? ""} fit into an envelope. Take something out, or send without a letter.`,
  letter_too_heavy: (p: FieldParams) =>
    `No letter of ${p["sheets"] ?? ""} sheets goes to this country. Take something out, or send without a letter.`,
  country_too_far: (p: FieldParams) =>
    `No letter of ${p["sheets"] ?? ""} sheets goes to this country. Give an address in another country, or call the letter off.`,
  postage_missing: (p: FieldParams) =>
    `A letter to this country costs ${p["needed"] ?? ""} credits more. Your account has ${p["balance"] ?? ""}.`,
  enterprise_number_invalid: (_: FieldParams) =>
    "This is not a valid enterprise number. It has ten digits and starts with 0 or 1.",
  must_accept: (_: FieldParams) => "You can go on only if you agree to this.",
  enterprise_number_foreign: (_: FieldParams) =>
    "This is a number of another country. A foreign company needs a Belgian enterprise number, which its branch in Belgium has.",
  establishment_number: (_: FieldParams) =>
    "This is the number of an establishment. Give the enterprise number: it starts with 0 or 1.",
  enterprise_number_checksum: (_: FieldParams) =>
    "The digits do not fit together. Check each: one may be wrong or two swapped.",
  enterprise_number_taken: (_: FieldParams) =>
    "This company has an account already. Ask its administrators to invite you.",
  application_incomplete: (_: FieldParams) => "Fill in everything about the company and save it.",
  form_missing: (_: FieldParams) => "Add the signed form.",
  form_outdated: (_: FieldParams) =>
    "The company was changed after the form was signed. Have the new form signed and add it.",
  extract_missing: (_: FieldParams) => "Add an extract of the register of enterprises.",
  identify_first: (_: FieldParams) => "Show who you are first, with itsme or an identity card.",
  register_number_invalid: (_: FieldParams) =>
    "This is not a valid national register number. It has eleven digits.",
  register_number_not_allowed: (_: FieldParams) => "Your account may not use national register numbers.",
  enterprise_number_required: (_: FieldParams) =>
    "Without its enterprise number no member of this organisation could collect with itsme or an identity card.",
  birth_date_impossible: (_: FieldParams) => "Nobody who lives was born on this day. Check the year.",
  for_persons_only: (_: FieldParams) => "This belongs to a person. Leave it empty for an organisation.",
  no_addressee: (_: FieldParams) => "Give at least one addressee.",
  too_many_addressees: (p: FieldParams) => `A message can have at most ${p["max"] ?? ""} addressees.`,
  identical_addressee: (p: FieldParams) => `This addressee is the same as number ${p["row"] ?? ""}.`,
  own_email: (_: FieldParams) =>
    "This is your own e-mail address. You cannot send yourself a registered message.",
  own_mobile: (_: FieldParams) =>
    "This is your own mobile number. You cannot send yourself a registered message.",
  credits_missing: (p: FieldParams) =>
    `This costs ${p["needed"] ?? ""} credits. Your account has ${p["balance"] ?? ""}.`,
  name_taken: (_: FieldParams) => "Another one has this name already.",
  logo_not_an_image: (_: FieldParams) => "This is not a picture in PNG, JPEG or WebP.",
  logo_svg: (_: FieldParams) => "SVG can carry scripts, so we do not take it. Save the logo as PNG.",
  logo_too_large: (_: FieldParams) => "The file is larger than 2 MB.",
  logo_too_many_pixels: (_: FieldParams) => "The picture is larger than 4000 by 4000 pixels.",
  logo_damaged: (_: FieldParams) => "The picture is damaged and cannot be read.",
  logo_animated: (_: FieldParams) => "The picture moves. Choose one that stands still.",
  code_wrong: (_: FieldParams) => "The two codes are not right. Check both.",
  check_code_malformed: (_: FieldParams) => "This is not a check code. It has 12 letters and digits.",
  check_code_unknown: (_: FieldParams) =>
    "We do not know this check code. Check each character. If you have a newer notice, use its code.",
  contact_known: (_: FieldParams) =>
    "This name stands in your address book with this e-mail address already.",
  consent_known: (_: FieldParams) =>
    "A consent of this name and address stands already, or was withdrawn on this day or later.",
  date_in_future: (_: FieldParams) => "This day has not come yet.",
  date_over_a_year_ago: (_: FieldParams) => "This day is more than a year ago. Check it.",
  override_required: (_: FieldParams) =>
    "Established, or owned, outside the European Economic Area: say why it may be used all the same. Everybody reads it.",
  url_invalid: (_: FieldParams) => "Write the whole address, beginning with https://.",
  ends_before_it_begins: (_: FieldParams) => "This day is before its first one.",
  short_notice_required: (p: FieldParams) =>
    `Account holders are told ${p["days"] ?? ""} days ahead. Choose a later day, or say why it cannot wait.`,
  host_invalid: (p: FieldParams) =>
    `“${p["host"] ?? ""}” is not a host name. They look like smtp.example.be.`,
  subject_invalid: (p: FieldParams) =>
    `“${p["id"] ?? ""}” is not the id of a delivery (dlv_…), an account (acc_…) or a person (per_…).`,
  row_broken: (_: FieldParams) => "This row cannot be read. Look for a quotation mark that is not closed.",
  card_version: (_: FieldParams) => "Only vCards of version 3.0 and 4.0 can be read.",
  card_broken: (_: FieldParams) => "This vCard has no end.",
  letter_code_invalid: (_: FieldParams) =>
    "This is not a check code. It has twelve characters, like K7QM-4RTX-92VB.",
  closing_word_wrong: (p: FieldParams) => `Type the word ${p["word"] ?? ""}.`,
  number_not_in_batch: (p: FieldParams) =>
    `Letter ${p["number"] ?? ""} is not one of those that are ready in this batch.`,
  numbers_invalid: (_: FieldParams) => "Write numbers of letters, like 3, 17-19.",
  barcode_unreadable: (_: FieldParams) =>
    "This is not a barcode of a registered letter: 30 digits, or like RR473124829BE.",
  barcode_unknown: (_: FieldParams) => "No letter of ours has this barcode.",
  barcode_not_posted: (_: FieldParams) =>
    "This letter is not posted, so the carrier cannot say anything of it.",
  time_invalid: (_: FieldParams) => "This is not a day and a time. They look like 2026-11-23 14:05.",
  time_in_future: (_: FieldParams) => "This time has not come yet.",
  time_before_posting: (_: FieldParams) => "The letter was not posted yet at this time.",
};
