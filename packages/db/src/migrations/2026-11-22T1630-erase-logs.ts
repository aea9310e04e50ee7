// What falls of the logs and of staff (R6, R11, R16, R17, R19).

export const sql = `
`;
