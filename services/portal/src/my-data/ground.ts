// What a card of the page of one's own data is given.

import type { Texts } from "@posthorn/texts";
import type { MyData, MyDataCount, SessionMember } from "@posthorn/usecases";
import type { PageFrame } from "@posthorn/web";

export interface MyDataGround {
  readonly frame: PageFrame;
  readonly words: Texts["myData"]["page"];
  readonly member: SessionMember;
  readonly data: MyData;
  countInWords(of: MyDataCount): string;
}
