// Words in English of the letters that the privacy desk writes about a request.

export const rightsLetters = {
  subject: (number: string) => `Your request no. ${number} about personal data`,
  dear: (name: string) => `Dear ${name},`,
  rights: {
    access: "access to personal data (GDPR, article 15)",
    rectification: "rectification of personal data (GDPR, article 16)",
    erasure: "erasure of personal data (GDPR, article 17)",
    restriction: "restriction of processing (GDPR, article 18)",
    objection: "an end to processing, by way of objection (GDPR, article 21)",
    portability: "personal data in a portable form (GDPR, article 20)",
    withdrawal: "the withdrawal of a consent (GDPR, article 7(3))",
    complaint: "a reply to a complaint",
  },
  received: (right: string, day: string) => `On ${day} we received your request for ${right}.`,
  onBehalf: (name: string) => `You made it on behalf of ${name}.`,
  identity: [
    "Before we answer we must be sure who asks. Please send us a copy of the front of an identity document. You may black out the photograph and the national register number.",
    "We look at the copy once and destroy it at once. The month in which we answer runs from the day on which we have it.",
    "If you ask on behalf of somebody else, send us the document that gives you the authority as well.",
  ],
  identityUntil: (day: string) =>
    `We wait for it until the end of ${day}. After that we close the request; you can ask again at any time.`,
  identityReminder: (day: string) =>
    `We wrote to you that we must be sure who asks, or by what authority you ask for another. We have nothing from you yet. We wait until the end of ${day}. After that we close the request; you can ask again at any time.`,
  extension: (day: string) =>
    `We need more time than a month. You will have our answer by ${day} at the latest. The reason:`,
  answers: {
    granted: "We grant your request.",
    granted_in_part: "We grant your request in part. What we cannot do, and why, stands below.",
    refused: "We cannot grant your request. The reason stands below.",
  },
  grounds: {
    not_identified: "It was not shown who asks, so we may not act upon the request.",
    no_authority: "It was not shown that you may ask on behalf of this person.",
    excessive: "The request is manifestly unfounded or excessive, in particular because it was repeated.",
    nothing_held: "We hold no data about you, or none by which we can tell that they are yours.",
    rights_of_others: "What you ask for would touch the rights and freedoms of others.",
    not_portable:
      "These data do not rest upon your consent or a contract with you, or are not processed by automated means.",
    accurate: "The data are right. Sealed evidence is never changed; a note can stand beside it.",
    legal_obligation: "The law obliges us to keep these data.",
    legal_claims:
      "The evidence of a registered message is needed to establish, exercise or defend legal claims.",
    not_restrictable: "None of the conditions for a restriction is met.",
    kept_for_claims: "While it is restricted we go on storing evidence, and use it for legal claims alone.",
    compelling_grounds:
      "There are compelling legitimate grounds for the processing, or it serves legal claims.",
    no_consent: "The processing does not rest upon a consent that could be withdrawn.",
    sender_refused:
      "The sender of the registered message, who is the controller of these data, has refused. You can turn to the sender.",
    sender_silent:
      "The sender of the registered message, who is the controller of these data, was asked and has not answered in the term. We may not act upon them without the sender. You can turn to the sender.",
    sender_gone:
      "The sender of the registered message, who was the controller of these data, has closed the account with us. Nobody decides about them any more; they are erased on the day that our rules set.",
    not_founded: "We have looked into your complaint and found no breach of the rules.",
  },
  article: (article: string) => `(GDPR, article ${article})`,
  keptUntil: (day: string) =>
    `What we have to keep is kept until the end of ${day}. On the day after it is erased without your having to ask again.`,
  senderSilent: (name: string, day: string) =>
    `We asked ${name} about what was stated about you. ${name} had until the end of ${day} to decide and has not answered. We have neither released nor changed these data. If an answer comes later, we act upon it.`,
  senderGone: (name: string) =>
    `${name} was the controller of what was stated about you, and has closed the account with us. What we still keep of it is erased by itself on the day that our rules set, without your having to ask.`,
  senderGoneNameless:
    "A sender who was the controller of what was stated about you has closed the account with us. What we still keep of it is erased by itself on the day that our rules set, without your having to ask.",
  restrictedAddresses: (addresses: string) =>
    `We know no account of yours. Restricted is what is addressed to you, by your name, at ${addresses}. Who else reads that mailbox is not affected, and neither is a message to another spelling of your name.`,
  waits: (day: string) =>
    `A registered message to you is still on its way. It runs to its end first, at the latest on ${day}; what we granted is carried out then, and we write to you again.`,
  account:
    "You have an account. You close it yourself: sign in on the portal and choose “Close the account”; in a company of which you are a member, choose “Leave”. You can take the closing back for 44 days; on the day after, the data of the account go by themselves, and what the law keeps goes on its own day.",
  rectified: (day: string) => `On ${day} our privacy desk noted beside this evidence, which stays as it was:`,
  carriedOut: "What we granted has been carried out.",
  restrictionEnds: (day: string) =>
    `The restriction of processing ends. It still stands until the end of ${day}. If you do not agree, write to us before that day.`,
  complaint:
    "If you do not agree, you can lodge a complaint with the data protection authority: Gegevensbeschermingsautoriteit, Drukpersstraat 35, 1000 Brussels, www.dataprotectionauthority.be. You can also go to court.",
  closing: (provider: string) => `The privacy desk of ${provider}`,
  page: (page: string, pages: string) => `Page ${page} of ${pages}`,
  overview: {
    title: "What we hold about you",
    lead: (name: string, day: string) =>
      `Made on ${day} for ${name}. The same data are in the files beside this one, in full.`,
    person: "Your account",
    letters: (count: string) => `Registered messages: ${count}`,
    letter: (sender: string) => `From ${sender}`,
    email: "E-mail",
    name: "Name",
    since: "Since",
    identified: "Identified",
    accepted: "Handed in",
    final: "Ended",
    onItsWay: "on its way",
    state: "State",
    events: "Evidence",
    uses: "Entries in the log of use",
    notices: "Notices sent",
    entrusted: "What the sender stated about you",
    withheld: "The sender is the controller of what he stated about you and has not released it.",
    none: "none",
  },
};
