// The frame of every page of a delivery: one column, the way back where the place has one.

import { textsFor } from "@posthorn/texts";
import { CollectLayout, type Markup, pageFrame, type PageFrame, type WebContext } from "@posthorn/web";
import type { PropsWithChildren } from "hono/jsx";
import type { Place } from "./place.ts";

/** Knows the place, so that links of a page stay there. */
export interface Frame extends PageFrame {
  readonly place: Place;
}

export function frameOf(c: WebContext, { place }: { readonly place: Place }): Frame {
  return { ...pageFrame(c), place };
}

interface LayoutProps extends Omit<Parameters<typeof CollectLayout>[0], "frame"> {
  readonly frame: Frame;
}

export function Layout({ children, ...props }: PropsWithChildren<LayoutProps>): Markup {
  const back = props.frame.place.back?.(props.frame.language);
  return (
    <CollectLayout {...props}>
      {back !== undefined && (
        <nav class="crumbs" aria-label={textsFor(props.frame.language).common.breadcrumbs}>
          <ol>
            <li>
              <a href={back.href}>{back.label}</a>
            </li>
          </ol>
        </nav>
      )}
      {children}
    </CollectLayout>
  );
}
