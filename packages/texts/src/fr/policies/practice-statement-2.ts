// La version 2 de la déclaration des pratiques en français : la version 1 avec ces changements. Ses octets sont figés.

import { amend } from "../../amend.ts";
import { practiceStatement1 } from "./practice-statement-1.ts";

export const practiceStatement2 = amend(practiceStatement1, [
  ["# Déclaration des pratiques, version 1", "# Déclaration des pratiques, version 2"],
  [
    "son nom reste auprès du service.\n",
    "son nom reste auprès du service. Une clé du système de l’expéditeur est suspendue quand la personne qui en répond s’en va ou a été identifiée il y a trop longtemps, jusqu’à ce qu’un administrateur identifié la reprenne.\n",
  ],
  [
    "une date de naissance ou un numéro de registre indiqués doivent correspondre exactement.",
    "une date de naissance ou un numéro de registre indiqués doivent correspondre exactement. Dans les noms, majuscules, accents, traits d’union, apostrophes et espaces ne comptent pas.",
  ],
  [
    "- #identification-eid: La carte d’identité électronique belge, par Web eID. Le certificat est vérifié jusqu’à sa racine et par OCSP.",
    "- #identification-eid: La carte d’identité électronique belge ou la carte d’étranger, par Web eID ou par une connexion TLS dans laquelle la carte prouve sa clé. Le certificat d’authentification est vérifié jusqu’à une racine que le service conserve, et son état est demandé à l’émetteur (OCSP) pendant l’essai ; sans bonne réponse, personne n’est identifié.",
  ],
  [
    "Le niveau de garantie est celui de l’article 8 d’eIDAS, quand la méthode en a un pour la personne en cause.",
    "Le niveau de garantie est celui de l’article 8 d’eIDAS, quand la méthode en a un pour la personne en cause : élevé pour une carte belge et pour un compte itsme belge avec le code itsme ; substantiel pour un compte itsme belge sans ce code.",
  ],
  [
    "nom, nom et date de naissance, ou numéro de registre. Les",
    "nom, nom et date de naissance, numéro de registre, ou appartenance à un compte d’entreprise vérifié pour le numéro d’entreprise de l’organisation. Qui retire ainsi pour une organisation n’est désigné que par un numéro aléatoire. Qui s’identifie et ne correspond pas est écarté et l’envoi reste comme il était ; l’expéditeur apprend que c’est arrivé et quelle donnée ne correspondait pas, mais non qui c’était. Les",
  ],
]);
