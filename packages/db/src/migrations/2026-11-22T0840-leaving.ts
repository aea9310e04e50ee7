// Leaving: what goes at once when a member leaves, and when a closed account falls (domain rules R1 to R5).

export const sql = `
CREATE INDEX account_closing ON account (erase_by) WHERE status IN ('closing','closed');
`;
