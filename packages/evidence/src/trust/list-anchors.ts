// Which services of a trusted list are anchors for seals and for timestamps, and when (ETSI TS 119 612 §5.5, TS 119 615).

import { createHash } from "node:crypto";
import type { ListedService, TrustedList } from "./read-list.ts";
import type { TrustAnchor, TrustPeriod } from "./trust.ts";

const SERVICE = "http://uri.etsi.org/TrstSvc/Svctype/";
const STATUS = "http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/";
const FOR_SEALS = "http://uri.etsi.org/TrstSvc/TrustedList/SvcInfoExt/ForeSeals";
const FOR_USES = /\/SvcInfoExt\/Fore(?:Signatures|Seals)$|\/SvcInfoExt\/ForWebSiteAuthentication$/u;

/** `granted`, and what it was called before 1 July 2016. */
const GRANTED = ["granted", "undersupervision", "accredited", "supervisionincessation"].map(
  (name) => STATUS + name,
);

export interface ListAnchors {
  readonly seal: readonly TrustAnchor[];
  readonly timestamp: readonly TrustAnchor[];
}

/** `nextUpdate`: the earliest by which a list that leads here must be renewed. */
export function listAnchors(list: TrustedList, nextUpdate: Temporal.Instant | null): ListAnchors {
  const source = `EU Trusted List ${list.territory} #${list.sequence}`;
  const granted = list.services.filter(({ status }) => GRANTED.includes(status));
  const anchors = (services: readonly ListedService[]) => gather(services, source, nextUpdate);
  return {
    seal: anchors(granted.filter(isForSeals)),
    timestamp: anchors(granted.filter(({ type }) => type === `${SERVICE}TSA/QTST`)),
  };
}

/** Before uses were stated, a qualified authority served all of them. */
function isForSeals({ type, uses }: ListedService): boolean {
  if (type !== `${SERVICE}CA/QC`) return false;
  return uses.includes(FOR_SEALS) || !uses.some((use) => FOR_USES.test(use));
}

/** Each certificate once, with all its periods. */
function gather(
  services: readonly ListedService[],
  source: string,
  nextUpdate: Temporal.Instant | null,
): readonly TrustAnchor[] {
  const found = new Map<string, { certificate: Uint8Array; periods: TrustPeriod[] }>();
  for (const { certificates, from, until } of services) {
    for (const certificate of certificates) {
      const key = createHash("sha256").update(certificate).digest("hex");
      const anchor = found.get(key) ?? { certificate, periods: [] };
      anchor.periods.push({ from, until });
      found.set(key, anchor);
    }
  }
  return [...found.values()].map((anchor) => ({ ...anchor, source, nextUpdate }));
}
