// The mail that tells an addressee that the letter his notice promised does not come.

export const sql = `
ALTER TABLE errand DROP CONSTRAINT errand_kind_check;
ALTER TABLE errand ADD CONSTRAINT errand_kind_check CHECK (kind IN
  ('notice_failed','sms_failed','letter','window_extended','final','proof_copy','not_for_me','reminder_failed','identity_mismatch',
   'address_needed','posted','corrected','evidence_falling','letter_called_off'));
`;
