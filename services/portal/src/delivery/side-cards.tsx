// Beside a delivery's track: its proofs, its addressee and what can be mended.

import { addressLines, brusselsDay, type Language, maskMobile, type RecipientFacts } from "@posthorn/domain";
import { dateInWords, textsFor } from "@posthorn/texts";
import type { DeliveryView } from "@posthorn/usecases";
import { Button, Card, type Markup } from "@posthorn/web";
import { nameAddressee } from "./name-addressee.ts";
import { ProofForm } from "./proof-form.tsx";

interface SideProps {
  readonly language: Language;
  readonly delivery: DeliveryView;
}

export function ProofsCard({ language, delivery }: SideProps): Markup {
  const { proof, track } = textsFor(language);
  const words = track.delivery;
  return (
    <Card title={words.proofs} id="proofs">
      {delivery.proofs.length === 0 ? (
        <p class="muted">{words.noProofs}</p>
      ) : (
        <>
          <p class="small muted">{words.proofsLead}</p>
          {delivery.proofs.map((kind) => (
            <ProofForm
              language={language}
              id={kind}
              title={proof.kinds[kind].title}
              path={`/deliveries/${delivery.id}/proofs/${kind}`}
            />
          ))}
        </>
      )}
    </Card>
  );
}

export function BundleCard({ language, delivery }: SideProps): Markup {
  const words = textsFor(language).bundle.portal;
  return (
    <Card title={words.title} id="bundle">
      <p class="small muted">{words.lead}</p>
      {delivery.finalAt === null && <p class="small">{words.incomplete}</p>}
      <Button href={`/deliveries/${delivery.id}/bundle`} icon="download">
        {words.download}
      </Button>
    </Card>
  );
}

export function AddresseeCard({ language, delivery }: SideProps): Markup {
  const { common, track } = textsFor(language);
  const words = track.delivery;
  const { addressee, addresseeErasedAt, repairable } = delivery;
  if (addressee === null)
    return (
      <Card title={words.addresseeTitle} id="addressee">
        <p>{track.erased.addressee}</p>
        {addresseeErasedAt !== null && (
          <p class="small muted">
            {track.erased.addresseeWhy(dateInWords(language, brusselsDay(addresseeErasedAt)))}
          </p>
        )}
      </Card>
    );
  return (
    <Card title={words.addresseeTitle} id="addressee">
      <address>
        {addressInWords(language, addressee).map((line, index) => (
          <>
            {index > 0 && <br />}
            {line}
          </>
        ))}
      </address>
      <p class="small muted">
        {addressee.email}
        <br />
        {addressee.mobile !== undefined && `${maskMobile(addressee.mobile)} · `}
        {common.languageNames[addressee.language]}
      </p>
      {repairable.contact && (
        <Button kind="quiet" href={`/deliveries/${delivery.id}/repair`}>
          {words.repair}
        </Button>
      )}
      {repairable.address && (
        <Button kind="quiet" href={`/deliveries/${delivery.id}/address`}>
          {words.mendAddress}
        </Button>
      )}
    </Card>
  );
}

/** As it stands on a letter; without an address the name alone. */
function addressInWords(language: Language, addressee: RecipientFacts): readonly string[] {
  const { name, first_names: firstNames, attention_of: attentionOf, postal_address: address } = addressee;
  if (address === undefined)
    return [nameAddressee(language, addressee), ...(attentionOf === undefined ? [] : [attentionOf])];
  const party = {
    name,
    ...(firstNames === undefined ? {} : { firstNames }),
    ...(attentionOf === undefined ? {} : { attentionOf }),
  };
  return addressLines(party, address, language);
}
