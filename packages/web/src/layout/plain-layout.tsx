// Pages without a menu: signing in, problems, explanations.

import type { PropsWithChildren } from "hono/jsx";
import type { Markup } from "../components/markup.ts";
import { Column } from "./column.tsx";
import type { ColumnProps } from "./column.tsx";

export function PlainLayout(props: PropsWithChildren<ColumnProps>): Markup {
  return <Column {...props} plain={true} />;
}
