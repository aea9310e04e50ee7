// Where the pages about privacy stand.

export const PRIVACY_PATH = "/privacy";
export const COOKIES_PATH = "/cookies";
export const SUBPROCESSORS_PATH = "/subprocessors";
/** The form by which anybody asks about his data. */
export const RIGHTS_PATH = "/rights";
