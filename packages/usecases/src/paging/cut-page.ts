// Cuts what was read for a page, one row more than it holds, to the page in its order.

/** `before` and `after` are the rows where the neighbouring pages begin; null where there is none. */
export function cutPage<Row>(
  rows: readonly Row[],
  size: number,
  cursor: { readonly backwards: boolean } | null,
): { readonly page: readonly Row[]; readonly before: Row | null; readonly after: Row | null } {
  const more = rows.length > size;
  const back = cursor?.backwards === true;
  const page = back ? rows.slice(0, size).toReversed() : rows.slice(0, size);
  return {
    page,
    before: (back ? more : cursor !== null) ? (page[0] ?? null) : null,
    after: back || more ? (page.at(-1) ?? null) : null,
  };
}
