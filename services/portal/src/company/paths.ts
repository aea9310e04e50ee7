// Addresses of a company's pages that several modules lead to.

export const API_KEYS_PATH = "/company/api-keys";
