// What a message costs as it stands: what is reserved for its deliveries and letters, and what the account has.

import { type Language, priceOf } from "@posthorn/domain";
import { numberInWords, plural, textsFor } from "@posthorn/texts";
import type { DraftPrint } from "@posthorn/usecases";
import { type Markup, Note } from "@posthorn/web";
import { creditsInWords } from "../frame/portal-page.tsx";
import { countriesIn } from "../register/countries.ts";

export interface CostLinesProps {
  readonly language: Language;
  readonly deliveries: number;
  readonly credits: number;
  /** Null where no letter is to follow. */
  readonly print: DraftPrint | null;
}

export function CostLines({ language, deliveries, credits, print }: CostLinesProps): Markup {
  const { cost } = textsFor(language).compose;
  const letter = print?.letter?.ok === true ? print.letter : null;
  const { total } = priceOf({ deliveries, postage: letter?.postage.total ?? 0 });
  const many = plural(language, deliveries, "one", "other") === "other";
  return (
    <div class="stack" id="cost">
      <p class="sum">
        <span>{many ? cost.deliveries(numberInWords(language, deliveries)) : cost.delivery}</span>
        <b>{creditsInWords(language, deliveries)}</b>
      </p>
      {print !== null && <PostageLines language={language} print={print} />}
      <p class="sum">
        <span class="muted">{cost.balance}</span>
        <span class="muted">{creditsInWords(language, credits)}</span>
      </p>
      {credits < total && <p class="err">{cost.missing(creditsInWords(language, total - credits))}</p>}
    </div>
  );
}

function PostageLines({
  language,
  print,
}: {
  readonly language: Language;
  readonly print: DraftPrint;
}): Markup {
  const words = textsFor(language).print;
  const { letter, withoutAddress } = print;
  return (
    <>
      {letter?.ok === true ? (
        <>
          {letter.postage.lines.map(({ country, letters, each }) => (
            <p class="sum">
              <span>{words.postage(letters, countryName(language, country))}</span>
              <b>{creditsInWords(language, letters * each)}</b>
            </p>
          ))}
          <p class="small muted">
            {words.letterHas(words.length(letter.pages, letter.sheets))} {words.givenBack}
          </p>
        </>
      ) : (
        <p class="muted">{words.postageLater}.</p>
      )}
      {withoutAddress.length > 0 && <Note tone="warn">{words.noAddresses(withoutAddress.length)}</Note>}
    </>
  );
}

function countryName(language: Language, country: string): string {
  return countriesIn(language).find(({ value }) => value === country)?.label ?? country;
}
