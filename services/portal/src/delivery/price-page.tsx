// Before an address is mended to another country: what the letter then costs, and a yes to it.

import { textsFor } from "@posthorn/texts";
import { Button, Card, CsrfField, type Markup, PageHead, type PageFrame } from "@posthorn/web";
import { creditsInWords } from "../frame/portal-page.tsx";
import type { MendFormProps } from "./mend-forms.tsx";

export interface PricePageProps extends Pick<MendFormProps, "frame" | "countries"> {
  readonly deliveryId: string;
  readonly typed: Readonly<Record<string, string>>;
  /** Credits, below zero where some come back. */
  readonly more: number;
}

export function PricePage({ frame, deliveryId, typed, more, countries }: PricePageProps): Markup {
  const { language } = frame;
  const { portal, track } = textsFor(language);
  const words = track.address;
  const back = `/deliveries/${deliveryId}`;
  return (
    <>
      <PageHead
        language={language}
        title={words.price}
        crumbs={[
          { label: portal.menu.sent, href: "/sent" },
          { label: track.proofWait.back, href: back },
        ]}
        lead={priceInWords(frame, more)}
      />
      <form method="post" action={`${back}/address`}>
        <CsrfField token={frame.csrfToken} />
        {Object.entries(typed).map(([name, value]) => (
          <input type="hidden" name={`postal_address.${name}`} value={value} />
        ))}
        <input type="hidden" name="agreed" value={String(more)} />
        <Card id="price">
          <address id="new-address">
            {linesOf(typed, countries).map((line, index) => (
              <>
                {index > 0 && <br />}
                {line}
              </>
            ))}
          </address>
          <div class="row">
            <Button kind="primary">{words.agree}</Button>
            <Button name="edit" value="1">
              {words.edit}
            </Button>
            <Button href={back}>{textsFor(language).common.buttons.cancel}</Button>
          </div>
        </Card>
      </form>
    </>
  );
}

function priceInWords({ language }: PageFrame, more: number): string {
  const { dearer, cheaper } = textsFor(language).track.address;
  const credits = creditsInWords(language, Math.abs(more));
  return more > 0 ? dearer(credits) : cheaper(credits);
}

/** As typed: how the post wants it is told once it stands. */
function linesOf(typed: PricePageProps["typed"], countries: PricePageProps["countries"]): readonly string[] {
  const of = (name: string) => (typed[name] ?? "").trim();
  const country = of("country").toUpperCase();
  return [
    [of("street"), of("number"), of("box")],
    [of("postcode"), of("town")],
    [countries.find(({ value }) => value === country)?.label ?? country],
  ].map((words) => words.filter(Boolean).join(" "));
}
