// How long something is kept, beneath what it is said of.

import type { Markup } from "@posthorn/web";
import type { MyDataGround } from "./ground.ts";

export function Kept({
  words,
  children,
}: Pick<MyDataGround, "words"> & { readonly children: string }): Markup {
  return (
    <p class="small muted">
      <b>{words.kept}: </b>
      {children}
    </p>
  );
}
