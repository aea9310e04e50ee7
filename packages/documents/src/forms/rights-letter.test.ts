import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { LANGUAGES, RIGHTS_LETTERS, type RightsLetter } from "@posthorn/domain";
import { letterInWords } from "@posthorn/texts";
import { expect, test } from "vitest";
import { renderRightsLetter } from "./rights-letter.ts";
import { renderRightsOverview } from "./rights-overview.ts";

const PROVIDER = "Posthorn demonstration";
const DESK = { provider: PROVIDER, contact: "privacy@posthorn.example" };
const LETTER: RightsLetter = {
  letter: "answer",
  language: "nl",
  number: 12,
  right: "erasure",
  name: "Sofie Ooms",
  address: ["Grote Markt 1 bus 2", "9000 GENT"],
  receivedOn: "2026-11-01",
  writtenOn: "2026-11-22",
  answer: "granted_in_part",
  grounds: ["legal_claims"],
  keptUntil: "2028-11-22",
  waitsUntil: "2027-01-02",
  words: "Wij hebben met de afzender gesproken.\nHij gaat akkoord.",
};
const tools = ["pdftotext", "qpdf"];
const missing = tools.filter((tool) => spawnSync(tool, ["--version"]).error !== undefined);
const skipped = missing.length > 0 ? ` (skipped: ${missing.join(", ")} is not installed)` : "";

function read(pdf: Uint8Array): { readonly text: string; readonly check: string } {
  const folder = mkdtempSync(join(tmpdir(), "posthorn-letter-"));
  try {
    const path = join(folder, "letter.pdf");
    writeFileSync(path, pdf);
    const run = (tool: string, ...args: readonly string[]) =>
      execFileSync(tool, args, { encoding: "utf8" }).replaceAll(/[\s\u00a0]+/gu, " ");
    return { text: run("pdftotext", path, "-"), check: run("qpdf", "--check", path) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const plain = (text: string) => text.replaceAll(/[\s\u00a0\u202f]+/gu, " ");

test("the same letter gives the same bytes, another another's", async () => {
  const first = Buffer.from(await renderRightsLetter(LETTER, DESK));
  expect(Buffer.from(await renderRightsLetter(LETTER, DESK)).equals(first)).toBe(true);
  expect(Buffer.from(await renderRightsLetter({ ...LETTER, number: 13 }, DESK)).equals(first)).toBe(false);
});

test.skipIf(missing.length > 0).each(LANGUAGES)(
  `in %s each letter says on paper what its mail says, the complaint among it${skipped}`,
  async (language) => {
    for (const letter of RIGHTS_LETTERS) {
      const given: RightsLetter = { ...LETTER, language, letter, until: "2027-02-22" };
      const { text, check } = read(await renderRightsLetter(given, DESK));
      const words = letterInWords(given, PROVIDER);
      for (const said of [
        words.subject,
        words.dear,
        ...words.paragraphs,
        words.closing,
        DESK.contact,
        "9000 GENT",
      ])
        expect(text).toContain(plain(said));
      expect(text).toContain("Gegevensbeschermingsautoriteit");
      expect(check).toContain("No syntax or stream encoding errors");
    }
  },
);

test.skipIf(missing.length > 0)(
  `the overview of an export names the account and each letter, and says what a sender has not released${skipped}`,
  async () => {
    const { text } = read(
      await renderRightsOverview({
        language: "en",
        provider: PROVIDER,
        name: "Sofie Ooms",
        number: 12,
        madeAt: Temporal.Instant.from("2026-11-22T09:00:00Z"),
        person: {
          person: {
            first_names: "Sofie",
            family_name: "Ooms",
            email: "sofie@ooms.example",
            created_at: "2026-01-02T09:00:00+00:00",
          },
        },
        deliveries: [
          {
            sender: "Acme",
            state: "collected",
            accepted_at: "2026-11-02T09:00:00+00:00",
            evidence: [{}, {}],
            as_stated_by_the_sender: null,
          },
          {
            sender: "Beta",
            state: "notified",
            accepted_at: "2026-11-03T09:00:00+00:00",
            as_stated_by_the_sender: { name: "Ooms", email: "s@ooms.example" },
          },
        ],
      }),
    );
    for (const said of [
      "sofie@ooms.example",
      "From Acme",
      "has not released it",
      "From Beta",
      "s@ooms.example",
      "on its way",
    ])
      expect(text).toContain(said);
  },
);
