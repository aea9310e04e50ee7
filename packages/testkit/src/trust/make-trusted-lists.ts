// Stand-ins for the EU's list of lists and the Belgian trusted list, signed with keys of their own (ETSI TS 119 612).

import { generateKeyPairSync, randomBytes, type KeyObject } from "node:crypto";
import { issueCertificate, toPem } from "@posthorn/pki";
import { signList } from "./sign-list.ts";

export interface ListedStandIn {
  readonly type: "CA/QC" | "TSA/QTST";
  /** DER. */
  readonly certificate: Uint8Array;
  /** Newest first; all but the first become its history. */
  readonly statuses: readonly { readonly status: "granted" | "withdrawn"; readonly from: Temporal.Instant }[];
  /** For a CA; seals when absent. */
  readonly uses?: readonly ("ForeSeals" | "ForeSignatures")[];
}

export interface TrustedListsRequest {
  readonly now: Temporal.Instant;
  readonly services: readonly ListedStandIn[];
  /** Of both lists; 1 when absent. */
  readonly sequence?: number;
  /** Of the Belgian list; 30 days after `now` when absent. */
  readonly nextUpdate?: Temporal.Instant;
}

export interface TrustedLists {
  readonly lotl: string;
  readonly belgian: string;
  /** Where the list of lists says that the Belgian one is. */
  readonly belgianUrl: string;
}

interface ListSigner {
  readonly privateKey: KeyObject;
  readonly certificate: Uint8Array;
}

const BELGIAN_URL = "https://lists.test/tsl-be.xml";
const BASE = "http://uri.etsi.org/TrstSvc/";

/** Makes lists with the same signers again and again; `signersPem` is what a verifier pins. */
export function createListMaker(now: Temporal.Instant) {
  const eu = issueSigner("EU list of lists stand-in", now);
  const be = issueSigner("Belgian list stand-in", now);
  return {
    signersPem: toPem(eu.certificate),
    make(request: TrustedListsRequest): TrustedLists {
      const pointer = describePointer(be.certificate);
      const month = request.now.add({ hours: 24 * 30 });
      const lotl = describeList("EU", "EUlistofthelists", request, month, pointer, "");
      const services = request.services.map(describeService).join("");
      const belgian = describeList("BE", "EUgeneric", request, request.nextUpdate ?? month, "", services);
      return {
        lotl: signList(lotl, eu.privateKey),
        belgian: signList(belgian, be.privateKey),
        belgianUrl: BELGIAN_URL,
      };
    },
  };
}

function issueSigner(commonName: string, now: Temporal.Instant): ListSigner {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const certificate = issueCertificate({
    subject: { commonName, organization: "Posthorn demonstration", country: "BE" },
    publicKey,
    issuer: { privateKey },
    serial: Uint8Array.of(0x40, ...randomBytes(8)),
    notBefore: now.subtract({ hours: 24 }),
    notAfter: now.add({ hours: 24 * 365 * 5 }),
    keyUsage: ["digitalSignature"],
  });
  return { privateKey, certificate };
}

function describeList(
  territory: string,
  type: string,
  { now, sequence = 1 }: TrustedListsRequest,
  nextUpdate: Temporal.Instant,
  pointer: string,
  services: string,
): string {
  const at = (instant: Temporal.Instant) => instant.toString({ smallestUnit: "second" });
  const name = (text: string) => `<Name xml:lang="en">${text}</Name>`;
  const providers =
    services &&
    `<TrustServiceProviderList><TrustServiceProvider><TSPInformation><TSPName>${name("Posthorn demonstration")}</TSPName>` +
      `</TSPInformation><TSPServices>${services}</TSPServices></TrustServiceProvider></TrustServiceProviderList>`;
  return (
    `<TrustServiceStatusList xmlns="http://uri.etsi.org/02231/v2#" Id="list-${territory}" TSLTag="http://uri.etsi.org/19612/TSLTag">` +
    `<SchemeInformation><TSLVersionIdentifier>5</TSLVersionIdentifier><TSLSequenceNumber>${sequence}</TSLSequenceNumber>` +
    `<TSLType>${BASE}TrustedList/TSLType/${type}</TSLType><SchemeOperatorName>${name("Stand-in")}</SchemeOperatorName>` +
    `<SchemeTerritory>${territory}</SchemeTerritory>${pointer}<ListIssueDateTime>${at(now)}</ListIssueDateTime>` +
    `<NextUpdate><dateTime>${at(nextUpdate)}</dateTime></NextUpdate></SchemeInformation>${providers}</TrustServiceStatusList>`
  );
}

function describeIdentity(certificate: Uint8Array): string {
  const base64 = Buffer.from(certificate).toString("base64");
  return `<ServiceDigitalIdentity><DigitalId><X509Certificate>${base64}</X509Certificate></DigitalId></ServiceDigitalIdentity>`;
}

function describePointer(signer: Uint8Array): string {
  return (
    `<PointersToOtherTSL><OtherTSLPointer><ServiceDigitalIdentities>${describeIdentity(signer)}</ServiceDigitalIdentities>` +
    `<TSLLocation>${BELGIAN_URL}</TSLLocation><AdditionalInformation>` +
    "<OtherInformation><SchemeTerritory>BE</SchemeTerritory></OtherInformation>" +
    '<OtherInformation><MimeType xmlns="http://uri.etsi.org/02231/v2/additionaltypes#">application/vnd.etsi.tsl+xml</MimeType></OtherInformation>' +
    "</AdditionalInformation></OtherTSLPointer></PointersToOtherTSL>"
  );
}

function describeService({ type, certificate, statuses, uses = ["ForeSeals"] }: ListedStandIn): string {
  const [current, ...history] = statuses.map(({ status, from }) => {
    const extensions = (type === "CA/QC" ? uses : []).map(
      (use) =>
        '<Extension Critical="false"><AdditionalServiceInformation>' +
        `<URI xml:lang="en">${BASE}TrustedList/SvcInfoExt/${use}</URI></AdditionalServiceInformation></Extension>`,
    );
    return (
      `<ServiceTypeIdentifier>${BASE}Svctype/${type}</ServiceTypeIdentifier>` +
      `<ServiceName><Name xml:lang="en">Stand-in service</Name></ServiceName>${describeIdentity(certificate)}` +
      `<ServiceStatus>${BASE}TrustedList/Svcstatus/${status}</ServiceStatus>` +
      `<StatusStartingTime>${from.toString({ smallestUnit: "second" })}</StatusStartingTime>` +
      (extensions.length > 0
        ? `<ServiceInformationExtensions>${extensions.join("")}</ServiceInformationExtensions>`
        : "")
    );
  });
  const instances = history.map((one) => `<ServiceHistoryInstance>${one}</ServiceHistoryInstance>`).join("");
  const past = instances && `<ServiceHistory>${instances}</ServiceHistory>`;
  return `<TSPService><ServiceInformation>${current ?? ""}</ServiceInformation>${past}</TSPService>`;
}
