// Words in German about the inbox of a registered addressee.

import type { inbox as En } from "../en/inbox.ts";

export const inbox: typeof En = {
  menu: "Empfangen",
  title: "Empfangen",
  lead: "Einschreiben an Sie. Wenn Sie eines öffnen, sehen Sie seine Benachrichtigung; danach wählen Sie, ob Sie es annehmen.",
  caption: "Einschreiben an Sie, die neuesten zuerst",
  from: "Von",
  received: "Empfangen",
  state: "Stand",
  readable: "Lesbar",
  states: {
    accepted: "Wartet auf Sie",
    notified: "Wartet auf Sie",
    notice_failed: "Wartet auf Sie",
    collected: "Angenommen",
    refused: "Abgelehnt",
    expired: "Nicht rechtzeitig abgeholt",
    unreachable: "Beendet",
    to_print: "Kommt bald mit der Post",
    printed: "Kommt mit der Post",
    posted: "Kommt mit der Post",
    post_delivered: "Kam mit der Post",
    post_returned: "Brief ging zurück",
    post_unknown: "Mit der Post versandt",
    post_failed: "Beendet",
  },
  until: "bis",
  noLonger: "nicht mehr",
  emptyTitle: "Noch keine Einschreiben",
  emptyText:
    "Ein Einschreiben kommt hierher, wenn es an die E-Mail-Adresse Ihres Kontos und an den Namen gerichtet ist, den itsme oder Ihr Ausweis nennt. Die Benachrichtigung erhalten Sie auch per E-Mail.",
  identify: "Zeigen, wer Sie sind",
  identifyFirst:
    "Hierher kann noch nichts kommen: Zeigen Sie zuerst, wer Sie sind, mit itsme oder Ihrem Ausweis.",
  decideKept: (days: string) =>
    `Nach der Annahme können Sie es hier ${days} Tage lang lesen, wie in Ihrem Konto eingestellt.`,
  messageKept: (days: string) => `Ihr Konto bewahrt, was Sie angenommen haben, ${days} Tage lang auf.`,
};
