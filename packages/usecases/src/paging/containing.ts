// The pattern for ILIKE that finds what somebody typed anywhere in a text; signs that mean something to it stand for themselves.

export function containing(words: string): string {
  return `%${words.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}
