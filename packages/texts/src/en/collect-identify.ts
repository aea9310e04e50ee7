// Words of identification on the collect site, in English: the ways offered, who was identified, and who is not the addressee.

export const collectIdentify = {
  /** Above the ways, where the sender asks for one of them. */
  title: "Identify yourself",
  lead: "The sender asks you to show who you are before you see the message.",
  /** Where codes would do. */
  strongerTitle: "Or show who you are",
  strongerLead: "That is the stronger way. The proof then says who you are, and no code is needed.",
  itsme: "Go on with itsme",
  itsmeMeans: "With the itsme app on your phone.",
  card: "Go on with your identity card",
  cardMeans: "On a computer with a card reader, with the PIN of your card.",
  compared:
    "We compare your name, and what else the sender gave of you, with what itsme or your card says. The proof states your name, the way and the time. It never states your register number or your date of birth.",
  /** Of a message for an organisation. */
  delegate: {
    lead: (organisation: string) =>
      `Only a member of a verified account of ${organisation} can collect this message in this way.`,
    compared:
      "The proof says that a member of the organisation collected. It names you by a random number only, with the way and the time.",
    title: "Is the organisation not registered yet?",
    steps: [
      "Somebody who may act for it opens a company account with us, and identifies themselves with itsme or an identity card.",
      "We check its enterprise number and the mandate.",
      "Each member links their itsme or identity card to the account. From then on they can collect here.",
    ],
  },
  /** No way that the sender allows is open at this moment. */
  none: {
    title: "Identification is not possible here now",
    text: (sender: string) =>
      `The sender asks for itsme or an identity card, and neither is available at this moment. You have accepted nothing and refused nothing. Try again later, or ask ${sender} to send the message in another way.`,
  },
  cardPage: {
    title: "Identify with your identity card",
    tls: {
      title: "Without the Web eID extension",
      text: "Your browser can also ask for the card by itself. You then choose the certificate for authentication.",
      button: "Let the browser read the card",
    },
  },
  mismatch: {
    title: "You are not the addressee as the sender described",
    /** By the field that failed. */
    happened: {
      name: (addressee: string) =>
        `This message is for ${addressee}. itsme or your card states another name, so we cannot let you in.`,
      birth_date: (addressee: string) =>
        `This message is for ${addressee}, with a date of birth that the sender gave. itsme or your card states another one, or none.`,
      register_number: (addressee: string) =>
        `This message is for ${addressee}, with a national register number that the sender gave. itsme or your card states another one, or none. Some cards of foreigners have none.`,
      not_a_member: (organisation: string) =>
        `This message is for ${organisation}. You are not a member of a verified account of it, or your itsme or card is not linked to it yet.`,
    },
    told: "We told the sender what did not fit, but not who you are. The message stays closed, and no date changes.",
    next: (sender: string) =>
      `Is the message for you after all? Then what the sender gave may be wrong. Ask ${sender} to check it and to send the message again.`,
    codes: "You can still collect the message with the two codes.",
  },
  /** The try was of another browser, too old, or used. */
  lost: {
    next: "Open your notice again by the link in the mail, in this browser, or type the check code.",
  },
  method: { itsme: "itsme", eid: "identity card" },
  /** After the way: "by itsme, level high". */
  level: { low: "level low", substantial: "level substantial", high: "level high" },
  decide: {
    person: (v: { name: string; way: string }) => `You were identified as ${v.name}, by ${v.way}.`,
    member: (v: { organisation: string; way: string }) =>
      `You were identified as a member of the account of ${v.organisation}, by ${v.way}.`,
    choose: "Choose now what happens with this message.",
    later: (until: string) =>
      `You may also close this page and choose later, ${until}. You then identify yourself again.`,
    proofPerson: (v: { name: string; way: string }) =>
      `The proof says that ${v.name} chose, identified by ${v.way}, and what of the sender’s data was compared.`,
    proofMember: (v: { organisation: string; way: string }) =>
      `The proof says that a member of ${v.organisation} chose, identified by ${v.way}. It names you by a random number only.`,
  },
  message: {
    kept: (until: string) =>
      `You can open this message here ${until}, each time after identifying yourself. Download it if you want to keep it longer.`,
  },
  collectedBefore: {
    next: (until: string) =>
      `If that was you, you can open it again ${until}, after identifying yourself again.`,
    notYou:
      "Was it not you? The proof names who it was and how that person was identified. Ask the sender at once.",
  },
};
