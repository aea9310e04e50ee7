// `/ui`, in the dev stack only: the three layouts with every component in every state, in four languages.

import { AppError } from "@posthorn/domain";
import { bytesInWords } from "@posthorn/texts";
import { Hono } from "hono";
import type { WebContext, WebEnv } from "../app/env.ts";
import { Card } from "../components/card.tsx";
import { FileRow } from "../components/file-row.tsx";
import type { Markup } from "../components/markup.ts";
import { PageHead } from "../components/page-head.tsx";
import { Pill } from "../components/pill.tsx";
import { CollectLayout } from "../layout/collect-layout.tsx";
import { pageFrame } from "../layout/page-frame.ts";
import { PortalLayout } from "../layout/portal-layout.tsx";
import { renderFragment, renderPage } from "../layout/render-page.ts";
import { receiveUpload } from "../upload/receive-upload.ts";
import { SAMPLES } from "./samples.ts";
import { ButtonsAndStates, Files, Forms, Lists, TrackAndPlan } from "./show-components.tsx";

/** To be mounted at `/ui` of an app made by `createWebApp`. Uploads are counted and thrown away. */
export function uiPage(): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.get("/", (c) => renderPage(c, portalPage(c)));
  app.post("/", (c) => renderPage(c, portalPage(c)));
  app.post("/codes", (c) => c.redirect("/ui/collect", 303));
  app.get("/collect", (c) => renderPage(c, collectPage(c)));
  app.get("/problem", () => {
    throw new AppError("too_many", "code_attempts", { retryAfterSeconds: 120 });
  });
  app.post("/upload", async (c) => {
    const file = receiveUpload(c, { fileBytes: 100_000_000 });
    let size = 0;
    for await (const chunk of file.body) size += chunk.byteLength;
    const language = c.get("language");
    c.status(201);
    return renderFragment(
      c,
      <FileRow
        language={language}
        id={file.sha256.slice(0, 12)}
        name={file.filename}
        meta={bytesInWords(language, size)}
        removePath="/ui"
      />,
    );
  });
  return app;
}

function portalPage(c: WebContext): Markup {
  const frame = pageFrame(c);
  const s = SAMPLES[frame.language];
  const menu = s.menu.map((label, index) => ({
    href: "/ui",
    label,
    current: index === 1,
    count: index === 1 ? 2 : 0,
  }));
  return (
    <PortalLayout
      frame={frame}
      title={s.title}
      islands={["upload", "countdown", "code-entry", "web-eid", "passkey"]}
      menu={menu}
      action={{ href: "/ui", label: s.send }}
      account={{ name: "Immo Vandewalle bv", line: "Lotte Maes" }}
      signOutPath="/ui"
    >
      <PageHead
        language={frame.language}
        title={s.title}
        lead={s.lead}
        crumbs={[{ label: s.menu[1] ?? "", href: "/ui" }, { label: s.title }]}
        aside={<Pill>{s.waiting}</Pill>}
      />
      <TrackAndPlan frame={frame} />
      <div class="grid-2">
        <div>
          <Forms frame={frame} />
          <Files frame={frame} />
        </div>
        <div class="stays">
          <Card id="aside">
            <p>{s.note}</p>
          </Card>
        </div>
      </div>
      <ButtonsAndStates frame={frame} />
      <Lists frame={frame} />
    </PortalLayout>
  );
}

function collectPage(c: WebContext): Markup {
  const frame = pageFrame(c);
  const s = SAMPLES[frame.language];
  return (
    <CollectLayout frame={frame} title={s.title} islands={["countdown", "code-entry", "web-eid", "passkey"]}>
      <h1>{s.headings.sender}</h1>
      <TrackAndPlan frame={frame} />
      <Forms frame={frame} />
    </CollectLayout>
  );
}
