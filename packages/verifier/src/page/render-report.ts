// The report as HTML in one language: verdict first, then every check, the records, the files, and what was not checked.

import type { VerifierTexts } from "@posthorn/texts";
import { CHECKS, type CheckName, type Finding, type Outcome, type Report } from "../report.ts";

/** Words of the events by name, in one language. */
export type EventWords = Readonly<Record<string, string>>;

export interface Rendering {
  readonly words: VerifierTexts;
  readonly events: EventWords;
  /** Name of the bundle among the files, for the commands. */
  readonly bundle: string | null;
}

/** Everything that comes from files is escaped. */
export function renderReport(report: Report, rendering: Rendering): string {
  return [
    renderVerdict(report, rendering),
    renderChecks(report, rendering),
    renderRecords(report, rendering),
    renderParts(report, rendering),
    renderRest(report, rendering),
  ].join("\n");
}

function renderVerdict(report: Report, { words }: Rendering): string {
  const [title, text] = {
    passed: [words.passed, words.passedText],
    failed: [words.failed, words.failedText],
    open: [words.open, words.openText],
  }[report.outcome];
  const state = report.complete === null ? "" : report.complete ? words.complete : words.incomplete;
  const later = report.afterFinal > 0 ? ` ${words.later(report.afterFinal)}` : "";
  const chain =
    state === "" ? "" : `<p class="state ${report.complete ? "ok" : "warn"}">${escape(state + later)}</p>`;
  return `<div class="verdict ${report.outcome}" id="verdict" tabindex="-1"><h2>${escape(title ?? "")}</h2><p>${escape(text ?? "")}</p></div>${chain}`;
}

function renderChecks({ findings, logKey }: Report, { words }: Rendering): string {
  const made = CHECKS.filter((check) => findings.some((finding) => finding.check === check));
  if (made.length === 0) return "";
  const rows = made.map((check) => {
    const own = findings.filter((finding) => finding.check === check);
    const outcome = worst(own);
    const of = own.filter((finding) => finding.outcome === outcome);
    const about = outcome === "passed" ? "" : describeFindings(check, of, words);
    const count =
      own.length > 1
        ? ` <small>${escape(words.times(outcome === "passed" ? own.length : of.length))}</small>`
        : "";
    return `<li class="${outcome}"><span class="mark" aria-hidden="true">${MARKS[outcome]}</span><span><b>${escape(words.outcomes[outcome])}:</b> ${escape(words.check[check])}${count}${about}</span></li>`;
  });
  const key = logKey === null ? "" : logKey === "typed" ? words.logKeyTyped : words.logKeyInside;
  return `<section><h2>${escape(words.checks)}</h2><ul class="checks">${rows.join("\n")}</ul>${key === "" ? "" : `<p>${escape(key)}</p>`}</section>`;
}

const MARKS: Readonly<Record<Outcome, string>> = { passed: "✓", failed: "✗", open: "–" };

function worst(findings: readonly Finding[]): Outcome {
  const outcomes = findings.map(({ outcome }) => outcome);
  if (outcomes.includes("failed")) return "failed";
  return outcomes.includes("open") ? "open" : "passed";
}

function describeFindings(check: CheckName, findings: readonly Finding[], words: VerifierTexts): string {
  const reasons: Readonly<Record<string, string>> = words.openReason;
  const reason = findings[0]?.outcome === "open" ? (reasons[check] ?? "") : "";
  const items = findings
    .filter(({ about, detail }) => about !== "" || detail !== undefined)
    .map(({ about, detail }) => {
      const said = detail === undefined ? "" : `<span lang="en">${escape(detail)}</span>`;
      return `<li>${[about === "" ? "" : `<code>${escape(about)}</code>`, said].filter(Boolean).join(": ")}</li>`;
    });
  return `${reason === "" ? "" : `<br><small>${escape(reason)}</small>`}${items.length === 0 ? "" : `<ul>${items.join("")}</ul>`}`;
}

