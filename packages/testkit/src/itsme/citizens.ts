// The invented people who hold an account at the stand-in itsme: the seeded account holders, an addressee, and the odd cases.

export interface TestCitizen {
  /** Chosen by it on the page, and in tests. */
  readonly id: string;
  readonly familyName: string;
  readonly givenNames?: string;
  /** As the document writes it; `00` where unknown. */
  readonly birthdate: string;
  /** Eleven digits with valid check digits; of accounts on a Belgian document alone. */
  readonly registerNumber?: string;
  /** ISO 3166-1 alpha-3, of the document. */
  readonly issuingCountry: string;
  /** Id of the citizen whose account this is; default its own. */
  readonly account?: string;
  /** Has not set up the itsme code. */
  readonly basicOnly?: boolean;
  /** What this person is good for, in a few words. */
  readonly about: string;
}

export const CITIZENS = [
  {
    id: "jan",
    familyName: "Peeters",
    givenNames: "Jan",
    birthdate: "1974-03-02",
    registerNumber: "74030251728",
    issuingCountry: "BEL",
    about: "addressee",
  },
  {
    id: "lotte",
    familyName: "Maes",
    givenNames: "Lotte",
    birthdate: "1985-06-14",
    registerNumber: "85061421231",
    issuingCountry: "BEL",
    about: "admin of Immo Vandewalle bv",
  },
  {
    id: "pieter",
    familyName: "Declercq",
    givenNames: "Pieter",
    birthdate: "1979-09-17",
    registerNumber: "79091740333",
    issuingCountry: "BEL",
    about: "user of Immo Vandewalle bv",
  },
  {
    id: "nele",
    familyName: "Claes",
    givenNames: "Nele",
    birthdate: "1990-11-23",
    registerNumber: "90112334658",
    issuingCountry: "BEL",
    about: "private sender",
  },
  {
    id: "camille",
    familyName: "Dubois",
    givenNames: "Camille",
    birthdate: "1988-04-05",
    registerNumber: "88040515816",
    issuingCountry: "BEL",
    about: "admin of Brasserie du Canal srl",
  },
  {
    id: "tom",
    familyName: "Janssens",
    givenNames: "Tom",
    birthdate: "1993-01-30",
    registerNumber: "93013028103",
    issuingCountry: "BEL",
    about: "not identified yet",
  },
  {
    id: "tom-again",
    familyName: "Janssens",
    givenNames: "Tom",
    birthdate: "1993-01-30",
    registerNumber: "93013028103",
    issuingCountry: "BEL",
    about: "the same person, whose account was made again",
  },
  {
    id: "tom-namesake",
    familyName: "Janssens",
    givenNames: "Tom",
    birthdate: "1961-10-08",
    registerNumber: "61100834191",
    issuingCountry: "BEL",
    about: "another person of the same name",
  },
  {
    id: "nele-renamed",
    account: "nele",
    familyName: "Claes-Verhulst",
    givenNames: "Nele",
    birthdate: "1990-11-23",
    registerNumber: "90112334658",
    issuingCountry: "BEL",
    about: "the same account, after a change of name",
  },
  {
    id: "noemie",
    familyName: "Van den Broeck-D'Hondt",
    givenNames: "Noémie Élise",
    birthdate: "2001-02-28",
    registerNumber: "01022862455",
    issuingCountry: "BEL",
    about: "two given names, a particle, accents",
  },
  {
    id: "suryani",
    familyName: "Suryani",
    birthdate: "1982-07-19",
    registerNumber: "82071917556",
    issuingCountry: "BEL",
    about: "no given name",
  },
  {
    id: "ioana",
    familyName: "Popescu",
    givenNames: "Ioana",
    birthdate: "1991-05-08",
    registerNumber: "91450803214",
    issuingCountry: "BEL",
    about: "a bis number",
  },
  {
    id: "yusuf",
    familyName: "Demir",
    givenNames: "Yusuf",
    birthdate: "1968-00-00",
    registerNumber: "68000012344",
    issuingCountry: "BEL",
    about: "day and month of birth unknown",
  },
  {
    id: "bram",
    familyName: "Wouters",
    givenNames: "Bram",
    birthdate: "1976-05-11",
    registerNumber: "76051135969",
    issuingCountry: "BEL",
    basicOnly: true,
    about: "without an itsme code",
  },
  {
    id: "ana",
    familyName: "Silva",
    givenNames: "Ana",
    birthdate: "1987-12-03",
    issuingCountry: "PRT",
    about: "Portuguese document, no register number",
  },
  {
    id: "sanne",
    familyName: "de Vries",
    givenNames: "Sanne",
    birthdate: "1995-08-21",
    issuingCountry: "NLD",
    about: "Dutch document, no register number",
  },
  {
    id: "griet",
    familyName: "Vermeulen",
    givenNames: "Griet",
    birthdate: "1983-10-12",
    registerNumber: "83101222465",
    issuingCountry: "BEL",
    about: "has no account yet, private person",
  },
  {
    id: "louis",
    familyName: "Lejeune",
    givenNames: "Louis",
    birthdate: "1977-04-25",
    registerNumber: "77042533773",
    issuingCountry: "BEL",
    about: "has no account yet, will apply for a company",
  },
] as const satisfies readonly TestCitizen[];

export type CitizenId = (typeof CITIZENS)[number]["id"];

/** First given name first, as the page shows it. */
export function citizenName({ givenNames, familyName }: TestCitizen): string {
  return givenNames === undefined ? familyName : `${givenNames} ${familyName}`;
}

export function findCitizen(id: unknown): TestCitizen | undefined {
  return CITIZENS.find((citizen) => citizen.id === id);
}

/** What itsme calls the account: the same for the same account. */
export function subjectOf({ id, account = id }: TestCitizen): string {
  return account;
}

const CLAIM = "http://itsme.services/v2/claim/";

/** All that this account could tell; of which only what is asked for is told. */
export function claimsOf(citizen: TestCitizen): Readonly<Record<string, unknown>> {
  return {
    name: citizenName(citizen),
    family_name: citizen.familyName,
    ...(citizen.givenNames === undefined ? {} : { given_name: citizen.givenNames }),
    birthdate: citizen.birthdate,
    [`${CLAIM}IDIssuingCountry`]: { name: citizen.issuingCountry },
    ...(citizen.registerNumber === undefined ? {} : { [`${CLAIM}BENationalNumber`]: citizen.registerNumber }),
  };
}
