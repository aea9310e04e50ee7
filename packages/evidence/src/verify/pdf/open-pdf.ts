// Opens a PDF by its cross-reference chain (ISO 32000-2 §7.5), one revision at a time, within limits.

import { inflateSync } from "node:zlib";
import {
  isArray,
  isDict,
  isRef,
  isStream,
  nameOf,
  SyntaxReader,
  type PdfDict,
  type PdfValue,
} from "./read-syntax.ts";

const MAX_REVISIONS = 50;
const MAX_OBJECTS = 100_000;
/** Of one stream, inflated. */
const MAX_STREAM = 32 * 1024 * 1024;
/** Of all streams of a file together. */
const MAX_INFLATED = 128 * 1024 * 1024;

type Place =
  | { readonly offset: number; readonly generation: number }
  | { readonly inside: number; readonly index: number };

/** One save of the file. */
export interface PdfRevision {
  /** Objects that this save wrote or replaced; null: freed. */
  readonly places: ReadonlyMap<number, Place | null>;
  readonly trailer: PdfDict;
  /** Where its cross-reference stands. */
  readonly crossReference: number;
}

/** The file as it was after one of its saves. */
export interface PdfView {
  readonly catalog: PdfDict;
  /** The object behind a reference, the value itself when it is none. */
  readonly resolve: (value: PdfValue | undefined) => PdfValue;
  readonly data: (value: PdfValue) => Uint8Array;
}

export interface OpenPdf {
  readonly bytes: Uint8Array;
  readonly encrypted: boolean;
  /** Oldest first. */
  readonly revisions: readonly PdfRevision[];
  /** As of revision `index`. */
  readonly view: (index: number) => PdfView;
}

/** Throws TypeError for what is no PDF of consistent structure; there is no repair, because repairs differ. */
export function openPdf(bytes: Uint8Array): OpenPdf {
  const budget = { left: MAX_INFLATED };
  const revisions = readRevisions(bytes, budget);
  const views = new Map<number, PdfView>();
  return {
    bytes,
    revisions,
    encrypted: revisions.some(({ trailer }) => trailer.has("Encrypt")),
    view(index) {
      const known = views.get(index) ?? openView(bytes, revisions.slice(0, index + 1), budget);
      views.set(index, known);
      return known;
    },
  };
}

function readRevisions(bytes: Uint8Array, budget: Budget): PdfRevision[] {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const marker = tail.lastIndexOf("startxref");
  if (marker === -1) throw new TypeError("no cross-reference");
  if (
    !/^startxref\s+\d{1,12}\s+%%EOF\s*$/u.test(tail.toString("latin1", marker, marker + 200)) ||
    marker + 200 < tail.length
  ) {
    throw new TypeError("the PDF does not end where it should");
  }
  let next: number | undefined = numberOf(new SyntaxReader(bytes, marker + 9).value());
  const found: PdfRevision[] = [];
  let objects = 0;
  const seen = new Set<number>();
  while (next !== undefined) {
    if (seen.has(next) || found.length === MAX_REVISIONS)
      throw new TypeError("the cross-references run in a circle");
    seen.add(next);
    const revision = readCrossReference(bytes, next, budget);
    objects += revision.places.size;
    if (objects > MAX_OBJECTS) throw new TypeError("the PDF has too many objects");
    if (revision.trailer.has("XRefStm"))
      throw new TypeError("a hybrid cross-reference: readers disagree on it");
    found.unshift(revision);
    const previous = revision.trailer.get("Prev");
    next = previous === undefined ? undefined : numberOf(previous);
  }
  return found;
}

