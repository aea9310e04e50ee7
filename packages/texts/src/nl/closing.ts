// Words in Dutch about closing an account, its countdown and the way back.

import type { closing as En } from "../en/closing.ts";

export const closing: typeof En = {
  menu: "Account sluiten",
  title: "Dit account sluiten",
  lead: "Sluiten beëindigt het versturen meteen. Ten hoogste 45 dagen later worden de persoonsgegevens van het account gewist.",
  exportFirst: {
    title: "Eerst: neem uw gegevens mee",
    text: "Na het wissen kan niemand ze terughalen: u niet en wij niet. Exporteer wat u wilt bewaren.",
    proofs: "Download ook de bewijzen van wat u verstuurde.",
    link: "Naar de export",
  },
  touches: {
    title: "Wat het sluiten raakt",
    running: "Zendingen onderweg",
    drafts: "Ontwerpen",
    draftsNote: "worden met het account gewist",
    members: "Leden",
    membersNote: "verliezen dit account; wat een ander lidmaatschap dient, blijft",
    invitations: "Openstaande uitnodigingen",
    invitationsNote: "vervallen meteen",
    credits: "Ongebruikte credits",
    creditsNote: "worden op verzoek terugbetaald, binnen de termijn",
    evidence: "Bewijzen, logboek en facturen",
    evidenceNote: "blijven tot het einde van hun eigen wettelijke termijn",
    more: (count) => `${count} of meer`,
  },
  running: {
    title: "Nog onderweg",
    lead: "Elk van deze zendingen is definitief op de getoonde dag, wat er ook gebeurt.",
    caption: "Zendingen onderweg, het vroegste einde eerst",
    message: "Zending",
    addressee: "Geadresseerde",
    state: "Stand",
    finalBy: "Definitief op",
    letter: "er kan nog een brief volgen; nu sluiten ziet daarvan af",
    further: "Volgende",
  },
  choose: {
    title: "Wanneer",
    legend: "Wanneer moet het account worden gesloten?",
    whenFinal: "Als de laatste zending definitief is",
    whenFinalHint:
      "Er kan niets nieuws worden verstuurd. Wat onderweg is, loopt tot zijn einde, ook de brieven.",
    now: "Nu",
    nowHint:
      "Brieven die nog niet voor het drukken zijn vrijgegeven, worden afgezegd en hun porto komt terug. De termijn om op te halen loopt door, en zolang we uw adres hebben, mailen we u de uitkomst.",
    go: "Verder",
  },
  confirm: {
    title: "Account sluiten",
    whenFinal: (name) =>
      `U sluit ${name}. Vanaf nu kan er niets worden verstuurd. Is de laatste zending definitief, dan begint de termijn van ten hoogste 45 dagen.`,
    now: (name) =>
      `U sluit ${name} nu. De termijn begint vandaag; op het einde worden de persoonsgegevens definitief gewist.`,
    wordLabel: (word) => `Typ ${word} om te bevestigen`,
    word: "SLUITEN",
    submit: "Account sluiten",
    cancel: "Niet sluiten",
  },
  state: {
    closingTitle: "Dit account wordt gesloten",
    closing:
      "Er kan niets meer worden verstuurd. Het account is gesloten als de laatste zending definitief is; dan begint de termijn van ten hoogste 45 dagen.",
    closedTitle: "Dit account is gesloten",
    closed: (lastDay) =>
      `Tot het einde van ${lastDay} kunt u uw gegevens exporteren, ongebruikte credits terugvragen en de sluiting terugdraaien. De dag daarna worden de persoonsgegevens gewist.`,
    closedForUsers: (lastDay) =>
      `Tot het einde van ${lastDay} kunt u uw eigen gegevens exporteren en kan een beheerder de sluiting terugdraaien. De dag daarna worden de persoonsgegevens gewist.`,
    falling: "De termijn is voorbij: het account wordt gewist.",
    restricted:
      "Tot dan kan hier niets anders: niet lezen, niet versturen, niet wijzigen. Wat onderweg is, loopt tot zijn einde.",
    askAdmin: "Alleen een beheerder kan de sluiting terugdraaien.",
  },
  closeNow: {
    title: "Nu sluiten",
    text: "U hoeft niet op de laatste zending te wachten.",
    link: "Toch nu sluiten",
  },
  undo: {
    title: "De sluiting terugdraaien",
    text: "Alles is dan zoals voorheen. Brieven die zijn afgezegd, credits die zijn teruggevraagd en uitnodigingen die zijn vervallen, komen niet terug.",
    submit: "Sluiting terugdraaien",
  },
  refund: {
    title: "Ongebruikte credits",
    text: (credits) =>
      `${credits} kunnen worden terugbetaald op de wijze waarop ze zijn gekocht. Credits die voor zendingen onderweg zijn gereserveerd, kunt u terugvragen zodra ze vrij zijn.`,
    submit: "Terugbetaling vragen",
    asked: (credits) => `De terugbetaling van ${credits} is gevraagd.`,
  },
  done: {
    closing: "Het account wordt gesloten. Alle leden krijgen een e-mail.",
    closed: "Het account is gesloten. Alle leden krijgen een e-mail.",
    already: "Het account was al gesloten.",
    reopened: "Het account is weer open. Alle leden krijgen een e-mail.",
    not_closing: "Het account is open.",
    too_late: "De termijn is voorbij. De sluiting kan niet meer worden teruggedraaid.",
    number_taken:
      "Uw onderneming heeft intussen een ander account geregistreerd. De sluiting van dit account kan niet meer worden teruggedraaid.",
    asked: "De terugbetaling is gevraagd. U krijgt er een e-mail over.",
    nothing_left: "Er zijn geen ongebruikte credits om terug te betalen.",
    not_closed: "Credits worden terugbetaald zodra het account gesloten is.",
  },
  banner: {
    closing: "Dit account wordt gesloten: er kan niets worden verstuurd.",
    closed: (lastDay) =>
      `Dit account is gesloten. De sluiting kan worden teruggedraaid tot het einde van ${lastDay}.`,
    link: "Wat dit betekent",
  },
};
