// What is wrong with one field, in French; by the code of a `FieldError`.

import type { fieldErrors as En } from "../en/field-errors.ts";
import { notPrintable } from "../not-printable.ts";
import { print } from "./print.ts";

export const fieldErrors: typeof En = {
  required: () => "Remplissez ce champ.",
  invited_not_an_address: (p) => `« ${p["email"] ?? ""} » n’est pas une adresse e-mail.`,
  invited_is_member: (p) => `${p["email"] ?? ""} est déjà membre.`,
  invited_already: (p) => `${p["email"] ?? ""} a une invitation ouverte. Vous pouvez la renvoyer.`,
  invited_oneself: (p) => `${p["email"] ?? ""} est votre propre adresse.`,
  invited_too_many: (p) => `Invitez au plus ${p["max"] ?? ""} adresses à la fois.`,
  team_unknown: () => "L’un de ces services n’existe plus.",
  team_name_taken: () => "Un autre service porte ce nom.",
  choose: () => "Faites un choix.",
  invalid: () => "Vérifiez ce que vous avez rempli.",
  record_query_invalid: () => "Donnez un numéro d’envoi (dlv_…) ou un engagement de 64 chiffres et lettres.",
  not_a_choice: () => "Choisissez une des possibilités.",
  hold_end_past: () => "Le dernier jour est à venir, demain au plus tôt.",
  hold_end_far: () => "Au plus 24 mois à partir d’aujourd’hui. Elle peut être prolongée avant son terme.",
  hold_end_not_later: () => "Plus tard que le terme actuel. Y mettre fin plus tôt demande deux personnes.",
  hold_subject_unknown: () => "Il n’y a rien sous cet identifiant, ou cela a été effacé.",
  content_falls_now: () => "Le contenu sera effacé dans la journée. Cochez que vous le savez.",
  account_unknown: () => "Aucun compte ne porte cet identifiant.",
  period_unchanged: () => "C’est le délai qui s’applique déjà.",
  not_checked: () => "Cochez ceci une fois que vous l’avez vérifié.",
  not_offered: () => "Ce n’est pas encore possible.",
  unknown_field: () => "Aucun champ ne porte ce nom.",
  fallback_not_available: () => "L’envoi sur papier n’est pas disponible dans cette installation.",
  identification_not_available: () =>
    "L’identification par itsme ou eID n’est pas disponible dans cette installation.",
  not_text: () => "Un texte est attendu ici.",
  not_well_formed: () => "Certains caractères de ce texte sont abîmés. Tapez-les à nouveau.",
  not_a_date: () => "Ce n’est pas une date.",
  too_short: (p) => `Utilisez au moins ${p["min"] ?? ""} caractères.`,
  too_long: (p) => `Utilisez au plus ${p["max"] ?? ""} caractères.`,
  out_of_range: (p) => `Donnez un nombre de ${p["min"] ?? ""} à ${p["max"] ?? ""}.`,
  control_characters: () =>
    "Il y a ici un retour à la ligne ou un autre caractère qui ne peut pas y figurer.",
  email_invalid: () => "Ce n’est pas une adresse e-mail. Elle ressemble à nom@exemple.be.",
  email_unchanged: () => "Vous avez déjà cette adresse.",
  email_too_long: () => "Cette adresse e-mail est trop longue.",
  mobile_invalid: () => "Ce n’est pas un numéro de mobile. Il ressemble à +32 470 12 34 56.",
  mobile_too_short: (p) =>
    `${Number(p["missing"]) === 1 ? "Il manque un chiffre" : `Il manque ${p["missing"] ?? ""} chiffres`}${p["shown"] === undefined ? "." : ` : ${p["shown"]}`}`,
  mobile_too_long: (p) =>
    Number(p["extra"]) === 1 ? "Il y a un chiffre de trop." : `Il y a ${p["extra"] ?? ""} chiffres de trop.`,
  mobile_not_mobile: () => "Ce numéro ne peut pas recevoir de SMS. Donnez un numéro de mobile.",
  mobile_unknown_country: () => "Aucun pays n’a ce numéro. Vérifiez ce qui suit le signe plus.",
  mobile_required_for_codes: () => "Le retrait avec des codes demande un numéro de mobile.",
  postcode_invalid: () => "Un code postal belge a quatre chiffres, de 1000 à 9999.",
  country_invalid: () => "Nous ne connaissons pas ce pays.",
  country_not_served: () => "Aucune lettre sur papier ne part vers ce pays.",
  address_incomplete: () =>
    "Avec cette adresse, la poste ne trouve pas la maison. Donnez un numéro, ou écrivez « s/n » s’il n’y en a pas.",
  address_unreadable: () => "La poste ne peut pas lire cette écriture ici. Écrivez en lettres latines.",
  address_too_long: () =>
    "C’est trop long pour une ligne d’adresse. Abrégez de façon que la poste comprenne encore.",
  return_address_needs_letter: () =>
    "Une adresse de retour ne sert que pour une lettre. Choisissez la lettre, ou laissez ce champ vide.",
  return_address_private_only: () =>
    "Seuls les expéditeurs privés peuvent faire revenir les lettres à leur propre adresse.",
  part_not_printable: (p) => notPrintable(print, p),
  print_pending: () => "L’aspect sur papier n’a pas encore été examiné. Ouvrez encore une fois la relecture.",
  letter_too_long: (p) =>
    `La lettre compterait ${p["pages"] ?? ""} pages ; une enveloppe en contient ${p["max"] ?? ""} au plus. Retirez quelque chose ou envoyez sans lettre.`,
  letter_too_thick: (p) =>
    `La lettre compterait ${p["sheets"] ?? ""} feuilles ; une enveloppe en contient ${p["max"] ?? ""} au plus. Retirez quelque chose ou envoyez sans lettre.`,
  letter_too_heavy: (p) =>
    `Aucune lettre de ${p["sheets"] ?? ""} feuilles ne part vers ce pays. Retirez quelque chose ou envoyez sans lettre.`,
  country_too_far: (p) =>
    `Aucune lettre de ${p["sheets"] ?? ""} feuilles ne part vers ce pays. Donnez une adresse dans un autre pays ou annulez la lettre.`,
  postage_missing: (p) =>
    `Une lettre vers ce pays coûte ${p["needed"] ?? ""} crédits de plus. Votre compte en a ${p["balance"] ?? ""}.`,
  enterprise_number_invalid: () =>
    "Ce n’est pas un numéro d’entreprise valable. Il a dix chiffres et commence par 0 ou 1.",
  must_accept: () => "Vous ne pouvez continuer que si vous l’acceptez.",
  enterprise_number_foreign: () =>
    "C’est un numéro d’un autre pays. Une entreprise étrangère a besoin d’un numéro d’entreprise belge ; sa succursale en Belgique en a un.",
  establishment_number: () =>
    "C’est le numéro d’une unité d’établissement. Indiquez le numéro d’entreprise : il commence par 0 ou 1.",
  enterprise_number_checksum: () =>
    "Les chiffres ne vont pas ensemble. Vérifiez-les un à un : l’un peut être faux, ou deux inversés.",
  enterprise_number_taken: () =>
    "Cette entreprise a déjà un compte. Demandez à ses administrateurs de vous inviter.",
  application_incomplete: () => "Remplissez tout ce qui concerne l’entreprise et enregistrez-le.",
  form_missing: () => "Ajoutez le formulaire signé.",
  form_outdated: () =>
    "L’entreprise a été modifiée après la signature du formulaire. Faites signer le nouveau formulaire et ajoutez-le.",
  extract_missing: () => "Ajoutez un extrait de la Banque-Carrefour des Entreprises.",
  identify_first: () => "Montrez d’abord qui vous êtes, avec itsme ou une carte d’identité.",
  register_number_invalid: () => "Ce n’est pas un numéro de registre national valable. Il a onze chiffres.",
  register_number_not_allowed: () => "Votre compte ne peut pas utiliser de numéros de registre national.",
  enterprise_number_required: () =>
    "Sans numéro d’entreprise, personne ne peut retirer pour cette organisation avec itsme ou une carte d’identité.",
  birth_date_impossible: () => "Aucune personne vivante n’est née ce jour-là. Vérifiez l’année.",
  for_persons_only: () => "Ceci concerne une personne. Laissez ce champ vide pour une organisation.",
  no_addressee: () => "Donnez au moins un destinataire.",
  too_many_addressees: (p) => `Un envoi peut avoir au plus ${p["max"] ?? ""} destinataires.`,
  identical_addressee: (p) => `Ce destinataire est le même que le numéro ${p["row"] ?? ""}.`,
  own_email: () => "C’est votre propre adresse e-mail. Vous ne pouvez pas vous envoyer un recommandé.",
  own_mobile: () => "C’est votre propre numéro de mobile. Vous ne pouvez pas vous envoyer un recommandé.",
  credits_missing: (p) => `Cela coûte ${p["needed"] ?? ""} crédits. Votre compte en a ${p["balance"] ?? ""}.`,
  name_taken: () => "Il en existe déjà une de ce nom.",
  logo_not_an_image: () => "Ce n’est pas une image PNG, JPEG ou WebP.",
  logo_svg: () =>
    "Un fichier SVG peut contenir des scripts : nous ne l’acceptons pas. Enregistrez le logo en PNG.",
  logo_too_large: () => "Le fichier dépasse 2 Mo.",
  logo_too_many_pixels: () => "L’image dépasse 4000 sur 4000 pixels.",
  logo_damaged: () => "L’image est endommagée et ne peut pas être lue.",
  logo_animated: () => "L’image est animée. Choisissez une image fixe.",
  code_wrong: () => "Les deux codes ne sont pas justes. Vérifiez l’un et l’autre.",
  check_code_malformed: () => "Ceci n’est pas un code de contrôle. Il compte 12 lettres et chiffres.",
  check_code_unknown: () =>
    "Nous ne connaissons pas ce code de contrôle. Vérifiez chaque caractère. Si vous avez un avis plus récent, utilisez son code.",
  contact_known: () => "Ce nom figure déjà avec cette adresse e-mail dans votre carnet d’adresses.",
  consent_known: () =>
    "Un consentement de ce nom et de cette adresse est déjà en vigueur, ou a été retiré ce jour-là ou plus tard.",
  date_in_future: () => "Ce jour n’est pas encore venu.",
  date_over_a_year_ago: () => "Ce jour remonte à plus d’un an. Vérifiez-le.",
  override_required: () =>
    "Établi hors de l’Espace économique européen, ou détenu par qui l’est : dites pourquoi c’est tout de même permis. Tout le monde le lit.",
  url_invalid: () => "Écrivez l’adresse entière, en commençant par https://.",
  ends_before_it_begins: () => "Ce jour précède le premier.",
  short_notice_required: (p) =>
    `Les titulaires de comptes sont prévenus ${p["days"] ?? ""} jours à l’avance. Choisissez un jour plus éloigné, ou dites pourquoi cela ne peut attendre.`,
  host_invalid: (p) => `« ${p["host"] ?? ""} » n’est pas un nom d’hôte. Il ressemble à smtp.example.be.`,
  subject_invalid: (p) =>
    `« ${p["id"] ?? ""} » n’est l’identifiant ni d’un envoi (dlv_…), ni d’un compte (acc_…), ni d’une personne (per_…).`,
  row_broken: () => "Cette ligne est illisible. Cherchez un guillemet qui n’est pas fermé.",
  card_version: () => "Seules les vCards de version 3.0 et 4.0 peuvent être lues.",
  card_broken: () => "Cette vCard n’a pas de fin.",
  letter_code_invalid: () => "Ce n’est pas un code de contrôle. Il a douze caractères, comme K7QM-4RTX-92VB.",
  closing_word_wrong: (p) => `Tapez le mot ${p["word"] ?? ""}.`,
  number_not_in_batch: (p) => `La lettre ${p["number"] ?? ""} n’est pas prête dans ce lot.`,
  numbers_invalid: () => "Écrivez des numéros de lettres, comme 3, 17-19.",
  barcode_unreadable: () =>
    "Ce n’est pas le code-barres d’une lettre recommandée : 30 chiffres, ou comme RR473124829BE.",
  barcode_unknown: () => "Aucune de nos lettres n’a ce code-barres.",
  barcode_not_posted: () => "Cette lettre n’est pas postée ; l’opérateur postal ne peut rien en déclarer.",
  time_invalid: () => "Ce n’est pas un jour et une heure. Cela s’écrit comme 2026-11-23 14:05.",
  time_in_future: () => "Ce moment n’est pas encore venu.",
  time_before_posting: () => "La lettre n’était pas encore postée à ce moment.",
};
