// Addresses of the settings that their parts lead to.

export const SETTINGS_PATH = "/account/settings";
/** Also takes the upload. */
export const LOGO_PATH = `${SETTINGS_PATH}/logo`;
