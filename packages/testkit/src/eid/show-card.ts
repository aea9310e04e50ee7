// Puts a card into a browser under test as the certificate it shows to a host that asks by mutual TLS.

import type { BrowserContextOptions } from "playwright-core";
import { toPem } from "@posthorn/pki";
import type { StandInCard } from "./issue-card.ts";

/** Options of a context. `host` is the address of the listener, as `EID_TLS_PUBLIC_URL`; its own certificate is let pass. */
export function showCard(card: StandInCard, host: string): BrowserContextOptions {
  const key = card.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  return {
    ignoreHTTPSErrors: true,
    clientCertificates: [
      { origin: new URL(host).origin, cert: Buffer.from(toPem(card.certificate)), key: Buffer.from(key) },
    ],
  };
}
