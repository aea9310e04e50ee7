// How many guesses a password stands up to, by what guessers know: words of our languages, names, keyboards, dates, and the person's own words.

/** Log10 of guesses below which a password is too weak: what somebody with the hashes tries in hours, argon2id or not. */
const GUESSES_LOG10 = 10;
// The time grows with the square of the length (24 digits take up to half a second, 64 take seconds, and nothing else runs
// meanwhile), and what lies beyond makes nothing weaker.
const LOOKED_AT = 24;
const OWN_WORDS_MOST = 40;

interface Guesser {
  check(password: string, userInputs: string[]): { readonly guessesLog10: number };
}

let loading: Promise<Guesser> | undefined;

/** The first call reads the word lists, which takes most of a second and 100 MB; later ones take 10 to 500 ms. */
export async function withstandsGuesses(password: string, ownWords: readonly string[]): Promise<boolean> {
  loading ??= loadGuesser();
  const guesser = await loading;
  const { guessesLog10 } = guesser.check(
    password.slice(0, LOOKED_AT),
    ownWords.slice(0, OWN_WORDS_MOST).map((word) => word.slice(0, LOOKED_AT)),
  );
  return guessesLog10 >= GUESSES_LOG10;
}

async function loadGuesser(): Promise<Guesser> {
  const [{ ZxcvbnFactory }, common, en, nl, fr, de] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-en"),
    import("@zxcvbn-ts/language-nl-be"),
    import("@zxcvbn-ts/language-fr"),
    import("@zxcvbn-ts/language-de"),
  ]);
  return new ZxcvbnFactory({
    graphs: common.adjacencyGraphs,
    dictionary: {
      ...common.dictionary,
      ...en.dictionary,
      ...fr.dictionary,
      // These name their lists alike.
      ...named(nl.dictionary, "nl"),
      ...named(de.dictionary, "de"),
    },
  });
}

function named<T>(lists: Readonly<Record<string, T>>, language: string): Record<string, T> {
  return Object.fromEntries(Object.entries(lists).map(([name, words]) => [`${name}-${language}`, words]));
}
