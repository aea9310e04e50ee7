// The accounts a person belongs to, and what the one he works in holds of him.

import { brusselsDate, dateInWords, textsFor } from "@posthorn/texts";
import type { MembershipLine } from "@posthorn/usecases";
import { Button, Card, DefinitionList, type Markup } from "@posthorn/web";
import { roleInWords } from "../switch/switch-account.tsx";
import type { MyDataGround } from "./ground.ts";
import { Kept } from "./kept.tsx";

export function AccountsCard(
  ground: MyDataGround & { readonly memberships: readonly MembershipLine[] },
): Markup {
  const { frame, words, member, data, countInWords, memberships } = ground;
  const { language } = frame;
  const own = words.accounts;
  const isPrivate = member.accountKind === "private";
  const roles = textsFor(language).myData.switching;
  return (
    <Card id="accounts" title={own.title}>
      <ul class="plain-list">
        {memberships.map((line) => (
          <li>
            <b>{line.accountName}</b> · {roleInWords(roles, line)},{" "}
            {own.since(dateInWords(language, brusselsDate(line.joinedAt)))}
          </li>
        ))}
      </ul>
      <h3>{own.here(member.accountName)}</h3>
      <DefinitionList
        facts={[
          { term: own.address, value: isPrivate ? (data.address ?? own.noAddress) : own.noAddressInCompany },
          { term: own.messages, value: countInWords("messages") },
          { term: own.contacts, value: countInWords("contacts") },
          ...(isPrivate ? [{ term: own.received, value: countInWords("received") }] : []),
        ]}
      />
      <div class="row">
        {memberships.length > 1 && <Button href="/switch">{own.switchTo}</Button>}
        {isPrivate && <Button href="/inbox">{own.inbox}</Button>}
        {isPrivate && <Button href="/account/settings">{own.settings}</Button>}
        <Button kind="quiet" href={isPrivate ? "/account/close" : "/company/members"}>
          {isPrivate ? own.close : own.leave}
        </Button>
      </div>
      <Kept words={words}>{own.kept}</Kept>
    </Card>
  );
}
