// How PostgreSQL's instants, dates and big integers look in this code: Temporal values and numbers.

import pg from "pg";

const OID_INT8 = 20;
const OID_DATE = 1082;
const OID_TIMESTAMPTZ = 1184;

/** Parsers for every connection of this package. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: "text" | "binary"): (text: string) => unknown {
    if (format !== "binary") {
      if (oid === OID_TIMESTAMPTZ) return (text: string) => parseInstant(text);
      if (oid === OID_DATE) return (text: string) => Temporal.PlainDate.from(text);
      if (oid === OID_INT8) return (text: string) => Number(text);
    }
    return pg.types.getTypeParser(oid, format ?? "text") as (text: string) => unknown;
  },
};

function parseInstant(text: string): Temporal.Instant {
  return Temporal.Instant.from(text.replace(" ", "T"));
}

// pg serialises a parameter by its toPostgres method; Temporal values would otherwise go out as quoted JSON.
for (const type of [Temporal.Instant, Temporal.PlainDate]) {
  if (!Object.hasOwn(type.prototype, "toPostgres")) {
    Object.defineProperty(type.prototype, "toPostgres", {
      value(this: { toString(): string }) {
        return this.toString();
      },
    });
  }
}
