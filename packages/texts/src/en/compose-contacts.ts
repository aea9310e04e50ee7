// Words in English about contacts, the directory and consents where a message is written.

export const composeContacts = {
  pick: "From the address book",
  readFile: "From a file",
  save: "Save in the address book",
  saved: "Saved in your address book.",
  saveRefused: "Not saved yet: first mend what is marked here.",
  ask: "Is this person registered?",
  askEmail: "Give an e-mail address first.",
  registered: (name: string) => `Registered: ${name}. Compare the name with the one you typed.`,
  notRegistered:
    "Nobody is listed under exactly this address. Members of companies are never listed. You can send all the same.",
  askedTooOften: (wait: string) => `You have asked too often. Ask again in ${wait}.`,
  standing: (day: string, ground: string) => `Your ledger has a consent of ${day} (${ground}).`,
  use: "Use it for this message",
  withdrawn: (day: string) =>
    `This addressee’s consent was withdrawn on ${day}. A letter on paper is the safe way now.`,
  picker: {
    title: "Choose addressees",
    lead: "Tick who gets the message. Consents of your ledger go along.",
    add: "Add to the message",
    back: "Back to the message",
    tooMany: (max: number) => `A message can have at most ${max} addressees. Nobody was added.`,
    emptyText: "Your address book is empty. Write or read in contacts first.",
  },
  file: {
    title: "Addressees from a file",
    lead: (max: number) =>
      `CSV or vCard, as for the address book. Every row becomes an addressee of this message, at most ${max} together. What is wrong is shown in the form.`,
    tooMany: (max: number) =>
      `The file has more rows than the ${max} addressees a message can have. Nobody was added.`,
    button: "Add to the message",
  },
};
