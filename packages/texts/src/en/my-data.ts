// Words in English about what we hold about a person, and what he can do about it.

export const myData = {
  menu: "My data",
};
