// Words in Dutch about the inbox of a registered addressee.

import type { inbox as En } from "../en/inbox.ts";

export const inbox: typeof En = {
  menu: "Ontvangen",
  title: "Ontvangen",
  lead: "Aangetekende zendingen aan u. Als u er een opent, ziet u eerst het bericht ervan; daarna kiest u of u ze aanvaardt.",
  caption: "Aangetekende zendingen aan u, de nieuwste eerst",
  from: "Van",
  received: "Ontvangen",
  state: "Toestand",
  readable: "Te lezen",
  states: {
    accepted: "Wacht op u",
    notified: "Wacht op u",
    notice_failed: "Wacht op u",
    collected: "Aanvaard",
    refused: "Geweigerd",
    expired: "Niet op tijd opgehaald",
    unreachable: "Beëindigd",
    to_print: "Komt binnenkort per post",
    printed: "Komt per post",
    posted: "Komt per post",
    post_delivered: "Kwam per post",
    post_returned: "Brief ging terug",
    post_unknown: "Per post verzonden",
    post_failed: "Beëindigd",
  },
  until: "tot en met",
  noLonger: "niet meer",
  emptyTitle: "Nog geen aangetekende zendingen",
  emptyText:
    "Een zending komt hier wanneer zij gericht is aan het e-mailadres van uw account en aan de naam die itsme of uw identiteitskaart geeft. U krijgt het bericht ook per e-mail.",
  identify: "Toon wie u bent",
  identifyFirst: "Er kan hier nog niets komen: toon eerst wie u bent, met itsme of uw identiteitskaart.",
  decideKept: (days: string) =>
    `Na het aanvaarden kunt u de zending hier ${days} dagen lezen, zoals ingesteld in uw account.`,
  messageKept: (days: string) => `Uw account bewaart wat u aanvaardde ${days} dagen lang.`,
};
