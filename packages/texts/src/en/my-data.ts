// Words in English about what we hold about a person, and what he can do about it.

export const myData = {
  menu: "My data",
  switching: {
    link: "Switch account",
    title: "Your accounts",
    lead: "You work in one account at a time. Messages, contacts and settings belong to the account.",
    caption: "Accounts you belong to",
    account: "Account",
    role: "Role",
    state: "State",
    act: "Switch",
    here: "You are here",
    to: "Switch",
    toOne: (account: string) => `Switch to ${account}`,
    done: (account: string) => `You now work in ${account}.`,
    roles: { admin: "Administrator", user: "User", holder: "Holder" },
    states: {
      applying: "Waits for approval",
      active: "Active",
      closing: "Is being closed",
      closed: "Closed",
    },
  },
};
