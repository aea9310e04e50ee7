// Every check that was made, with what it would have found in a file that was tampered with.

import type { Language } from "@posthorn/domain";
import { textsFor } from "@posthorn/texts";
import { Card, DefinitionList, Icon, type Markup, Pill } from "@posthorn/web";
import type { Check } from "../report/file-report.ts";
import { checkWords } from "./words.ts";

export function ChecksCard(props: {
  readonly language: Language;
  readonly checks: readonly Check[];
}): Markup {
  const { language, checks } = props;
  const words = textsFor(language).verify.result;
  return (
    <Card title={words.checks} id="checks">
      <p class="muted">{words.tampered}</p>
      <ul class="checks">
        {checks.map((check) => {
          const { title, tampered } = checkWords(language, check);
          return (
            <li>
              <span class={check.ok ? "mark ok" : "mark stop"}>
                <Icon name={check.ok ? "check" : "cross"} />
              </span>
              <div>
                <p>
                  {title}{" "}
                  <Pill tone={check.ok ? "ok" : "stop"}>{check.ok ? words.passed : words.failed}</Pill>
                </p>
                {tampered !== null && <p class="small muted">{tampered}</p>}
              </div>
            </li>
          );
        })}
      </ul>
      <details class="more">
        <summary>{words.detail}</summary>
        <div lang="en">
          <DefinitionList
            facts={checks.map(({ name, detail }) => ({
              term: name,
              value: detail,
            }))}
          />
        </div>
      </details>
      <p class="small muted">{words.again}</p>
    </Card>
  );
}
