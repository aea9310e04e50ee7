// The addresses of a stack: a host name for each site with cookies, since cookies ignore ports.

import type { Ports } from "./choose-ports.ts";
import type { ServiceName } from "./service-environment.ts";

export interface StackAddresses {
  /** Without a slash at the end. */
  readonly services: Readonly<Record<ServiceName, string>>;
  readonly mailbox: string;
  readonly phone: string;
  readonly itsme: string;
  readonly cards: string;
  readonly carrier: string;
  readonly clock: string;
}

/**
 * Sites that a browser holds cookies for have a name of their own; browsers take every name below
 * `localhost` to 127.0.0.1. The resolver of a machine often does not know that, so what programs call has
 * no name, and a program that plays a browser uses `openLocal` (see `local-client.ts`).
 */
export function addressesOf(ports: Ports): StackAddresses {
  const site = (name: string, port: number) => `http://${name}.localhost:${port}`;
  const plain = (port: number) => `http://127.0.0.1:${port}`;
  return {
    services: {
      portal: site("portal", ports.portal),
      collect: site("collect", ports.collect),
      api: plain(ports.api),
      inbound: plain(ports.inbound),
      worker: plain(ports.worker),
      sealer: plain(ports.sealer),
      verify: site("verify", ports.verify),
      backoffice: site("backoffice", ports.backoffice),
      press: plain(ports.press),
      eraser: plain(ports.eraser),
    },
    mailbox: plain(ports.mailbox),
    phone: plain(ports.phone),
    // Without a name: its addresses are visited by browsers and called by programs, and must be the same for both.
    itsme: plain(ports.itsme),
    cards: plain(ports.cards),
    carrier: plain(ports.carrier),
    clock: plain(ports.clock),
  };
}
