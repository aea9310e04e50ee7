// The portal: side bar with menu and account; on a phone a bar whose menu opens as a popover, without any script.

import { textsFor } from "@posthorn/texts";
import type { PropsWithChildren } from "hono/jsx";
import type { Markup } from "../components/markup.ts";
import { Button } from "../components/button.tsx";
import { CsrfField } from "../components/csrf-field.tsx";
import { Icon } from "../components/icon.tsx";
import { Logo } from "../components/logo.tsx";
import { Document } from "./document.tsx";
import type { DocumentProps } from "./document.tsx";
import { Foot } from "./foot.tsx";
import { LanguageSwitch } from "./language-switch.tsx";

export interface MenuItem {
  readonly href: string;
  readonly label: string;
  readonly current?: boolean;
  /** What needs attention there; nothing is shown for 0. */
  readonly count?: number;
  /** What the count counts, for screen readers: "2 need your attention". */
  readonly countLabel?: string;
}

export interface PortalLayoutProps extends DocumentProps {
  /** Which site this is, where it is not the one that the brand alone stands for. */
  readonly site?: string;
  readonly menu: readonly MenuItem[];
  readonly action?: { readonly href: string; readonly label: string };
  /** Who is signed in: the account, then one line about the person. */
  readonly account?: {
    readonly name: string;
    readonly line: string;
    /** Where he goes on in another account. */
    readonly link?: { readonly href: string; readonly label: string } | undefined;
  };
  /** Takes the POST that signs out. */
  readonly signOutPath?: string;
}

export function PortalLayout(props: PropsWithChildren<PortalLayoutProps>): Markup {
  const { children, site, menu, action, account, signOutPath, ...document } = props;
  const { frame } = document;
  const { common } = textsFor(frame.language);
  return (
    <Document {...document}>
      <div class="shell">
        <header class="side">
          <a class="brand" href="/">
            <Logo />
          </a>
          {site !== undefined && <p class="site-name">{site}</p>}
          <button class="btn quiet menu-button" type="button" popovertarget="menu">
            <Icon name="menu" />
            {common.menu}
          </button>
          <div class="menu" id="menu" popover="auto">
            {action !== undefined && (
              <Button kind="seal" href={action.href} icon="plus" wide>
                {action.label}
              </Button>
            )}
            <nav aria-label={common.mainNavigation}>
              <ul class="menu-items">
                {menu.map((item) => (
                  <li>
                    <MenuLink item={item} />
                  </li>
                ))}
              </ul>
            </nav>
            <div class="account">
              {account !== undefined && (
                <p>
                  <b>{account.name}</b>
                  <br />
                  {account.line}
                </p>
              )}
              {account?.link !== undefined && <a href={account.link.href}>{account.link.label}</a>}
              {signOutPath !== undefined && (
                <form method="post" action={signOutPath}>
                  <CsrfField token={frame.csrfToken} />
                  <button class="btn linklike" type="submit">
                    {common.buttons.signOut}
                  </button>
                </form>
              )}
              <LanguageSwitch frame={frame} />
            </div>
          </div>
        </header>
        <div class="body">
          <main id="content" tabindex={-1}>
            {children}
          </main>
          <Foot frame={frame} />
        </div>
      </div>
    </Document>
  );
}

function MenuLink({ item }: { readonly item: MenuItem }): Markup {
  return (
    <a href={item.href} {...(item.current === true ? { "aria-current": "page" as const } : {})}>
      {item.label}
      {item.count !== undefined && item.count > 0 && (
        <span class="count">
          {String(item.count)}
          {item.countLabel !== undefined && <span class="vh"> {item.countLabel}</span>}
        </span>
      )}
    </a>
  );
}
