// The stand-in's authorities and cards, made once in a directory and used again at the next start.

import { createPrivateKey } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createSealKey, fromPem, readCertificate, readRevocationPointers, toPem } from "@posthorn/pki";
import type { Identity } from "@posthorn/pki";
import { issueAuthorities, issueServer } from "./authorities.ts";
import type { CardAuthorities, CardAuthority, Issuing } from "./authorities.ts";
import { CARD_IDS, CARDS } from "./card-list.ts";
import type { CardId } from "./card-list.ts";
import { issueCard } from "./issue-card.ts";
import type { StandInCard } from "./issue-card.ts";

export interface CardSet {
  readonly authorities: CardAuthorities;
  readonly cards: Readonly<Record<CardId, StandInCard>>;
  /** Of the listeners for mutual TLS. */
  readonly server: Identity;
}

/** Of both listeners: another host than those of the sites, and one that programs that play a browser find too. */
export const EID_HOST = "127.0.0.1";

/** In memory; some 200 ms, nearly all for the two RSA keys. */
export function makeCards(issuing: Issuing): CardSet {
  const authorities = issueAuthorities(issuing);
  const made = CARD_IDS.map((id) => [id, issueCard(authorities, CARDS[id], issuing)] as const);
  return {
    authorities,
    cards: Object.fromEntries(made) as Record<CardId, StandInCard>,
    server: issueServer(authorities.root, issuing.now, EID_HOST),
  };
}

/** What stands in the directory is used while its cards are valid at `now` and name this address; else all is made anew. */
export function keepCards(directory: string, issuing: Issuing): CardSet {
  const file = join(directory, "cards.json");
  const kept = existsSync(file) ? readSet(readFileSync(file, "utf8")) : undefined;
  if (kept && isUsable(kept, issuing)) return kept;
  const set = makeCards(issuing);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  // Whole or not at all.
  writeFileSync(`${file}.new`, JSON.stringify(writeSet(set)), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return set;
}

interface Pair {
  readonly certificate: string;
  readonly key: string;
}

interface Kept {
  readonly root: Pair;
  readonly authorities: Readonly<Record<string, { readonly ca: Pair; readonly responder: Pair }>>;
  readonly cards: Readonly<Record<string, Pair>>;
  readonly server: Pair;
}

const AUTHORITY_NAMES = ["citizen", "foreigner", "stranger"] as const;

function writeSet({ authorities, cards, server }: CardSet): Kept {
  const identity = ({ key, privateKey }: Identity) => pair(key.certificate, privateKey);
  return {
    root: identity(authorities.root),
    authorities: Object.fromEntries(
      AUTHORITY_NAMES.map((name) => {
        const { ca, responder } = authorities[name];
        return [name, { ca: identity(ca), responder: identity(responder) }];
      }),
    ),
    cards: Object.fromEntries(CARD_IDS.map((id) => [id, pair(cards[id].certificate, cards[id].privateKey)])),
    server: identity(server),
  };
}

function pair(certificate: Uint8Array, key: KeyObject): Pair {
  return {
    certificate: toPem(certificate),
    key: key.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}

/** Nothing where an earlier version kept other cards. */
function readSet(json: string): CardSet | undefined {
  const kept = JSON.parse(json) as Partial<Kept>;
  const { root, server, authorities, cards = {} } = kept;
  if (!root || !server || !authorities || CARD_IDS.some((id) => !cards[id])) return undefined;
  const rootIdentity = identityOf(root, []);
  const readAuthority = (name: (typeof AUTHORITY_NAMES)[number]): CardAuthority => {
    const found = authorities[name];
    if (!found) throw new Error(`no authority ${name} was kept`);
    const ca = identityOf(found.ca, name === "stranger" ? [] : [rootIdentity]);
    return { ca, responder: identityOf(found.responder, [ca]) };
  };
  return {
    authorities: {
      root: rootIdentity,
      citizen: readAuthority("citizen"),
      foreigner: readAuthority("foreigner"),
      stranger: readAuthority("stranger"),
    },
    cards: Object.fromEntries(
      CARD_IDS.map((id) => [id, readCard(id, cards[id] ?? root)] as const),
    ) as unknown as Record<CardId, StandInCard>,
    server: identityOf(server, [rootIdentity]),
  };
}

function readCard(id: CardId, kept: Pair): StandInCard {
  const { certificate, privateKey } = readPair(kept);
  return { profile: CARDS[id], certificate, privateKey, serial: readCertificate(certificate).serial };
}

function identityOf(kept: Pair, chain: readonly Identity[]): Identity {
  const { certificate, privateKey } = readPair(kept);
  const issuers = chain.map(({ key }) => key.certificate);
  return { privateKey, key: createSealKey(privateKey, certificate, issuers) };
}

function readPair({ certificate, key }: Pair): { certificate: Uint8Array; privateKey: KeyObject } {
  const [der] = fromPem(certificate);
  if (!der) throw new Error("no certificate was kept");
  return { certificate: der, privateKey: createPrivateKey(key) };
}

/** The card that is not valid yet must still be so, the others valid; a clock moved far ahead makes new ones. */
function isUsable({ cards }: CardSet, { now, ocspUrl }: Issuing): boolean {
  const valid = readCertificate(cards.jan.certificate);
  const early = readCertificate(cards.jan_early.certificate);
  return (
    Temporal.Instant.compare(valid.notBefore, now) <= 0 &&
    Temporal.Instant.compare(now, valid.notAfter) < 0 &&
    Temporal.Instant.compare(now, early.notBefore) < 0 &&
    readRevocationPointers(cards.jan.certificate).ocspUrls.includes(ocspUrl)
  );
}
