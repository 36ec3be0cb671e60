-- The whole life of bookings and windows, and the history of what happened.

ALTER TABLE booking
    ADD COLUMN hold_expires_at timestamptz,
    ADD COLUMN handed_over_at timestamptz,
    ADD COLUMN returned_at timestamptz,
    ADD COLUMN in_use boolean NOT NULL GENERATED ALWAYS AS (status = 'ACTIVE') STORED,
    ADD CONSTRAINT booking_hold_expires CHECK ((status = 'HELD') = (hold_expires_at IS NOT NULL)),
    ADD CONSTRAINT booking_hold_key UNIQUE (id, hold_expires_at);

ALTER TABLE maintenance_window
    ADD COLUMN in_use boolean NOT NULL GENERATED ALWAYS AS (status = 'IN_PROGRESS') STORED;

ALTER TABLE car_occupancy
    -- From then on it blocks nobody. PostgreSQL still sees it, so whoever meets it removes it first.
    ADD COLUMN lapses_at timestamptz,
    -- The owner has the car now, so that it blocks the car until it is given back.
    ADD COLUMN in_use boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT car_occupancy_hold_lapses CHECK ((kind = 'HOLD') = (lapses_at IS NOT NULL)),
    ADD CONSTRAINT car_occupancy_hold_key UNIQUE (booking_id, lapses_at);

-- A held booking has an occupancy that lapses with it, and no other booking has. Checked at commit. A foreign key with a
-- NULL in it is not checked, so these two look at holds alone.
ALTER TABLE booking
    ADD CONSTRAINT booking_hold_fkey FOREIGN KEY (id, hold_expires_at)
        REFERENCES car_occupancy (booking_id, lapses_at) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE car_occupancy
    ADD CONSTRAINT car_occupancy_hold_fkey FOREIGN KEY (booking_id, lapses_at)
        REFERENCES booking (id, hold_expires_at) DEFERRABLE INITIALLY DEFERRED;

-- The keys by which an occupancy names its owner, with one column more: it is in use if and only if its owner has the car.
ALTER TABLE car_occupancy
    DROP CONSTRAINT car_occupancy_booking_fkey,
    DROP CONSTRAINT car_occupancy_maintenance_window_fkey;
ALTER TABLE booking
    DROP CONSTRAINT booking_allowed_occupancy_key,
    ADD CONSTRAINT booking_allowed_occupancy_key UNIQUE (allowed_occupancy_id, car_id, in_use);
ALTER TABLE maintenance_window
    DROP CONSTRAINT maintenance_window_allowed_occupancy_key,
    ADD CONSTRAINT maintenance_window_allowed_occupancy_key UNIQUE (allowed_occupancy_id, car_id, in_use);
ALTER TABLE car_occupancy
    ADD CONSTRAINT car_occupancy_booking_fkey FOREIGN KEY (booking_id, car_id, in_use)
        REFERENCES booking (allowed_occupancy_id, car_id, in_use) DEFERRABLE INITIALLY DEFERRED,
    ADD CONSTRAINT car_occupancy_maintenance_window_fkey FOREIGN KEY (maintenance_window_id, car_id, in_use)
        REFERENCES maintenance_window (allowed_occupancy_id, car_id, in_use) DEFERRABLE INITIALLY DEFERRED;

-- Lapsed holds, of which there are few.
CREATE INDEX booking_hold_expires_idx ON booking (hold_expires_at) WHERE hold_expires_at IS NOT NULL;
-- Finds the cars that are out, and keeps a car from being in two hands.
CREATE UNIQUE INDEX car_occupancy_in_use_key ON car_occupancy (car_id) WHERE in_use;

CREATE TABLE event (
    -- Taken by the transaction that writes the event. Whoever changes a subject holds its lock until the commit, so the
    -- serials of one subject grow in the order in which its events are committed. Those of different subjects need not.
    serial             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- The place in the feed, given after the commit: a reader who has seen one has seen all before it.
    sequence           bigint,
    type               text NOT NULL,
    occurred_at        timestamptz NOT NULL,
    subject_kind       text NOT NULL,
    subject_id         uuid NOT NULL,
    before_status      text,
    before_car_id      uuid,
    before_starts_at   timestamptz,
    before_ends_at     timestamptz,
    before_daily_price numeric(14, 4),
    before_total       numeric(20, 4),
    before_currency    text,
    before_category    text,
    before_reason      text,
    after_status       text NOT NULL,
    after_car_id       uuid,
    after_starts_at    timestamptz,
    after_ends_at      timestamptz,
    after_daily_price  numeric(14, 4),
    after_total        numeric(20, 4),
    after_currency     text,
    after_category     text,
    after_reason       text,
    CONSTRAINT event_sequence_key UNIQUE (sequence),
    CONSTRAINT event_type_known CHECK (type IN
        ('BOOKING_MADE', 'BOOKING_HELD', 'BOOKING_CONFIRMED', 'BOOKING_EXPIRED', 'BOOKING_CANCELLED',
         'BOOKING_RESCHEDULED', 'BOOKING_DISPLACED', 'BOOKING_CORRECTED', 'CAR_HANDED_OVER', 'CAR_RETURNED',
         'BOOKING_NO_SHOW', 'MAINTENANCE_PLANNED', 'MAINTENANCE_MOVED', 'MAINTENANCE_STARTED', 'MAINTENANCE_COMPLETED',
         'MAINTENANCE_CANCELLED', 'CAR_ADDED', 'CAR_CHANGED')),
    CONSTRAINT event_subject_kind_known CHECK (subject_kind IN ('BOOKING', 'MAINTENANCE_WINDOW', 'CAR'))
);

CREATE INDEX event_unplaced_idx ON event (serial) WHERE sequence IS NULL;
CREATE INDEX event_subject_idx ON event (subject_id, sequence);
