// Words in English about how a message looks on paper: what can be printed, how many sheets, what it costs.

export const print = { title: "On paper" };