function readCrossReference(bytes: Uint8Array, offset: number, budget: Budget): PdfRevision {
  const reader = new SyntaxReader(bytes, offset);
  if (!reader.takes("xref")) return readCrossReferenceStream(bytes, offset, budget);
  const places = new Map<number, Place | null>();
  while (!reader.takes("trailer")) {
    const first = numberOf(Number(reader.word()));
    const count = numberOf(Number(reader.word()));
    if (count > MAX_OBJECTS) throw new TypeError("the PDF has too many objects");
    for (let number = first; number < first + count; number += 1) {
      const at = numberOf(Number(reader.word()));
      const generation = numberOf(Number(reader.word()));
      const kind = reader.word();
      if (kind !== "n" && kind !== "f")
        throw new TypeError("an entry of the cross-reference is not readable");
      places.set(number, kind === "n" ? { offset: at, generation } : null);
    }
  }
  const trailer = reader.value();
  if (!isDict(trailer)) throw new TypeError("no trailer");
  return { places, trailer, crossReference: offset };
}

function readCrossReferenceStream(bytes: Uint8Array, offset: number, budget: Budget): PdfRevision {
  const { value } = readObject(bytes, offset);
  if (!isStream(value) || nameOf(value.dict.get("Type")) !== "XRef")
    throw new TypeError("no cross-reference");
  const data = streamData(bytes, value, (inner) => inner ?? null, budget);
  const widths = numbersOf(value.dict.get("W"));
  const [kindWidth = 0, secondWidth = 0, thirdWidth = 0] = widths;
  const step = kindWidth + secondWidth + thirdWidth;
  if (widths.length !== 3 || step < 1 || step > 20) throw new TypeError("a cross-reference of unknown form");
  const index = value.dict.has("Index")
    ? numbersOf(value.dict.get("Index"))
    : [0, numberOf(value.dict.get("Size"))];
  const places = new Map<number, Place | null>();
  let at = 0;
  const field = (width: number) => {
    let result = 0;
    for (let i = 0; i < width; i += 1) result = result * 256 + (data[at + i] ?? 0);
    at += width;
    return result;
  };
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    const first = index[pair] ?? 0;
    for (
      let number = first;
      number < first + (index[pair + 1] ?? 0) && at + step <= data.length;
      number += 1
    ) {
      const kind = kindWidth === 0 ? 1 : field(kindWidth);
      const second = field(secondWidth);
      const third = field(thirdWidth);
      if (kind === 0) places.set(number, null);
      else if (kind === 1) places.set(number, { offset: second, generation: third });
      else if (kind === 2) places.set(number, { inside: second, index: third });
    }
  }
  return { places, trailer: value.dict, crossReference: offset };
}

function openView(bytes: Uint8Array, revisions: readonly PdfRevision[], budget: Budget): PdfView {
  const objects = new Map<number, PdfValue>();
  const containers = new Map<number, ReadonlyMap<number, PdfValue>>();
  const loading = new Set<number>();

  function load(number: number): PdfValue {
    const known = objects.get(number);
    if (known !== undefined) return known;
    if (loading.has(number)) throw new TypeError("an object that holds itself");
    loading.add(number);
    const place = revisions.findLast(({ places }) => places.has(number))?.places.get(number);
    const value = place ? read(number, place) : null;
    loading.delete(number);
    objects.set(number, value);
    return value;
  }

  function read(number: number, place: Place): PdfValue {
    if ("inside" in place) return openContainer(place.inside).get(number) ?? null;
    const object = readObject(bytes, place.offset);
    if (object.number !== number) throw new TypeError("the cross-reference names another object");
    return object.value;
  }

  function openContainer(number: number): ReadonlyMap<number, PdfValue> {
    const known = containers.get(number);
    if (known) return known;
    const stream = load(number);
    if (!isStream(stream) || nameOf(stream.dict.get("Type")) !== "ObjStm")
      throw new TypeError("no object stream");
    const opened = readContainer(data(stream), stream.dict);
    containers.set(number, opened);
    return opened;
  }

  function resolve(value: PdfValue | undefined): PdfValue {
    let current = value ?? null;
    for (let steps = 0; isRef(current); steps += 1) {
      if (steps > 10) throw new TypeError("references run in a circle");
      current = load(current.ref);
    }
    return current;
  }

  function data(value: PdfValue): Uint8Array {
    if (!isStream(value)) throw new TypeError("no stream");
    return streamData(bytes, value, resolve, budget);
  }

  const catalog = resolve(revisions.at(-1)?.trailer.get("Root"));
  if (!isDict(catalog)) throw new TypeError("the PDF has no catalog");
  return { catalog, resolve, data };
}

