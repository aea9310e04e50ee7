// The return address that a private sender asked for on his letter: as long as one may still be printed, and no longer.

export const sql = `
ALTER TABLE message ADD COLUMN return_address jsonb;
ALTER TABLE message ALTER COLUMN return_address SET STATISTICS 0;
GRANT SELECT (return_address) ON message TO posthorn_press;

-- Once the last delivery is final no letter is made any more: proofs and evidence do not name it.
CREATE FUNCTION drop_return_address() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$ BEGIN NEW.return_address := NULL; RETURN NEW; END $$;
REVOKE ALL ON FUNCTION drop_return_address() FROM PUBLIC;
CREATE TRIGGER drop_return_address BEFORE UPDATE OF final_at ON message FOR EACH ROW
  WHEN (NEW.final_at IS NOT NULL AND NEW.return_address IS NOT NULL) EXECUTE FUNCTION drop_return_address();
`;
