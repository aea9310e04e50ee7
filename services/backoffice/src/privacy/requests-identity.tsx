// Who asks: the copy of a document that is judged, a code to an address that is known, or a question by letter.

import { textsFor } from "@posthorn/texts";
import { Card, Choices, errorAt, type Markup } from "@posthorn/web";
import { Act, typedOf } from "./requests-act.tsx";
import type { RequestCardProps } from "./requests-page.tsx";

export function IdentityCard(props: RequestCardProps): Markup {
  const { frame, detail, answer } = props;
  const { language } = frame;
  const words = textsFor(language).rights.desk.identity;
  const { row, files } = detail;
  const shown = row.identified_at !== null && row.identity !== "failed";
  return (
    <Card id="identity-card" title={words.title}>
      {files.some(({ kind }) => kind === "identity_document") && (
        <Act {...props} act="identity" button={words.judge} final>
          <Choices
            language={language}
            name="verdict"
            legend={words.document}
            value={typedOf(props, "identity").get("verdict") ?? ""}
            error={errorAt(language, answer.errors ?? [], "verdict")}
            options={[
              { value: "fits", label: words.fits },
              { value: "not", label: words.not },
            ]}
          />
          <p>{words.text}</p>
        </Act>
      )}
      {shown && (
        <Act {...props} act="authority" button={words.accept}>
          <p>{words.authority}</p>
        </Act>
      )}
      {!shown && <KnownCode {...props} />}
      {!shown && (
        <Act {...props} act="ask-identity" button={words.write}>
          <h3>{words.ask}</h3>
          <p>{words.askText}</p>
        </Act>
      )}
    </Card>
  );
}

/** To an address that is known of whom the officer has chosen; without one there is nothing to send to. */
function KnownCode(props: RequestCardProps): Markup {
  const { frame, detail } = props;
  const words = textsFor(frame.language).rights.desk.identity.code;
  const { knownAddresses } = detail;
  if (knownAddresses.length === 0) return <p class="muted">{words.nobody}</p>;
  return (
    <Act {...props} act="send-code" button={words.send}>
      <h3>{words.title}</h3>
      <p>{words.text}</p>
      <Choices
        language={frame.language}
        name="address"
        legend={words.address}
        value={typedOf(props, "send-code").get("address") ?? knownAddresses[0]}
        options={knownAddresses.map((address) => ({ value: address, label: address }))}
      />
    </Act>
  );
}
