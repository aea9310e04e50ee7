// What erasing is measured against: plain statements that take the same rows away, a table at a time, and ask nothing.

import type pg from "pg";

/** A kind of record: the engine's sets of it, and the statements that do as much. */
export interface Kind {
  readonly name: string;
  readonly sets: readonly string[];
  /** One transaction; `MARK` begins the names of what is due later. */
  readonly plain: readonly string[];
}

const NOT_YET = "SELECT d.id FROM delivery d WHERE d.id LIKE 'dlv\\_MARKR7%'";
const OLD = "SELECT d.id FROM delivery d WHERE d.id LIKE 'dlv\\_MARKR9%'";
const OLD_MESSAGES = "SELECT m.id FROM message m WHERE m.id LIKE 'msg\\_MARKR9%'";
const OLD_RECORDS = `SELECT r.id FROM evidence_record r WHERE r.delivery_id IN (${OLD})`;

export const KINDS: readonly Kind[] = [
  {
    name: "log of use",
    sets: ["use_log"],
    plain: ["DELETE FROM use_log WHERE falls_on = retention.today() + 1"],
  },
  {
    name: "uses of keys",
    sets: ["key_use"],
    plain: ["DELETE FROM key_use WHERE owner_id LIKE 'msg\\_MARK%'"],
  },
  { name: "sessions", sets: ["session"], plain: ["DELETE FROM session WHERE id LIKE 'ses\\_MARK%'"] },
  {
    name: "addressee and content",
    sets: ["addressee", "unregistered_content", "sender_content"],
    plain: [
      `UPDATE delivery SET addressee_erased_at = clock.now(), content_erased_at = clock.now(), name = '', first_names = NULL, email = '', mobile = NULL,
         identification = NULL, street = NULL, number = NULL, postcode = NULL, town = NULL, country = NULL WHERE id IN (${NOT_YET})`,
      `UPDATE notice SET email = '', mobile = NULL, mail_answer = NULL, sms_answer = NULL WHERE delivery_id IN (${NOT_YET})`,
      "UPDATE message SET content_erased_at = clock.now() WHERE id LIKE 'msg\\_MARKR7%'",
      "DELETE FROM key_wrap WHERE message_id LIKE 'msg\\_MARKR7%'",
    ],
  },
  {
    name: "delivery with its evidence",
    sets: ["evidence"],
    plain: [
      `DELETE FROM evidence_seal WHERE record_id IN (${OLD_RECORDS})`,
      `DELETE FROM evidence_stamp WHERE record_id IN (${OLD_RECORDS})`,
      `UPDATE log_entry SET record_id = NULL WHERE record_id IN (${OLD_RECORDS})`,
      `DELETE FROM evidence_record WHERE delivery_id IN (${OLD})`,
      `DELETE FROM evidence_artifact WHERE delivery_id IN (${OLD})`,
      `DELETE FROM notice WHERE delivery_id IN (${OLD})`,
      "DELETE FROM delivery WHERE id LIKE 'dlv\\_MARKR9%'",
      `DELETE FROM message_part WHERE message_id IN (${OLD_MESSAGES})`,
      "DELETE FROM message WHERE id LIKE 'msg\\_MARKR9%'",
    ],
  },
];

/** Under the role that alone may delete; answers how many rows went or were emptied. */
export async function erasePlainly(sql: pg.Pool, { plain }: Kind, mark: string): Promise<number> {
  const client = await sql.connect();
  let rows = 0;
  try {
    await client.query("BEGIN; SET LOCAL ROLE posthorn_erasure");
    for (const statement of plain)
      rows += (await client.query(statement.replaceAll("MARK", mark))).rowCount ?? 0;
    await client.query("COMMIT");
  } finally {
    client.release();
  }
  return rows;
}
