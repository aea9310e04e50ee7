// Les mots de l’identification par carte d’identité dans le navigateur, en français.

import type { webEid as En } from "../en/web-eid.ts";

export const webEid: typeof En = {
  lead: "Il vous faut votre carte d’identité avec son code PIN, un lecteur de carte, et deux programmes sur cet ordinateur.",
  needs: {
    title: "Ce qu’il faut à cet ordinateur",
    card: "Un lecteur de carte, et votre eID ou votre carte d’étranger.",
    middleware: "Le logiciel eID de l’État belge.",
    extension: "L’extension Web eID de votre navigateur, avec son programme.",
    middlewareLink: "Installer le logiciel eID",
    extensionLink: "Installer Web eID",
  },
  button: "S’identifier avec eID",
  withoutScript:
    "Une carte d’identité ne peut être lue que si votre navigateur exécute JavaScript. Activez-le et rechargez cette page.",
  island: {
    checking: "Nous cherchons Web eID sur cet ordinateur.",
    waiting: "Placez votre carte dans le lecteur et tapez votre code PIN dans la fenêtre qui s’ouvre.",
    sending: "Votre carte a répondu. Nous la vérifions.",
    extensionMissing:
      "Votre navigateur n’a pas l’extension Web eID. Installez-la, puis rechargez cette page.",
    programMissing:
      "Le programme Web eID ne se trouve pas sur cet ordinateur, ou il est trop ancien. Installez-le, puis réessayez.",
    cancelled: "Vous avez annulé. Rien n’a été envoyé. Vous pouvez réessayer.",
    timeout: "Votre carte n’a pas répondu à temps. Vous pouvez réessayer.",
    busy: "Une autre fenêtre de Web eID est encore ouverte. Terminez ou fermez-la, puis réessayez.",
    wrongAddress:
      "Cette page a été ouverte à une adresse pour laquelle les cartes ne peuvent pas répondre. Ouvrez-la de nouveau par le lien que vous avez reçu.",
    failed: "Votre carte n’a pas pu être lue. Vérifiez le lecteur et la carte, puis réessayez.",
  },
  refusals: {
    eid_token_malformed:
      "Ce que votre ordinateur a envoyé n’a pas pu être lu. Mettez Web eID à jour, puis réessayez.",
    eid_nonce_wrong:
      "Cette question à votre carte a déjà reçu une réponse, ou elle est trop ancienne. Veuillez réessayer.",
    eid_signature_wrong: "La réponse de votre carte n’est pas correcte. Veuillez réessayer.",
    eid_algorithm_refused:
      "Votre carte signe d’une façon à laquelle nous ne pouvons pas nous fier. Identifiez-vous autrement.",
    eid_certificate_expired:
      "Le certificat de votre carte n’est plus valable. Demandez une nouvelle carte à votre commune.",
    eid_certificate_not_yet_valid: "Le certificat de votre carte n’est pas encore valable.",
    eid_certificate_purpose:
      "Votre carte a répondu avec son certificat de signature. Choisissez celui d’authentification.",
    eid_certificate_untrusted:
      "Cette carte n’a pas été délivrée par une autorité que nous connaissons. Utilisez une eID belge ou une carte d’étranger.",
    eid_certificate_revoked: "Cette carte est bloquée. Adressez-vous à votre commune, ou à DOC STOP.",
    eid_status_unknown:
      "Le service de l’État qui dit si une carte est bloquée ne répond pas. Réessayez dans quelques minutes.",
    eid_certificate_missing:
      "Votre navigateur n’a envoyé aucun certificat. Placez votre carte dans le lecteur, fermez le navigateur, puis réessayez.",
    eid_no_legal_name: "Votre carte n’indique pas le nom dont nous avons besoin. Identifiez-vous autrement.",
  },
};
