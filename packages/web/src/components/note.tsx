// A remark that stands out: what to know before going on, what went well, what went wrong.

import type { PropsWithChildren } from "hono/jsx";
import type { Markup } from "./markup.ts";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon.tsx";
import { classes } from "./tone.ts";

export type NoteTone = "info" | "ok" | "warn" | "stop";

const ICONS: Record<NoteTone, IconName> = { info: "info", ok: "ok", warn: "warning", stop: "stop" };

export interface NoteProps {
  readonly tone?: NoteTone;
  readonly id?: string | undefined;
  /** `status` where it answers what the reader just did, so that screen readers say it. */
  readonly role?: "status" | "alert" | undefined;
}

export function Note({ tone = "info", id, role, children }: PropsWithChildren<NoteProps>): Markup {
  return (
    <div class={classes("note", tone !== "info" && tone)} id={id} role={role}>
      <Icon name={ICONS[tone]} />
      <div>{children}</div>
    </div>
  );
}
