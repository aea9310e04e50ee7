// A later version of a published text, written as what it changes: the rest stays, word for word, as it was published.

/** Each passage must stand in the text exactly once; throws Error otherwise, so that nothing is amended by accident. */
export function amend(
  text: string,
  changes: readonly (readonly [passage: string, instead: string])[],
): string {
  return changes.reduce((amended, [passage, instead]) => {
    const parts = amended.split(passage);
    if (parts.length !== 2)
      throw new Error(`"${passage}" stands ${parts.length - 1} times in the text to amend`);
    return parts.join(instead);
  }, text);
}
