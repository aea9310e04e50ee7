// Words of the pages about an account itself in Dutch: its API keys.

import type { company as En } from "../en/company.ts";

export const company: typeof En = {
  apiKeys: {
    menu: "API-sleutels",
    title: "API-sleutels",
    lead: "Met deze sleutels versturen en volgen uw eigen systemen aangetekende zendingen. Voor elke sleutel staat een lid in: wat een sleutel verstuurt, gaat uit in naam van dat lid.",
    caption: "API-sleutels van dit account, de nieuwste eerst",
    key: "Sleutel",
    answerable: "Staat ervoor in",
    lastUse: "Laatst gebruikt",
    never: "nooit",
    state: "Toestand",
    act: "Handeling",
    states: { in_force: "in gebruik", suspended: "geschorst", revoked: "ingetrokken" },
    why: {
      suspended_left: "Dit lid heeft het account verlaten.",
      suspended_not_identified: "Dit lid is niet geïdentificeerd.",
      suspended_too_old: "Dit lid moet zich opnieuw identificeren.",
    },
    takeOver: "Overnemen",
    takeOverOne: (name) => `De sleutel ${name} overnemen`,
    takeOverEffect:
      "Wie een geschorste sleutel overneemt, staat er vanaf dan voor in. De sleutel werkt meteen weer. De andere beheerders, en het lid dat er eerst voor instond, krijgen een e-mail.",
    askAdmin:
      "Een geschorste sleutel werkt weer zodra het lid zich opnieuw identificeert, of zodra een geïdentificeerde beheerder hem overneemt.",
    taken: "De sleutel is nu van u en werkt weer.",
    emptyTitle: "Geen API-sleutels",
    emptyText: "Dit account heeft geen sleutel waarmee een eigen systeem kan versturen.",
  },
};
