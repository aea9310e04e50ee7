// What went wrong and what can be done, in French.

import type { errors as En } from "../en/errors.ts";

export const errors: typeof En = {
  page: {
    reference: (id) => `Référence pour notre assistance : ${id}`,
    home: "Vers la page d’accueil",
    again: "Réessayer",
    waitFor: (duration) => `Vous pourrez réessayer dans ${duration}.`,
  },
  kinds: {
    bad_request: {
      title: "Nous n’avons pas pu lire cela",
      happened: "Ce qui est arrivé ici est incomplet ou n’a pas la forme attendue. Rien n’a été modifié.",
      next: "Revenez en arrière, vérifiez ce que vous avez rempli et réessayez.",
    },
    unauthenticated: {
      title: "Connectez-vous d’abord",
      happened: "Cette page est réservée aux personnes connectées.",
      next: "Connectez-vous et ouvrez la page à nouveau.",
    },
    forbidden: {
      title: "Vous ne pouvez pas faire cela",
      happened: "Votre compte n’a pas droit à cette page ou à cet acte. Rien n’a été modifié.",
      next: "Si vous devriez avoir ce droit, demandez-le à un administrateur de votre compte.",
    },
    not_found: {
      title: "Cette page n’existe pas",
      happened: "L’adresse est fausse, ou ce qu’elle montrait n’existe plus.",
      next: "Vérifiez l’adresse, ou repartez de la page d’accueil.",
    },
    conflict: {
      title: "Ce n’est pas possible maintenant",
      happened: "Quelque chose a changé entre-temps et votre demande ne convient plus. Rien n’a été modifié.",
      next: "Ouvrez la page à nouveau pour voir où en sont les choses.",
    },
    too_large: {
      title: "C’est trop grand",
      happened: "Ce que vous avez envoyé dépasse ce que nous pouvons prendre. Rien n’a été conservé.",
      next: "Envoyez moins de fichiers, ou des fichiers plus petits.",
    },
    too_many: {
      title: "C’était trop souvent",
      happened: "Il y a eu trop d’essais en peu de temps, nous attendons donc un moment. Cela vous protège, vous et les autres.",
      next: "Attendez, puis réessayez.",
    },
    unavailable: {
      title: "Ce n’est pas possible en ce moment",
      happened: "Une partie de notre service ne répond pas. Ce qui a été accepté auparavant est en sûreté.",
      next: "Réessayez dans quelques minutes.",
    },
    internal: {
      title: "Une erreur s’est produite chez nous",
      happened: "C’est notre faute, pas la vôtre. Elle est enregistrée et nous l’examinons.",
      next: "Réessayez. Si cela se reproduit, donnez-nous la référence ci-dessous.",
    },
  },
  codes: {
    csrf_failed: {
      title: "Ce formulaire est resté ouvert trop longtemps",
      happened: "Nous n’avons pas pu voir avec certitude que vous avez envoyé ce formulaire vous-même. Rien n’a été modifié.",
      next: "Revenez en arrière, rechargez la page et envoyez le formulaire à nouveau. Votre navigateur doit accepter les cookies de ce site.",
    },
    upload_broken_off: {
      title: "L’envoi du fichier s’est interrompu",
      happened: "La connexion s’est terminée avant que tout soit arrivé. Rien n’en a été conservé.",
      next: "Vérifiez votre connexion et envoyez à nouveau.",
    },
    digest_mismatch: {
      title: "Le fichier a changé en chemin",
      happened: "Ce qui est arrivé n’est pas identique, octet par octet, à ce que vous avez envoyé. Il n’a pas été conservé.",
      next: "Envoyez le fichier à nouveau.",
    },
    session_ended: {
      title: "Vous avez été déconnecté",
      happened: "Vous n’avez pas été actif pendant un moment, nous avons donc mis fin à la session.",
      next: "Connectez-vous à nouveau. Vos brouillons sont conservés.",
    },
    proof_being_sealed: {
      title: "La preuve est en cours de scellement",
      happened: "L’acte est enregistré. Sa preuve reçoit maintenant un cachet et un horodatage ; cela prend d’ordinaire une seconde.",
      next: "Ouvrez cette page à nouveau dans un instant.",
    },
  },
  fields: {
    required: () => "Remplissez ce champ.",
    choose: () => "Faites un choix.",
    invalid: () => "Vérifiez ce que vous avez rempli.",
    too_short: (p) => `Utilisez au moins ${p["min"] ?? ""} caractères.`,
    too_long: (p) => `Utilisez au plus ${p["max"] ?? ""} caractères.`,
    out_of_range: (p) => `Donnez un nombre de ${p["min"] ?? ""} à ${p["max"] ?? ""}.`,
    email_invalid: () => "Ce n’est pas une adresse e-mail. Elle ressemble à nom@exemple.be.",
    mobile_invalid: () => "Ce n’est pas un numéro de mobile. Il ressemble à +32 470 12 34 56.",
    mobile_too_short: (p) => (Number(p["missing"]) === 1 ? "Il manque un chiffre." : `Il manque ${p["missing"] ?? ""} chiffres.`),
    mobile_required: () => "Le retrait avec des codes demande un numéro de mobile.",
    date_invalid: () => "Ce n’est pas une date.",
    postcode_invalid: () => "Un code postal belge a quatre chiffres, de 1000 à 9999.",
    enterprise_number_invalid: () => "Ce n’est pas un numéro d’entreprise valable. Il a dix chiffres et commence par 0 ou 1.",
    control_characters: () => "Il y a ici un retour à la ligne ou un autre caractère qui ne peut pas y figurer.",
    identical_addressee: () => "Ce destinataire est déjà dans la liste.",
    own_address: () => "C’est votre propre adresse. Vous ne pouvez pas vous envoyer un envoi recommandé.",
    code_wrong: () => "Les deux codes ne sont pas justes. Vérifiez l’un et l’autre.",
  },
};
