import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { issueDevelopmentPki } from "@posthorn/pki";
import { createListMaker, type TrustedListsRequest } from "@posthorn/testkit";
import { afterAll, expect, test } from "vitest";
import { fetchTrustedLists } from "./fetch-trusted-lists.ts";
import { readTrustDirectory } from "./read-trust-directory.ts";
import { isGranted } from "./trust.ts";

const NOW = Temporal.Instant.from("2026-11-21T09:00:00Z");
const YEAR_AGO = NOW.subtract({ hours: 24 * 365 });
const pki = issueDevelopmentPki({ now: NOW });
const maker = createListMaker(NOW);
const folder = mkdtempSync(join(tmpdir(), "lists-"));
afterAll(() => rmSync(folder, { recursive: true }));

const SERVICES: TrustedListsRequest["services"] = [
  { type: "CA/QC", certificate: pki.root.key.certificate, statuses: [{ status: "granted", from: YEAR_AGO }] },
  {
    type: "TSA/QTST",
    certificate: pki.tsa.key.certificate,
    statuses: [{ status: "granted", from: YEAR_AGO }],
  },
];

function directoryWith(change: Partial<TrustedListsRequest> = {}) {
  const directory = mkdtempSync(join(folder, "d-"));
  const lists = maker.make({ now: NOW, services: SERVICES, ...change });
  writeFileSync(join(directory, "lotl-signers.pem"), maker.signersPem);
  writeFileSync(join(directory, "EU.xml"), lists.lotl);
  writeFileSync(join(directory, "BE.xml"), lists.belgian);
  return { directory, lists };
}

test("services of the national list are anchors, with their source and dates", async () => {
  const { seal, timestamp } = await readTrustDirectory(directoryWith().directory);
  expect(seal).toMatchObject([
    { source: "EU Trusted List BE #1", periods: [{ from: YEAR_AGO, until: null }] },
  ]);
  expect(Buffer.from(seal[0]?.certificate ?? [])).toEqual(Buffer.from(pki.root.key.certificate));
  expect(timestamp).toHaveLength(1);
  expect(seal[0]?.nextUpdate).toEqual(NOW.add({ hours: 24 * 30 }));
});

test("a service counts while it stood as granted; one for signatures alone seals nothing", async () => {
  const withdrawn = NOW.subtract({ hours: 24 });
  const statuses = [
    { status: "withdrawn", from: withdrawn },
    { status: "granted", from: YEAR_AGO },
  ] as const;
  const service = { type: "CA/QC", certificate: pki.root.key.certificate, statuses } as const;
  const { seal } = await readTrustDirectory(directoryWith({ services: [service] }).directory);
  const [anchor] = seal;
  if (!anchor) throw new Error("no anchor");
  expect([YEAR_AGO.subtract({ seconds: 1 }), YEAR_AGO, withdrawn].map((at) => isGranted(anchor, at))).toEqual(
    [false, true, false],
  );
  const signatures = { ...service, uses: ["ForeSignatures"] } as const;
  expect((await readTrustDirectory(directoryWith({ services: [signatures] }).directory)).seal).toEqual([]);
});

test("changed, foreign, wrapped and unsigned lists are refused", async () => {
  const { lists } = directoryWith();
  const stranger = createListMaker(NOW).make({ now: NOW, services: SERVICES });
  const root = /<TrustServiceStatusList [^]*<\/TrustServiceStatusList>/u.exec(lists.belgian)?.[0] ?? "";
  const signature = /<ds:Signature [^]*<\/ds:Signature>/u.exec(root)?.[0] ?? "";
  const forged = root.replace(signature, "").replace("granted", "withdrawn");
  const cases = {
    "changed status": lists.belgian.replace("Svcstatus/granted", "Svcstatus/withdrawn"),
    "another signer": stranger.belgian,
    unsigned: root.replace(signature, ""),
    "two signatures": lists.belgian.replace(signature, signature + signature),
    "signed list inside a forged one": forged.replace(
      "</TrustServiceStatusList>",
      `${signature}<x>${root}</x></TrustServiceStatusList>`,
    ),
    "signature over a part": lists.belgian.replace('URI=""', 'URI="#list-BE"'),
    "document type": lists.belgian.replace("<Trust", "<!DOCTYPE x [<!ENTITY a 'b'>]><Trust"),
    garbage: "<a>",
    empty: "",
  };
  for (const [name, belgian] of Object.entries(cases)) {
    const { directory } = directoryWith();
    writeFileSync(join(directory, "BE.xml"), belgian);
    await expect(readTrustDirectory(directory), name).rejects.toMatchObject({ code: "trusted_list_refused" });
  }
});

