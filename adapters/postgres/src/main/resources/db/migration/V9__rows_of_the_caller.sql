-- A second wall: a transaction that says for which dealer or owner it works sees no rows of others, whatever its queries ask for.
-- One that says nothing sees everything: the service's own jobs, admins, and all callers while nobody has to authenticate.

CREATE FUNCTION only_dealer() RETURNS uuid
    STABLE PARALLEL SAFE
    RETURN nullif(current_setting('fleet.dealer', true), '')::uuid;
COMMENT ON FUNCTION only_dealer() IS 'The dealer whose rows alone this transaction may see; NULL for all.';

CREATE FUNCTION only_owner() RETURNS text
    STABLE PARALLEL SAFE
    RETURN nullif(current_setting('fleet.owner', true), '');
COMMENT ON FUNCTION only_owner() IS 'The account whose bookings alone this transaction may see; NULL for all.';

-- Forced, because the service's role owns the tables. Not in a subquery: it would be evaluated once for each statement, but costs
-- a statement that reads one row more than the comparison does (ADR 0046). What blocks a car (car_occupancy) stays visible to
-- everybody: it names nobody, and must be met by all. Constraints see all rows.
ALTER TABLE dealer ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_dealer ON dealer
    USING (only_dealer() IS NULL OR id = only_dealer());
COMMENT ON POLICY own_dealer ON dealer IS 'Hides other dealers.';

ALTER TABLE car ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_dealer ON car
    USING (only_dealer() IS NULL OR dealer_id = only_dealer());
COMMENT ON POLICY own_dealer ON car IS 'Hides the cars of other dealers.';

ALTER TABLE booking ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_dealer_or_owner ON booking
    USING ((only_dealer() IS NULL OR dealer_id = only_dealer())
        AND (only_owner() IS NULL OR owner = only_owner()));
COMMENT ON POLICY own_dealer_or_owner ON booking IS 'Hides bookings at other dealers, or of other owners.';

ALTER TABLE maintenance_window ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_dealer ON maintenance_window
    USING (only_owner() IS NULL AND (only_dealer() IS NULL OR dealer_id = only_dealer()));
COMMENT ON POLICY own_dealer ON maintenance_window IS 'Hides the maintenance of other dealers, and all of it from owners of bookings.';

ALTER TABLE event ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_dealer ON event
    USING (only_owner() IS NULL AND (only_dealer() IS NULL OR dealer_id = only_dealer()));
COMMENT ON POLICY own_dealer ON event IS 'Hides the events of other dealers, and all of them from owners of bookings.';

-- The numbers follow those of all events, so whoever reads the feed numbers the events of all dealers. The settings are cleared
-- and restored by hand: only a superuser may define a function with a SET of such settings.
CREATE FUNCTION number_events() RETURNS bigint
    LANGUAGE plpgsql
AS $$
DECLARE
    dealer text := coalesce(current_setting('fleet.dealer', true), '');
    owner text := coalesce(current_setting('fleet.owner', true), '');
    numbered bigint;
BEGIN
    PERFORM set_config('fleet.dealer', '', true), set_config('fleet.owner', '', true);
    UPDATE event SET sequence = last.sequence + unplaced.number
    FROM (SELECT coalesce(max(sequence), 0) AS sequence FROM event) AS last,
         (SELECT serial, row_number() OVER (ORDER BY serial) AS number FROM event WHERE sequence IS NULL) AS unplaced
    WHERE event.serial = unplaced.serial;
    GET DIAGNOSTICS numbered = ROW_COUNT;
    PERFORM set_config('fleet.dealer', dealer, true), set_config('fleet.owner', owner, true);
    RETURN numbered;
END
$$;
COMMENT ON FUNCTION number_events() IS 'Gives the next numbers to the events that have none; returns how many there were.';
