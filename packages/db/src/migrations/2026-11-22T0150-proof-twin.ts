// The accessible twin of each proof: the same content as a web page, kept beside the PDF.

export const sql = `
ALTER TABLE proof ADD COLUMN page text;
ALTER TABLE message_proof ADD COLUMN page text;
GRANT UPDATE (page) ON proof, message_proof TO posthorn_sealer;
`;
