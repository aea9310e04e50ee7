// The stand-in itsme and a client of it, for tests that need no stack: keys made on the spot, one clock.

import { generateKeyPairSync } from "node:crypto";
import { newItsmeSecrets, openItsme, publicJwks, readItsmeSettings } from "@posthorn/identity";
import type { Itsme, ItsmeAnswer, ItsmeSettings } from "@posthorn/identity";
import type { ManualClock } from "../standin/clock.ts";
import type { CitizenId } from "./citizens.ts";
import { identifyWithItsme } from "./play-citizen.ts";
import { startItsme } from "./start-itsme.ts";
import type { ItsmeStandIn } from "./start-itsme.ts";

export interface ItsmeBench {
  readonly standIn: ItsmeStandIn;
  readonly itsme: Itsme;
  /** What `itsme` was opened with, to open another like it. */
  readonly settings: ItsmeSettings;
  readonly redirectUri: string;
  /** A whole identification, by the clock as it stands. */
  identify(citizen: CitizenId | "cancel"): Promise<ItsmeAnswer>;
  stop(): Promise<void>;
}

export interface ItsmeBenchOptions {
  readonly clock: ManualClock;
  /** The first is the one that `identify` comes back to. */
  readonly redirectUris?: readonly [string, ...string[]];
  /** Default false. */
  readonly askRegisterNumber?: boolean;
}

const CLIENT = { ITSME_CLIENT_ID: "posthorn-test", ITSME_SERVICE_CODE: "POSTHORN_TEST" } as const;

/** An RSA key as its owner keeps it, PKCS#8 in PEM. */
export function newRsaPem(): string {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return privateKey.export({ type: "pkcs8", format: "pem" }).toString();
}

export async function startItsmeBench(options: ItsmeBenchOptions): Promise<ItsmeBench> {
  const { clock, redirectUris = ["http://collect.localhost:4402/itsme/callback"] } = options;
  const given = readItsmeSettings({
    ...CLIENT,
    ITSME_ISSUER: new URL("http://127.0.0.1/v2"),
    ITSME_SIGNING_KEY: newRsaPem(),
    ITSME_DECRYPTION_KEYS: [newRsaPem()],
    NRN_LEGAL_BASIS: options.askRegisterNumber === true ? "a test" : undefined,
  });
  if (given === undefined) throw new Error("The settings of the bench are complete.");
  const standIn = await startItsme({
    port: 0,
    clock,
    clientId: given.clientId,
    serviceCode: given.serviceCode,
    redirectUris,
    clientKeys: publicJwks(given.keys),
  });
  const settings = { ...given, issuer: new URL(standIn.issuer) };
  const itsme = await openItsme(settings);
  const [redirectUri] = redirectUris;
  return {
    standIn,
    itsme,
    settings,
    redirectUri,
    async identify(citizen) {
      const secrets = newItsmeSecrets();
      const startedAt = clock.now();
      const address = await itsme.begin({ ...secrets, redirectUri, language: "en" });
      const callbackUrl = await identifyWithItsme(address, citizen);
      return itsme.finish({ ...secrets, callbackUrl, redirectUri, at: clock.now(), startedAt });
    },
    stop: standIn.stop,
  };
}
