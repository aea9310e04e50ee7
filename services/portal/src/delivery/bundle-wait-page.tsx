// What stands in for a bundle while it is being made, and says when it is ready.

import { textsFor } from "@posthorn/texts";
import { Button, Card, LiveRegion, type Markup, PageHead, type PageFrame } from "@posthorn/web";

export interface BundleWaitProps {
  readonly frame: PageFrame;
  readonly backPath: string;
  readonly bundlePath: string;
  /** Null once the bundle is there. */
  readonly eventsPath: string | null;
}

export function BundleWaitPage({ frame, backPath, bundlePath, eventsPath }: BundleWaitProps): Markup {
  const { language } = frame;
  const { bundle, portal, track } = textsFor(language);
  const words = track.proofWait;
  return (
    <>
      <PageHead
        language={language}
        title={bundle.portal.title}
        crumbs={[
          { label: portal.menu.sent, href: "/sent" },
          { label: words.back, href: backPath },
        ]}
      />
      {eventsPath === null ? (
        <Card title={bundle.wait.readyTitle} id="ready">
          <p>{bundle.wait.readyText}</p>
          <div class="row">
            <Button kind="primary" href={bundlePath} icon="download">
              {bundle.portal.download}
            </Button>
            <Button href={backPath}>{words.back}</Button>
          </div>
        </Card>
      ) : (
        <LiveRegion language={language} id="bundle-wait" eventsPath={eventsPath}>
          <Card title={bundle.wait.title} id="waiting">
            <p>{bundle.wait.text}</p>
            <div class="row">
              <Button href={bundlePath}>{words.reload}</Button>
              <Button href={backPath}>{words.back}</Button>
            </div>
          </Card>
        </LiveRegion>
      )}
    </>
  );
}
