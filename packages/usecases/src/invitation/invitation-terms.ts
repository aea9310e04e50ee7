// How long an invitation to a company account is good, and what becomes of one that nobody finishes (domain rules R15).

/** Days after which its link opens nothing any more. */
export const INVITATION_DAYS = 14;
/** Days after its last change when what we hold of an unfinished one is erased (R15). */
export const UNFINISHED_DAYS = 30;
/** Addresses in one go. */
export const INVITED_AT_ONCE = 50;
