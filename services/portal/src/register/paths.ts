// Addresses of the pages of registering that others lead to.

export const COMPANY_PATH = "/register/company";
export const APPLICATION_PATH = "/company/application";
export const DOCUMENTS_PATH = "/company/application/documents";
