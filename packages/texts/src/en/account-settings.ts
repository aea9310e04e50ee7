// Words in English about the settings of an account, its logo, and the log of its use.

import { accessLog } from "./access-log.ts";

export const accountSettings = {
  menu: "Settings",
  /** Entry of the menu for a private account. */
  account: "Account",
  logMenu: "Log of use",
  title: "Settings of the account",
  lead: "What holds for everything that this account sends and keeps. Changes count from now on: what is on its way keeps what it was sent with.",
  saved: "Your changes are kept.",
  save: "Keep the changes",
  addressTitle: "Account",
  holder: "Name",
  company: "Company",
  number: "Enterprise number",
  office: "Registered office",
  officeVerified:
    "Name, number and registered office were compared with the register by our registration office. Write to it when one of them changes.",
  officeUnknown: "not known yet",
  language: "Language of the account",
  languageHint: "Of mails to the account, and of new members until they choose their own.",
  email: "E-mail address of the account",
  emailHint: "Used when the member who sent a message has left.",
  emailPrivate: "You change your e-mail address among your own data, by a link that we send to the new one.",
  toMyData: "To your own data",
  addressHint: "Stands in what you send, and a private account has one.",
  country: "Country (two letters)",
  defaultsTitle: "What a new message begins with",
  defaultsLead: "You can still choose otherwise for each message.",
  retention: "How long content is kept",
  retentionHint:
    "Days after a message has come to its end, 30 to 730. Then nobody with this account can open it any more; the proofs stay for 24 months. The same number of days holds for what you receive in the inbox. Each message says its last day in advance.",
  senderTitle: "When addressees see who writes",
  senderLegend: "The name of the sender is shown",
  senderBefore: "before acceptance",
  senderBeforeHint:
    "Notices, reminders and the page of the choice name you and show your logo. People collect sooner what they know to be from you.",
  senderAfter: "only after acceptance",
  senderAfterHint:
    "Notices and the page of the choice say “a sender whose name you see once you accept”, without logo or town. Nobody can then refuse because of who writes, but more people leave such a message alone, and an addressee may argue that it was not recognisable. Evidence names you in every case, and who accepts sees your name at once.",
  logoTitle: "Logo",
  logoLead:
    "Addressees see it beside your name, on the pages where they collect. Mails carry no pictures: many programs block them, and a picture fetched from elsewhere would tell when a mail is opened.",
  logoFile: "Picture",
  logoHint:
    "PNG, JPEG or WebP, at most 2 MB and 4000 by 4000 pixels. We draw it anew, at most 400 by 160 pixels, and keep nothing of the file itself.",
  logoSave: "Use this logo",
  logoRemove: "Remove the logo",
  logoNow: "Your logo as addressees see it",
  logoNone: "No logo is shown.",
  logoRemoved: "The logo is removed.",
  logoHidden: "It is not shown before acceptance, as chosen above.",
  log: accessLog,
};
