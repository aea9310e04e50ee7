// Words in English about registering a private person or a company.

export const registration = {
  menu: "Register",
};
