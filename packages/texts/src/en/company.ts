// Words of the pages about an account itself in English: its API keys.

export const company = {
  apiKeys: {
    menu: "API keys",
    title: "API keys",
    lead: "By these keys your own systems send and follow registered messages. A member answers for each: what a key sends is sent in the name of that member.",
    caption: "API keys of this account, the newest first",
    key: "Key",
    answerable: "Answers for it",
    lastUse: "Last used",
    never: "never",
    state: "State",
    act: "Act",
    states: { in_force: "in force", suspended: "suspended", replaced: "replaced", revoked: "revoked" },
    why: {
      suspended_left: "This member has left the account.",
      suspended_not_identified: "This member is not identified.",
      suspended_too_old: "This member must identify himself again.",
    },
    takeOver: "Take over",
    takeOverOne: (name: string) => `Take over the key ${name}`,
    takeOverEffect:
      "Whoever takes over a suspended key answers for it from then on. It works again at once. The other administrators, and the member who answered before, are told by mail.",
    askAdmin:
      "A suspended key works again when its member identifies himself again, or when an identified administrator takes it over.",
    taken: "The key is yours and works again.",
    scopes: "May",
    scope: {
      "messages:send": "send messages",
      "messages:read": "list and follow messages",
      "evidence:read": "fetch evidence and proofs",
    },
    scopeHints: {
      "messages:send": "Each message costs credits, and is sent in the name of whoever answers for the key.",
      "messages:read": "With subjects, addressees and states. Needed to know where a delivery stands.",
      "evidence:read": "Proofs as PDF, evidence as XML, and bundles of both.",
    },
    servesUntil: (time: string) => `A newer key has taken its place. This one serves until ${time}.`,
    made: "Made",
    open: (name: string) => `Look at the key ${name}`,
    back: "Back to the keys",
    newKey: "Make a key",
    newTitle: "Make an API key",
    newLead:
      "You answer for what the key does. Give a key to one program only, and let it do no more than that program needs: a key that leaks can then be ended without harm to others.",
    name: "Name",
    nameHint: "By which you and your colleagues recognise the key, such as the program that uses it.",
    makeButton: "Make the key",
    secretTitle: "Your key",
    secretLead:
      "Copy it now and keep it where passwords are kept. We hold a digest only and cannot show it again.",
    secret: "API key",
    secretHint: "Place the cursor in the field, select all, and copy. All administrators are told by mail.",
    secretDone: "I have kept it",
    rotateTitle: "Give it a new secret",
    rotateLead:
      "You get a new key of the same name that may do the same, and you answer for it. The old one ends at once or serves beside it while you change your programs.",
    rotateHours: "The old key",
    hours: { 0: "ends at once", 1: "serves one more hour", 24: "serves 24 more hours" },
    rotateButton: "Make the new key",
    revokeTitle: "Revoke it",
    revokeLead:
      "From this moment nothing is accepted from the key. What it has sent runs to its end. A revoked key cannot be taken back into use.",
    revokeButton: "Revoke the key at once",
    revoked: "The key is revoked. Nothing is accepted from it any more.",
    ended: "This key has ended. It stays on the list so that the log of use can be understood.",
    adminsOnly: "Keys are made and ended by administrators.",
    emptyTitle: "No API keys",
    emptyText: "This account has no key by which a system of its own could send.",
  },
};
