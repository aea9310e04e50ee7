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
    states: { in_force: "in force", suspended: "suspended", revoked: "revoked" },
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
    emptyTitle: "No API keys",
    emptyText: "This account has no key by which a system of its own could send.",
  },
};
