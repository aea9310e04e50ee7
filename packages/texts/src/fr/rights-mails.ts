// What people are told by mail about their requests, in French; kinds and facts of the mails to account holders.

import type { rightsMails as En } from "../en/rights-mails.ts";

export const rightsMails: typeof En = {
  kinds: {
    rights_letter: {
      subject: "Au sujet de votre demande",
      happened: "Vous recevez une réponse de notre service vie privée.",
    },
    rights_code: {
      subject: "Votre code",
      happened:
        "Vous, ou quelqu’un qui a donné cette adresse, avez fait une demande sur des données personnelles. Ce code montre que l’adresse est la vôtre.",
      after: "Il est valable 15 minutes. Tapez-le sur la page où vous avez fait la demande.",
      unasked:
        "Si vous n’avez fait aucune demande, ne faites rien : sans le code, rien n’avance. Nous ne demandons jamais de code par téléphone.",
    },
    rights_code_letter: {
      subject: "Votre lettre sur vos données : montrez que c’est vous",
      happened:
        "Vous, ou quelqu’un en votre nom, nous avez écrit au sujet de vos données personnelles. Ce code montre que c’est vous.",
      after:
        "Ouvrez le lien et tapez le code. Le mois pour notre réponse commence alors. Vous pouvez aussi envoyer par la poste une copie de votre carte d’identité.",
      button: "Taper le code",
      unasked:
        "Si vous ne nous avez pas écrit, ne faites rien : sans le code, rien n’avance. Nous ne demandons jamais de code par téléphone.",
    },
    rights_sender_reminded: {
      subject: "Encore trois jours pour décider d’une demande",
      happened:
        "Une personne à qui vous avez adressé un envoi recommandé exerce ses droits, et vous n’avez pas encore décidé.",
      after:
        "Tapez vous-même l’adresse du portail dans votre navigateur, identifiez-vous et ouvrez « Demandes » dans votre compte. Si vous ne dites rien, nous disons à la personne que vous avez été interrogé et n’avez pas répondu.",
      unasked: "Vous recevez cet e-mail parce que vous administrez le compte qui a fait ces envois.",
    },
    rights_received: {
      subject: "Nous avons votre demande",
      happened: "Votre demande sur vos données est enregistrée et complète.",
      after:
        "Vous la trouvez dans le portail, sous « Mes données », « Vos demandes ». Vous pouvez l’y retirer tant qu’il n’y a pas été répondu. Vous pouvez à tout moment introduire une réclamation auprès de l’Autorité de protection des données (Gegevensbeschermingsautoriteit).",
    },
    restriction_placed: {
      subject: "Le traitement de vos données est limité",
      happened:
        "Vous nous avez demandé de limiter le traitement de vos données. Cela a commencé aussitôt : nous conservons vos données et n’en faisons rien d’autre. Entre-temps, vous ne pouvez rien envoyer.",
      after:
        "Vous levez la limitation dans le portail, sous « Mes données », « Vos demandes ». Notre service vie privée la confirme dans le mois. Vous pouvez à tout moment introduire une réclamation auprès de l’Autorité de protection des données (Gegevensbeschermingsautoriteit).",
    },
    restriction_lifted: {
      subject: "La limitation de vos données est levée",
      happened: "La limitation du traitement de vos données a été levée. Tout continue comme avant.",
    },
    rights_received_link: {
      subject: "Nous avons votre demande",
      happened: "Votre demande sur vos données est complète : nous savons que c’est vous qui demandez.",
      after:
        "Le lien montre où elle en est, et vous permet de la retirer tant qu’il n’y a pas été répondu. Vous pouvez à tout moment introduire une réclamation auprès de l’Autorité de protection des données (Gegevensbeschermingsautoriteit).",
      button: "Où elle en est",
      unasked:
        "Vous recevez cet e-mail parce qu’une personne qui a montré qui elle est a fait une demande avec cette adresse.",
    },
    rights_needs_authority: {
      subject: "Nous avons votre demande, il nous faut votre pouvoir",
      happened: "Nous savons qui demande. Vous demandez au nom de quelqu’un d’autre.",
      after:
        "Envoyez-nous par lettre une copie de votre pouvoir, avec le numéro de la demande. Le mois pour notre réponse commence quand nous l’avons vue. Vous pouvez à tout moment introduire une réclamation auprès de l’Autorité de protection des données (Gegevensbeschermingsautoriteit).",
      button: "Où elle en est",
      unasked:
        "Vous recevez cet e-mail parce qu’une personne qui a montré qui elle est a fait une demande avec cette adresse.",
    },
    rights_asked_of_sender: {
      subject: "Quelqu’un exerce ses droits sur ce que vous avez envoyé",
      happened:
        "Une personne à qui vous avez adressé un envoi recommandé exerce ses droits. Vous êtes responsable de ce que vous nous avez confié : c’est donc vous qui décidez.",
      after:
        "Tapez vous-même l’adresse du portail dans votre navigateur, identifiez-vous et ouvrez « Demandes » dans votre compte. Vous y voyez de quels envois il s’agit, et vous accordez, refusez, ou dites que vous répondez vous-même.",
      unasked: "Vous recevez cet e-mail parce que vous administrez le compte qui a fait ces envois.",
    },
  },
  facts: {
    request: "Numéro de la demande",
    right: "Ce qui est demandé",
    answer_by: "Réponse au plus tard le",
    decide_by: "À décider au plus tard le",
  },
};
