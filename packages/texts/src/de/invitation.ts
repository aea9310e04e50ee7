// Deutsche Wörter für Eingeladene eines Unternehmenskontos: erster Kontakt, annehmen, ablehnen, und warum ein Link nichts öffnet.

import type { invitation as En } from "../en/invitation.ts";

export const invitation: typeof En = {
  title: (company) => `Einladung von ${company}`,
  lead: (inviter, company) => `${inviter} lädt Sie zum Konto von ${company} für Einschreiben ein.`,
  role: "Ihre Rolle",
  company: "Unternehmen",
  number: "Unternehmensnummer",
  invitedAs: "Gesendet an",
  until: "Gültig bis Ende",
  heldTitle: "Was wir über Sie haben",
  held: {
    what: (email, role) =>
      `Ihre E-Mail-Adresse (${email}) und die für Sie gedachte Rolle (${role}). Sonst nichts.`,
    from: (inviter, company, when) => `Von ${inviter} bei ${company}, am ${when}.`,
    why: "Um Sie zu fragen, ob Sie beitreten möchten. Grundlage: das berechtigte Interesse des Unternehmens, seinen Leuten Zugang zu geben.",
    who: (provider) =>
      `${provider} bewahrt sie auf. Außer den Administratoren des Unternehmens sieht sie niemand.`,
    howLong: (days) => `Tun Sie nichts oder lehnen Sie ab, so wird alles binnen ${days} Tagen gelöscht.`,
    rights:
      "Sie können Auskunft, Berichtigung, Löschung oder Einschränkung verlangen und widersprechen. Ablehnen genügt als Widerspruch.",
    complaint:
      "Sie können sich bei der belgischen Datenschutzbehörde beschweren (Gegevensbeschermingsautoriteit, Drukpersstraat 35, 1000 Brüssel, gegevensbeschermingsautoriteit.be).",
    address:
      "Als Mitglied geben Sie keine Postanschrift an: Mitglieder eines Unternehmens haben bei uns keine.",
  },
  labels: {
    what: "Was",
    from: "Von wem",
    why: "Wozu",
    who: "Wer es hat",
    howLong: "Wie lange",
    rights: "Ihre Rechte",
    complaint: "Beschwerde",
  },
  asPerson: {
    title: "Als Sie selbst beitreten",
    as: (name, email) => `Sie sind als ${name} (${email}) angemeldet.`,
    otherAddress: (invited) =>
      `Die Einladung ging an ${invited}, nicht an Ihre Adresse. Sie können trotzdem beitreten; die Administratoren erfahren per E-Mail, dass Sie es waren.`,
    button: "Beitreten",
    otherPerson: "Das sind nicht Sie? Melden Sie sich zuerst ab.",
  },
  signIn: {
    title: "Sie haben hier schon ein Konto",
    text: "Melden Sie sich an; Sie kommen von selbst auf diese Seite zurück.",
    link: "Anmelden",
  },
  anew: {
    title: "Sie sind neu hier",
    lead: (email) => `Ihre Adresse wird ${email}. Mit ihr melden Sie sich an.`,
    firstNames: "Vornamen",
    familyName: "Familienname",
    password: "Passwort",
    again: "Passwort noch einmal",
    accept: "Ich nehme die Nutzungsbedingungen an und habe die Datenschutzerklärung gelesen",
    button: "Beitreten",
    addressKnown:
      "Zu dieser Adresse gibt es schon ein Konto. Melden Sie sich damit an und nehmen Sie dann die Einladung an.",
    differs: "Die beiden Passwörter unterscheiden sich.",
    acceptMissing: "Kreuzen Sie dies an, um fortzufahren.",
  },
  decline: {
    title: "Sie möchten nicht beitreten",
    text: "Wer Sie eingeladen hat, wird benachrichtigt. Dazu brauchen Sie kein Konto.",
    button: "Ablehnen",
  },
  states: {
    joined: {
      title: (company) => `Sie sind jetzt Mitglied von ${company}`,
      text: "Sie können sofort in diesem Konto weitermachen. Was Sie hier schon hatten, bleibt, wie es ist.",
    },
    accepted: {
      title: "Diese Einladung wurde angenommen",
      text: "Sie gilt einmal. Wenn nicht Sie es waren, fragen Sie, wer Sie eingeladen hat.",
    },
    declined: {
      title: "Diese Einladung wurde abgelehnt",
      text: "Was wir über Sie hatten, wird binnen 30 Tagen gelöscht. War es ein Versehen, so bitten Sie um eine neue Einladung.",
    },
    withdrawn: {
      title: "Diese Einladung wurde zurückgezogen",
      text: "Sie öffnet nichts mehr. Fragen Sie das Unternehmen, wenn Sie das für einen Irrtum halten.",
    },
    replaced: {
      title: "Es gibt eine neuere Einladung",
      text: "Eine spätere E-Mail enthält einen anderen Link. Öffnen Sie diesen.",
    },
    expired: {
      title: "Diese Einladung ist abgelaufen",
      text: "Sie galt 14 Tage. Bitten Sie das Unternehmen, sie erneut zu senden.",
    },
    closing: {
      title: "Dieses Konto nimmt zurzeit niemanden auf",
      text: "Das Konto des Unternehmens wird geschlossen oder ist noch nicht offen. Sie können nicht beitreten.",
    },
    already_member: {
      title: "Sie sind schon Mitglied",
      text: "Sie sind als Mitglied dieses Kontos angemeldet. Die Einladung ist für jemanden, der es nicht ist.",
    },
    unknown: {
      title: "Wir kennen diesen Link nicht",
      text: "Er ist unvollständig, oder was er öffnete, gibt es nicht mehr. Öffnen Sie den Link in der letzten E-Mail.",
    },
  },
  goOn: "In diesem Konto weitermachen",
  home: "Zur Startseite",
};
