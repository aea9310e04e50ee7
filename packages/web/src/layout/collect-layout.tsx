// The collect site: one narrow column, made for a phone in one hand.

import type { PropsWithChildren } from "hono/jsx";
import type { Markup } from "../components/markup.ts";
import { Column } from "./column.tsx";
import type { ColumnProps } from "./column.tsx";

export function CollectLayout(props: PropsWithChildren<ColumnProps>): Markup {
  return <Column {...props} plain={false} />;
}
