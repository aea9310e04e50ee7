// The ways to show who one is, as large choices or as plain buttons: each a form of its own, since pressing it begins a try.

import { textsFor } from "@posthorn/texts";
import type { IdentityWays } from "@posthorn/usecases";
import { Button, Card, CsrfField, type Markup, Note, type PageFrame } from "@posthorn/web";

interface WaysProps {
  readonly frame: PageFrame;
  readonly ways: IdentityWays;
  /** `/identify`, `/sign-in`, `/confirm` or the page of a request: below it stand the two addresses. */
  readonly at: string;
  readonly next?: string;
}

export function LargeWays({ frame, ways, at }: WaysProps): Markup {
  const words = textsFor(frame.language).identify.ways;
  if (!ways.itsme && !ways.eid) return <Note tone="warn">{words.none}</Note>;
  return (
    <div class="ways">
      {ways.itsme && (
        <Card id="way-itsme" title={words.itsme.title}>
          <p>{words.itsme.text}</p>
          <WayForm frame={frame} action={`${at}/itsme`}>
            <Button kind="primary" wide>
              {words.itsme.button}
            </Button>
          </WayForm>
        </Card>
      )}
      {ways.eid && (
        <Card id="way-card" title={words.card.title}>
          <p>{words.card.text}</p>
          <WayForm frame={frame} action={`${at}/card`}>
            <Button kind="primary" wide>
              {words.card.button}
            </Button>
          </WayForm>
        </Card>
      )}
    </div>
  );
}

/** Nothing where no way is configured. */
export function SmallWays({
  frame,
  ways,
  at,
  next,
  heading,
}: WaysProps & { readonly heading: string }): Markup {
  const words = textsFor(frame.language).identify.signIn;
  if (!ways.itsme && !ways.eid) return <></>;
  return (
    <Card id="identity-ways" title={heading}>
      <div class="ways">
        {ways.itsme && (
          <WayForm frame={frame} action={`${at}/itsme`} next={next}>
            <Button wide icon="phone">
              {words.itsme}
            </Button>
          </WayForm>
        )}
        {ways.eid && (
          <WayForm frame={frame} action={`${at}/card`} next={next}>
            <Button wide icon="card">
              {words.card}
            </Button>
          </WayForm>
        )}
      </div>
    </Card>
  );
}

function WayForm(props: {
  readonly frame: PageFrame;
  readonly action: string;
  readonly next?: string | undefined;
  readonly children?: Markup;
}): Markup {
  return (
    <form method="post" action={props.action}>
      <CsrfField token={props.frame.csrfToken} />
      {props.next !== undefined && <input type="hidden" name="next" value={props.next} />}
      {props.children}
    </form>
  );
}
