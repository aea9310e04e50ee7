// The mailbox as pages: all mails newest first, and one mail with its text, HTML, headers and source.

import type { Context } from "hono";
import { page, shownAt } from "../standin/page.tsx";
import type { ReadMail } from "./read-mail.ts";
import type { MailboxMode } from "./receive-smtp.ts";

const FRAME = { name: "Mailbox", about: "every mail that would have left" };

export function mailListPage(
  c: Context,
  v: { mails: readonly ReadMail[]; total: number; mode: MailboxMode; to?: string | undefined },
) {
  return page(c, {
    ...FRAME,
    title: v.to ? `Mails to ${v.to}` : "All mails",
    body: (
      <>
        <div class="row">
          <h1>{v.to ? `Mails to ${v.to}` : "All mails"}</h1>
          <span class={v.mode === "ok" ? "pill ok" : "pill stop"}>server: {v.mode}</span>
        </div>
        <div class="row">
          <a class="btn" href={v.to ? `/?to=${encodeURIComponent(v.to)}` : "/"}>
            Look again
          </a>
          {v.to && <a href="/">All mails</a>}
        </div>
        {v.mails.length === 0 && (
          <p class="card">No mail yet. Send a message in the portal and look again.</p>
        )}
        <ul class="plain">
          {v.mails.map((mail) => (
            <li>
              <a class="card" href={`/messages/${mail.id}`}>
                <strong>{mail.subject || "(no subject)"}</strong>
                <p class="small">to {mail.to.join(", ")}</p>
                <p class="small muted">
                  {mail.from} · {shownAt(Temporal.Instant.from(mail.at))}
                </p>
              </a>
            </li>
          ))}
        </ul>
        {v.total > v.mails.length && (
          <p class="muted small">
            The newest {v.mails.length} of {v.total}.
          </p>
        )}
      </>
    ),
  });
}

export function mailPage(c: Context, v: { mail: ReadMail; canReport: boolean; said?: string | undefined }) {
  const { mail } = v;
  return page(c, {
    ...FRAME,
    title: mail.subject || "(no subject)",
    body: (
      <>
        <h1>{mail.subject || "(no subject)"}</h1>
        {v.said && (
          <p class="card" role="status">
            {v.said}
          </p>
        )}
        <dl>
          <dt>From</dt>
          <dd>{mail.from}</dd>
          <dt>To</dt>
          <dd>
            {mail.to.map((address) => (
              <a href={`/?to=${encodeURIComponent(address)}`}>{address}</a>
            ))}
          </dd>
          <dt>Arrived</dt>
          <dd>{shownAt(Temporal.Instant.from(mail.at))}</dd>
          <dt>Return path</dt>
          <dd>{mail.envelope.from || "none"}</dd>
        </dl>
        {mail.links.length > 0 && (
          <ul class="plain">
            {mail.links.map((link) => (
              <li>
                <a href={link}>{link}</a>
              </li>
            ))}
          </ul>
        )}
        {mail.html && (
          <iframe
            title="The mail as HTML"
            src={`/messages/${mail.id}/html`}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
          ></iframe>
        )}
        <h2>Text</h2>
        <pre tabindex={0}>{mail.text}</pre>
        {mail.attachments.length > 0 && (
          <>
            <h2>Attachments</h2>
            <ul class="plain">
              {mail.attachments.map((part, index) => (
                <li>
                  <a href={`/api/messages/${mail.id}/attachments/${index}`}>{part.name || "unnamed"}</a>
                  <span class="muted small">
                    {" "}
                    {part.type}, {part.size} bytes
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
        {v.canReport && (
          <>
            <h2>Answer as the addressee's mail server</h2>
            <div class="row">
              <form method="post" action={`/messages/${mail.id}/report`}>
                <button name="action" value="failed">
                  Report: could not be delivered
                </button>
              </form>
              <form method="post" action={`/messages/${mail.id}/report`}>
                <button name="action" value="delivered">
                  Report: delivered
                </button>
              </form>
            </div>
          </>
        )}
        <h2>Headers</h2>
        <pre tabindex={0}>
          {Object.entries(mail.headers)
            .map(([name, value]) => `${name}: ${value}`)
            .join("\n")}
        </pre>
        <p>
          <a href={mail.raw_url}>Source (.eml)</a>
        </p>
      </>
    ),
  });
}
