-- The tables behind the promise that a car is never promised twice. Limits of text and numbers are those of the domain's
-- values; tests compare both, and the lists of statuses, with the Java code.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- False, never NULL, for a missing bound, so that a CHECK refuses it. date_bin does not depend on the session's zone.
CREATE FUNCTION is_whole_minute(instant timestamptz) RETURNS boolean
    IMMUTABLE PARALLEL SAFE
    RETURN instant IS NOT NULL AND isfinite(instant) AND date_bin('1 minute', instant, 'epoch') = instant;

CREATE TABLE dealer (
    id                 uuid PRIMARY KEY,
    name               text NOT NULL,
    time_zone          text NOT NULL,
    currency           text COLLATE "C" NOT NULL,
    turnaround_minutes integer NOT NULL,
    version            bigint NOT NULL,
    CONSTRAINT dealer_currency_key UNIQUE (id, currency),
    CONSTRAINT dealer_name_length CHECK (char_length(name) BETWEEN 1 AND 100),
    CONSTRAINT dealer_currency_code CHECK (currency ~ '^[A-Z]{3}$'),
    CONSTRAINT dealer_turnaround_range CHECK (turnaround_minutes BETWEEN 0 AND 1440)
);

CREATE TABLE car (
    id                 uuid PRIMARY KEY,
    dealer_id          uuid NOT NULL,
    registration_plate text NOT NULL,
    make               text NOT NULL,
    model              text NOT NULL,
    model_year         integer NOT NULL,
    category           text NOT NULL,
    daily_price        numeric(14, 4) NOT NULL,
    currency           text COLLATE "C" NOT NULL,
    status             text NOT NULL,
    version            bigint NOT NULL,
    -- The price is in the dealer's currency.
    CONSTRAINT car_dealer_fkey FOREIGN KEY (dealer_id, currency) REFERENCES dealer (id, currency),
    -- Lets bookings and windows name a car together with its dealer, and lists a dealer's cars by id.
    CONSTRAINT car_dealer_key UNIQUE (dealer_id, id),
    CONSTRAINT car_registration_plate_key UNIQUE (dealer_id, registration_plate),
    CONSTRAINT car_registration_plate_length CHECK (char_length(registration_plate) BETWEEN 1 AND 16),
    CONSTRAINT car_make_length CHECK (char_length(make) BETWEEN 1 AND 100),
    CONSTRAINT car_model_length CHECK (char_length(model) BETWEEN 1 AND 100),
    CONSTRAINT car_model_year_range CHECK (model_year >= 1950),
    CONSTRAINT car_category_pattern CHECK (category ~ '^[A-Z][A-Z0-9_]{0,31}$'),
    CONSTRAINT car_daily_price_range CHECK (daily_price >= 0),
    CONSTRAINT car_status_known CHECK (status IN ('IN_SERVICE', 'OUT_OF_SERVICE', 'RETIRED'))
);

CREATE TABLE booking (
    id                    uuid PRIMARY KEY,
    car_id                uuid NOT NULL,
    dealer_id             uuid NOT NULL,
    customer_name         text NOT NULL,
    customer_email        text NOT NULL,
    customer_phone        text,
    starts_at             timestamptz NOT NULL,
    ends_at               timestamptz NOT NULL,
    turnaround_minutes    integer NOT NULL,
    time_zone             text NOT NULL,
    days                  integer NOT NULL,
    daily_price           numeric(14, 4) NOT NULL,
    total                 numeric(20, 4) NOT NULL,
    currency              text COLLATE "C" NOT NULL,
    status                text NOT NULL,
    created_at            timestamptz NOT NULL,
    cancellation_reason   text,
    version               bigint NOT NULL,
    -- A live booking must have an occupancy; one that was called off, lapsed or was not used must not.
    required_occupancy_id uuid GENERATED ALWAYS AS (CASE WHEN status IN ('HELD', 'CONFIRMED', 'ACTIVE') THEN id END) STORED,
    allowed_occupancy_id  uuid GENERATED ALWAYS AS (CASE WHEN status NOT IN ('CANCELLED', 'EXPIRED', 'NO_SHOW') THEN id END) STORED,
    CONSTRAINT booking_car_fkey FOREIGN KEY (dealer_id, car_id) REFERENCES car (dealer_id, id),
    CONSTRAINT booking_allowed_occupancy_key UNIQUE (allowed_occupancy_id, car_id),
    CONSTRAINT booking_customer_name_length CHECK (char_length(customer_name) BETWEEN 1 AND 100),
    CONSTRAINT booking_customer_email_length CHECK (char_length(customer_email) BETWEEN 1 AND 254),
    CONSTRAINT booking_customer_phone_length CHECK (char_length(customer_phone) BETWEEN 1 AND 32),
    CONSTRAINT booking_period_order CHECK (starts_at < ends_at),
    CONSTRAINT booking_period_minutes CHECK (is_whole_minute(starts_at) AND is_whole_minute(ends_at)),
    CONSTRAINT booking_turnaround_range CHECK (turnaround_minutes BETWEEN 0 AND 1440),
    CONSTRAINT booking_days_range CHECK (days >= 1),
    CONSTRAINT booking_daily_price_range CHECK (daily_price >= 0),
    CONSTRAINT booking_total_product CHECK (total = days * daily_price),
    CONSTRAINT booking_currency_code CHECK (currency ~ '^[A-Z]{3}$'),
    CONSTRAINT booking_status_known CHECK (status IN
        ('HELD', 'CONFIRMED', 'ACTIVE', 'COMPLETED', 'CANCELLED', 'EXPIRED', 'NO_SHOW')),
    CONSTRAINT booking_cancellation_reason_length CHECK (char_length(cancellation_reason) BETWEEN 1 AND 500)
);

