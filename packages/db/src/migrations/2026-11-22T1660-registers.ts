// Subprocessors, breaches, disclosures to authorities, compliance packs (R19).

export const sql = `
`;
