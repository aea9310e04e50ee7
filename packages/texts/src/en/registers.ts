// Words in English about subprocessors, breaches, disclosures, cookies.

export const registers = {};
