// What both sides are told before evidence falls, and what holds need besides their tables.

export const sql = `
`;
