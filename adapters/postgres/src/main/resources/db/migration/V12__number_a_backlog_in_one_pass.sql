-- As in V9, but it reads the last number once. As a part of the UPDATE it was read for each event by a session that had planned the
-- statement while there were no events: 20,000 of them were not numbered within a minute.
CREATE OR REPLACE FUNCTION number_events() RETURNS bigint
    LANGUAGE plpgsql
AS $$
DECLARE
    dealer text := coalesce(current_setting('fleet.dealer', true), '');
    owner text := coalesce(current_setting('fleet.owner', true), '');
    last bigint;
    numbered bigint;
BEGIN
    PERFORM set_config('fleet.dealer', '', true), set_config('fleet.owner', '', true);
    SELECT coalesce(max(sequence), 0) INTO last FROM event;
    UPDATE event SET sequence = last + unplaced.number
    FROM (SELECT serial, row_number() OVER (ORDER BY serial) AS number FROM event WHERE sequence IS NULL) AS unplaced
    WHERE event.serial = unplaced.serial;
    GET DIAGNOSTICS numbered = ROW_COUNT;
    PERFORM set_config('fleet.dealer', dealer, true), set_config('fleet.owner', owner, true);
    RETURN numbered;
END
$$;