function renderRecords({ records }: Report, { words, events }: Rendering): string {
  if (records.length === 0) return "";
  const rows = records.map(({ facts, stampedAt }) => {
    const later = facts.after_final === true ? `<br><small>${escape(words.afterFinal)}</small>` : "";
    return [
      `<td>${facts.seq}</td><th scope="row">${escape(events[facts.type] ?? facts.type)}<br><small lang="en">${escape(facts.type)}</small>${later}</th>`,
      `<td>${instant(facts.event_at)}</td><td>${stampedAt === null ? "" : instant(stampedAt)}</td>`,
    ].join("");
  });
  const delivery = records[0]?.facts.delivery ?? "";
  return table(
    words.records,
    [words.record, words.event, words.at, words.existed],
    rows,
    `<p><code>${escape(delivery)}</code></p>`,
  );
}

function renderParts({ parts, unknown }: Report, { words }: Rendering): string {
  if (parts.length === 0) return "";
  const rows = parts.map(({ name, asPrinted, size, sha256, compared, file }) => {
    const tone = { same: "ok", different: "bad", not_given: "" }[compared];
    const beside = file === null ? "" : `<br><small>${escape(words.comparedWith(file))}</small>`;
    const printed = asPrinted ? `<br><small>${escape(words.asPrinted)}</small>` : "";
    return `<th scope="row">${escape(name)}${printed}</th><td>${size}</td><td class="${tone}"><b>${escape(words.compared[compared])}</b>${beside}</td><td><code>${escape(sha256)}</code></td>`;
  });
  const loose =
    unknown.length === 0
      ? ""
      : `<h3>${escape(words.unknown)}</h3><ul>${unknown.map((name) => `<li>${escape(name)}</li>`).join("")}</ul>`;
  return table(words.parts, [words.name, words.size, words.comparison, words.fingerprint], rows) + loose;
}

function renderRest({ certificates, records }: Report, { words, bundle }: Rendering): string {
  if (records.length === 0) return "";
  const rows = certificates.map(
    ({ name, fingerprint, use }) =>
      `<th scope="row">${escape(name)}</th><td>${escape(words.use[use])}</td><td><code>${escape(fingerprint)}</code></td>`,
  );
  const evidence = records.find(({ about }) => about.endsWith(".xml"))?.about ?? "evidence.xml";
  const commands = [
    `posthorn verify ${bundle ?? evidence} --trust roots.pem --log-key "$(cat log.vkey)"`,
    "openssl cms -verify -cades -binary -purpose any -inform DER -in META-INF/signature001.p7s -content META-INF/ASiCManifest001.xml -CAfile roots.pem -out checked.xml",
    `xmlsec1 --verify --trusted-pem roots.pem --id-attr:Id http://uri.etsi.org/01903/v1.3.2#:SignedProperties ${evidence}`,
  ];
  const items = words.notCheckedList.map((item) => `<li>${escape(item)}</li>`);
  return [
    `<section><h2>${escape(words.notChecked)}</h2><ul>${items.join("")}</ul></section>`,
    table(words.certificates, [words.name, "", words.fingerprint], rows),
    `<section><h2>${escape(words.commands)}</h2><p>${escape(words.commandsLead)}</p><pre>${commands.map(escape).join("\n")}</pre></section>`,
  ].join("\n");
}

function table(title: string, headings: readonly string[], rows: readonly string[], lead = ""): string {
  const head = headings.map((heading) =>
    heading === "" ? "<td></td>" : `<th scope="col">${escape(heading)}</th>`,
  );
  const body = rows.map((row) => `<tr>${row}</tr>`);
  return `<section><h2>${escape(title)}</h2>${lead}<div class="scroll" tabindex="0" role="region" aria-label="${escape(title)}"><table><thead><tr>${head.join("")}</tr></thead><tbody>${body.join("\n")}</tbody></table></div></section>`;
}

/** As the evidence writes it, to be read by people: in UTC, which the heading says. */
function instant(iso: string): string {
  const text = iso.replace("T", " ").replace(/(?:\.000)?Z$/u, "");
  return `<time datetime="${escape(iso)}">${escape(text)}</time>`;
}

export function escape(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
  };
  return text.replaceAll(/[&<>"]/gu, (sign) => entities[sign] ?? sign);
}
