// Words in English about requests of people about their data.

export const rights = {};
