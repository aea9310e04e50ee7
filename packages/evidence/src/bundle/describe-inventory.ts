// The inventory of a bundle: a page in the reader's language that lists every file, accessible and printable.

import { createHash } from "node:crypto";
import { bytesInWords, numberInWords, shortDateTime, textsFor } from "@posthorn/texts";
import type { BundleRequest } from "./bundle-request.ts";
import { bundleState } from "./describe-state.ts";
import { INVENTORY_STYLE } from "./inventory-style.ts";
import { BUNDLE_GROUPS, eventInWords, type BundleFile } from "./list-files.ts";
import { MANIFEST_PATH, SEAL_PATH } from "./write-manifest.ts";

export function describeInventory(
  request: BundleRequest,
  files: readonly BundleFile[],
  madeAt: Temporal.Instant,
): string {
  const { language } = request;
  const words = textsFor(language).bundle;
  let number = 0;
  const groups = BUNDLE_GROUPS.map((group) => {
    const rows = files
      .filter((file) => file.group === group)
      .map((file) => fileRow(request, file, (number += 1)));
    if (group === "tools") rows.push(...sealRows(request, number));
    const empty = group === "proofs" && rows.length === 0 ? `<p class="warn">${words.noProofs}</p>` : "";
    const missing = group === "log" ? missingLogProofs(request) : "";
    if (rows.length === 0 && empty === "" && missing === "") return "";
    return section(words.groups[group], [
      `<p>${escape(words.groupLeads[group])}</p>`,
      empty || (rows.length > 0 ? table(words, words.groups[group], rows) : ""),
      missing,
      group === "kept" ? withheld(request) : "",
    ]);
  });
  return [
    `<!doctype html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escape(`${words.title} · ${request.deliveryId}`)}</title>`,
    `<style>${INVENTORY_STYLE}</style>\n</head>\n<body>\n<main>`,
    `<h1>${escape(words.title)}</h1>`,
    describeDelivery(request, madeAt),
    describeState(request),
    `<h2>${escape(words.contents)}</h2>`,
    ...groups,
    section(words.howTo, [describeSteps(request, files)]),
    "</main>\n</body>\n</html>\n",
  ].join("\n");
}

type BundleWords = ReturnType<typeof textsFor>["bundle"];

function describeDelivery(
  { language, records, deliveryId, side }: BundleRequest,
  madeAt: Temporal.Instant,
): string {
  const words = textsFor(language).bundle;
  const facts = records[0]?.facts;
  const recipient = facts?.recipient;
  const name = [recipient?.first_names, recipient?.name].filter((part) => part !== undefined).join(" ");
  const submitted = facts ? instant(language, Temporal.Instant.from(facts.submitted_at)) : "";
  const rows: readonly (readonly [string, string])[] = [
    [
      words.sender,
      escape([facts?.sender.name, facts?.sender.department].filter((part) => part !== undefined).join(", ")),
    ],
    [words.addressee, escape(name)],
    [words.submitted, submitted],
    [words.delivery, `<code>${escape(deliveryId)}</code>`],
    [words.records, escape(words.recordCount(numberInWords(language, records.length)))],
    [words.made, instant(language, madeAt)],
  ];
  const list = rows.map(([term, value]) => `<dt>${escape(term)}</dt><dd>${value}</dd>`);
  return `<p class="side">${escape(side === "sender" ? words.forSender : words.forAddressee)}</p>\n<dl>${list.join("\n")}</dl>`;
}

function describeState({ language, records }: BundleRequest): string {
  const words = textsFor(language).bundle;
  const { complete, afterFinal } = bundleState(records.map(({ facts }) => facts));
  const later = afterFinal > 0 ? ` ${words.afterFinal(numberInWords(language, afterFinal))}` : "";
  return complete
    ? `<p class="state ok"><b>${escape(words.complete)}.</b> ${escape(words.completeText + later)}</p>`
    : `<p class="state warn"><b>${escape(words.incomplete)}.</b> ${escape(words.incompleteText)}</p>`;
}

function fileRow({ language }: BundleRequest, file: BundleFile, number: number): string {
  const sha256 = createHash("sha256").update(file.bytes).digest("hex");
  const note = file.note === undefined ? "" : `<br><small>${escape(file.note)}</small>`;
  const at = file.at === null ? "" : `<br><small>${instant(language, file.at)}</small>`;
  const size = `<small>${escape(bytesInWords(language, file.bytes.length))}</small>`;
  return row(
    String(number),
    escape(file.label) + note + at,
    `<a href="${escape(file.path)}">${breakable(file.path)}</a><br>${size}`,
    `<code>${sha256.replace(/.{32}/u, "$&<wbr>")}</code>`,
  );
}

