// Reads a trusted list that was checked: its scheme, pointers to other lists, and services (ETSI TS 119 612 §5.3 to §5.6).

import { childElements, octetsOf, only, parseXml, textOf, type DomElement } from "../xml/parse.ts";
import { refuseList } from "./refuse-list.ts";

/** The signed octets are canonical, so each character was counted when they were read. */
const MAX_CHARACTERS = 32 * 1024 * 1024;
const XML_LISTS = "application/vnd.etsi.tsl+xml";

export interface TrustedList {
  /** ISO 3166 alpha-2, or EU. */
  readonly territory: string;
  readonly sequence: number;
  readonly issuedAt: Temporal.Instant;
  /** Null: the list is closed. */
  readonly nextUpdate: Temporal.Instant | null;
  readonly pointers: readonly ListPointer[];
  readonly services: readonly ListedService[];
}

export interface ListPointer {
  readonly territory: string;
  readonly location: string;
  /** Who may sign that list, DER. */
  readonly signers: readonly Uint8Array[];
}

/** One status of one service, from its start until the next. */
export interface ListedService {
  readonly type: string;
  readonly status: string;
  readonly from: Temporal.Instant;
  /** Null: still so. */
  readonly until: Temporal.Instant | null;
  readonly certificates: readonly Uint8Array[];
  /** URIs of additional service information, as ForeSeals. */
  readonly uses: readonly string[];
}

/** `xml` must be the signed octets. Throws AppError `trusted_list_refused`. */
export function readList(xml: string): TrustedList {
  try {
    const root = parseXml(xml, MAX_CHARACTERS);
    const scheme = only(root, "tsl:SchemeInformation");
    const next = childElements(only(scheme, "tsl:NextUpdate"), "tsl:dateTime")[0];
    return {
      territory: textOf(only(scheme, "tsl:SchemeTerritory")).trim(),
      sequence: Number(textOf(only(scheme, "tsl:TSLSequenceNumber"))),
      issuedAt: instantOf(only(scheme, "tsl:ListIssueDateTime")),
      nextUpdate: next ? instantOf(next) : null,
      pointers: below(scheme, "tsl:PointersToOtherTSL", "tsl:OtherTSLPointer").flatMap(readPointer),
      services: below(root, "tsl:TrustServiceProviderList", "tsl:TrustServiceProvider")
        .flatMap((provider) => below(provider, "tsl:TSPServices", "tsl:TSPService"))
        .flatMap(readService),
    };
  } catch (cause) {
    throw refuseList(cause instanceof Error ? cause.message : "the list cannot be read", cause);
  }
}

/** Grandchildren through a wrapper that may be absent. */
function below(parent: DomElement, wrapper: string, name: string): DomElement[] {
  return childElements(parent, wrapper).flatMap((element) => childElements(element, name));
}

function instantOf(element: DomElement): Temporal.Instant {
  return Temporal.Instant.from(textOf(element).trim());
}

function readPointer(pointer: DomElement): ListPointer[] {
  const information = below(pointer, "tsl:AdditionalInformation", "tsl:OtherInformation").flatMap((one) =>
    childElements(one),
  );
  const territory = information.find(({ localName }) => localName === "SchemeTerritory");
  const mime = information.find(({ localName }) => localName === "MimeType");
  if (!territory || (mime && textOf(mime).trim() !== XML_LISTS)) return [];
  return [
    {
      territory: textOf(territory).trim(),
      location: textOf(only(pointer, "tsl:TSLLocation")).trim(),
      signers: below(pointer, "tsl:ServiceDigitalIdentities", "tsl:ServiceDigitalIdentity").flatMap(
        certificatesOf,
      ),
    },
  ];
}

function certificatesOf(identity: DomElement): Uint8Array[] {
  return below(identity, "tsl:DigitalId", "tsl:X509Certificate").map(octetsOf);
}

/** The current status and those before it, each until the next began. */
function readService(service: DomElement): ListedService[] {
  const current = only(service, "tsl:ServiceInformation");
  const history = below(service, "tsl:ServiceHistory", "tsl:ServiceHistoryInstance");
  // the history may name its service by key alone: the certificate is the current one's
  const certificates = childElements(current, "tsl:ServiceDigitalIdentity").flatMap(certificatesOf);
  const statuses = [current, ...history]
    .map((element) => readStatus(element, certificates))
    .toSorted((a, b) => Temporal.Instant.compare(b.from, a.from));
  return statuses.map((status, index) => ({ ...status, until: statuses[index - 1]?.from ?? null }));
}

function readStatus(element: DomElement, certificates: readonly Uint8Array[]): Omit<ListedService, "until"> {
  const extensions = below(element, "tsl:ServiceInformationExtensions", "tsl:Extension");
  const uses = extensions.flatMap((extension) =>
    below(extension, "tsl:AdditionalServiceInformation", "tsl:URI"),
  );
  return {
    type: textOf(only(element, "tsl:ServiceTypeIdentifier")).trim(),
    status: textOf(only(element, "tsl:ServiceStatus")).trim(),
    from: instantOf(only(element, "tsl:StatusStartingTime")),
    certificates,
    uses: uses.map((use) => textOf(use).trim()),
  };
}
