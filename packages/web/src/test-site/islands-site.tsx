// A site with every island on one page, and what the tests want to know of what it was sent.

import { createHash } from "node:crypto";
import type { AppError } from "@posthorn/domain";
import { createWebApp } from "../app/create-web-app.ts";
import { serveApp } from "../app/serve.ts";
import type { RunningServer } from "../app/serve.ts";
import { buildAssets } from "../assets/build-assets.ts";
import { Button } from "../components/button.tsx";
import { CodeField } from "../components/code-field.tsx";
import { Countdown } from "../components/countdown.tsx";
import { CsrfField } from "../components/csrf-field.tsx";
import { DraftStatus } from "../components/draft-status.tsx";
import { DropZone } from "../components/drop-zone.tsx";
import { Field } from "../components/field.tsx";
import { FileRow } from "../components/file-row.tsx";
import { LiveRegion } from "../components/live-region.tsx";
import { WEB_EID_FIELD, WebEidForm } from "../components/web-eid-form.tsx";
import { readForm } from "../forms/read-form.ts";
import { pageFrame } from "../layout/page-frame.ts";
import { PlainLayout } from "../layout/plain-layout.tsx";
import { renderFragment, renderPage } from "../layout/render-page.ts";
import { formParts } from "../multipart/form-parts.ts";
import { eventStream } from "../sse/event-stream.ts";
import type { ServerEvent } from "../sse/event-stream.ts";
import { receiveUpload } from "../upload/receive-upload.ts";

export interface IslandsSite {
  readonly url: string;
  readonly server: RunningServer;
  /** Files as they arrived, by name: was the digest right? */
  readonly files: Map<string, boolean>;
  readonly drafts: Record<string, string>[];
  readonly submitted: string[];
  /** What the page's live region shows. */
  state: string;
  /** Answers the next upload so. */
  failNextUpload: AppError | undefined;
  /** Uploads wait here while set. */
  gate: Promise<void> | undefined;
  tell(event: ServerEvent): void;
}

/** What the card on `/card` is asked to sign. */
export const CARD_NONCE = "Y2hhbGxlbmdlIG9mIHRoZSBzaXRlIG9mIGlzbGFuZHM=";

const LIMITS = { files: 5, fileBytes: 5_000_000, totalBytes: 20_000_000 };

