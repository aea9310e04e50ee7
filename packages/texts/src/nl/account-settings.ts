// Words in Dutch about the settings of an account, its logo, and the log of its use.

import type { accountSettings as En } from "../en/account-settings.ts";
import { accessLog } from "./access-log.ts";

export const accountSettings: typeof En = {
  menu: "Instellingen",
  account: "Account",
  logMenu: "Logboek",
  title: "Instellingen van het account",
  lead: "Wat geldt voor alles wat dit account verstuurt en bewaart. Wijzigingen tellen vanaf nu: wat onderweg is, houdt waarmee het is verstuurd.",
  saved: "Uw wijzigingen zijn bewaard.",
  save: "De wijzigingen bewaren",
  addressTitle: "Account",
  holder: "Naam",
  company: "Onderneming",
  number: "Ondernemingsnummer",
  office: "Maatschappelijke zetel",
  officeVerified:
    "Naam, nummer en zetel zijn door onze registratiedienst met het register vergeleken. Schrijf die dienst als er iets verandert.",
  officeUnknown: "nog niet bekend",
  language: "Taal van het account",
  languageHint: "Van e-mails aan het account, en van nieuwe leden tot zij er zelf een kiezen.",
  email: "E-mailadres van het account",
  emailHint: "Wordt gebruikt als het lid dat een zending verstuurde, vertrokken is.",
  emailPrivate:
    "Uw e-mailadres wijzigt u bij uw eigen gegevens, met een link die we naar het nieuwe adres sturen.",
  toMyData: "Naar uw eigen gegevens",
  addressHint: "Staat in wat u verstuurt; een privéaccount heeft er een.",
  country: "Land (twee letters)",
  defaultsTitle: "Waarmee een nieuwe zending begint",
  defaultsLead: "U kunt per zending nog altijd anders kiezen.",
  retention: "Hoelang inhoud bewaard blijft",
  retentionHint:
    "Dagen na het einde van een zending, 30 tot 730. Daarna kan niemand met dit account ze nog openen; de bewijzen blijven 24 maanden. Hetzelfde aantal dagen geldt voor wat u in de inbox ontvangt. Elke zending noemt haar laatste dag vooraf.",
  senderTitle: "Wanneer geadresseerden zien wie schrijft",
  senderLegend: "De naam van de afzender wordt getoond",
  senderBefore: "voor de aanvaarding",
  senderBeforeHint:
    "Berichten, herinneringen en de keuzepagina noemen u en tonen uw logo. Mensen halen sneller op wat ze van u herkennen.",
  senderAfter: "pas na de aanvaarding",
  senderAfterHint:
    "Berichten en de keuzepagina zeggen “een afzender wiens naam u ziet zodra u aanvaardt”, zonder logo of gemeente. Niemand kan dan weigeren om wie er schrijft, maar meer mensen laten zo’n zending liggen, en een geadresseerde kan aanvoeren dat ze niet herkenbaar was. Het bewijs noemt u in elk geval, en wie aanvaardt, ziet meteen uw naam.",
  logoTitle: "Logo",
  logoLead:
    "Geadresseerden zien het naast uw naam, op de pagina’s waar ze ophalen. E-mails bevatten geen afbeeldingen: veel programma’s blokkeren ze, en een afbeelding van elders zou verraden wanneer een e-mail wordt geopend.",
  logoFile: "Afbeelding",
  logoHint:
    "PNG, JPEG of WebP, hoogstens 2 MB en 4000 op 4000 pixels. We tekenen ze opnieuw, hoogstens 400 op 160 pixels, en bewaren niets van het bestand zelf.",
  logoSave: "Dit logo gebruiken",
  logoRemove: "Het logo verwijderen",
  logoNow: "Uw logo zoals geadresseerden het zien",
  logoNone: "Er wordt geen logo getoond.",
  logoRemoved: "Het logo is verwijderd.",
  logoHidden: "Voor de aanvaarding wordt het niet getoond, zoals hierboven gekozen.",
  log: accessLog,
};
