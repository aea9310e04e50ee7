// The signatures that passkeys may use, as COSE numbers them, the preferred one first.

const ES256 = -7;
const EDDSA = -8;
/** For Windows Hello on machines whose chip knows nothing newer. */
const RS256 = -257;

export const ALGORITHMS = [ES256, EDDSA, RS256] as const;
