// Words in English about the desk where staff approve companies.

export const mandates = {
  menu: "Companies",
};
