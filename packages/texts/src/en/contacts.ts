// Words in English about the address book.

import { composeContacts } from "./compose-contacts.ts";
import { consents } from "./consents.ts";

export const contacts = {
  menu: "Address book",
  sections: "Address book and consents",
  consents,
  compose: composeContacts,
  list: {
    title: "Address book",
    lead: "Only members of your account see it. It goes with the account.",
    search: "Beginning of a name or an e-mail address",
    caption: "Contacts, by name",
    tick: (name: string) => `Tick ${name}`,
    ticked: "Ticked",
    name: "Name",
    email: "E-mail",
    mobile: "Mobile number",
    town: "Town",
    write: "New contact",
    read: "Read a file",
    exportCsv: "Export as CSV",
    exportVcard: "Export as vCard",
    deleteTicked: "Delete what is ticked",
    noneTicked: "Tick at least one contact first.",
    emptyTitle: "Nobody here yet",
    emptyText: "Write a contact, or read in a file from another program.",
    nothingFound: "Nobody was found",
    nothingFoundText: "Type the beginning of a family name, of first names, or of an e-mail address.",
    all: "Show all",
    added: "The contact was added.",
    changed: "The contact was changed.",
    deleted: (count: number) =>
      count === 1 ? "One contact was deleted." : `${count} contacts were deleted.`,
  },
  form: {
    addTitle: "New contact",
    changeTitle: "Contact",
    save: "Save",
    delete: "Delete this contact",
    country: "Country",
    countryHint: "Two letters, such as BE. Belgium where you leave it empty.",
  },
  deleting: {
    title: "Delete contacts",
    text: (count: number) =>
      count === 1
        ? "This contact leaves your address book. What you sent, and the ledger of consents, stay as they are."
        : `These ${count} contacts leave your address book. What you sent, and the ledger of consents, stay as they are.`,
    button: "Delete",
  },
  reading: {
    title: "Read a file of contacts",
    lead: "CSV from a spreadsheet or a mail program, or vCard (3.0 or 4.0). At most 50,000 rows and 10 MB.",
    file: "File",
    how: "The first line of a CSV file names its columns: name, first names, e-mail, mobile, street, number, postcode, town, language. Names in four languages and those of Outlook and Google are known. A column that we do not know is passed over.",
    consentColumns: "Columns consent_on and consent_words go into your ledger of consents.",
    again: "Who stands in your address book with the same e-mail address and name is changed, not doubled.",
    button: "Read it",
    refused: {
      contact_file_missing: "Choose a file first.",
      contact_file_too_large: "The file is larger than 10 MB. Nothing was read.",
      contact_file_empty: "The file is empty. Nothing was read.",
      contact_columns_unknown:
        "We found no column with names or none with e-mail addresses. The first line must name the columns. Nothing was read.",
      contact_rows_too_many:
        "The file has more than 50,000 rows. The first 50,000 may have been read. Split the file and read the rest.",
    },
  },
  report: {
    title: "What was read",
    lead: (when: string) => `Read on ${when}. This page is kept for a day.`,
    added: "Added",
    changed: "Changed",
    bad: "Not taken",
    understood: "How the file was understood",
    format: "Format",
    formats: { csv: "CSV", vcard: "vCard" },
    encoding: "Characters",
    delimiter: "Columns parted by",
    delimiters: { ",": "comma", ";": "semicolon", "\t": "tab" },
    columns: "Columns",
    passedOver: "Passed over",
    none: "none",
    badTitle: "Rows that were not taken",
    badLead: (shown: number, all: number) =>
      shown === all
        ? "Mend them and read them in again."
        : `The first ${shown} of ${all}. Mend them and read them in again.`,
    download: "Download them as CSV, with reasons",
    downloadNote:
      "Cells that a spreadsheet would take for a formula begin with an apostrophe there. When the file is read in again, it is taken away.",
    line: "Line",
    reasons: "Reason",
    toList: "To the address book",
  },
  /** Headings of the columns that the file of rows not taken adds. */
  badFile: { line: "line", reasons: "reasons" },
};
