// The rules of the house that no linter knows, each as a pure function from a file to what is wrong with it.

/** A file of the project: its path from the root, with forward slashes, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** One thing wrong, at a line counted from 1. */
export interface Complaint {
  readonly path: string;
  readonly line: number;
  readonly what: string;
}

interface Rule {
  readonly applies: (path: string) => boolean;
  readonly pattern: RegExp;
  readonly what: string;
}

const isCode = (path: string): boolean => /\.(ts|tsx|mjs)$/.test(path);
const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);
const isProduct = (path: string): boolean =>
  isCode(path) &&
  /^(packages|services)\//.test(path) &&
  !path.startsWith("packages/testkit/") &&
  !isTest(path);

const DISABLED = /@ts-(?:ignore|nocheck|expect-error)|(?:ox|es)lint-disable/;
const MACHINE_PATH = /(?<![\w.])\/(?:work|root|home\/[a-z]\w*|Users\/[A-Za-z]\w*)\/|\b[A-Z]:\\Users\b/;
const REGISTRY_HOST =
  /\b(registry|npm|mirror|proxy|nexus|artifactory)[\w-]*(\.[\w-]+)+\.[a-z]{2,}\b|^\s*registry\s*=|tarball:/i;

const RULES: readonly Rule[] = [
  {
    applies: isProduct,
    pattern: /\bnew Date\(\s*\)|(?<![\w.])Date\(\)/,
    what: "reads the machine's clock: instants come from clock.now() and are passed in",
  },
  { applies: isCode, pattern: DISABLED, what: "switches a check off: mend what it complains about" },
  { applies: () => true, pattern: MACHINE_PATH, what: "names a path of one machine" },
  {
    // Product texts and tests may well speak of hosts; what decides where packages come from may not.
    applies: (path) =>
      /(^|\/)(\.npmrc|pnpm-lock\.yaml|pnpm-workspace\.yaml|package\.json)$|^\.ci\/|^infra\/dev\//.test(path),
    pattern: REGISTRY_HOST,
    what: "names a registry: which one is used is up to the machine",
  },
];

/** What is wrong with one file. */
export function inspect(file: SourceFile): readonly Complaint[] {
  const complaints: Complaint[] = [];
  const rules = RULES.filter((rule) => rule.applies(file.path));
  for (const [index, line] of file.text.split("\n").entries()) {
    for (const rule of rules) {
      if (rule.pattern.test(line)) complaints.push({ path: file.path, line: index + 1, what: rule.what });
    }
  }
  if (mustIntroduceItself(file.path) && !/^(#!.*\n)?(\/\/ |\/\*)/.test(file.text)) {
    complaints.push({ path: file.path, line: 1, what: "does not say in its first line what it answers for" });
  }
  return complaints;
}

function mustIntroduceItself(path: string): boolean {
  // A catalogue of texts is introduced by its folder.
  return isCode(path) && !isTest(path) && !/^packages\/texts\/src\/(de|en|fr|nl)\//.test(path);
}
