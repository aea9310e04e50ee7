// All ports of the worker's verbs, bound to providers, keys and content store.

import type { ContentStore } from "@posthorn/content";
import type { WorkerPorts } from "./handlers.ts";
import { codesBy, linksBy, mailedLinksBy, requestCodesBy } from "./links.ts";
import { reportsBy } from "./read-reports.ts";
import { postBy } from "./post.ts";
import { mailPort, openTransports, smsPorts } from "./send-ports.ts";
import type { Settings } from "./settings.ts";
import { codeWords, errandWords, noticeWords, personWords } from "./words.ts";

export interface BoundPorts {
  readonly ports: WorkerPorts;
  /** Closes idle connections; what is under way is finished first. */
  readonly close: () => void;
}

export function bindPorts(settings: Settings, store: Pick<ContentStore, "has">): BoundPorts {
  const transports = openTransports(settings);
  const links = linksBy({
    linkKey: settings.LINK_KEY,
    checkCodeKey: settings.CHECK_CODE_KEY,
    collectUrl: settings.COLLECT_URL,
  });
  const mail = mailPort(transports.mail, {
    from: settings.MAIL_FROM,
    bounceDomain: settings.BOUNCE_DOMAIN,
    verpKey: settings.VERP_KEY,
  });
  const { PORTAL_URL: portal, DPO_CONTACT: officer, PROVIDER_CONTACT: provider } = settings;
  const desk = { contact: officer === "" ? provider : officer, host: portal.host };
  const sms = smsPorts(transports.sms, settings.SMS_CALLBACK_URL);
  return {
    ports: {
      notices: { links, rendering: noticeWords, mail, sms: sms.notices },
      codes: { links, rendering: codeWords, mail, sms: sms.codes, codeOf: codesBy(settings.CODE_KEY) },
      arrivals: reportsBy({ domain: settings.BOUNCE_DOMAIN, key: settings.VERP_KEY }),
      errands: {
        links,
        rendering: errandWords(desk),
        mail,
        deliveryLink: (deliveryId) => new URL(`/deliveries/${deliveryId}`, portal).href,
      },
      personErrands: {
        mail,
        personMail: personWords(desk),
        linkTo: mailedLinksBy({ linkKey: settings.LINK_KEY, portalUrl: portal }),
        requestCode: requestCodesBy(settings.CODE_KEY),
      },
      post: postBy(settings),
      content: {
        async present(blobIds) {
          const there = await Promise.all(blobIds.map((blobId) => store.has(blobId)));
          return there.every(Boolean);
        },
      },
    },
    close: () => transports.mail.close(),
  };
}
