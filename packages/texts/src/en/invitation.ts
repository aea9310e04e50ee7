// Words in English for whoever is invited to a company account: first contact, accepting, declining, and why a link opens nothing.

export const invitation = {
  title: (company: string) => `Invitation from ${company}`,
  lead: (inviter: string, company: string) =>
    `${inviter} invites you to the account of ${company} for registered messages.`,
  role: "Your role",
  company: "Company",
  number: "Enterprise number",
  invitedAs: "Sent to",
  until: "Works until the end of",
  heldTitle: "What we hold about you",
  held: {
    what: (email: string, role: string) =>
      `Your e-mail address (${email}) and the role meant for you (${role}). Nothing else.`,
    from: (inviter: string, company: string, when: string) => `From ${inviter} of ${company}, on ${when}.`,
    why: "To ask you whether you want to join. Ground: the legitimate interest of the company in giving its people access.",
    who: (provider: string) =>
      `Held by ${provider}. Nobody else sees it but the administrators of the company.`,
    howLong: (days: number) => `If you do nothing or decline, it is erased within ${days} days.`,
    rights:
      "You can ask for access, correction, erasure or restriction, and object. Declining is enough to object.",
    complaint:
      "You can complain to the Belgian data protection authority (Gegevensbeschermingsautoriteit, Drukpersstraat 35, 1000 Brussel, gegevensbeschermingsautoriteit.be).",
    address: "As a member you give no postal address: members of a company have none with us.",
  },
  labels: {
    what: "What",
    from: "From whom",
    why: "Why",
    who: "Who holds it",
    howLong: "How long",
    rights: "Your rights",
    complaint: "Complaint",
  },
  asPerson: {
    title: "Join as yourself",
    as: (name: string, email: string) => `You are signed in as ${name} (${email}).`,
    otherAddress: (invited: string) =>
      `The invitation went to ${invited}, not to your address. You can still join; the administrators are told by mail that it was you.`,
    button: "Join",
    otherPerson: "This is not you? Sign out first.",
  },
  signIn: {
    title: "You have an account here already",
    text: "Sign in, and come back to this page by itself.",
    link: "Sign in",
  },
  anew: {
    title: "You are new here",
    lead: (email: string) => `Your address will be ${email}. You sign in with it.`,
    firstNames: "First names",
    familyName: "Family name",
    password: "Password",
    again: "Password again",
    accept: "I accept the terms of use and have read the privacy statement",
    button: "Join",
    addressKnown: "This address has an account already. Sign in with it, then accept the invitation.",
    differs: "The two passwords differ.",
    acceptMissing: "Tick the box to go on.",
  },
  decline: {
    title: "You do not want to join",
    text: "The person who invited you is told. You need no account for this.",
    button: "Decline",
  },
  states: {
    joined: {
      title: (company: string) => `You are a member of ${company} now`,
      text: "You can go on in this account at once. What you had here before stays as it is.",
    },
    accepted: {
      title: "This invitation was accepted",
      text: "It works once. If it was not you who accepted, ask whoever invited you.",
    },
    declined: {
      title: "This invitation was declined",
      text: "What we held about you is erased within 30 days. If it was a mistake, ask to be invited again.",
    },
    withdrawn: {
      title: "This invitation was withdrawn",
      text: "It opens nothing any more. Ask the company if you think this is a mistake.",
    },
    replaced: {
      title: "There is a newer invitation",
      text: "A later mail carries another link. Open that one.",
    },
    expired: {
      title: "This invitation has expired",
      text: "It worked for 14 days. Ask the company to send it again.",
    },
    closing: {
      title: "This account takes in nobody now",
      text: "The company’s account is being closed or is not open yet, so you cannot join.",
    },
    already_member: {
      title: "You are a member already",
      text: "You are signed in as a member of this account. The invitation is meant for somebody who is not.",
    },
    unknown: {
      title: "We do not know this link",
      text: "It is not complete, or what it opened is gone. Open the link in the latest e-mail.",
    },
  },
  goOn: "Go on in this account",
  home: "To the start page",
};
