// What making keys needs from outside the database.

/** A new key: its id may stand anywhere, the whole of it is for its owner's eyes once, the digest is kept. */
export type NewKey = () => { readonly id: string; readonly secret: string; readonly hash: string };
