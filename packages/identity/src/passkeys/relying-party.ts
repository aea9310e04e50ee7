// The site for which passkeys are made: they answer for no other.

export interface RelyingParty {
  /** Shown by authenticators beside the holder's name. */
  readonly name: string;
  /** Host name; passkeys of one service open no other. */
  readonly id: string;
  /** Scheme, host and port, as browsers say it. */
  readonly origin: string;
}

/** Of a service's public address. */
export function relyingParty(name: string, publicUrl: string): RelyingParty {
  const { hostname, origin } = new URL(publicUrl);
  return { name, id: hostname, origin };
}
