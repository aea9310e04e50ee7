// An empty list: never blank, it says what would stand here and what to do first.

import type { PropsWithChildren } from "hono/jsx";
import type { Markup } from "./markup.ts";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon.tsx";

export interface EmptyProps {
  readonly title: string;
  readonly text: string;
  readonly icon?: IconName;
}

export function Empty({ title, text, icon = "inbox", children }: PropsWithChildren<EmptyProps>): Markup {
  return (
    <div class="empty">
      <Icon name={icon} size={44} />
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </div>
  );
}
