// What falls of a delivery (R7, R8, R9, R11, R16): found by index, checked anew, erased.

export const sql = `
`;
