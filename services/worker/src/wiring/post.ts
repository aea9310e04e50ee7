// Binds letters to whoever numbers, takes over and follows them.

import type { PostPorts } from "@posthorn/usecases";
import type { Settings } from "./settings.ts";

export function postBy(settings: Settings): PostPorts {
  return {
    carrier: null,
    domestic: null,
    abroad: null,
    operator: { name: settings.POSTAL_OPERATOR, service: settings.POSTAL_SERVICE },
  };
}
