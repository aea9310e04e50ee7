// The people and accounts every stack begins with: invented, the same on every machine, with passwords to be shown.

/** Somebody to sign in as. */
export interface SeededPerson {
  readonly id: string;
  readonly email: string;
  readonly familyName: string;
  readonly firstNames: string;
  readonly language: "nl" | "fr" | "de" | "en";
  /** In the clear: a stack is for demonstration only. */
  readonly password: string;
  /** Activated by itsme at level high; without it nobody may send. */
  readonly identified: boolean;
  /** What the person is good for, in a few words. */
  readonly role: string;
}

export interface SeededAccount {
  readonly id: string;
  readonly kind: "private" | "company";
  readonly name: string;
  readonly enterpriseNumber?: string;
  readonly address: {
    readonly street: string;
    readonly number: string;
    readonly postcode: string;
    readonly town: string;
  };
  readonly language: "nl" | "fr" | "de" | "en";
  readonly email: string;
  readonly credits: number;
  /** Its authorisation to use national register numbers is on file. */
  readonly registerNumbers?: true;
  readonly members: readonly {
    readonly id: string;
    readonly person: string;
    readonly role: "admin" | "user";
    readonly publicId: string;
  }[];
}

export const PEOPLE: readonly SeededPerson[] = [
  {
    id: "per_SEED0LOTTEMAES",
    email: "lotte.maes@vandewalle.example",
    familyName: "Maes",
    firstNames: "Lotte",
    language: "nl",
    password: "lantern-kade-veertien",
    identified: true,
    role: "admin of Immo Vandewalle bv",
  },
  {
    id: "per_SEED0PIETERDECLERCQ",
    email: "pieter.declercq@vandewalle.example",
    familyName: "Declercq",
    firstNames: "Pieter",
    language: "nl",
    password: "dakpan-zomer-negentien",
    identified: true,
    role: "user of Immo Vandewalle bv",
  },
  {
    id: "per_SEED0NELECLAES",
    email: "nele.claes@post.example",
    familyName: "Claes",
    firstNames: "Nele",
    language: "nl",
    password: "fietsbel-regen-zeven",
    identified: true,
    role: "private sender",
  },
  {
    id: "per_SEED0CAMILLEDUBOIS",
    email: "camille.dubois@canal.example",
    familyName: "Dubois",
    firstNames: "Camille",
    language: "fr",
    password: "peniche-ardoise-douze",
    identified: true,
    role: "admin of Brasserie du Canal srl",
  },
  {
    id: "per_SEED0TOMJANSSENS",
    email: "tom.janssens@post.example",
    familyName: "Janssens",
    firstNames: "Tom",
    language: "nl",
    password: "kurkdroog-tafel-drie",
    identified: false,
    role: "not identified yet: cannot send",
  },
];

export const ACCOUNTS: readonly SeededAccount[] = [
  {
    id: "acc_SEED0VANDEWALLE",
    kind: "company",
    name: "Immo Vandewalle bv",
    enterpriseNumber: "0403019261",
    address: { street: "Kouter", number: "7", postcode: "9000", town: "Gent" },
    language: "nl",
    email: "post@vandewalle.example",
    credits: 500,
    registerNumbers: true,
    members: [
      { id: "mem_SEED0LOTTEMAES", person: "per_SEED0LOTTEMAES", role: "admin", publicId: "M-4F7K" },
      { id: "mem_SEED0PIETERDECLERCQ", person: "per_SEED0PIETERDECLERCQ", role: "user", publicId: "M-9TQ2" },
    ],
  },
  {
    id: "acc_SEED0NELECLAES",
    kind: "private",
    name: "Nele Claes",
    address: { street: "Meir", number: "31", postcode: "2000", town: "Antwerpen" },
    language: "nl",
    email: "nele.claes@post.example",
    credits: 500,
    members: [{ id: "mem_SEED0NELECLAES", person: "per_SEED0NELECLAES", role: "admin", publicId: "M-2VRX" }],
  },
  {
    id: "acc_SEED0CANAL",
    kind: "company",
    name: "Brasserie du Canal srl",
    enterpriseNumber: "0712345630",
    address: { street: "Quai aux Briques", number: "22", postcode: "1000", town: "Bruxelles" },
    language: "fr",
    email: "courrier@canal.example",
    credits: 500,
    members: [
      { id: "mem_SEED0CAMILLEDUBOIS", person: "per_SEED0CAMILLEDUBOIS", role: "admin", publicId: "M-7HBD" },
    ],
  },
  {
    id: "acc_SEED0TOMJANSSENS",
    kind: "private",
    name: "Tom Janssens",
    address: { street: "Diestsestraat", number: "5", postcode: "3000", town: "Leuven" },
    language: "nl",
    email: "tom.janssens@post.example",
    credits: 50,
    members: [
      { id: "mem_SEED0TOMJANSSENS", person: "per_SEED0TOMJANSSENS", role: "admin", publicId: "M-6WYE" },
    ],
  },
];

/** A key of an account, in the name of one of its members. The secret follows from the name: see `seededKey`. */
export interface SeededKey {
  readonly account: string;
  readonly member: string;
  readonly name: string;
}

export const API_KEYS = {
  /** Of Immo Vandewalle bv, in the name of Lotte Maes. */
  first: { account: "acc_SEED0VANDEWALLE", member: "mem_SEED0LOTTEMAES", name: "Demonstration" },
  /** Of Brasserie du Canal srl: for what one account must not see of another. */
  second: { account: "acc_SEED0CANAL", member: "mem_SEED0CAMILLEDUBOIS", name: "Démonstration" },
} as const satisfies Record<string, SeededKey>;
