// What falls of accounts and people (R1 to R5, R10, R12, R13, R15, R17, R18).

export const sql = `
`;
