// Les mots des clés d’accès (passkeys), en français.

import type { passkeys as En } from "../en/passkeys.ts";

export const passkeys: typeof En = {
  signIn: {
    title: "Clé d’accès (passkey)",
    lead: "Avec votre empreinte, votre visage ou le code PIN de votre appareil. Vous ne tapez ni adresse ni mot de passe.",
    button: "Se connecter avec une clé d’accès",
    password: "Adresse e-mail et mot de passe",
    refusedTitle: "La clé d’accès n’a pas été acceptée",
    refused:
      "Cette clé d’accès n’ouvre aucun compte ici, ou cela a pris trop de temps. Réessayez, ou connectez-vous d’une autre manière.",
    noAccount: "Cette clé d’accès est bien la vôtre, mais vous n’êtes plus membre d’aucun compte.",
    otherWays: "Se connecter d’une autre manière",
  },
  confirm: {
    button: "Confirmer avec une clé d’accès",
    otherWays: "Confirmer d’une autre manière",
    refused: "La clé d’accès n’a pas été acceptée. Réessayez, ou confirmez d’une autre manière.",
  },
  withoutScript:
    "Les clés d’accès ont besoin de JavaScript. Activez-le et rechargez cette page, ou choisissez une autre manière.",
  island: {
    asking: "Un instant.",
    waiting: "Suivez ce que votre navigateur affiche.",
    sending: "Votre appareil a répondu. Nous vérifions sa réponse.",
    unsupported:
      "Ce navigateur ne connaît pas les clés d’accès. Choisissez une autre manière, ou un navigateur plus récent.",
    cancelled:
      "Rien n’a été envoyé. Vous avez annulé, cela a pris trop de temps, ou cet appareil n’a pas de clé d’accès pour ce site.",
    notMade:
      "Aucune clé d’accès n’a été créée. Vous avez annulé, ou cela a pris trop de temps. Vous pouvez réessayer.",
    known: "Cet appareil a déjà une clé d’accès pour votre compte.",
    unfit:
      "Cet appareil ne peut pas créer de clé d’accès à laquelle nous puissions nous fier. Il lui faut une empreinte, un visage ou un code PIN. Configurez-en un, ou utilisez un autre appareil.",
    wrongAddress:
      "Cette page a été ouverte à une adresse pour laquelle les clés d’accès ne peuvent pas répondre. Ouvrez-la à l’adresse habituelle de ce site.",
    tooMany: "Il y a eu trop d’essais. Attendez quelques minutes.",
    ended: "Cette page est restée ouverte trop longtemps. Rechargez-la, puis réessayez.",
    failed: "Cela n’a pas fonctionné. Réessayez.",
  },
  page: {
    title: "Clés d’accès",
    lead: "Une clé d’accès (passkey) vous connecte avec votre empreinte, votre visage ou le code PIN de votre appareil. Personne ne peut la deviner ni vous la soutirer.",
    summary: (count) => (count === 1 ? "Vous avez 1 clé d’accès." : `Vous avez ${count} clés d’accès.`),
    manage: "Gérer les clés d’accès",
    add: "Ajouter une clé d’accès",
    emptyTitle: "Vous n’avez pas encore de clé d’accès",
    emptyText:
      "Avec elle, vous vous connectez plus vite, et personne d’autre ne peut le faire à votre place.",
    name: "Nom",
    made: "Créée",
    lastUse: "Dernière utilisation",
    never: "pas encore utilisée",
    acts: "Renommer ou supprimer",
    rename: "Renommer",
    renameOne: (name) => `Renommer ${name}`,
    remove: "Supprimer",
    removeOne: (name) => `Supprimer ${name}`,
    backedUp: "Conservée aussi par le fabricant de votre appareil ou par votre gestionnaire de mots de passe",
    oneDevice: "Sur un seul appareil",
    suspected: "Bloquée",
    suspectedText:
      "Une copie d’une clé d’accès bloquée est peut-être utilisée. C’est pourquoi elle n’ouvre plus rien. Ajoutez-en une nouvelle, puis supprimez celle qui est bloquée.",
    spare:
      "Cette clé d’accès se trouve sur un seul appareil. Ajoutez-en une autre sur un deuxième appareil, au cas où vous le perdriez.",
  },
  done: {
    added: "La clé d’accès est ajoutée. Vous pouvez désormais vous connecter avec elle.",
    renamed: "La clé d’accès a son nouveau nom.",
    removed: "La clé d’accès est supprimée. Elle n’ouvre plus rien ici.",
  },
  adding: {
    title: "Ajouter une clé d’accès",
    lead: "Votre navigateur vous demandera où la conserver : sur cet appareil, sur votre téléphone ou sur une clé de sécurité.",
    hint: "Pour savoir plus tard sur quel appareil elle se trouve.",
    button: "Créer la clé d’accès",
    refused:
      "La clé d’accès n’a pas pu être ajoutée. Cela a pris trop de temps, ou nous la connaissons déjà. Réessayez.",
    tooMany: "Vous avez autant de clés d’accès qu’un compte peut en avoir. Supprimez-en une d’abord.",
  },
  renaming: {
    title: "Renommer une clé d’accès",
    button: "Enregistrer le nom",
  },
  removing: {
    title: "Supprimer cette clé d’accès ?",
    text: (name) => `« ${name} » n’ouvrira plus rien ici. Nous vous en informons par e-mail.`,
    alsoOnDevice:
      "Votre appareil peut continuer à la proposer. Supprimez-la là aussi, dans les réglages de vos mots de passe.",
    sessions: "Là où vous êtes connecté maintenant, vous le restez.",
    sessionsLink: "Voir où vous êtes connecté",
    button: "Supprimer",
    keep: "La garder",
    last: "C’est votre seule manière de vous connecter, elle ne peut donc pas être supprimée. Ajoutez d’abord une autre clé d’accès ou choisissez un mot de passe.",
  },
};
