// How each part of a message looks on paper: a PDF made apart from the process that serves people, or why there is none.

import { createReadStream } from "node:fs";
import { stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { AppError, CONTENT_AREA, type PaperBox, type RenditionRefusal } from "@posthorn/domain";
import { wayToPaper, type WayToPaper } from "./choose-way.ts";
import { createOfficeConverter, type OfficeConverter, type OfficeEnding } from "./convert-office.ts";
import { createRenderer, type Renderer } from "./renderer.ts";
import { openDocumentFolder, openWorkFolder, removeFolder, spool } from "./work-folder.ts";

export interface RenditionOptions {
  /** Path of LibreOffice's program; without it office documents are refused as `no_converter`. */
  readonly soffice?: string;
  /** Where pages may have ink; CONTENT_AREA when absent. */
  readonly area?: PaperBox;
  /** Octets of a file at most; 50 MiB when absent. */
  readonly maxBytes?: number;
  /** For one document, from the start of its own run; 60 seconds when absent. */
  readonly timeoutMs?: number;
}

/** What RenditionPort of the use cases asks; throws AppError too_many `renditions_busy` where much of one account waits already. */
export interface Renditions {
  renderPart(part: SourcePart): Promise<RenderedFile | RefusedFile>;
  renderText(text: SourceText): Promise<RenderedFile | RefusedFile>;
  /** Ends its processes and removes its files, renditions that were not disposed of included. */
  close(): Promise<void>;
}

export interface SourceText {
  /** Whose turn it takes. */
  readonly account: string;
  readonly subject: string;
  readonly body: string;
}

export interface SourcePart {
  /** Whose turn it takes. */
  readonly account: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly source: AsyncIterable<Uint8Array>;
}

export interface RenderedFile {
  readonly kind: "rendered";
  readonly pages: number;
  readonly colour: boolean;
  readonly converter: string;
  readonly size: number;
  open(): AsyncIterable<Uint8Array>;
  dispose(): Promise<void>;
}

export interface RefusedFile {
  readonly kind: "refused";
  readonly reason: RenditionRefusal;
  readonly params?: Readonly<Record<string, string | number>>;
}

const MAX_BYTES = 50 * 1024 * 1024;
const TIMEOUT_MS = 60_000;
/** Of one account at once, waiting ones counted: each keeps its file on the disk. */
const AT_ONCE = 8;
const BUSY_SECONDS = 30;
/** Changes when the same file would come out otherwise. */
const OURSELVES = "Posthorn 0.1";

/** Opens nothing before it is asked for the first time. */
export function createRenditions(options: RenditionOptions): Renditions {
  const { soffice, area = CONTENT_AREA, maxBytes = MAX_BYTES, timeoutMs = TIMEOUT_MS } = options;
  let opened: Promise<Workshop> | null = null;
  const workshop = (): Promise<Workshop> => (opened ??= openWorkshop(timeoutMs, soffice));

  const underWay = new Map<string, number>();

  async function make(account: string, prepare: Prepare): Promise<RenderedFile | RefusedFile> {
    const before = underWay.get(account) ?? 0;
    if (before >= AT_ONCE) {
      const detail = "Other files of this account are still being put on paper.";
      throw new AppError("too_many", "renditions_busy", { detail, retryAfterSeconds: BUSY_SECONDS });
    }
    underWay.set(account, before + 1);
    try {
      return await makeInTurn(account, prepare);
    } finally {
      const left = (underWay.get(account) ?? 1) - 1;
      if (left === 0) underWay.delete(account);
      else underWay.set(account, left);
    }
  }

  async function makeInTurn(account: string, prepare: Prepare): Promise<RenderedFile | RefusedFile> {
    const shop = await workshop();
    const folder = await openDocumentFolder(shop.folder);
    const [input, output] = [join(folder, "input"), join(folder, "rendition.pdf")];
    try {
      const prepared = await prepare(input, shop);
      if (prepared.kind === "refused") return await discard(folder, prepared);
      const answer = await shop.renderer.render(account, { ...prepared, input, output, area });
      if (!answer.ok) return await discard(folder, refused(answer.reason, answer.params));
      const { pages, colour } = answer;
      const converter = prepared.by === null ? OURSELVES : `${prepared.by}, ${OURSELVES}`;
      return { ...(await fileAt(output, folder)), pages, colour, converter };
    } catch (error) {
      await removeFolder(folder);
      throw error;
    }
  }

  return {
    renderPart: ({ account, mediaType, source }) =>
      make(account, async (input, shop) => {
        const way = wayToPaper(mediaType);
        const fits = await spool(source, input, way === null ? 0 : maxBytes);
        if (way === null) return refused("not_printable");
        if (!fits) return refused("too_large", { max: maxBytes });
        return way.kind === "office" ? convert(shop, account, input, way.ending) : { ...way, by: null };
      }),
    renderText: ({ account, subject, body }) =>
      make(account, async (input) => {
        await writeFile(input, JSON.stringify({ subject, body }), { mode: 0o600 });
        return { kind: "message", by: null };
      }),
    async close() {
      const last = await opened;
      await last?.renderer.close();
      if (last) await removeFolder(last.folder);
    },
  };
}

type Prepare = (input: string, shop: Workshop) => Promise<Prepared | RefusedFile>;

/** What is to be rendered, and the program that it has been through before. */
type Prepared = (Exclude<WayToPaper, { kind: "office" }> | { readonly kind: "message" }) & {
  readonly by: string | null;
};

async function convert(
  { office }: Workshop,
  account: string,
  input: string,
  ending: OfficeEnding,
): Promise<Prepared | RefusedFile> {
  if (!office) return refused("no_converter");
  const end = await office.convert(account, dirname(input), input, ending);
  return end === "converted" ? { kind: "pdf", by: await office.name() } : refused(end);
}

interface Workshop {
  readonly folder: string;
  readonly renderer: Renderer;
  readonly office: OfficeConverter | null;
}

async function openWorkshop(timeoutMs: number, soffice: string | undefined): Promise<Workshop> {
  const folder = await openWorkFolder();
  return {
    folder,
    renderer: createRenderer({ timeoutMs, folder }),
    office: soffice === undefined ? null : createOfficeConverter(soffice, timeoutMs),
  };
}

async function fileAt(
  path: string,
  folder: string,
): Promise<Pick<RenderedFile, "kind" | "size" | "open" | "dispose">> {
  const { size } = await stat(path);
  return {
    kind: "rendered",
    size,
    open: () => createReadStream(path),
    dispose: () => removeFolder(folder),
  };
}

function refused(reason: RenditionRefusal, params?: RefusedFile["params"]): RefusedFile {
  return { kind: "refused", reason, ...(params ? { params } : {}) };
}

async function discard(folder: string, refusal: RefusedFile): Promise<RefusedFile> {
  await removeFolder(folder);
  return refusal;
}
