// Words in English about leaving and closing an account.

export const closing = {
  menu: "Close account",
};