CREATE TABLE maintenance_window (
    id                    uuid PRIMARY KEY,
    car_id                uuid NOT NULL,
    dealer_id             uuid NOT NULL,
    starts_at             timestamptz NOT NULL,
    ends_at               timestamptz NOT NULL,
    reason                text NOT NULL,
    status                text NOT NULL,
    created_at            timestamptz NOT NULL,
    version               bigint NOT NULL,
    -- As in booking.
    required_occupancy_id uuid GENERATED ALWAYS AS (CASE WHEN status IN ('PLANNED', 'IN_PROGRESS') THEN id END) STORED,
    allowed_occupancy_id  uuid GENERATED ALWAYS AS (CASE WHEN status NOT IN ('CANCELLED') THEN id END) STORED,
    CONSTRAINT maintenance_window_car_fkey FOREIGN KEY (dealer_id, car_id) REFERENCES car (dealer_id, id),
    CONSTRAINT maintenance_window_allowed_occupancy_key UNIQUE (allowed_occupancy_id, car_id),
    CONSTRAINT maintenance_window_period_order CHECK (starts_at < ends_at),
    CONSTRAINT maintenance_window_period_minutes CHECK (is_whole_minute(starts_at) AND is_whole_minute(ends_at)),
    CONSTRAINT maintenance_window_reason_length CHECK (char_length(reason) BETWEEN 1 AND 500),
    CONSTRAINT maintenance_window_status_known CHECK (status IN ('PLANNED', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED'))
);

-- Every reason for which a car is blocked, in one table, so that one constraint sees them all. A row exists if and only if
-- the car is blocked, so no status is looked at: the constraint has no WHERE.
CREATE TABLE car_occupancy (
    owner_id              uuid PRIMARY KEY,
    car_id                uuid NOT NULL,
    kind                  text NOT NULL,
    -- The whole time for which nobody else can have the car, turnaround included.
    during                tstzrange NOT NULL,
    -- The end of the use; what follows it is turnaround.
    used_until            timestamptz NOT NULL,
    booking_id            uuid GENERATED ALWAYS AS (CASE WHEN kind IN ('BOOKING', 'HOLD') THEN owner_id END) STORED,
    maintenance_window_id uuid GENERATED ALWAYS AS (CASE WHEN kind = 'MAINTENANCE' THEN owner_id END) STORED,
    CONSTRAINT car_occupancy_booking_key UNIQUE (booking_id),
    CONSTRAINT car_occupancy_maintenance_window_key UNIQUE (maintenance_window_id),
    -- The owner exists, is a booking or a window as the kind says, may block a car, and names the same one. Checked at commit, as the car is claimed
    -- before its owner is written. That the car exists follows, so there is no foreign key to car.
    CONSTRAINT car_occupancy_booking_fkey FOREIGN KEY (booking_id, car_id)
        REFERENCES booking (allowed_occupancy_id, car_id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT car_occupancy_maintenance_window_fkey FOREIGN KEY (maintenance_window_id, car_id)
        REFERENCES maintenance_window (allowed_occupancy_id, car_id) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT car_occupancy_kind_known CHECK (kind IN ('BOOKING', 'HOLD', 'MAINTENANCE')),
    -- An empty range overlaps nothing, and a missing bound would block for ever; both have no lower or no upper bound.
    CONSTRAINT car_occupancy_during_minutes CHECK (is_whole_minute(lower(during)) AND is_whole_minute(upper(during))),
    CONSTRAINT car_occupancy_during_half_open CHECK (lower_inc(during) AND NOT upper_inc(during)),
    CONSTRAINT car_occupancy_used_until_minute CHECK (is_whole_minute(used_until)),
    CONSTRAINT car_occupancy_used_until_range CHECK (lower(during) < used_until AND used_until <= upper(during)),
    -- Not deferrable, else ON CONFLICT could not name it.
    CONSTRAINT car_occupancy_no_overlap EXCLUDE USING gist (car_id WITH =, during WITH &&)
);

-- Checked at commit. The way back, above, sees to it that the occupancy is of the same car.
ALTER TABLE booking
    ADD CONSTRAINT booking_required_occupancy_fkey FOREIGN KEY (required_occupancy_id)
        REFERENCES car_occupancy (booking_id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE maintenance_window
    ADD CONSTRAINT maintenance_window_required_occupancy_fkey FOREIGN KEY (required_occupancy_id)
        REFERENCES car_occupancy (maintenance_window_id) DEFERRABLE INITIALLY DEFERRED;

-- Lists by id, and what deleting a car must look at.
CREATE INDEX booking_car_idx ON booking (car_id, id);
CREATE INDEX booking_dealer_idx ON booking (dealer_id, id);
CREATE INDEX maintenance_window_car_idx ON maintenance_window (car_id, id);
CREATE INDEX maintenance_window_dealer_idx ON maintenance_window (dealer_id, id);

-- What deleting an occupancy must look at: live owners only.
CREATE INDEX booking_required_occupancy_idx ON booking (required_occupancy_id) WHERE required_occupancy_id IS NOT NULL;
CREATE INDEX maintenance_window_required_occupancy_idx ON maintenance_window (required_occupancy_id)
    WHERE required_occupancy_id IS NOT NULL;
