// Words in English about the postal desk, where letters are printed and handed to the carrier.

export const postal = { menu: "Letters" };
