// Ce qui n’a pas été chez itsme ou avec une carte d’identité, en français.

import { cardFailures } from "../card-failures.ts";
import type { identificationFailures as En } from "../en/identification-failures.ts";
import { webEid } from "./web-eid.ts";

export const identificationFailures: typeof En = {
  ...cardFailures(webEid.refusals, {
    title: "Votre carte n’a pas été acceptée",
    next: "Réessayez, ou choisissez une autre façon de vous identifier. Rien n’a été modifié.",
  }),
  itsme_unavailable: {
    title: "itsme ne répond pas",
    happened:
      "Nous n’avons pas pu joindre itsme, ou la réponse a trop tardé. Ce n’est pas de votre fait. Rien n’a été modifié.",
    next: "Réessayez dans une minute, ou choisissez une autre façon de vous identifier.",
  },
  itsme_answer_refused: {
    title: "La réponse d’itsme n’a pas été acceptée",
    happened:
      "Ce qui est revenu d’itsme ne correspondait pas à notre question, ou est arrivé trop tard. Rien n’a été modifié.",
    next: "Recommencez. Si cela se reproduit, choisissez une autre façon de vous identifier.",
  },
  identification_cancelled: {
    title: "Vous n’avez pas été identifié",
    happened: "Vous êtes revenu en arrière, ou n’avez pas répondu à temps. Rien n’a été modifié.",
    next: "Vous pouvez recommencer, ou choisir une autre façon de vous identifier.",
  },
  identification_try_unknown: {
    title: "Cet essai ne peut pas continuer",
    happened:
      "Il a commencé dans un autre navigateur, est trop ancien, ou était déjà terminé. La réponse d’itsme ou de votre carte n’a pas été utilisée.",
    next: "Recommencez, et restez jusqu’à la fin dans le même navigateur.",
  },
  identification_way_unknown: {
    title: "Cette façon n’est pas proposée",
    happened: "Vous ne pouvez pas vous identifier ainsi ici.",
    next: "Revenez en arrière et choisissez l’une des façons affichées.",
  },
};
