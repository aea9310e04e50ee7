// Words in English about the ledger of consents to electronic registered mail.

export const consents = {
  menu: "Consents",
  title: "Consents",
  lead: "Who accepted registered mail from you electronically: when, on what ground, in which words. Nothing here is ever changed; a consent is withdrawn instead.",
  search: "E-mail address, in full",
  caption: "Consents, the newest first",
  addressee: "Addressee",
  stated: "Stated on",
  ground: "Ground",
  grounds: {
    clause: "Clause in a contract",
    earlier_consent: "Earlier consent",
    registration: "Registered address",
  },
  words: "Words",
  noWords: "not noted",
  source: "Source",
  sources: {
    sender: "stated by the sender",
    import: "read in with contacts",
    addressee: "given by the addressee",
  },
  state: "State",
  stands: "Stands",
  withdrawn: "Withdrawn",
  withdrawnOn: (when: string, by: string) => `${when}, by ${by}`,
  by: { sender: "the sender", addressee: "the addressee" },
  recorded: "Noted on",
  email: "E-mail address",
  sender: "Sender",
  withdrawnWords: "Words of the withdrawal",
  add: "State a consent",
  exportCsv: "Export as CSV",
  emptyTitle: "No consents yet",
  emptyText:
    "They come here when you state one, when you send a message that says so, and when an addressee agrees after collecting.",
  nothingFound: "No consent of this address",
  all: "Show all",
  added: "The consent was noted.",
  didWithdraw: "The withdrawal was noted.",
  form: {
    title: "State a consent",
    lead: "Say only what you can show. If the addressee denies it, the proof is up to you.",
    ground: "On what ground",
    statedOn: "When",
    words: "In which words",
    wordsHint: "As they stand in the contract or the letter, at most 500 characters.",
    button: "Note it",
  },
  statement: {
    title: "Statement of consent",
    lead: "From the ledger of the sender named here. Print this page where you need it on paper.",
    number: "Number",
    made: (when: string) => `Made on ${when}.`,
    of: (name: string) => `The statement of ${name}`,
  },
  withdrawing: {
    title: "Note a withdrawal",
    text: "If the addressee told you that he no longer agrees, note it here. From now on compose warns. This cannot be undone; a new consent is a new row.",
    words: "How he said so",
    button: "Note the withdrawal",
  },
  /** To the addressee, once he has collected. */
  own: {
    title: "Registered mail from this sender",
    ask: (sender: string) =>
      `Do you agree that ${sender} sends you registered mail electronically in future?`,
    effect:
      "If you agree, registered mail to your name at this e-mail address counts as sent to an address you accepted. You can withdraw at any time.",
    give: "I agree",
    given: (sender: string, day: string) =>
      `On ${day} you agreed that ${sender} sends you registered mail electronically.`,
    stated: (sender: string) =>
      `${sender} has noted that you agreed to get registered mail electronically. If that is not so, or no longer, say it here.`,
    withdraw: "I no longer agree",
    withdrawEffect: "The sender is told by the ledger when writing to you. What was sent before stays valid.",
    saidYes: "Your agreement was noted.",
    saidNo: "It was noted that you no longer agree.",
    /** What goes into the ledger. */
    words: (sender: string) => `I agree that ${sender} sends me registered mail electronically in future.`,
    withdrawnWords: (sender: string) =>
      `I no longer agree that ${sender} sends me registered mail electronically.`,
  },
};
