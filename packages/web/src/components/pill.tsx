// A state in one or two words.

import type { PropsWithChildren } from "hono/jsx";
import type { Markup } from "./markup.ts";
import { classes } from "./tone.ts";
import type { Tone } from "./tone.ts";

export function Pill({ tone = "info", children }: PropsWithChildren<{ readonly tone?: Tone }>): Markup {
  return <span class={classes("pill", tone !== "info" && tone)}>{children}</span>;
}
