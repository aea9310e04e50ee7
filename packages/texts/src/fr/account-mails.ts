// Ce que les titulaires d’un compte apprennent par e-mail sur leurs moyens de connexion, en français.

import type { accountMails as En } from "../en/account-mails.ts";
import { registerMails } from "./register-mails.ts";
import { rightsMails } from "./rights-mails.ts";

export const accountMails: typeof En = {
  when: "Quand",
  browser: "Navigateur",
  on: (browser, os) => `${browser} sur ${os}`,
  unknownBrowser: "Inconnu",
  kinds: {
    ...registerMails.kinds,
    ...rightsMails.kinds,
    new_device: {
      subject: "Vous vous êtes connecté depuis un nouveau navigateur",
      happened:
        "Quelqu’un s’est connecté à votre compte depuis un navigateur qui n’avait pas encore servi à cela.",
    },
    session_in_other_browser: {
      subject: "Nous avons mis fin à l’une de vos sessions",
      happened:
        "Une session de votre compte est apparue dans un navigateur où elle n’avait pas été ouverte. Elle a peut-être été copiée : nous y avons mis fin. Connectez-vous à nouveau.",
    },
    password_changed: {
      subject: "Votre mot de passe a été modifié",
      happened: "Le mot de passe de votre compte a été modifié. Toutes les autres sessions ont pris fin.",
    },
    passkey_added: {
      subject: "Une clé d’accès a été ajoutée",
      happened: "Une clé d’accès a été ajoutée à votre compte. Elle permet de se connecter.",
    },
    passkey_removed: {
      subject: "Une clé d’accès a été supprimée",
      happened: "Une clé d’accès a été supprimée de votre compte. Elle ne permet plus de se connecter.",
    },
    passkey_suspected: {
      subject: "L’une de vos clés d’accès a peut-être été copiée",
      happened:
        "Une clé d’accès de votre compte a répondu comme seule une copie le fait. Nous la refusons désormais. Connectez-vous autrement et remplacez-la par une nouvelle.",
    },
    totp_on: {
      subject: "Une application de codes a été configurée",
      happened:
        "Une application de codes a été configurée pour votre compte. La connexion par mot de passe demande désormais son code.",
    },
    totp_off: {
      subject: "L’application de codes a été désactivée",
      happened:
        "L’application de codes de votre compte a été désactivée. La connexion par mot de passe ne demande plus de code.",
    },
    recovery_codes_made: {
      subject: "De nouveaux codes de secours ont été créés",
      happened:
        "De nouveaux codes de secours ont été créés pour votre compte. Les précédents ne valent plus.",
    },
    recovery_code_used: {
      subject: "Un code de secours a été utilisé",
      happened: "Un code de secours a été utilisé pour votre compte à la place du code de votre application.",
    },
    identified: {
      subject: "Vous êtes identifié",
      happened:
        "Votre identité est établie pour votre compte. Vous pouvez maintenant envoyer des envois recommandés.",
    },
    name_changed: {
      subject: "Votre nom a été modifié",
      happened: "Le nom de votre compte a été remplacé par celui sous lequel vous êtes identifié.",
    },
    identity_linked: {
      subject: "Une autre identité a été liée",
      happened:
        "Un autre compte itsme ou une autre carte d’identité a été lié à votre compte. Il permet de se connecter.",
    },
    api_key_taken_over: {
      subject: "Une clé API a un autre responsable",
      happened: "Un administrateur de votre société a repris la responsabilité d’une clé API.",
    },
    api_key_made: {
      subject: "Une nouvelle clé API a été créée",
      happened:
        "Quelqu’un a créé une clé API pour votre compte. Qui la détient peut utiliser le compte dans les limites de la clé.",
    },
    api_key_rotated: {
      subject: "Une clé API a été renouvelée",
      happened:
        "Quelqu’un a renouvelé une clé API de votre compte. L’ancienne ne fonctionne plus que peu de temps.",
    },
    api_key_revoked: {
      subject: "Une clé API a été révoquée",
      happened: "Quelqu’un a révoqué une clé API de votre compte. Plus rien n’est accepté de sa part.",
    },
    registration_link: {
      subject: "Confirmez votre adresse e-mail",
      happened: "Quelqu’un, sans doute vous-même, enregistre cette adresse chez nous.",
      after: "Le lien confirme que l’adresse est la vôtre. Il fonctionne une seule fois, pendant 24 heures.",
      button: "Confirmer l’adresse",
      unasked: "Si vous n’avez rien demandé, ne faites rien : sans le lien, aucun compte n’est créé.",
    },
    registration_known: {
      subject: "Vous avez déjà un compte",
      happened:
        "Quelqu’un, sans doute vous-même, a voulu enregistrer cette adresse chez nous. Elle appartient déjà à un compte.",
      after:
        "Tapez vous-même l’adresse du portail dans votre navigateur et connectez-vous. Avec itsme ou votre carte d’identité, vous pouvez vous connecter sans mot de passe.",
      unasked: "Si vous n’avez rien demandé, ne faites rien : rien n’a été modifié.",
    },
    application_received: {
      subject: "Nous avons reçu votre demande",
      happened: "Votre demande de compte pour votre entreprise nous est parvenue.",
      after:
        "Nous la comparons avec la Banque-Carrefour des Entreprises et examinons le formulaire signé. Vous recevrez la réponse par e-mail. Jusque-là, rien ne peut être envoyé pour l’entreprise.",
      unasked: "Si ce n’était pas vous, connectez-vous et consultez « Connexion et sécurité ».",
    },
    invitation_link: {
      subject: "Vous êtes invité à rejoindre un compte",
      happened: "Une entreprise vous invite à rejoindre son compte d’envois recommandés.",
      after:
        "Le lien montre qui vous invite et ce que nous détenons à votre sujet ; il vous permet d’accepter ou de refuser. Il fonctionne une seule fois, pendant 14 jours.",
      button: "Voir l’invitation",
      unasked:
        "Si vous ne connaissez pas cette entreprise, ne faites rien : l’invitation prend fin d’elle-même et ce que nous détenons à votre sujet est effacé.",
    },
    member_joined: {
      subject: "Quelqu’un a rejoint votre compte",
      happened: "Une invitation au compte de votre entreprise a été acceptée.",
      unasked:
        "Si vous ne connaissez pas cette personne, connectez-vous et retirez ce membre à la page « Membres ». Son accès prend fin aussitôt.",
    },
    member_left: {
      subject: "Un membre a quitté votre compte",
      happened:
        "Un membre a quitté le compte de votre entreprise. Ses brouillons sont passés à l’administrateur le plus ancien. Ses clés d’API sont suspendues jusqu’à ce qu’un administrateur les reprenne.",
      unasked: "Vous n’avez rien à faire.",
    },
    invitation_declined: {
      subject: "Une invitation a été déclinée",
      happened:
        "La personne que vous avez invitée au compte de votre entreprise ne souhaite pas le rejoindre.",
      unasked:
        "Vous n’avez rien à faire. Si c’était une erreur, vous pouvez inviter cette adresse à nouveau.",
    },
    membership_ended: {
      subject: "Votre participation a pris fin",
      happened: "Vous n’êtes plus membre du compte de cette entreprise.",
      after: "Vos autres comptes restent tels quels. Ce qui ne servait qu’à cette entreprise a été effacé.",
      unasked: "L’entreprise répond à vos questions à ce sujet.",
    },
    membership_ended_erased: {
      subject: "Votre participation a pris fin",
      happened:
        "Vous n’êtes plus membre du compte de cette entreprise, et c’était le seul. Nous avons effacé votre nom, votre adresse et vos moyens de connexion.",
      after:
        "Le journal d’utilisation et les preuves des envois que vous avez faits ne gardent que votre numéro de membre aléatoire, jusqu’à la fin de leur délai légal. Vous pouvez introduire une réclamation auprès de l’Autorité de protection des données (Gegevensbeschermingsautoriteit).",
      unasked: "L’entreprise répond à vos questions à ce sujet. Ceci est le dernier e-mail à cette adresse.",
    },
    role_changed: {
      subject: "Votre rôle a changé",
      happened: "Un administrateur de votre entreprise vous a donné un autre rôle.",
      unasked: "Les administrateurs de votre entreprise répondent à vos questions à ce sujet.",
    },
    account_closing: {
      subject: "Votre compte est en cours de clôture",
      happened:
        "La clôture de ce compte a été demandée. Plus rien de nouveau ne peut être envoyé. Ce qui est en route va jusqu’à son terme ; quand le dernier envoi est définitif, le compte est clôturé.",
      after:
        "D’ici là, et pendant 44 jours ensuite, la clôture peut être annulée à la page « Clôturer le compte ». Exportez ce que vous voulez garder à la page « Mes données ».",
    },
    account_closed: {
      subject: "Votre compte est clôturé",
      happened:
        "Ce compte est clôturé. L’usage de ses données est limité : elles peuvent seulement être exportées, et ce qui est encore en route va jusqu’à son terme sans lui.",
      after:
        "Jusqu’à la fin du jour indiqué ci-dessus, vous pouvez exporter vos données, demander le remboursement des crédits inutilisés et annuler la clôture. Au cours du jour suivant, les données personnelles du compte sont effacées.",
    },
    account_erasure_near: {
      subject: "Votre compte sera effacé dans une semaine",
      happened: "Ce compte est clôturé et ses données personnelles seront bientôt effacées définitivement.",
      after:
        "Jusqu’à la fin du jour indiqué ci-dessus, vous pouvez exporter vos données, demander le remboursement des crédits inutilisés et annuler la clôture. Ensuite, personne ne le peut plus.",
    },
    account_reopened: {
      subject: "Votre compte est de nouveau ouvert",
      happened:
        "La clôture de ce compte a été annulée. Vous pouvez l’utiliser comme avant. Les lettres auxquelles on a renoncé et les crédits dont le remboursement a été demandé ne reviennent pas ; les invitations ouvertes restent sans effet.",
    },
    account_erased: {
      subject: "Votre compte a été effacé",
      happened:
        "Le délai de ce compte clôturé est écoulé et ses données personnelles ont été effacées. Ce que la loi fait conserver des preuves, du journal et des factures reste jusqu’à la fin de son propre délai.",
      after:
        "Si vous appartenez à un autre compte, rien n’y a changé. Vous pouvez introduire une plainte auprès de l’Autorité de protection des données.",
      unasked: "Ce message était le dernier au sujet de ce compte.",
    },
    credits_refund_asked: {
      subject: "Vous avez demandé le remboursement de crédits",
      happened:
        "Les crédits inutilisés de votre compte clôturé ont été décomptés. Le montant est remboursé par le moyen qui a servi à les acheter.",
    },
    email_change_asked: {
      subject: "Une nouvelle adresse e-mail a été demandée",
      happened:
        "Quelqu’un, probablement vous, a demandé de changer l’adresse de votre compte. Un lien a été envoyé à la nouvelle adresse. Tant qu’il n’est pas utilisé, la présente adresse reste valable.",
    },
    email_changed: {
      subject: "L’adresse e-mail de votre compte a changé",
      happened: "L’adresse de votre compte a été changée. La nouvelle a été confirmée par un lien.",
      after: "Les e-mails au sujet de votre compte sont désormais envoyés à la nouvelle adresse.",
    },
    email_change_link: {
      subject: "Confirmez votre nouvelle adresse e-mail",
      happened: "Vous avez demandé de remplacer l’adresse de votre compte par celle-ci.",
      after:
        "Le lien confirme que l’adresse est la vôtre. Il fonctionne une seule fois, pendant 24 heures. D’ici là, votre adresse précédente reste valable.",
      button: "Confirmer l’adresse",
      unasked: "Si vous n’avez rien demandé, ne faites rien : sans le lien, rien n’est modifié.",
    },
    application_approved: {
      subject: "Votre entreprise est approuvée",
      happened:
        "Nos collaborateurs ont vérifié les pièces de votre entreprise. Elle peut désormais envoyer des recommandés.",
      after: "Tapez vous-même l’adresse du portail dans votre navigateur et connectez-vous.",
      unasked: "Si vous n’avez rien demandé pour cette entreprise, signalez-le-nous sans attendre.",
    },
    application_refused: {
      subject: "Votre entreprise n’a pas pu être approuvée",
      happened:
        "Nos collaborateurs ont examiné les pièces de votre entreprise et ne peuvent pas l’approuver en l’état.",
      after:
        "Vous pouvez compléter ce qui manque et déposer à nouveau la demande : tapez vous-même l’adresse du portail dans votre navigateur, connectez-vous et ouvrez la demande. Une demande qui n’est pas reprise est effacée après 30 jours.",
      unasked: "Si vous n’avez rien demandé pour cette entreprise, signalez-le-nous sans attendre.",
    },
    register_numbers_authorised: {
      subject: "Votre entreprise peut utiliser des numéros de registre national",
      happened:
        "Nos collaborateurs ont vu l’autorisation de votre entreprise. Ses membres peuvent désormais indiquer le numéro de registre national d’un destinataire.",
      unasked: "Si votre entreprise n’a pas d’autorisation, signalez-le-nous sans attendre.",
    },
    register_numbers_withdrawn: {
      subject: "Votre entreprise ne peut plus utiliser de numéros de registre national",
      happened:
        "Nos collaborateurs ont mis fin à cette permission. Un envoi qui indique un numéro de registre national est désormais refusé ; ce qui a été envoyé auparavant reste inchangé.",
      unasked: "Notre service d’enregistrement répond à vos questions à ce sujet.",
    },
    hold_placed: {
      subject: "Une conservation légale est en place",
      happened:
        "Ce que vous avez demandé est en place. Rien n’en est effacé avant le jour ci-dessous, quoi que disent les délais.",
      after:
        "Vous la trouvez dans le portail sous « Conservation légale ». Nous vous prévenons deux semaines avant sa fin.",
      unasked: "Vous recevez cet e-mail parce qu’une conservation légale a été demandée depuis votre compte.",
    },
    hold_refused: {
      subject: "Une conservation légale est refusée",
      happened:
        "Notre service vie privée n’a pas mis en place la conservation légale demandée. Ce qu’elle visait est effacé aux jours que sa page indique.",
      after: "Enregistrez le dossier de preuves avant ce jour, ou demandez à nouveau avec d’autres motifs.",
      unasked: "Vous recevez cet e-mail parce qu’une conservation légale a été demandée depuis votre compte.",
    },
    hold_ends: {
      subject: "Une conservation légale prend bientôt fin",
      happened:
        "Une conservation légale prend fin au jour ci-dessous. Ensuite les délais habituels s’appliquent à nouveau, et ce qui les dépasse est effacé aussitôt.",
      after:
        "Si vous avez encore besoin des données, enregistrez le dossier de preuves, ou demandez au service vie privée de prolonger la conservation en indiquant pourquoi.",
      unasked: "Vous recevez cet e-mail parce que la conservation porte sur des données de votre compte.",
    },
    hold_ended: {
      subject: "Une conservation légale a pris fin",
      happened:
        "Une conservation légale est arrivée à son terme. Les délais habituels s’appliquent à nouveau, et ce qui les dépasse est effacé dans la journée.",
      unasked: "Vous recevez cet e-mail parce que la conservation portait sur des données de votre compte.",
    },
    hold_lifted: {
      subject: "Une conservation légale est levée",
      happened:
        "Une conservation légale a été levée avant son terme par deux personnes de notre service vie privée. Les délais habituels s’appliquent à nouveau, et ce qui les dépasse est effacé dans la journée.",
      unasked: "Vous recevez cet e-mail parce que la conservation portait sur des données de votre compte.",
    },
    evidence_falling: {
      subject: "Les preuves de vos envois recommandés vont être effacées",
      happened:
        "Les preuves sont conservées aussi longtemps que la loi l’exige, puis effacées. Pour certains de vos envois, ce jour est proche.",
      after:
        "Ouvrez l’adresse ci-dessus dans votre navigateur. Vous pouvez y enregistrer le dossier de preuves de chaque envoi et faire renouveler ses horodatages. Un dossier que vous avez enregistré reste vérifiable après ce jour.",
      unasked:
        "Vous recevez cet e-mail parce que vous administrez le compte qui a expédié ces envois. Vous êtes prévenu 60 et 14 jours avant.",
    },
  },
  facts: {
    ...rightsMails.facts,
    ...registerMails.facts,
    address: "Nouvelle adresse",
    company: "Entreprise",
    number: "Numéro d’entreprise",
    reason: "Raison",
    words: "Nos collaborateurs écrivent",
    role: "Rôle",
    until: "Jusqu’à la fin du",
    name: "Nom",
    key: "Clé API",
    by: "Par",
    method: "Avec",
    old_name: "Avant",
    new_name: "Maintenant",
    left: "Codes de secours restants",
    credits: "Crédits",
    delivery: "Envoi recommandé",
    ground: "Motif",
    sixty: "Dans les 60 jours",
    fourteen: "Dans les 14 jours",
    first: "Le premier le",
    page: "Adresse de la liste",
  },
  roles: { admin: "administrateur", user: "utilisateur" },
  methods: { itsme: "itsme", eid: "Carte d’identité" },
  notYou: "Ce n’était pas vous ?",
  whatToDo: (address) =>
    `Tapez vous-même ${address} dans votre navigateur, connectez-vous et ouvrez « Connexion et sécurité » : mettez fin à toutes les autres sessions et modifiez votre mot de passe.`,
  noLink:
    "Cet e-mail ne contient volontairement aucun lien. Nous ne demandons jamais votre mot de passe ni un code par e-mail ou par téléphone.",
};