export async function startIslandsSite(): Promise<IslandsSite> {
  const listeners = new Set<(event: ServerEvent) => void>();
  let fetchApp: (request: Request, env: object) => Response | Promise<Response> = () =>
    new Response(null, { status: 503 });
  const server = await serveApp({ fetch: (request, env) => fetchApp(request, env) }, { port: 0 });
  const url = `http://portal.localhost:${server.port}`;
  const site: IslandsSite = {
    url,
    server,
    files: new Map(),
    drafts: [],
    submitted: [],
    state: "waiting",
    failNextUpload: undefined,
    gate: undefined,
    tell: (event) => {
      for (const listener of listeners) listener(event);
    },
  };
  const silent = (): void => undefined;
  const app = createWebApp({
    service: "portal",
    origin: url,
    trustStatus: "demonstration",
    assets: await buildAssets(),
    log: { info: silent, warn: silent, error: silent },
    readsMultipart: (path) => path === "/send" || path === "/upload-form",
    bodyBytes: (_, path) => (path.startsWith("/upload") ? Infinity : 100_000),
  });
  fetchApp = (request, env) => app.fetch(request, env);

  app.get("/", (c) => {
    const frame = pageFrame(c);
    const { language } = frame;
    return renderPage(
      c,
      <PlainLayout
        frame={frame}
        title="Islands"
        islands={["upload", "live", "countdown", "code-entry", "draft"]}
      >
        <h1>Islands</h1>
        <LiveRegion language={language} id="state" eventsPath={site.state === "over" ? null : "/events"}>
          <p id="state-text">{site.state}</p>
          <a href="/first">Proof</a> <a href="/second">Proof</a>
          <Field language={language} name="note" label="Note" />
          <Field
            language={language}
            name="reason"
            label="Reason"
            type="select"
            options={[
              { value: "", label: "Choose" },
              { value: "torn", label: "Torn" },
            ]}
          />
        </LiveRegion>
        <DraftStatus />
        <form
          method="post"
          action="/send"
          enctype="multipart/form-data"
          data-island="draft"
          data-draft-path="/draft"
          data-not-kept="not kept"
        >
          <CsrfField token={frame.csrfToken} />
          <Field language={language} name="subject" label="Subject" />
          <DropZone
            language={language}
            assets={frame.assets}
            uploadPath="/upload"
            fallbackPath="/upload-form"
            limits={LIMITS}
          />
          <Button kind="primary">Send it</Button>
        </form>
        <form method="post" action="/codes">
          <CsrfField token={frame.csrfToken} />
          <CodeField language={language} name="code_email" label="Mail code" autofill={false} />
          <CodeField
            language={language}
            name="code_sms"
            label="SMS code"
            below={<Countdown language={language} seconds={1} sentence="New in {time}" holds="resend" />}
          />
          <Button>Go on</Button>
          <Button type="button" id="resend">
            Resend
          </Button>
        </form>
      </PlainLayout>,
    );
  });
  app.post("/upload", async (c) => {
    const file = receiveUpload(c, LIMITS);
    const hash = createHash("sha256");
    for await (const chunk of file.body) hash.update(chunk);
    await site.gate;
    const failure = site.failNextUpload;
    site.failNextUpload = undefined;
    if (failure !== undefined) throw failure;
    site.files.set(file.filename, hash.digest("hex") === file.sha256);
    c.status(201);
    return renderFragment(
      c,
      <FileRow language="en" id={file.sha256.slice(0, 8)} name={file.filename} meta="kept" />,
    );
  });
  app.post("/upload-form", async (c) => {
    for await (const part of formParts(c, LIMITS)) {
      if (part.kind === "field") continue;
      let size = 0;
      for await (const chunk of part.body) size += chunk.byteLength;
      site.files.set(`${part.filename}:${size}`, true);
    }
    return c.redirect("/", 303);
  });
  app.post("/draft", async (c) => {
    site.drafts.push(Object.fromEntries(await readForm(c)));
    return c.json({ words: `Draft kept ${site.drafts.length}` });
  });
  app.post("/send", async (c) => {
    for await (const part of formParts(c, LIMITS))
      site.submitted.push(part.kind === "field" ? `${part.name}=${part.value}` : part.filename);
    return c.redirect("/moved", 303);
  });
  app.get("/moved", (c) =>
    renderPage(
      c,
      <PlainLayout frame={pageFrame(c)} title="Moved">
        <h1>Moved</h1>
      </PlainLayout>,
    ),
  );
  app.get("/card", (c) => {
    const frame = pageFrame(c);
    const { language } = frame;
    const origin = c.req.query("origin") ?? url;
    const form = { language, action: "/card", csrfToken: frame.csrfToken, nonce: CARD_NONCE, origin };
    return renderPage(
      c,
      <PlainLayout frame={frame} title="Card" islands={["web-eid"]}>
        <h1>Card</h1>
        <WebEidForm {...form} />
      </PlainLayout>,
    );
  });
  app.post("/card", async (c) => {
    site.submitted.push((await readForm(c)).get(WEB_EID_FIELD) ?? "");
    return c.redirect("/moved", 303);
  });
  app.get("/events", (c) =>
    eventStream(c, async function* (signal) {
      const queue: ServerEvent[] = [];
      let wake = Promise.withResolvers<void>();
      const listen = (event: ServerEvent): void => {
        queue.push(event);
        wake.resolve();
      };
      signal.addEventListener("abort", () => wake.resolve());
      listeners.add(listen);
      while (!signal.aborted) {
        yield* queue.splice(0);
        await wake.promise;
        wake = Promise.withResolvers();
      }
      listeners.delete(listen);
    }),
  );
  return site;
}
