// Data Matrix symbols of 16 by 48 modules (ISO/IEC 16022, ECC 200), made in microseconds: every page of every letter bears one.

/** Without finder patterns: two regions of 14 by 22 modules, read as one field. */
const FIELD = { rows: 14, columns: 44 } as const;
const REGION = { rows: 14, columns: 22, count: 2 } as const;
const DATA_CODEWORDS = 49;
const CHECK_CODEWORDS = 28;
const PAD = 129;

/** Rows of modules from the top, true where dark; 16 rows of 48. Throws RangeError for what does not fit or is not plain ASCII. */
export function dataMatrixModules(text: string): readonly (readonly boolean[])[] {
  const data = padded(asciiCodewords(text));
  const codewords = [...data, ...checkCodewords(data)];
  const places = codewordPlaces();
  return Array.from({ length: REGION.rows + 2 }, (_, y) =>
    Array.from({ length: (REGION.columns + 2) * REGION.count }, (_unused, x) => {
      const inRegion = x % (REGION.columns + 2);
      const finder = finderModule(y, inRegion);
      if (finder !== null) return finder;
      const column = Math.floor(x / (REGION.columns + 2)) * REGION.columns + inRegion - 1;
      const place = places[(y - 1) * FIELD.columns + column] ?? 0;
      return (((codewords[place >> 3] ?? 0) >> (place & 7)) & 1) === 1;
    }),
  );
}

/** Solid at the left and below, dotted above and at the right. */
function finderModule(y: number, x: number): boolean | null {
  if (x === 0 || y === REGION.rows + 1) return true;
  if (y === 0) return x % 2 === 0;
  return x === REGION.columns + 1 ? y % 2 === 1 : null;
}

/** ASCII encodation (§5.2.3): two digits in one codeword, any other character plus one. */
function asciiCodewords(text: string): number[] {
  const pieces = text.match(/\d\d|[^]/gu) ?? [];
  return pieces.map((piece) => {
    if (piece.length === 2 && /^\d\d$/.test(piece)) return 130 + Number(piece);
    const code = piece.codePointAt(0) ?? 0;
    if (code > 127) throw new RangeError("a data matrix takes plain characters");
    return code + 1;
  });
}

/** Filled up by padding that looks like noise (annex B.1). */
function padded(codewords: number[]): readonly number[] {
  if (codewords.length > DATA_CODEWORDS) throw new RangeError("the text does not fit a data matrix");
  const full = [...codewords];
  if (full.length < DATA_CODEWORDS) full.push(PAD);
  while (full.length < DATA_CODEWORDS) {
    const noisy = PAD + ((149 * (full.length + 1)) % 253) + 1;
    full.push(noisy > 254 ? noisy - 254 : noisy);
  }
  return full;
}

/** Powers of 2 in GF(256) modulo x^8 + x^5 + x^3 + x^2 + 1, and their logarithms (§5.7). */
const POWERS: number[] = [];
const LOGARITHMS: number[] = [];
for (let exponent = 0, value = 1; exponent < 255; exponent += 1) {
  POWERS[exponent] = value;
  LOGARITHMS[value] = exponent;
  value = value < 128 ? value * 2 : (value * 2) ^ 0x12d;
}

function product(a: number, b: number): number {
  if (a === 0 || b === 0) return 0;
  return POWERS[((LOGARITHMS[a] ?? 0) + (LOGARITHMS[b] ?? 0)) % 255] ?? 0;
}

/** Coefficients below the leading one of (x − 2)(x − 4)…(x − 2^28), highest first. */
const GENERATOR = Array.from({ length: CHECK_CODEWORDS }, (_, index) => POWERS[index + 1] ?? 0)
  .reduce<readonly number[]>(
    (factors, root) =>
      [...factors, 0].map((factor, index) => factor ^ product(factors[index - 1] ?? 0, root)),
    [1],
  )
  .slice(1);

/** The remainder of Reed and Solomon's division. */
function checkCodewords(data: readonly number[]): readonly number[] {
  let remainder: readonly number[] = GENERATOR.map(() => 0);
  for (const codeword of data) {
    const lead = codeword ^ (remainder[0] ?? 0);
    remainder = GENERATOR.map((factor, index) => (remainder[index + 1] ?? 0) ^ product(factor, lead));
  }
  return remainder;
}

/** Where the eight modules of a codeword stand around its last one, from the highest bit on (annex F). */
const SHAPE = [
  [-2, -2],
  [-2, -1],
  [-1, -2],
  [-1, -1],
  [-1, 0],
  [0, -2],
  [0, -1],
  [0, 0],
] as const;

/** A codeword that the bottom left corner tears apart, likewise; negative numbers count from the far edge. */
const CORNER = [
  [-3, 0],
  [-2, 0],
  [-1, 0],
  [0, -2],
  [0, -1],
  [1, -1],
  [2, -1],
  [3, -1],
] as const;

let known: readonly number[] | undefined;

/** For every module of the field: eight times the number of its codeword plus its bit, 0 the lowest. */
function codewordPlaces(): readonly number[] {
  known ??= placeCodewords();
  return known;
}

/** Diagonals up and down across the field, shapes that leave it coming in again at the other side. */
function placeCodewords(): readonly number[] {
  const { rows, columns } = FIELD;
  const places = Array.from({ length: rows * columns }, () => -1);
  let codeword = 0;
  const putCorner = (): void => {
    for (const [index, [y, x]] of CORNER.entries())
      places[((y + rows) % rows) * columns + ((x + columns) % columns)] = codeword * 8 + 7 - index;
    codeword += 1;
  };
  const put = (row: number, column: number): void => {
    const inside = row >= 0 && row < rows && column >= 0 && column < columns;
    if (!inside || places[row * columns + column] !== -1) return;
    for (const [index, [down, right]] of SHAPE.entries()) {
      let [y, x] = [row + down, column + right];
      if (y < 0) [y, x] = [y + rows, x + 4 - ((rows + 4) % 8)];
      if (x < 0) [y, x] = [y + 4 - ((columns + 4) % 8), x + columns];
      places[y * columns + x] = codeword * 8 + 7 - index;
    }
    codeword += 1;
  };
  let [row, column] = [4, 0];
  while (row < rows || column < columns) {
    if (row === rows - 2 && column === 0) putCorner();
    for (; row >= 0 && column < columns; row -= 2, column += 2) put(row, column);
    [row, column] = [row + 1, column + 3];
    for (; row < rows && column >= 0; row += 2, column -= 2) put(row, column);
    [row, column] = [row + 3, column + 1];
  }
  return places;
}
