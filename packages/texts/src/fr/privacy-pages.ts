// Words in French of the pages made from the retention schedule: the notice of privacy, cookies, the schedule, the record of processing.

import type { privacyPages as En } from "../en/privacy-pages.ts";

export const privacyPages: typeof En = {
  desk: { name: "Service vie privée" },
  footer: { privacy: "Vie privée", cookies: "Cookies" },
  notice: {
    title: "Vos données : ce qui est conservé, pourquoi et combien de temps",
    lead: "Cette page est tirée du calendrier selon lequel ce service efface. Ce qui est écrit ici est ce qui se passe.",
    who: {
      title: "Qui répond de vos données",
      provider: (provider: string) => `${provider} exploite ce service.`,
      contact: "Contact",
      officer: "Délégué à la protection des données",
    },
    controller: {
      title: "Ce que nous décidons nous-mêmes",
      lead: "Pour les personnes qui ont un compte, et pour le registre des identifications, des retraits et des preuves, nous sommes responsable du traitement.",
    },
    processor: {
      title: "Ce que les expéditeurs nous confient",
      lead: "Pour les données de destinataires qu’un expéditeur nous donne, l’expéditeur est le responsable du traitement et nous sommes son sous-traitant. Nous en faisons ce qu’il a demandé et rien d’autre.",
    },
    counting: "Comment les jours sont comptés",
    columns: {
      what: "Quoi",
      why: "Pourquoi, et sur quelle base",
      howLong: "Combien de temps, et à partir de quand",
    },
    from: "à partir de :",
    recipients: {
      title: "Qui d’autre y a affaire",
      text: "Seulement ceux qui travaillent pour nous sous contrat, dans l’Union européenne : mail, SMS, identification, impression et hébergement. Personne ne vend vos données ni ne s’en sert pour autre chose. Les autorités reçoivent ce que la loi nous oblige à donner ; chaque communication figure dans un registre.",
    },
    rights: {
      title: "Vos droits",
      which:
        "Vous pouvez demander ce que nous détenons sur vous, le faire rectifier ou effacer, en faire limiter le traitement, vous y opposer, emporter vos données, et retirer un consentement à tout moment. C’est gratuit.",
      withAccount: "Avec un compte, vous faites presque tout vous-même, sous « Mes données ».",
      without:
        "Sans compte, écrivez-nous par ce formulaire ou par lettre. Nous vérifions d’abord qui demande, et répondons dans le mois qui suit la demande complète ; si elle est complexe, nous pouvons prendre deux mois de plus, et nous le disons dans le premier.",
      limits:
        "Un envoi en cours, et ses preuves, vont d’abord à leur terme : ils prouvent aussi quelque chose à quelqu’un d’autre. Pour ce qu’un expéditeur nous a confié, nous l’avertissons aussitôt, car c’est lui qui décide ; nous l’aidons.",
      form: "Demander au sujet de vos données",
    },
    authority: {
      title: "Plainte",
      text: "Vous pouvez à tout moment introduire une plainte auprès de l’autorité belge :",
      address:
        "Autorité de protection des données (Gegevensbeschermingsautoriteit), Rue de la Presse 35, 1000 Bruxelles, contact@apd-gba.be",
    },
    statement: "La déclaration de confidentialité, mot pour mot",
    cookies: "Quels cookies sont placés",
  },
  cookies: {
    title: "Cookies",
    lead: "Seulement ce dont ce service ne peut se passer. Personne n’est suivi et rien n’est mesuré ; rien ne vous est donc demandé.",
    caption: "Chaque cookie que nos sites placent",
    columns: { name: "Nom", service: "Placé par", purpose: "À quoi il sert", lasts: "Combien de temps" },
    note: "… remplace le numéro d’un envoi. Aucun cookie n’est lu par un autre site ni par un script.",
    untilClosed: "Jusqu’à la fermeture du navigateur",
    atMost: (length: string) => `Au plus ${length}`,
    services: {
      portal: "Portail",
      collect: "Retrait",
      verify: "Vérification",
      backoffice: "Pages de notre personnel",
    },
    purposes: {
      language: "Retient la langue que vous avez choisie",
      forms: "Assure qu’un formulaire a été envoyé par vous depuis notre page",
      session: "Vous garde connecté",
      device: "Reconnaît votre navigateur, pour qu’une connexion par un autre se remarque",
      identification: "Relie la réponse d’itsme ou de votre carte d’identité à ce navigateur",
      signingIn:
        "Garde dans ce navigateur la seconde étape de la connexion, ou de l’installation d’une application de codes",
      door: "Garde ouvert l’envoi dont vous avez utilisé le lien ou le code",
      letter: "Garde un envoi ouvert après votre identification",
    },
  },
  schedule: {
    menu: "Conservation",
    title: "Calendrier de conservation",
    lead: "Ce qui est conservé et effacé selon quelle règle. C’est la seule source de ce que fait l’effaceur, de l’avis public et du registre des traitements.",
    caption: "Règles du calendrier",
    rule: "Règle",
    role: "Rôle",
    people: "Données de qui",
    adjustable: "Autres délais",
    nobody: "Personne ne peut en fixer un autre",
    since: "En vigueur depuis",
    decided: "Décidé par",
    changed: (day: string, period: string) => `fixé autrement depuis le ${day} ; le calendrier dit ${period}`,
    roles: { controller: "Responsable", processor: "Sous-traitant" },
    offices: { privacy_officer: "Service vie privée" },
    record: "Registre des activités de traitement",
    recordLead: "Selon l’article 30 du RGPD, tiré du même calendrier.",
  },
  record: {
    title: "Registre des activités de traitement",
    lead: "Ce que demande l’article 30 du RGPD, tiré du calendrier de conservation, de la liste des sous-traitants ultérieurs et de la configuration.",
    csv: "Enregistrer en CSV",
    pdf: "Enregistrer en PDF",
    controller: "En tant que responsable (art. 30, § 1)",
    processor: "En tant que sous-traitant (art. 30, § 2)",
    facts: "Qui et avec qui",
    provider: "Prestataire",
    contact: "Contact",
    officer: "Délégué à la protection des données",
    controllers: "Responsables du traitement",
    controllersText:
      "Les expéditeurs : chaque compte qui envoie, sous l’accord de sous-traitance qu’il a accepté. La liste des comptes se trouve au service d’enregistrement.",
    representative: "Représentant",
    noRepresentative: "Aucun : établi dans l’Union européenne",
    recipients: "Destinataires des données",
    noRecipients: "Aucun hors du personnel du prestataire",
    transfers: "Transferts hors de l’Union européenne",
    noTransfers: "Aucun",
    security: "Mesures de sécurité",
    securityText:
      "Le contenu est chiffré et ses clés sont gardées par détenteur ; chaque service a son propre rôle dans la base de données et ne voit que ses lignes ; deux personnes décident de ce qui ne peut être défait ; chaque consultation par le personnel est journalisée ; un seul rôle efface, et des reçus scellés le prouvent ; les sauvegardes disparaissent après 30 jours.",
    activity: "Traitement",
    purpose: "Finalité",
    ground: "Base",
    data: "Catégories de données",
    people: "Catégories de personnes",
    limit: "Délai",
    madeAt: (when: string) => `Établi le ${when}`,
    page: (page: string, pages: string) => `Page ${page} sur ${pages}`,
  },
};
