// What went wrong and what can be done, in French.

import type { errors as En } from "../en/errors.ts";
import { fieldErrors } from "./field-errors.ts";
import { identificationFailures } from "./identification-failures.ts";

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
      happened:
        "Il y a eu trop d’essais en peu de temps, nous attendons donc un moment. Cela vous protège, vous et les autres.",
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
    staff_role_missing: {
      title: "Cette page est celle d’un autre service",
      happened:
        "Votre service n’ouvre pas cette page ou cet acte. Rien n’a été montré ni modifié, et la tentative est notée.",
      next: "Demandez à l’opérateur si votre travail l’exige.",
    },
    invitation_unknown: {
      title: "Cette adresse n’ouvre plus rien",
      happened: "Elle a déjà servi, elle date de plus de 72 heures, ou une plus récente l’a remplacée.",
      next: "Demandez une nouvelle invitation à l’opérateur. Si vous ne l’avez pas utilisée vous-même, dites-le.",
    },
    record_unknown: {
      title: "Il n’y a pas de tel dossier",
      happened: "L’adresse est fausse, ou le dossier a été effacé au terme de sa conservation.",
      next: "Cherchez-le à nouveau par l’envoi ou par l’engagement.",
    },
    ...identificationFailures,
    csrf_failed: {
      title: "Ce formulaire est resté ouvert trop longtemps",
      happened:
        "Nous n’avons pas pu voir avec certitude que vous avez envoyé ce formulaire vous-même. Rien n’a été modifié.",
      next: "Revenez en arrière, rechargez la page et envoyez le formulaire à nouveau. Votre navigateur doit accepter les cookies de ce site.",
    },
    upload_broken_off: {
      title: "L’envoi du fichier s’est interrompu",
      happened: "La connexion s’est terminée avant que tout soit arrivé. Rien n’en a été conservé.",
      next: "Vérifiez votre connexion et envoyez à nouveau.",
    },
    digest_mismatch: {
      title: "Le fichier a changé en chemin",
      happened:
        "Ce qui est arrivé n’est pas identique, octet par octet, à ce que vous avez envoyé. Il n’a pas été conservé.",
      next: "Envoyez le fichier à nouveau.",
    },
    session_ended: {
      title: "Vous avez été déconnecté",
      happened: "Vous n’avez pas été actif pendant un moment, nous avons donc mis fin à la session.",
      next: "Connectez-vous à nouveau. Vos brouillons sont conservés.",
    },
    proof_being_sealed: {
      title: "La preuve est en cours de scellement",
      happened:
        "L’acte est enregistré. Sa preuve reçoit maintenant un cachet et un horodatage ; cela prend d’ordinaire une seconde.",
      next: "Ouvrez cette page à nouveau dans un instant.",
    },
    file_too_large: {
      title: "Le fichier est trop grand",
      happened: "Un fichier est plus grand que ce que nous pouvons prendre. Il n’a pas été conservé.",
      next: "Envoyez un fichier plus petit, ou divisez-le.",
    },
    message_too_large: {
      title: "Les annexes sont trop grandes ensemble",
      happened:
        "Tous les fichiers d’un envoi dépassent ensemble ce que nous pouvons prendre. Le dernier n’a pas été conservé.",
      next: "Retirez un fichier, ou mettez-le dans un autre envoi.",
    },
    too_many_files: {
      title: "Il y a trop de fichiers",
      happened:
        "Un envoi ne peut contenir qu’un nombre limité d’annexes. Le dernier fichier n’a pas été conservé.",
      next: "Mettez plusieurs fichiers dans un zip, ou faites un autre envoi.",
    },
    part_empty: {
      title: "Le fichier est vide",
      happened: "Ce fichier ne contient rien, il ne peut donc pas être envoyé.",
      next: "Vérifiez le fichier sur votre appareil et choisissez-le à nouveau.",
    },
    part_executable: {
      title: "Les programmes ne peuvent pas être envoyés",
      happened:
        "Ce fichier est un programme ou en contient un. Il pourrait nuire à l’appareil du destinataire.",
      next: "Envoyez plutôt un document, par exemple un PDF.",
    },
    part_macros: {
      title: "Les documents avec macros ne peuvent pas être envoyés",
      happened: "Ce document contient des macros : de petits programmes qui s’exécutent à l’ouverture.",
      next: "Enregistrez-le sans macros ou en PDF, et choisissez-le à nouveau.",
    },
    part_type_mismatch: {
      title: "Le fichier n’est pas ce que dit son nom",
      happened: "La fin du nom et le contenu ne vont pas ensemble.",
      next: "Donnez au fichier la bonne extension, ou enregistrez-le à nouveau, et choisissez-le encore une fois.",
    },
    part_unknown_type: {
      title: "Nous ne connaissons pas ce type de fichier",
      happened: "Nous ne prenons que des types de fichiers que le destinataire pourra sûrement ouvrir.",
      next: "Enregistrez-le en PDF ou mettez-le dans un zip, et choisissez-le à nouveau.",
    },
    part_not_printable: {
      title: "Une partie ne peut pas être imprimée",
      happened:
        "Une lettre a été demandée si l’envoi n’est pas retiré, et une partie du message ne peut pas être imprimée. Rien n’a été envoyé.",
      next: "Remplacez-la par un PDF ou envoyez sans lettre.",
    },
    letter_too_long: {
      title: "La lettre est trop longue",
      happened:
        "Une lettre a été demandée si l’envoi n’est pas retiré, et elle ne tiendrait pas dans une enveloppe. Rien n’a été envoyé.",
      next: "Retirez quelque chose ou envoyez sans lettre.",
    },
    part_legacy_office: {
      title: "Cet ancien type de document ne peut pas être envoyé",
      happened:
        "Les documents d’anciens logiciels de bureau peuvent cacher des programmes que nous ne voyons pas.",
      next: "Enregistrez-le dans le format actuel ou en PDF, et choisissez-le à nouveau.",
    },
    broken_text: {
      title: "Le texte est abîmé",
      happened: "Certains caractères du texte ou d’un nom de fichier ne peuvent pas être lus.",
      next: "Tapez-les à nouveau, ou donnez un autre nom au fichier.",
    },
    credits_missing: {
      title: "Il n’y a pas assez de crédits",
      happened: "Votre compte n’a pas les crédits que coûte cet envoi. Il n’est pas parti.",
      next: "Votre brouillon est conservé. Achetez des crédits, puis envoyez-le.",
    },
    draft_incomplete: {
      title: "Il manque encore quelque chose",
      happened: "L’envoi n’est pas complet, il n’est donc pas parti.",
      next: "Ouvrez le brouillon et remplissez ce qui est marqué.",
    },
    draft_already_sent: {
      title: "Cet envoi est déjà parti",
      happened: "Le brouillon est devenu un envoi recommandé et ne peut plus être modifié.",
      next: "Vous le trouvez parmi vos envois.",
    },
    identification_too_old: {
      title: "Identifiez-vous à nouveau avant d’envoyer",
      happened: "Votre identification est trop ancienne pour que nous nous y fiions. Rien n’est parti.",
      next: "Identifiez-vous dans le portail avec itsme ou une carte d’identité. Vos brouillons sont conservés.",
    },
    sender_not_identified: {
      title: "Vous devez être identifié avant d’envoyer",
      happened: "Seule une personne identifiée peut faire un envoi recommandé. Rien n’est parti.",
      next: "Terminez d’abord l’activation de votre compte.",
    },
    account_closed: {
      title: "Ce compte est fermé",
      happened: "Un compte fermé ne peut plus rien envoyer. Ce qui est en route va jusqu’à son terme.",
      next: "Demandez à l’administrateur de votre compte si vous ne vous y attendiez pas.",
    },
    processing_restricted: {
      title: "Le traitement de vos données est limité",
      happened: "Vous nous avez demandé de ne faire que conserver vos données. Rien n’a été fait.",
      next: "Levez la limitation sous « Mes données », « Vos demandes », si vous voulez continuer.",
    },
    sign_in_failed: {
      title: "La connexion n’a pas réussi",
      happened: "L’adresse e-mail ou le mot de passe n’est pas juste.",
      next: "Vérifiez l’un et l’autre et réessayez.",
    },
    collect_session_ended: {
      title: "Identifiez-vous à nouveau",
      happened:
        "Vous n’avez pas été actif pendant un moment, nous avons donc mis fin à la session. Rien n’a changé pour votre envoi.",
      next: "Ouvrez à nouveau le lien de l’e-mail, ou tapez le code de contrôle.",
    },
    link_unknown: {
      title: "Nous ne connaissons pas ce lien",
      happened: "Le lien ou le code de contrôle est incomplet, ou a été remplacé par un plus récent.",
      next: "Ouvrez le lien du dernier e-mail, ou tapez le code de contrôle qui y figure.",
    },
    content_erased: {
      title: "Le contenu n’est plus conservé",
      happened:
        "Le temps pendant lequel nous le conservons est écoulé, et il a été effacé. Les preuves de l’envoi sont conservées plus longtemps.",
      next: "Demandez une copie à l’autre partie si vous avez besoin du contenu.",
    },
    not_consigned: {
      title: "Le contenu n’est pas encore prêt",
      happened:
        "Votre acceptation est enregistrée et reçoit maintenant son horodatage. Le contenu s’ouvre juste après.",
      next: "Attendez un instant et ouvrez cette page à nouveau.",
    },
    letter_on_its_way: {
      title: "La lettre est en route",
      happened:
        "La lettre est remise à l’impression, ou l’opérateur postal l’a. Elle ne peut plus être modifiée ni annulée.",
      next: "Suivez-la sur la page de l’envoi.",
    },
    no_letter: {
      title: "Il n’y a pas de lettre",
      happened: "Aucune lettre ne devait suivre cet envoi, ou l’envoi est terminé. Rien n’a été modifié.",
      next: "Ouvrez la page de l’envoi pour voir où il en est.",
    },
    proof_not_available: {
      title: "Cette preuve n’existe pas",
      happened: "Cet envoi n’est pas arrivé à l’étape que montrerait la preuve.",
      next: "Ouvrez la page de l’envoi pour voir quelles preuves existent.",
    },
    sealing_unavailable: {
      title: "Nous ne pouvons pas accepter d’envois en ce moment",
      happened: "L’horodatage qui prouve le moment de l’acceptation n’est pas disponible. Rien n’est parti.",
      next: "Votre brouillon est conservé. Réessayez dans quelques minutes.",
    },
    took_too_long: {
      title: "Cela a pris trop de temps",
      happened: "Votre demande n’a pas pu être enregistrée à temps, rien n’en a donc été conservé.",
      next: "Réessayez maintenant.",
    },
    content_unavailable: {
      title: "Vos fichiers ne sont pas accessibles pour le moment",
      happened: "Notre stockage ne répond pas en ce moment. Rien n’a été perdu.",
      next: "Réessayez dans quelques minutes.",
    },
    storage_full: {
      title: "Nous ne pouvons pas conserver de fichiers en ce moment",
      happened:
        "Notre stockage ne prend plus de fichiers pour l’instant. Rien de ce qui est à vous n’est perdu.",
      next: "Réessayez dans quelques minutes.",
    },
    api_key_missing: {
      title: "Une clé API est nécessaire",
      happened: "Cette requête est arrivée sans clé API.",
      next: "Envoyez l’en-tête Authorization: Bearer, suivi de votre clé API.",
    },
    api_key_invalid: {
      title: "Cette clé API n’est pas valable",
      happened: "La clé API n’est pas connue, ou elle a été révoquée.",
      next: "Vérifiez la clé, ou demandez-en une nouvelle à un administrateur de votre compte.",
    },
    api_key_suspended: {
      title: "Cette clé API est suspendue",
      happened:
        "Le membre responsable de cette clé a quitté le compte, n’est pas identifié ou doit s’identifier à nouveau.",
      next: "Le membre s’identifie à nouveau dans le portail, ou un administrateur identifié de votre compte y reprend la clé.",
    },
    api_key_not_found: {
      title: "Nous ne connaissons pas cette clé API",
      happened: "Votre compte n’a pas de clé de ce nom.",
      next: "Consultez la liste des clés de votre compte.",
    },
    api_key_not_suspended: {
      title: "Cette clé n’a pas besoin d’un nouveau membre",
      happened: "La clé n’est pas suspendue\u00a0: elle fonctionne, ou elle a été révoquée. Rien n’a changé.",
      next: "Consultez la liste pour voir où en est la clé.",
    },
    scope_missing: {
      title: "Cette clé n’y donne pas droit",
      happened: "La clé API n’est pas faite pour cela. Rien n’a changé.",
      next: "Utilisez une clé avec la portée indiquée dans le détail, ou demandez-en une à un administrateur.",
    },
    account_applying: {
      title: "Cette société n’est pas encore approuvée",
      happened:
        "Tant que notre service d’enregistrement n’a pas approuvé la société, rien ne peut être envoyé et aucune clé ne fonctionne.",
      next: "Attendez notre e-mail, ou complétez la demande dans le portail.",
    },
    account_closing: {
      title: "Ce compte est en cours de clôture",
      happened:
        "Rien de nouveau ne peut être envoyé, et aucune clé ne fonctionne. Ce qui est en cours va jusqu’à son terme.",
      next: "Suivez-le dans le portail, ou annulez-y la clôture.",
    },
    api_key_ended: {
      title: "Cette clé a pris fin",
      happened: "La clé a été révoquée, ou une plus récente a pris sa place. Rien n’a changé.",
      next: "Consultez la liste des clés pour voir où elle en est.",
    },
    too_many_api_keys: {
      title: "Il y a trop de clés",
      happened: "Un compte a au plus cent clés en vigueur. Rien n’a été créé.",
      next: "Révoquez les clés dont personne n’a plus besoin.",
    },
    logo_not_found: {
      title: "Il n’y a pas de logo ici",
      happened: "Aucun logo n’est affiché ici.",
      next: "Vous n’avez rien à faire.",
    },
    agreements_outstanding: {
      title: "Veuillez d'abord lire les nouveaux textes en vigueur",
      happened: "De nouveaux textes sont en vigueur que vous n'avez pas encore acceptés. Rien n'a été fait.",
      next: "Ouvrez une page du portail : elle vous y conduit.",
    },
    not_an_admin: {
      title: "Seul un administrateur peut le faire",
      happened: "Ceci est réservé aux administrateurs de votre compte. Rien n’a changé.",
      next: "Demandez-le à un administrateur de votre compte.",
    },
    register_number_not_allowed: {
      title: "Votre compte ne peut pas utiliser de numéros de registre national",
      happened:
        "Un numéro de registre national a été donné, que votre compte ne peut pas utiliser. Rien n’est parti.",
      next: "Retirez le numéro, puis envoyez.",
    },
    message_invalid: {
      title: "Ce message ne peut pas être envoyé tel quel",
      happened: "Quelque chose manque ou n’est pas correct. Rien n’a été accepté.",
      next: "Corrigez ce qui est indiqué ci-dessous et renvoyez-le.",
    },
    idempotency_key_reused: {
      title: "Cette clé a servi à une autre requête",
      happened:
        "Une requête précédente avec cette Idempotency-Key demandait autre chose. Rien n’a été accepté.",
      next: "Utilisez une nouvelle clé pour un nouveau message.",
    },
    evidence_being_sealed: {
      title: "La preuve est en cours de scellement",
      happened:
        "L’acte est enregistré. Sa preuve reçoit maintenant un cachet et un horodatage, ce qui prend d’ordinaire une seconde.",
      next: "Redemandez-la dans un instant.",
    },
    method_not_allowed: {
      title: "Cela n’est pas possible à cette adresse",
      happened: "L’adresse existe, mais pas pour cette méthode.",
      next: "Voyez quelles méthodes sont permises et utilisez l’une d’elles.",
    },
    unsupported_media_type: {
      title: "Ce type de contenu n’est pas compris",
      happened: "Ce qui a été envoyé est d’un type que nous ne lisons pas ici. Rien n’a été accepté.",
      next: "Envoyez l’un des types indiqués.",
    },
  },
  fields: fieldErrors,
};
