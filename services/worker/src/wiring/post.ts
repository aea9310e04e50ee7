// Binds letters to whoever numbers, takes over and follows them.

import { connectBpost } from "@posthorn/postal";
import type { CarrierPort, PostPorts } from "@posthorn/usecases";
import { needed, type Settings } from "./settings.ts";

/** Throws Error that names the setting where the chosen carrier lacks one. */
export function postBy(settings: Settings): PostPorts {
  const carrier = settings.CARRIER === "bpost" ? bpostBy(settings) : null;
  return {
    carrier,
    domestic: settings.NUMBER_RANGE ?? null,
    abroad: settings.NUMBER_RANGE_ABROAD ?? null,
    operator: carrier
      ? { name: carrier.name, service: carrier.service }
      : { name: settings.POSTAL_OPERATOR, service: settings.POSTAL_SERVICE.name },
  };
}

function bpostBy(settings: Settings): CarrierPort {
  // Its last lines are the two of the address; whose it is stands above.
  const [street, town] = settings.RETURN_ADDRESS.slice(-2);
  if (!street || !town)
    throw new Error("RETURN_ADDRESS has no lines of street and town; the carrier that was chosen needs them");
  const { BPOST_SUBACCOUNT: subaccountId } = settings;
  return connectBpost({
    url: settings.BPOST_URL.href,
    apiKey: needed(settings, "BPOST_API_KEY"),
    accountId: needed(settings, "BPOST_ACCOUNT"),
    returnAddress: [street, town],
    ...(subaccountId === undefined ? {} : { subaccountId }),
  });
}
