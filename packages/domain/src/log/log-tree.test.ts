import { createHash, hash, randomInt } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { edgeTiles, growTiles } from "./grow-tiles.ts";
import { HASH_OCTETS, hashLogLeaf, hashLogNode } from "./hash-nodes.ts";
import { askConsistency, askInclusion, askRoot, type TilePlace } from "./prove.ts";
import { listTiles, parseTilePath, tilePath, tileWidth } from "./tile-path.ts";

const sha256 = (octets: Uint8Array) => new Uint8Array(hash("sha256", octets, "buffer"));
const hex = (octets: Uint8Array) => Buffer.from(octets).toString("hex");

/** The eight entries that implementations of RFC 6962 compare with, and the roots over the first of them. */
const ENTRIES = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
].map((text) => Buffer.from(text, "hex"));
const ROOTS = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const A = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
const B = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
const C = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
const D = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
const E = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
const F = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";

function treeOf(leaves: readonly Uint8Array[], steps: () => number) {
  const tiles = new Map<string, Uint8Array>();
  const read = ({ level, index }: TilePlace) => tiles.get(`${level}/${index}`);
  for (let size = 0; size < leaves.length;) {
    const fresh = leaves.slice(size, size + steps());
    for (const { level, index, hashes } of growTiles(sha256, size, fresh, read))
      tiles.set(`${level}/${index}`, hashes);
    size += fresh.length;
  }
  return { tiles, read };
}

const reference = treeOf(
  ENTRIES.map((entry) => hashLogLeaf(sha256, entry)),
  () => 3,
);

/** MTH as the RFC writes it: nothing of tiles. */
function plainRoot(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves;
  if (leaves.length === 1 && only) return only;
  const split = 2 ** (Math.ceil(Math.log2(leaves.length)) - 1);
  return hashLogNode(sha256, plainRoot(leaves.slice(0, split)), plainRoot(leaves.slice(split)));
}

test.each(ROOTS.map((root, n) => [n + 1, root] as const))("the root over %i entries", (size, root) => {
  expect(askRoot(size).answer(sha256, reference.read).map(hex)).toEqual([root]);
});

test.each([
  [0, 1, []],
  [0, 8, [A, B, C]],
  [5, 8, [D, E, ROOTS[3]]],
  [2, 3, [ROOTS[1]]],
  [1, 5, [ROOTS[0], B, D && hex(hashLogLeaf(sha256, ENTRIES[4] ?? new Uint8Array()))]],
])("the path of leaf %i among %i", (index, size, path) => {
  expect(askInclusion(index, size).answer(sha256, reference.read).map(hex)).toEqual(path);
});

test.each([
  [1, 1, []],
  [0, 5, []],
  [1, 8, [A, B, C]],
  [6, 8, [F, E, ROOTS[3]]],
  [2, 5, [B, D]],
])("the proof that a tree of %i leaves is a beginning of one of %i", (old, size, proof) => {
  expect(askConsistency(old, size).answer(sha256, reference.read).map(hex)).toEqual(proof);
});

test("tiles grown in any steps are those of a tree built at once, and give its root at every size", () => {
  const leaves = Array.from({ length: 70_000 }, (_, n) => createHash("sha256").update(String(n)).digest());
  const { tiles, read } = treeOf(leaves, () => randomInt(1, 3_000));
  const names = listTiles(70_000).map(({ level, index, width }) => {
    expect(tiles.get(`${level}/${index}`)?.length).toBe(width * HASH_OCTETS);
    return `${level}/${index}`;
  });
  // 273 full tiles and one of 112 hashes; one full and one of 17; one of one hash.
  expect(new Set(tiles.keys())).toEqual(new Set(names));
  expect(names).toHaveLength(277);
  for (const size of [1, 255, 256, 257, 511, 65_537, 70_000])
    expect(askRoot(size).answer(sha256, read).map(hex)).toEqual([hex(plainRoot(leaves.slice(0, size)))]);
  expect(edgeTiles(70_000)).toEqual([
    { level: 0, index: 273 },
    { level: 1, index: 1 },
    { level: 2, index: 0 },
  ]);
});

test("what is not there is not proved", () => {
  expect(() => askRoot(0)).toThrow(RangeError);
  expect(() => askInclusion(8, 8)).toThrow(RangeError);
  expect(() => askInclusion(-1, 8)).toThrow(RangeError);
  expect(() => askConsistency(9, 8)).toThrow(RangeError);
  expect(() => askRoot(9).answer(sha256, reference.read)).toThrow("tile 0/0 lacks hashes");
  const leaf = hashLogLeaf(sha256, ENTRIES[0] ?? new Uint8Array());
  expect(() => growTiles(sha256, 7, [leaf], reference.read)).toThrow("has not the 7 hashes");
});

test.each([
  [{ level: 0, index: 1_234_067, width: 256 }, "tile/0/x001/x234/067"],
  [{ level: 0, index: 273, width: 112 }, "tile/0/273.p/112"],
  [{ level: "entries", index: 67_000, width: 1 }, "tile/entries/x067/000.p/1"],
  [{ level: 2, index: 0, width: 256 }, "tile/2/000"],
] as const)("%o is at %s", (tile, path) => {
  expect(tilePath(tile)).toBe(path);
  expect(parseTilePath(path)).toEqual(tile);
});

test.each([
  "tile/0/67",
  "tile/0/x000/067",
  "tile/0/067.p/256",
  "tile/0/067.p/0",
  "tile/0/067.p/012",
  "tile/00/067",
  "tile/7/000",
  "tile/entries/../067",
  "tile/0/x999/x999/x999/x999/x999/999",
  "tile/0/",
])("%s is no address of a tile", (path) => {
  expect(parseTilePath(path)).toBeUndefined();
});

test("whatever is written is read", () => {
  const tile = fc.record({
    level: fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constant("entries" as const)),
    index: fc.maxSafeInteger().map(Math.abs),
    width: fc.integer({ min: 1, max: 256 }),
  });
  fc.assert(
    fc.property(tile, (given) => {
      expect(parseTilePath(tilePath(given))).toEqual(given);
    }),
  );
});

test("a tile is as wide as the tree lets it be", () => {
  expect(tileWidth(0, 273, 70_000)).toBe(112);
  expect(tileWidth(1, 1, 70_000)).toBe(17);
  expect(tileWidth(2, 0, 70_000)).toBe(1);
  expect(tileWidth(3, 0, 70_000)).toBe(0);
  expect(tileWidth(0, 274, 70_000)).toBe(0);
});