function readContainer(inflated: Uint8Array, dict: PdfDict): ReadonlyMap<number, PdfValue> {
  const count = numberOf(dict.get("N"));
  const first = numberOf(dict.get("First"));
  if (count > MAX_OBJECTS) throw new TypeError("the PDF has too many objects");
  const head = new SyntaxReader(inflated);
  const pairs = Array.from(
    { length: count },
    () => [numberOf(Number(head.word())), numberOf(Number(head.word()))] as const,
  );
  return new Map(
    pairs.map(([number, offset]) => [number, new SyntaxReader(inflated, first + offset).value()]),
  );
}

function readObject(bytes: Uint8Array, offset: number): { number: number; value: PdfValue } {
  const reader = new SyntaxReader(bytes, offset);
  const number = numberOf(Number(reader.word()));
  numberOf(Number(reader.word()));
  if (!reader.takes("obj")) throw new TypeError("no object where the cross-reference says");
  const value = reader.value();
  if (!isDict(value) || !reader.takes("stream")) return { number, value };
  const carriage = bytes[reader.position] === 13 ? 1 : 0;
  const dataStart = reader.position + carriage + (bytes[reader.position + carriage] === 10 ? 1 : 0);
  return { number, value: { dict: value, dataStart } };
}

interface Budget {
  left: number;
}

function streamData(
  bytes: Uint8Array,
  { dict, dataStart }: { dict: PdfDict; dataStart: number },
  resolve: (value: PdfValue | undefined) => PdfValue,
  budget: Budget,
): Uint8Array {
  const length = numberOf(resolve(dict.get("Length")));
  const raw = bytes.subarray(dataStart, dataStart + length);
  if (raw.length !== length) throw new TypeError("a stream ends too early");
  const filter = resolve(dict.get("Filter"));
  const [only, ...others] = isArray(filter) ? filter : [filter];
  if (only === null || only === undefined) return raw;
  if (others.length > 0 || nameOf(only) !== "FlateDecode") throw new TypeError("a stream of unknown coding");
  const inflated = inflateSync(raw, { maxOutputLength: Math.max(1, Math.min(MAX_STREAM, budget.left)) });
  budget.left -= inflated.length;
  if (budget.left <= 0) throw new TypeError("the PDF unfolds to too much");
  const parameters = resolve(dict.get("DecodeParms"));
  return isDict(parameters) ? undoPredictor(inflated, parameters) : inflated;
}

/** PNG predictors (ISO 32000-2 §7.4.4.4), as cross-reference streams use them. */
function undoPredictor(data: Uint8Array, parameters: PdfDict): Uint8Array {
  const predictor = parameters.get("Predictor") ?? 1;
  if (predictor === 1) return data;
  const columns = numberOf(parameters.get("Columns") ?? 1);
  if (typeof predictor !== "number" || predictor < 10 || columns < 1 || columns > 1000)
    throw new TypeError("a stream of unknown coding");
  const rows = Math.floor(data.length / (columns + 1));
  const out = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const kind = data[row * (columns + 1)];
    if (kind !== 0 && kind !== 2) throw new TypeError("a stream of unknown coding");
    for (let column = 0; column < columns; column += 1) {
      const at = row * columns + column;
      const above = kind === 2 && row > 0 ? (out[at - columns] ?? 0) : 0;
      out[at] = ((data[row * (columns + 1) + 1 + column] ?? 0) + above) & 0xff;
    }
  }
  return out;
}

function numberOf(value: PdfValue | undefined): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0)
    throw new TypeError("no number where one must be");
  return value;
}

function numbersOf(value: PdfValue | undefined): number[] {
  if (!isArray(value)) throw new TypeError("no list of numbers");
  return value.map(numberOf);
}
