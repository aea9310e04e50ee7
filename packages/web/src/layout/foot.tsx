// The foot of every page: what the service may claim, and whose time is meant.

import { textsFor } from "@posthorn/texts";
import type { Markup } from "../components/markup.ts";
import type { PageFrame } from "./page-frame.ts";

export function Foot({ frame }: { readonly frame: PageFrame }): Markup {
  const { common, privacyPages, registers, rights } = textsFor(frame.language);
  const { trust, footer } = common;
  return (
    <footer class="foot" aria-label={footer.label}>
      <p>{trust[frame.trustStatus].line}</p>
      <p>{footer.times}</p>
      {frame.privacyUrl !== undefined && (
        <p>
          <a class="target" href={`${frame.privacyUrl}privacy`}>
            {privacyPages.footer.privacy}
          </a>{" "}
          ·{" "}
          <a class="target" href={`${frame.privacyUrl}cookies`}>
            {privacyPages.footer.cookies}
          </a>{" "}
          ·{" "}
          <a class="target" href={`${frame.privacyUrl}subprocessors`}>
            {registers.nav.subprocessors}
          </a>{" "}
          ·{" "}
          <a class="target" href={`${frame.privacyUrl}rights`}>
            {rights.portal.footer}
          </a>
        </p>
      )}
    </footer>
  );
}
