// Words in English about the inbox of a registered addressee.

export const inbox = {
  menu: "Received",
};
