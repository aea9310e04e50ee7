// Words in German about closing an account, its countdown and the way back.

import type { closing as En } from "../en/closing.ts";

export const closing: typeof En = {
  menu: "Konto schließen",
  title: "Dieses Konto schließen",
  lead: "Das Schließen beendet das Versenden sofort. Höchstens 45 Tage danach werden die personenbezogenen Daten des Kontos gelöscht.",
  exportFirst: {
    title: "Zuerst: Nehmen Sie Ihre Daten mit",
    text: "Nach dem Löschen kann sie niemand zurückholen: weder Sie noch wir. Exportieren Sie, was Sie behalten wollen.",
    proofs: "Laden Sie auch die Nachweise Ihrer Sendungen herunter.",
    link: "Zum Export",
  },
  touches: {
    title: "Was das Schließen berührt",
    running: "Sendungen unterwegs",
    drafts: "Entwürfe",
    draftsNote: "werden mit dem Konto gelöscht",
    members: "Mitglieder",
    membersNote: "verlieren dieses Konto; was einer anderen Mitgliedschaft dient, bleibt",
    invitations: "Offene Einladungen",
    invitationsNote: "werden sofort ungültig",
    credits: "Unbenutzte Credits",
    creditsNote: "werden auf Antrag innerhalb der Frist erstattet",
    evidence: "Nachweise, Protokoll und Rechnungen",
    evidenceNote: "bleiben bis zum Ende ihrer eigenen gesetzlichen Frist",
    more: (count) => `${count} oder mehr`,
  },
  running: {
    title: "Noch unterwegs",
    lead: "Jede dieser Sendungen ist am angegebenen Tag endgültig, was auch geschieht.",
    caption: "Sendungen unterwegs, das früheste Ende zuerst",
    message: "Nachricht",
    addressee: "Empfänger",
    state: "Stand",
    finalBy: "Endgültig am",
    letter: "ein Brief kann noch folgen; jetzt schließen verzichtet darauf",
    further: "Weitere",
  },
  choose: {
    title: "Wann",
    legend: "Wann soll das Konto geschlossen werden?",
    whenFinal: "Wenn die letzte Sendung endgültig ist",
    whenFinalHint:
      "Es kann nichts Neues versendet werden. Was unterwegs ist, läuft zu Ende, auch die Briefe.",
    now: "Jetzt",
    nowHint:
      "Auf Briefe, die noch nicht zum Druck freigegeben sind, wird verzichtet, und ihr Porto kommt zurück. Die Abholfrist läuft weiter, und solange wir Ihre Adresse haben, teilen wir Ihnen den Ausgang per E-Mail mit.",
    go: "Weiter",
  },
  confirm: {
    title: "Konto schließen",
    whenFinal: (name) =>
      `Sie schließen ${name}. Ab jetzt kann nichts versendet werden. Ist die letzte Sendung endgültig, beginnt die Frist von höchstens 45 Tagen.`,
    now: (name) =>
      `Sie schließen ${name} jetzt. Die Frist beginnt heute; an ihrem Ende werden die personenbezogenen Daten endgültig gelöscht.`,
    wordLabel: (word) => `Zur Bestätigung ${word} eingeben`,
    word: "SCHLIESSEN",
    submit: "Konto schließen",
    cancel: "Nicht schließen",
  },
  state: {
    closingTitle: "Dieses Konto wird geschlossen",
    closing:
      "Es kann nichts mehr versendet werden. Das Konto ist geschlossen, wenn die letzte Sendung endgültig ist; dann beginnt die Frist von höchstens 45 Tagen.",
    closedTitle: "Dieses Konto ist geschlossen",
    closed: (lastDay) =>
      `Bis einschließlich ${lastDay} können Sie Ihre Daten exportieren, unbenutzte Credits zurückverlangen und die Schließung zurücknehmen. Am Tag danach werden die personenbezogenen Daten gelöscht.`,
    closedForUsers: (lastDay) =>
      `Bis einschließlich ${lastDay} können Sie Ihre eigenen Daten exportieren, und ein Administrator kann die Schließung zurücknehmen. Am Tag danach werden die personenbezogenen Daten gelöscht.`,
    falling: "Die Frist ist abgelaufen: Das Konto wird gelöscht.",
    restricted:
      "Bis dahin ist hier nichts anderes möglich: weder lesen noch versenden noch ändern. Was unterwegs ist, läuft zu Ende.",
    askAdmin: "Nur ein Administrator kann die Schließung zurücknehmen.",
  },
  closeNow: {
    title: "Jetzt schließen",
    text: "Sie müssen nicht auf die letzte Sendung warten.",
    link: "Doch jetzt schließen",
  },
  undo: {
    title: "Die Schließung zurücknehmen",
    text: "Alles ist dann wie zuvor. Briefe, auf die verzichtet wurde, Credits, die zurückverlangt wurden, und ungültige Einladungen kommen nicht wieder.",
    submit: "Schließung zurücknehmen",
  },
  refund: {
    title: "Unbenutzte Credits",
    text: (credits) =>
      `${credits} können auf dem Weg erstattet werden, auf dem sie gekauft wurden. Credits, die für Sendungen unterwegs vorgemerkt sind, können Sie zurückverlangen, sobald sie frei sind.`,
    submit: "Erstattung beantragen",
    asked: (credits) => `Die Erstattung von ${credits} ist beantragt.`,
  },
  done: {
    closing: "Das Konto wird geschlossen. Alle Mitglieder erhalten eine E-Mail.",
    closed: "Das Konto ist geschlossen. Alle Mitglieder erhalten eine E-Mail.",
    already: "Das Konto war schon geschlossen.",
    reopened: "Das Konto ist wieder offen. Alle Mitglieder erhalten eine E-Mail.",
    not_closing: "Das Konto ist offen.",
    too_late: "Die Frist ist abgelaufen. Die Schließung kann nicht mehr zurückgenommen werden.",
    number_taken:
      "Ihr Unternehmen hat inzwischen ein anderes Konto registriert. Die Schließung dieses Kontos kann nicht mehr zurückgenommen werden.",
    asked: "Die Erstattung ist beantragt. Sie erhalten dazu eine E-Mail.",
    nothing_left: "Es gibt keine unbenutzten Credits zu erstatten.",
    not_closed: "Credits werden erstattet, sobald das Konto geschlossen ist.",
  },
  banner: {
    closing: "Dieses Konto wird geschlossen: Es kann nichts versendet werden.",
    closed: (lastDay) =>
      `Dieses Konto ist geschlossen. Die Schließung kann bis einschließlich ${lastDay} zurückgenommen werden.`,
    link: "Was das bedeutet",
  },
};
