// Was bei itsme oder mit einem Personalausweis schiefging, auf Deutsch.

import { cardFailures } from "../card-failures.ts";
import type { identificationFailures as En } from "../en/identification-failures.ts";
import { webEid } from "./web-eid.ts";

export const identificationFailures: typeof En = {
  ...cardFailures(webEid.refusals, {
    title: "Ihre Karte wurde nicht angenommen",
    next: "Versuchen Sie es erneut, oder identifizieren Sie sich auf andere Weise. Nichts wurde geändert.",
  }),
  itsme_unavailable: {
    title: "itsme antwortet nicht",
    happened:
      "Wir konnten itsme nicht erreichen, oder es dauerte zu lange. Das liegt nicht an Ihnen. Nichts wurde geändert.",
    next: "Versuchen Sie es in einer Minute erneut, oder identifizieren Sie sich auf andere Weise.",
  },
  itsme_answer_refused: {
    title: "Die Antwort von itsme wurde nicht angenommen",
    happened:
      "Was von itsme zurückkam, passte nicht zu unserer Frage, oder kam zu spät. Nichts wurde geändert.",
    next: "Beginnen Sie neu. Geschieht es wieder, identifizieren Sie sich auf andere Weise.",
  },
  identification_cancelled: {
    title: "Sie wurden nicht identifiziert",
    happened: "Sie sind umgekehrt, oder haben nicht rechtzeitig geantwortet. Nichts wurde geändert.",
    next: "Sie können neu beginnen, oder sich auf andere Weise identifizieren.",
  },
  identification_try_unknown: {
    title: "Dieser Versuch kann nicht fortgesetzt werden",
    happened:
      "Er begann in einem anderen Browser, ist zu alt, oder war schon beendet. Die Antwort von itsme oder Ihrer Karte wurde nicht verwendet.",
    next: "Beginnen Sie neu, und bleiben Sie bis zum Ende im selben Browser.",
  },
  identification_way_unknown: {
    title: "Diese Möglichkeit wird nicht angeboten",
    happened: "Auf diese Weise können Sie sich hier nicht identifizieren.",
    next: "Gehen Sie zurück und wählen Sie eine der gezeigten Möglichkeiten.",
  },
};
