// Words in English about the address book and the ledger of consents.

export const contacts = {
  menu: "Address book",
};
