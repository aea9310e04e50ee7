// What stands in for a proof while it is being sealed, and says when it is ready.

import { textsFor } from "@posthorn/texts";
import { Button, Card, LiveRegion, type Markup, PageHead, type PageFrame } from "@posthorn/web";

export interface ProofWaitProps {
  readonly frame: PageFrame;
  /** Of the proof. */
  readonly title: string;
  readonly backPath: string;
  readonly proofPath: string;
  /** Of the same proof as a web page. */
  readonly pagePath: string;
  /** Null once the proof is there. */
  readonly eventsPath: string | null;
}

export function ProofWaitPage({
  frame,
  title,
  backPath,
  proofPath,
  pagePath,
  eventsPath,
}: ProofWaitProps): Markup {
  const { language } = frame;
  const { portal, track } = textsFor(language);
  const words = track.proofWait;
  return (
    <>
      <PageHead
        language={language}
        title={title}
        crumbs={[
          { label: portal.menu.sent, href: "/sent" },
          { label: words.back, href: backPath },
        ]}
      />
      {eventsPath === null ? (
        <Card title={words.readyTitle} id="ready">
          <p>{words.readyText}</p>
          <div class="row">
            <Button kind="primary" href={proofPath} icon="download">
              {track.delivery.download}
            </Button>
            <Button href={pagePath}>{words.asPage}</Button>
            <Button href={backPath}>{words.back}</Button>
          </div>
        </Card>
      ) : (
        <LiveRegion language={language} id="proof-wait" eventsPath={eventsPath}>
          <Card title={words.title} id="waiting">
            <p>{words.text}</p>
            <div class="row">
              <Button href={proofPath}>{words.reload}</Button>
              <Button href={backPath}>{words.back}</Button>
            </div>
          </Card>
        </LiveRegion>
      )}
    </>
  );
}
