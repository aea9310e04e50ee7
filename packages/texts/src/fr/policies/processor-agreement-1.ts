// Version 1 of the processor agreement in French. Its bytes are pinned: a change is a new version.

export const processorAgreement1 = `# Contrat de sous-traitance, version 1

Ce contrat lie une entreprise qui expédie des envois recommandés (le responsable du traitement) et le prestataire de ce service (le sous-traitant). C’est le contrat que demande l’article 28, paragraphe 3, du règlement (UE) 2016/679 (RGPD). Il accompagne les conditions d’utilisation.

## 1. Ce qui est traité, pourquoi et combien de temps

Le prestataire traite des données à caractère personnel pour accepter, annoncer, remettre et, si vous le demandez, imprimer et poster vos envois recommandés.

- Personnes : vos destinataires, leurs représentants et les personnes citées dans vos envois.
- Données : noms, adresses e-mail, numéros de mobile, adresses postales, langues, consentements que vous déclarez ; lorsque vous les donnez, dates de naissance et numéros de registre national ; le contenu de vos envois.
- Durée : tant que votre compte et ses envois sont en cours, et jusqu’à l’échéance des délais de la déclaration de confidentialité.

Pour l’identification de la personne qui retire, pour la preuve et pour le journal du service, le prestataire est lui-même responsable du traitement : la loi lui impose ces devoirs. Ce contrat ne les concerne pas.

## 2. Sur vos seules instructions

Le prestataire ne traite ces données que sur vos instructions documentées. Vos instructions sont ce contrat, les conditions, et les choix que vous faites à chaque envoi et dans les paramètres. Si le droit de l’Union européenne ou de la Belgique l’oblige à agir autrement, il vous le dit au préalable, sauf si ce droit l’interdit. S’il estime qu’une instruction est contraire à la loi, il vous le dit aussitôt. Les données ne quittent l’Espace économique européen que sur votre instruction documentée et comme le permet le chapitre V du RGPD.

## 3. Confidentialité

Toute personne qui peut accéder à ces données est tenue à la confidentialité. Le personnel ne voit de données à caractère personnel que pour la tâche en cours, et chaque consultation est journalisée. Le contenu des envois est chiffré ; le personnel ne peut pas l’ouvrir.

## 4. Sécurité

Le prestataire prend les mesures de l’article 32 du RGPD. En font partie le chiffrement au stockage et en transit, des clés par envoi, des droits distincts pour chaque partie du service, une connexion par plus qu’un mot de passe, la journalisation de chaque utilisation, des sauvegardes, et des essais de tout cela. La déclaration des pratiques les décrit.

## 5. Autres sous-traitants

Vous autorisez le prestataire à recourir à d’autres sous-traitants pour l’e-mail, les SMS, l’impression et l’affranchissement, l’hébergement et l’horodatage. La liste dit qui ils sont, où, et pour quoi. Vous êtes averti au moins 30 jours avant l’ajout ou le remplacement de l’un d’eux, et pouvez vous y opposer. Si aucune solution n’est trouvée, vous pouvez clôturer votre compte sans frais. Chacun est tenu aux mêmes devoirs qu’ici, et le prestataire répond d’eux comme de lui-même.

## 6. Aide pour vous

- Droits des personnes : une demande qui concerne vos données vous est transmise, et vous décidez. Le prestataire vous aide à y donner suite, dans la mesure où la preuve et les envois en cours le permettent.
- Violations : vous êtes averti sans délai, au plus tard 24 heures après que le prestataire en a connaissance, avec ce qu’il vous faut pour informer l’autorité et les personnes.
- Analyses d’impact et consultation de l’autorité : vous recevez les informations nécessaires.

## 7. Restitution et effacement

Vous pouvez télécharger vos envois, preuves, contacts et journaux à tout moment, aussi avant la clôture de votre compte. Après la clôture, les données sont effacées dans les 45 jours, et les sauvegardes dans les 30 jours qui suivent. Ce que la loi oblige le prestataire à conserver plus longtemps, comme la preuve et le journal, n’est conservé que dans ce but et effacé à l’échéance.

## 8. Justification et audit

Le prestataire vous donne toutes les informations qui montrent qu’il respecte ce contrat, comme les rapports de ses audits de conformité. Vous pouvez faire réaliser un audit une fois par an, et après une violation, par un auditeur indépendant tenu à la confidentialité, annoncé 30 jours à l’avance. Chaque partie supporte ses propres frais.

## 9. Vos propres devoirs

Vous avez une base légale pour les données que vous confiez, vous informez les personnes concernées, et vous ne donnez rien de plus que ce que l’envoi exige. Vous ne donnez un numéro de registre national que si vous êtes autorisé à l’utiliser.

## 10. Durée et modifications

Ce contrat commence lorsqu’un administrateur l’accepte pour l’entreprise et prend fin lorsque les dernières données sont effacées. Une nouvelle version est publiée au moins 30 jours avant son entrée en vigueur, et un administrateur est invité à l’accepter. La responsabilité prévue aux conditions s’applique. Le droit belge s’applique.
`;
