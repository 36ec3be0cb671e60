-- What Growth fills the database with. The ids are those of Fleet.
CREATE FUNCTION growth_id(kind integer, number bigint) RETURNS uuid IMMUTABLE PARALLEL SAFE
    RETURN (lpad(to_hex(1700000000000 + number), 12, '0') || '70008' || lpad(to_hex(kind), 7, '0') || lpad(to_hex(number), 8, '0'))::uuid;

CREATE FUNCTION growth_day(number integer) RETURNS timestamptz STABLE
    RETURN date_trunc('day', now(), 'UTC') + make_interval(days => number, hours => 9);

CREATE PROCEDURE growth_fleet(dealers integer, cars integer) LANGUAGE sql AS $$
    INSERT INTO dealer (id, name, time_zone, currency, turnaround_minutes, version)
    SELECT growth_id(1, number), 'Dealer ' || number, 'Europe/Berlin', 'EUR', 60, 0 FROM generate_series(0, dealers - 1) AS number;
    INSERT INTO car (id, dealer_id, registration_plate, make, model, model_year, category, daily_price, currency, status, version)
    SELECT growth_id(2, number), growth_id(1, number % dealers), 'B-' || number, 'Volkswagen', 'Golf', 2024,
        'CATEGORY_' || number / 50 % 10, 30 + number % 50, 'EUR', 'IN_SERVICE', 0
    FROM generate_series(0, cars - 1) AS number;
$$;

-- What is dropped while rows are loaded, as the statements that bring it back: checks, which all rows pass, and indexes, which are
-- built faster once the rows are there.
CREATE TABLE growth_dropped (restore text);

CREATE PROCEDURE growth_drop() LANGUAGE plpgsql AS $$
DECLARE
    found record;
BEGIN
    FOR found IN
        SELECT conrelid::regclass AS "table", quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition,
            CASE contype WHEN 'c' THEN 'NOT VALID' END AS validity
        FROM pg_constraint WHERE conrelid IN ('booking'::regclass, 'car_occupancy'::regclass) AND contype IN ('c', 'x')
    LOOP
        INSERT INTO growth_dropped VALUES
            (concat_ws(' ', 'ALTER TABLE', found."table", 'ADD CONSTRAINT', found.name, found.definition, found.validity));
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %s', found."table", found.name);
    END LOOP;
    FOR found IN
        SELECT indexrelid::regclass AS name, replace(pg_get_indexdef(indexrelid), ' ON ONLY ', ' ON ') AS definition
        FROM pg_index WHERE indrelid IN ('booking'::regclass, 'car_occupancy'::regclass)
            AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
    LOOP
        INSERT INTO growth_dropped VALUES (found.definition);
        EXECUTE format('DROP INDEX %s', found.name);
    END LOOP;
END
$$;

CREATE PROCEDURE growth_restore() LANGUAGE plpgsql SET maintenance_work_mem = '1GB' AS $$
DECLARE
    statement text;
BEGIN
    FOR statement IN DELETE FROM growth_dropped RETURNING restore LOOP
        EXECUTE statement;
    END LOOP;
END
$$;

-- The given number of bookings for each of these cars, the oldest first: 85 % are past, and at most 75 are still to come.
CREATE PROCEDURE growth_bookings(first_car integer, last_car integer, cars integer, of_each integer, dealers integer)
    LANGUAGE plpgsql SET session_replication_role = replica AS $$
DECLARE
    coming integer := least(75, of_each * 15 / 100 + 1);
    start integer;
    past boolean;
BEGIN
    FOR round IN 0..of_each - 1 LOOP
        past := round < of_each - coming;
        start := CASE WHEN past THEN -1 - 2 * (of_each - coming - round) ELSE 1 + 4 * (round - of_each + coming) END;
        WITH slot AS (
            SELECT growth_id(3, round::bigint * cars + car) AS id, car, growth_id(2, car) AS car_id,
                growth_day(start + CASE WHEN past THEN 0 ELSE car % 4 END) AS starts_at,
                growth_day(start + CASE WHEN past THEN 1 ELSE car % 4 + 2 END) AS ends_at
            FROM generate_series(first_car, last_car) AS car
        ), occupied AS (
            INSERT INTO car_occupancy (owner_id, car_id, kind, during, used_until, in_use)
            SELECT id, car_id, 'BOOKING', tstzrange(starts_at, ends_at + interval '1 hour'), ends_at, false FROM slot
        )
        INSERT INTO booking (id, car_id, dealer_id, customer_name, customer_email, starts_at, ends_at, turnaround_minutes, time_zone,
            days, daily_price, total, currency, status, created_at, handed_over_at, returned_at, version)
        SELECT id, car_id, growth_id(1, car % dealers), 'Ada Lovelace', 'ada@example.org', starts_at, ends_at, 60, 'Europe/Berlin',
            2, 30, 60, 'EUR', CASE WHEN past THEN 'COMPLETED' ELSE 'CONFIRMED' END, starts_at - interval '400 days',
            CASE WHEN past THEN starts_at END, CASE WHEN past THEN ends_at END, 0
        FROM slot;
    END LOOP;
END
$$;

-- Events with the numbers that follow the last one.
CREATE PROCEDURE growth_events(amount bigint, last_number bigint) LANGUAGE sql AS $$
    INSERT INTO event (sequence, type, occurred_at, subject_kind, subject_id, dealer_id, after_status, after_car_id,
        after_starts_at, after_ends_at, after_daily_price, after_total, after_currency)
    SELECT last_number + number, 'BOOKING_MADE', now(), 'BOOKING', growth_id(3, number), growth_id(1, number % 50), 'CONFIRMED',
        growth_id(2, number % 10000), growth_day(1), growth_day(3), 30, 60, 'EUR'
    FROM generate_series(1, amount) AS number;
$$;

-- Of two days ago.
CREATE PROCEDURE growth_records(amount bigint) LANGUAGE sql AS $$
    INSERT INTO idempotency_record (key, fingerprint, created_at, status, body)
    SELECT gen_random_uuid(), sha256('request'), now() - make_interval(days => 3, secs => -number / 100.0), 201,
        convert_to(repeat('x', 600), 'UTF8')
    FROM generate_series(1, amount) AS number;
$$;
