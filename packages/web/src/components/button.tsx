// A button, or a link that looks like one: `primary` goes on, `seal` is an act of legal weight, `quiet` stands aside.

import type { PropsWithChildren } from "hono/jsx";
import type { Markup } from "./markup.ts";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icon.tsx";
import { classes } from "./tone.ts";

export interface ButtonProps {
  readonly kind?: "primary" | "seal" | "quiet" | "plain";
  /** Makes it a link; acts that change something are never links. */
  readonly href?: string | undefined;
  readonly icon?: IconName | undefined;
  readonly wide?: boolean | undefined;
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** Posts the form it stands in to another address (removing one row of it, say) without the browser's checks. */
  readonly formAction?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** Default `submit`. */
  readonly type?: "submit" | "button" | undefined;
  /** Ids of the text that tells what follows from pressing it. */
  readonly describedBy?: string | undefined;
  /** The link saves a file. */
  readonly download?: boolean | undefined;
}

export function Button(props: PropsWithChildren<ButtonProps>): Markup {
  const { kind = "plain", children } = props;
  const common = {
    class: classes("btn", kind !== "plain" && kind, props.wide === true && "wide"),
    id: props.id,
    "aria-describedby": props.describedBy,
  };
  const icon = props.icon !== undefined && <Icon name={props.icon} />;
  if (props.href !== undefined) {
    return (
      <a {...common} href={props.href} {...(props.download === true ? { download: "" } : {})}>
        {icon}
        {children}
      </a>
    );
  }
  return (
    <button
      {...common}
      type={props.type ?? "submit"}
      name={props.name}
      value={props.value}
      disabled={props.disabled}
      formaction={props.formAction}
      formnovalidate={props.formAction !== undefined}
    >
      {icon}
      {children}
    </button>
  );
}