test("the list of lists must be there and be signed by a pinned signer", async () => {
  const { directory } = directoryWith();
  writeFileSync(join(directory, "lotl-signers.pem"), createListMaker(NOW).signersPem);
  await expect(readTrustDirectory(directory)).rejects.toThrow("no pinned signer");
  rmSync(join(directory, "lotl-signers.pem"));
  await expect(readTrustDirectory(directory)).rejects.toThrow("lotl-signers.pem is missing");
  await expect(readTrustDirectory(join(folder, "nowhere"))).rejects.toThrow("EU.xml");
});

function serving(...given: Parameters<typeof maker.make>) {
  const lists = maker.make(...given);
  return async (url: string | URL | Request) =>
    new Response(new Request(url).url === lists.belgianUrl ? lists.belgian : lists.lotl);
}

test("lists are fetched, stamped and kept with the time; an older one never replaces a newer one", async () => {
  const directory = mkdtempSync(join(folder, "f-"));
  writeFileSync(join(directory, "lotl-signers.pem"), maker.signersPem);
  const options = {
    directory,
    url: "https://lists.test/eu-lotl.xml",
    hosts: ["lists.test"],
    territories: ["BE"],
    now: NOW,
    timeoutMs: 1000,
    timestamp: async (digest: Uint8Array) => digest,
  };
  const second = { now: NOW, services: SERVICES, sequence: 2 };
  const fetched = await fetchTrustedLists({ ...options, fetch: serving(second) });
  expect(fetched["BE"]).toMatchObject({ sequence: 2, fetched_at: NOW.toString() });
  expect(readFileSync(join(directory, "BE.xml.tst")).toString("hex")).toBe(fetched["BE"]?.sha256);
  expect((await readTrustDirectory(directory)).seal[0]?.source).toBe("EU Trusted List BE #2");
  const older = serving({ ...second, sequence: 1 });
  await expect(fetchTrustedLists({ ...options, fetch: older })).rejects.toThrow("older than #2");
  writeFileSync(join(directory, "BE.xml"), maker.make({ ...second, sequence: 1 }).belgian);
  await expect(readTrustDirectory(directory)).rejects.toThrow("older than #2");
});

test("only named hosts are asked, over https, and for no more than a list can have", async () => {
  const directory = directoryWith().directory;
  const asked: string[] = [];
  const endless = new ReadableStream({
    pull: (controller) => controller.enqueue(new Uint8Array(8 * 1024 * 1024)),
  });
  const options = {
    directory,
    territories: ["BE"],
    now: NOW,
    timeoutMs: 1000,
    fetch: async (url: string | URL | Request) => {
      asked.push(new Request(url).url);
      return new Response(endless);
    },
  };
  const hosts = ["lists.test"];
  for (const url of ["http://lists.test/x", "https://other.test/x", "file:///etc/passwd", "no url"]) {
    await expect(fetchTrustedLists({ ...options, hosts, url })).rejects.toThrow("not on a host");
  }
  expect(asked).toEqual([]);
  await expect(fetchTrustedLists({ ...options, hosts, url: "https://lists.test/x" })).rejects.toThrow(
    "larger than",
  );
});
