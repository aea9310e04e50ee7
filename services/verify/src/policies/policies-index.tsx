// All policies with all their versions: nothing that was ever published is missing here.

import { dateInWords, POLICY_HISTORY, POLICY_NAMES, textsFor } from "@posthorn/texts";
import { Card, type Markup, type PageFrame, Pill } from "@posthorn/web";
import { VerifyPage } from "../frame/verify-page.tsx";

export function PoliciesIndex({ frame }: { readonly frame: PageFrame }): Markup {
  const { language } = frame;
  const { policies, verify } = textsFor(language);
  const words = verify.policies;
  return (
    <VerifyPage frame={frame} title={words.title}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {POLICY_NAMES.map((name) => (
        <Card title={policies[name].name} id={name}>
          <p class="muted">{policies[name].about}</p>
          <ul class="plain-list">
            {POLICY_HISTORY[name].map(({ version, since }, index) => (
              <li class="row">
                <a class="target" href={`/policies/${name}/${version}`}>
                  {words.version(version)}
                  <span class="vh"> {policies[name].name}</span>
                </a>
                <span class="muted">
                  {words.since(dateInWords(language, Temporal.PlainDate.from(since)))}
                </span>
                {index === 0 ? (
                  <Pill tone="ok">{words.inForce}</Pill>
                ) : (
                  <Pill tone="plain">{words.replaced}</Pill>
                )}
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </VerifyPage>
  );
}
