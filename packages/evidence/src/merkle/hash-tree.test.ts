import { expect, test } from "vitest";
import { inclusionPaths, rootOfPath, stampedDigest, verifyInclusion } from "./hash-tree.ts";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const bytes = (text: string) => new Uint8Array(Buffer.from(text, "hex"));

// the eight leaves and the roots of Certificate Transparency's reference tests
const LEAVES = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
].map(bytes);
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

test.each(ROOTS.map((root, index) => [index + 1, root] as const))(
  "the tree of %i leaves has the reference root",
  (size, root) => {
    expect(hex(stampedDigest(LEAVES.slice(0, size)))).toBe(root);
  },
);

test("every leaf of every tree up to 40 leaves is found at its place, and at no other", () => {
  const leaves = Array.from({ length: 40 }, (_, i) => Uint8Array.of(i));
  for (let size = 1; size <= leaves.length; size += 1) {
    const some = leaves.slice(0, size);
    const root = stampedDigest(some);
    inclusionPaths(some).forEach((path, index) => {
      const leaf = some[index] ?? new Uint8Array();
      expect(verifyInclusion(leaf, path, root)).toBe(true);
      expect(verifyInclusion(Uint8Array.of(255), path, root)).toBe(false);
      expect(verifyInclusion(leaf, { ...path, index: size }, root)).toBe(false);
      if (path.hashes.length === 0) return;
      expect(verifyInclusion(leaf, { ...path, hashes: path.hashes.slice(1) }, root)).toBe(false);
      expect(verifyInclusion(leaf, { ...path, hashes: [...path.hashes, hex(root)] }, root)).toBe(false);
      expect(verifyInclusion(leaf, { ...path, index: (index + 1) % size }, root)).toBe(false);
    });
  }
});

test("an inner node is not accepted as a leaf", () => {
  const [a = new Uint8Array(), b = new Uint8Array()] = LEAVES;
  const root = stampedDigest([a, b]);
  const left = Buffer.from(stampedDigest([a]));
  const right = Buffer.from(stampedDigest([b]));
  expect(verifyInclusion(Buffer.concat([left, right]), { index: 0, size: 1, hashes: [] }, root)).toBe(false);
});

test("paths that no tree has are refused", () => {
  const leaf = Uint8Array.of(1);
  const hash = "00".repeat(32);
  for (const path of [
    { index: -1, size: 1, hashes: [] },
    { index: 1, size: 1, hashes: [] },
    { index: 0.5, size: 2, hashes: [hash] },
    { index: 0, size: 2, hashes: [] },
    { index: 0, size: 2, hashes: ["xyz"] },
    { index: 0, size: 1, hashes: [hash] },
    { index: 0, size: Number.MAX_VALUE, hashes: [hash] },
  ]) {
    expect(rootOfPath(leaf, path)).toBeUndefined();
  }
  expect(() => stampedDigest([])).toThrow(RangeError);
  expect(inclusionPaths([])).toEqual([]);
});
