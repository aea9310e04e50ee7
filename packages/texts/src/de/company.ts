// Words of the pages about an account itself in German: its API keys.

import type { company as En } from "../en/company.ts";

export const company: typeof En = {
  apiKeys: {
    menu: "API-Schlüssel",
    title: "API-Schlüssel",
    lead: "Mit diesen Schlüsseln senden und verfolgen Ihre eigenen Systeme Einschreiben. Für jeden steht ein Mitglied ein: Was ein Schlüssel sendet, geht im Namen dieses Mitglieds hinaus.",
    caption: "API-Schlüssel dieses Kontos, die neuesten zuerst",
    key: "Schlüssel",
    answerable: "Steht dafür ein",
    lastUse: "Zuletzt benutzt",
    never: "nie",
    state: "Zustand",
    act: "Handlung",
    states: { in_force: "in Gebrauch", suspended: "ausgesetzt", revoked: "widerrufen" },
    why: {
      suspended_left: "Dieses Mitglied hat das Konto verlassen.",
      suspended_not_identified: "Dieses Mitglied ist nicht identifiziert.",
      suspended_too_old: "Dieses Mitglied muss sich erneut identifizieren.",
    },
    takeOver: "Übernehmen",
    takeOverOne: (name) => `Den Schlüssel ${name} übernehmen`,
    takeOverEffect:
      "Wer einen ausgesetzten Schlüssel übernimmt, steht von da an für ihn ein. Er dient sofort wieder. Die anderen Administratoren und das Mitglied, das bisher für ihn einstand, bekommen eine E-Mail.",
    askAdmin:
      "Ein ausgesetzter Schlüssel dient wieder, sobald sich sein Mitglied erneut identifiziert oder ein identifizierter Administrator ihn übernimmt.",
    taken: "Der Schlüssel gehört jetzt Ihnen und dient wieder.",
    emptyTitle: "Keine API-Schlüssel",
    emptyText: "Dieses Konto hat keinen Schlüssel, mit dem ein eigenes System senden könnte.",
  },
};
