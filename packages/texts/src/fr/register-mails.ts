// What account holders and privacy officers are told by mail about subprocessors and breaches, in French.

import type { registerMails as En } from "../en/register-mails.ts";

export const registerMails: typeof En = {
  kinds: {
    subprocessor_announced: {
      subject: "Nous ajoutons un sous-traitant ultérieur",
      happened:
        "Pour le service, nous allons confier des données personnelles à une entreprise de plus. Vous nous avez confié des données : nous vous le disons avant que cela ne prenne effet.",
      after:
        "La liste complète se trouve à l’adresse ci-dessus. Si vous vous y opposez, dites-le-nous avant ce jour ; vous pouvez aussi fermer votre compte.",
      unasked:
        "Vous recevez cet e-mail parce que vous gérez un compte chez nous, comme le prévoit l’accord de sous-traitance.",
    },
    breach_told: {
      subject: "Une violation de sécurité qui concerne vos envois",
      happened:
        "Nous avons constaté une violation de sécurité qui concerne des données personnelles que vous nous avez confiées. Vous en êtes le responsable du traitement : nous vous le disons donc aussitôt.",
      after:
        "Vérifiez si vous devez le notifier dans les 72 heures à l’Autorité de protection des données, et aux personnes concernées. Notre service vie privée répond à vos questions ; la suite vous parvient dès que nous la connaissons.",
      unasked:
        "Vous recevez cet e-mail parce que vous gérez un compte chez nous. Nous ne demandons jamais votre mot de passe ni un code par e-mail.",
    },
    breach_opened: {
      subject: "Une violation est inscrite au registre",
      happened:
        "Un dossier a été ouvert au registre des violations. Les délais courent à partir de l’heure ci-dessous.",
      after: "Tapez vous-même l’adresse du back-office dans votre navigateur et connectez-vous.",
      unasked: "Vous recevez cet e-mail parce que vous travaillez au service vie privée.",
    },
  },
  facts: {
    provider: "Entreprise",
    purpose: "Pour quoi",
    country: "Établie en",
    parent: "Société mère ultime",
    parent_country: "Société mère établie en",
    in_force: "À partir du",
    override: "Établie hors de l’Espace économique européen, parce que",
    short_notice: "Pourquoi à plus brève échéance",
    breach: "Dossier",
    noticed: "Constatée le",
    breach_natures: "Ce qui est atteint",
    breach_people: "Qui est concerné",
    breach_data: "Quelles données",
    breach_persons: "Combien de personnes",
    breach_words: "Ce qui s’est passé, ce que nous faisons, ce que vous pouvez faire",
  },
};
