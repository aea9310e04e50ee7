// Words in English on the letter itself: its address page, its label and its list of digests.

export const letter = { registered: "Registered" };