/** They are made after this page, which they cover. */
function sealRows({ language }: BundleRequest, after: number): readonly string[] {
  const words = textsFor(language).bundle;
  return [
    row(
      String(after + 1),
      escape(words.manifest),
      `<a href="${MANIFEST_PATH}">${breakable(MANIFEST_PATH)}</a>`,
      "",
    ),
    row(String(after + 2), escape(words.seal), `<a href="${SEAL_PATH}">${breakable(SEAL_PATH)}</a>`, ""),
  ];
}

function row(number: string, what: string, file: string, fingerprint: string): string {
  return `<tr><td>${number}</td><th scope="row">${what}</th><td>${file}</td><td>${fingerprint}</td></tr>`;
}

function table(words: BundleWords, caption: string, rows: readonly string[]): string {
  const headings = [words.number, words.what, words.file, words.fingerprint].map(
    (heading) => `<th scope="col">${escape(heading)}</th>`,
  );
  return (
    `<div class="scroll" tabindex="0" role="region" aria-label="${escape(caption)}"><table>` +
    `<caption class="vh">${escape(caption)}</caption><thead><tr>${headings.join("")}</tr></thead>\n` +
    `<tbody>${rows.join("\n")}</tbody></table></div>`
  );
}

function missingLogProofs({ language, records }: BundleRequest): string {
  const words = textsFor(language).bundle;
  const missing = records.filter(({ logProof }) => logProof === null);
  if (missing.length === 0) return "";
  const items = missing.map(
    ({ facts }) => `<li>${escape(`${facts.seq}. ${eventInWords(language, facts)}`)}</li>`,
  );
  return `<p class="warn">${escape(words.noLogProof)}</p><ul>${items.join("")}</ul>`;
}

function withheld({ language, kept }: BundleRequest): string {
  const words = textsFor(language).bundle;
  const files = kept.filter(({ bytes }) => bytes === null);
  if (files.length === 0) return "";
  const items = files.map(
    ({ kind, sha256, keptAt }) =>
      `<li>${escape(words.kept[kind])}, ${instant(language, keptAt)}<br><code>${sha256}</code></li>`,
  );
  const leads = [
    ...(files.some(({ kind }) => kind !== "posting_receipt") ? [words.withheldLead] : []),
    ...(files.some(({ kind }) => kind === "posting_receipt") ? [words.withheldReceipt] : []),
  ].map((lead) => `<p>${escape(lead)}</p>`);
  return `<h4>${escape(words.withheldTitle)}</h4>${leads.join("")}<ul>${items.join("")}</ul>`;
}

function describeSteps({ language, verifyUrl }: BundleRequest, files: readonly BundleFile[]): string {
  const words = textsFor(language).bundle;
  const pathOf = (group: BundleFile["group"]) => files.find((file) => file.group === group)?.path;
  const proof = pathOf("proofs");
  const evidence = pathOf("evidence");
  const commands = [
    `openssl cms -verify -cades -binary -purpose any -inform DER -in ${SEAL_PATH} -content ${MANIFEST_PATH} -CAfile roots.pem -out checked.xml`,
    ...(evidence
      ? [
          `xmlsec1 --verify --trusted-pem roots.pem --id-attr:Id http://uri.etsi.org/01903/v1.3.2#:SignedProperties ${evidence}`,
        ]
      : []),
    ...(proof ? [`pdfsig ${proof}`] : []),
  ];
  return (
    `<ol><li>${escape(words.steps.open)}</li><li>${escape(words.steps.site(verifyUrl))}</li>` +
    `<li>${escape(words.steps.commands)}<pre>${commands.map(escape).join("\n")}</pre>${escape(words.steps.roots)}</li></ol>` +
    `<p>${escape(words.originals)}</p>`
  );
}

function section(title: string, body: readonly string[]): string {
  return `<section>\n<h3>${escape(title)}</h3>\n${body.filter(Boolean).join("\n")}\n</section>`;
}

/** Brussels time in words, and beside it UTC as the records state it. */
function instant(language: BundleRequest["language"], at: Temporal.Instant): string {
  return `<time datetime="${at.toString()}">${escape(shortDateTime(language, at, { seconds: true, year: true }))}</time> <span class="utc">${at.toString({ smallestUnit: "second" }).replace("T", " ").replace("Z", " UTC")}</span>`;
}

function breakable(path: string): string {
  return escape(path).replaceAll(/[/-]/gu, "$&<wbr>");
}

function escape(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
  };
  return text.replaceAll(/[&<>"]/gu, (sign) => entities[sign] ?? sign);
}
