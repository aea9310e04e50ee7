// The frame of every page of this site: one column, and below it the ways to the check, the log and the policies.

import { textsFor } from "@posthorn/texts";
import { type Island, type Markup, type PageFrame, PlainLayout } from "@posthorn/web";
import type { PropsWithChildren } from "hono/jsx";

export interface VerifyPageProps {
  readonly frame: PageFrame;
  readonly title: string;
  readonly hasErrors?: boolean;
  readonly islands?: readonly Island[];
}

export function VerifyPage(props: PropsWithChildren<VerifyPageProps>): Markup {
  const { children, ...column } = props;
  const words = textsFor(props.frame.language).verify.foot;
  return (
    <PlainLayout {...column}>
      {children}
      <nav class="site-ways" aria-label={textsFor(props.frame.language).common.mainNavigation}>
        <ul class="ways">
          <li>
            <a href="/">{words.check}</a>
          </li>
          <li>
            <a href="/log">{words.log}</a>
          </li>
          <li>
            <a href="/policies">{words.policies}</a>
          </li>
        </ul>
      </nav>
    </PlainLayout>
  );
}
