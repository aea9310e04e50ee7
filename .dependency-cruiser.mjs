// Who may import whom: the import table of docs/architecture.md as rules, and the fences around vendors.

/** What each package may import of ours, besides itself. */
const MAY_IMPORT = {
  domain: [],
  runtime: [],
  pki: [],
  texts: ["domain"],
  content: ["domain"],
  transports: ["domain", "texts"],
  identity: ["domain", "pki"],
  documents: ["domain", "texts"],
  evidence: ["domain", "texts", "documents", "pki"],
  postal: ["domain", "texts", "documents"],
  db: ["domain"],
  jobs: ["domain", "db"],
  usecases: ["domain", "db", "jobs"],
  web: ["domain", "texts"],
  collecting: ["domain", "texts", "usecases", "web"],
  verifier: ["domain", "texts"],
  // wires whatever a command needs
  cli: ["domain", "runtime", "pki", "texts", "identity", "documents", "evidence", "db", "usecases"],
};

/** What a service's pages and routes may import; its `main.ts` and `wiring/` bind everything. */
const SERVICES_MAY_IMPORT = ["usecases", "web", "collecting", "texts", "runtime", "domain", "identity"];

/** Each vendor has one home, so that replacing it touches one package. */
const FENCES = [
  { vendors: ["pg", "pg-[^/]+", "kysely", "graphile-worker"], homes: ["packages/db", "packages/jobs"] },
  { vendors: ["nodemailer", "twilio"], homes: ["packages/transports"] },
  {
    vendors: ["pdf-lib", "@cantoo/[^/]+", "@expo-google-fonts/[^/]+", "dejavu-fonts-ttf", "bwip-js"],
    homes: ["packages/documents"],
  },
  { vendors: ["node-forge", "pkijs", "asn1js"], homes: ["packages/pki"] },
  { vendors: ["xadesjs", "xml-crypto", "@xmldom/xmldom"], homes: ["packages/evidence"] },
  {
    vendors: ["otplib", "openid-client", "@simplewebauthn/[^/]+", "@node-rs/argon2", "@zxcvbn-ts/[^/]+"],
    homes: ["packages/identity"],
  },
  { vendors: ["sharp"], homes: ["packages/content", "packages/postal"] },
  { vendors: ["aws4fetch"], homes: ["packages/content"] },
  { vendors: ["ssh2"], homes: ["packages/postal"] },
  { vendors: ["uqr"], homes: ["packages/web"] },
  { vendors: ["csv-parse"], homes: ["packages/usecases"] },
  { vendors: ["hono", "@hono/[^/]+"], homes: ["packages/web", "packages/collecting", "services/[^/]+"] },
  { vendors: ["pino", "prom-client"], homes: ["packages/runtime"] },
];

// Tests may wire anything; testkit, the dev stack and test/ are for tests and the dev stack alone.
const TEST = "[.](test|test-support|fixture)[.]tsx?$";
const WIRING = "^(packages/testkit|infra|test)/";

const packageRules = Object.entries(MAY_IMPORT).map(([name, allowed]) => ({
  name: `${name}-imports`,
  severity: "error",
  comment: `packages/${name} may import of ours: ${allowed.join(", ") || "nothing"}.`,
  from: { path: `^packages/${name}/`, pathNot: TEST },
  to: { path: "^(packages|services|infra|test)/", pathNot: `^packages/(${[name, ...allowed].join("|")})/` },
}));

const fenceRules = FENCES.map(({ vendors, homes }) => ({
  name: `${vendors[0]}-fence`,
  severity: "error",
  comment: `${vendors.join(", ")}: only in ${homes.join(", ")}.`,
  from: { path: "^(packages|services)/", pathNot: [...homes.map((home) => `^${home}/`), TEST, WIRING] },
  to: { path: `node_modules/(${vendors.join("|")})/` },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    ...packageRules,
    ...fenceRules,
    {
      name: "service-imports",
      severity: "error",
      comment: `A service may import: ${SERVICES_MAY_IMPORT.join(", ")}. Its main.ts and wiring/ bind the rest.`,
      from: { path: "^services/", pathNot: [TEST, "^services/[^/]+/src/(main[.]ts$|wiring/)"] },
      to: { path: "^packages/", pathNot: `^packages/(${SERVICES_MAY_IMPORT.join("|")})/` },
    },
    {
      name: "services-apart",
      severity: "error",
      comment: "A service is a process: it never imports another.",
      from: { path: "^services/([^/]+)/" },
      to: { path: "^services/", pathNot: "^services/$1/" },
    },
    {
      name: "public-index-only",
      severity: "error",
      comment: "A package is imported by its name, which is its src/index.ts.",
      from: { path: "^(packages|services)/([^/]+)/" },
      to: { path: "^packages/[^/]+/src/", pathNot: ["^$1/$2/", "^packages/[^/]+/src/index[.]ts$"] },
    },
    {
      name: "testkit-for-tests",
      severity: "error",
      comment: "testkit serves tests and the dev stack, never the product.",
      from: { path: "^(packages|services)/", pathNot: [TEST, WIRING] },
      to: { path: WIRING },
    },
    {
      name: "domain-is-pure",
      severity: "error",
      comment: "The domain has no I/O, no clock, no random: no module of Node either.",
      from: { path: "^packages/domain/src/", pathNot: TEST },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "verifier-needs-no-node",
      severity: "error",
      comment:
        "The verifier runs from disk in a browser; only what builds and hands out the page is for Node.",
      from: {
        path: "^packages/verifier/src/",
        pathNot: [TEST, "^packages/verifier/src/(build-page|index)[.]ts$"],
      },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "no-cycles",
      severity: "error",
      from: { path: "^(packages|services)/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "resolvable",
      severity: "error",
      comment: "An import that does not resolve is checked by no other rule.",
      from: { path: "^(packages|services|infra|test)/" },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // By the TypeScript 6 of its own (pnpm-workspace.yaml): 7 has no compiler API, nothing would be read.
    parser: "tsc",
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  },
};
